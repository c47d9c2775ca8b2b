"""Record ids that people can quote: T1, I7, N3, minted once and kept by the words the record was read from.

A compiled record carries a computed id that may change with every extractor revision. ``assign`` gives it the
minted id of the claims it holds. After a merge the oldest id stays and the others forward to it; when the merge
is undone each comes back. Pure: what is known goes in, what must be written comes out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..records.claim import Claim
from ..records.ledger import Incident, Ledger, Toll, Truce

PREFIXES = {"truce": "T", "incident": "I", "toll": "N"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words a claim was read from; ``nth`` tells apart claims of one kind read from the very same words."""

    article: str
    kind: str
    start: int
    end: int
    nth: int


@dataclass(frozen=True, slots=True)
class Anchored:
    """A compiled record to be named: its computed id, its kind and the anchors of its claims."""

    computed: str
    kind: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """``names``: computed id to minted id; the rest is new and must be written down."""

    names: dict[str, str]
    minted: tuple[tuple[str, str], ...]
    anchors: tuple[tuple[str, Anchor], ...]
    forwards: tuple[tuple[str, str], ...]


def anchors_of(claims: Sequence[Claim]) -> dict[str, Anchor]:
    """The anchor of every claim, by claim id."""
    seen: dict[tuple[str, str, int, int], int] = {}
    found: dict[str, Anchor] = {}
    for claim in claims:
        words = claim.words
        key = (
            claim.article,
            type(claim).__name__,
            min((w.start for w in words), default=0),
            max((w.end for w in words), default=0),
        )
        seen[key] = seen.get(key, 0) + 1
        found.setdefault(claim.id, Anchor(*key, seen[key]))
    return found


def records_of(ledger: Ledger, anchors: Mapping[str, Anchor]) -> tuple[Anchored, ...]:
    """The records of a ledger that get minted ids."""
    kept: list[Anchored] = []
    held: tuple[tuple[str, Sequence[Truce | Incident | Toll]], ...] = (
        ("truce", ledger.truces),
        ("incident", ledger.incidents),
        ("toll", ledger.tolls),
    )
    for kind, records in held:
        for record in records:
            claims: Sequence[Claim] = (record.claim, *record.repeats) if isinstance(record, Toll) else record.claims
            kept.append(Anchored(record.id, kind, tuple(anchors[c.id] for c in claims)))
    return tuple(kept)


def assign(
    records: Sequence[Anchored],
    known: Mapping[Anchor, str],
    age: Mapping[str, int],
    forwarded: Mapping[str, str],
) -> Assignment:
    """Name every record. ``age`` is the order of minting, ``forwarded`` the forwards in force."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    minted: list[tuple[str, str]] = []
    added: list[tuple[str, Anchor]] = []
    turned: dict[str, str] = {}
    matches = {r.computed: sorted({i for i in _matching(r, known)}, key=age.__getitem__) for r in records}
    counts = {kind: sum(i.startswith(prefix) for i in age) for kind, prefix in PREFIXES.items()}
    # The record with the oldest claim to an id goes first, so that of a split the first part keeps the name.
    for record in sorted(records, key=lambda r: min((age[i] for i in matches[r.computed]), default=len(age))):
        free = [i for i in matches[record.computed] if i not in taken]
        if free:
            name = free[0]
        else:
            counts[record.kind] += 1
            name = f"{PREFIXES[record.kind]}{counts[record.kind]}"
            minted.append((name, record.kind))
        names[record.computed] = name
        taken.add(name)
        turned.update({other: name for other in free[1:]})
        # Anchors stay with the id they were minted for, so that a merge can be undone; only a split moves them.
        added += [(name, a) for a in record.anchors if known.get(a) is None or not free]
    forwards = [(old, new) for old, new in turned.items() if old not in taken and forwarded.get(old, old) != new]
    forwards += [(i, i) for i in sorted(taken) if forwarded.get(i, i) != i]
    return Assignment(names, tuple(minted), tuple(added), tuple(forwards))


def _matching(record: Anchored, known: Mapping[Anchor, str]) -> list[str]:
    prefix = PREFIXES[record.kind]
    return [known[a] for a in record.anchors if a in known and known[a].startswith(prefix)]


def renamed(ledger: Ledger, names: Mapping[str, str]) -> Ledger:
    """The same ledger under minted ids."""

    def name(computed: str) -> str:
        return names.get(computed, computed)

    def maybe(computed: str | None) -> str | None:
        return None if computed is None else name(computed)

    return replace(
        ledger,
        truces=tuple(replace(t, id=name(t.id), parent=maybe(t.parent)) for t in ledger.truces),
        terms=tuple((name(i), term) for i, term in ledger.terms),
        states=tuple(replace(s, truce=name(s.truce)) for s in ledger.states),
        incidents=tuple(replace(i, id=name(i.id), part_of=maybe(i.part_of)) for i in ledger.incidents),
        tolls=tuple(
            replace(t, id=name(t.id), rivals=tuple(map(name, t.rivals)), parts=tuple(map(name, t.parts)))
            for t in ledger.tolls
        ),
        breaches=tuple(replace(b, incident=name(b.incident), truce=name(b.truce)) for b in ledger.breaches),
        decided=tuple(replace(d, record=name(d.record), other=maybe(d.other)) for d in ledger.decided),
    )
