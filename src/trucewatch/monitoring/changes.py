"""What changed between two ledgers, record by record and value by value, and what brought it about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..records.claim import Claim
from ..records.fields import as_text, values_told
from ..records.ledger import Decided, Ledger
from ..records.review import Judgement, anchor_of, kind_of


@dataclass(frozen=True, slots=True)
class Change:
    """One record that came or went, or one value of it that did.

    ``what`` is "new", "gone" or "changed"; ``before`` and ``after`` are the plain values of ``field`` that only one side
    has. ``claims`` are those that came with it, ``decided`` and ``judged`` what people decided meanwhile, ``into`` the
    record that holds the claims of one that is gone.
    """

    record: str
    kind: str
    what: str
    field: str | None = None
    before: tuple[Any, ...] = ()
    after: tuple[Any, ...] = ()
    claims: tuple[Claim, ...] = ()
    decided: tuple[Decided, ...] = ()
    judged: tuple[Judgement, ...] = ()
    into: str | None = None


@dataclass(frozen=True, slots=True)
class _Record:
    id: str
    kind: str
    claims: tuple[Claim, ...]
    values: Mapping[str, Mapping[str, Any]]


def changes(before: Ledger, after: Ledger, judged: Sequence[Judgement] = ()) -> tuple[Change, ...]:
    """Every change, in the order of the later ledger, what is gone last. ``judged`` were made between the two."""
    old = {r.id: r for r in _records(before)}
    new = {r.id: r for r in _records(after)}
    known = {d.judgement for d in before.decided}
    decided = [d for d in after.decided if d.judgement not in known]
    found: list[Change] = []
    for name, record in new.items():
        mine = tuple(d for d in decided if name in (d.record, d.other))
        if name not in old:
            found.append(Change(name, record.kind, "new", claims=record.claims, decided=mine))
        else:
            found += _changed(old[name], record, mine)
    homes = {c.id: r.id for r in new.values() for c in r.claims}
    for name, record in old.items():
        if name not in new:
            into = next((homes[c.id] for c in record.claims if c.id in homes), None)
            found.append(
                Change(name, record.kind, "gone", claims=record.claims, judged=_about(record, judged), into=into)
            )
    return tuple(found)


def _about(record: _Record, judged: Sequence[Judgement]) -> tuple[Judgement, ...]:
    words = {(c.article, kind_of(c)) for c in record.claims}
    anchors = {a.spans for a in map(anchor_of, record.claims)}
    return tuple(
        {
            j.decision: j
            for j in judged
            for a in (j.left, j.right)
            if a is not None and (a.record == record.id or ((a.article, a.kind) in words and a.spans in anchors))
        }.values()
    )


def _changed(old: _Record, new: _Record, decided: tuple[Decided, ...]) -> Iterator[Change]:
    came = {c.id for c in new.claims} - {c.id for c in old.claims}
    for field in dict.fromkeys((*new.values, *old.values)):
        was, now = old.values.get(field, {}), new.values.get(field, {})
        if was.keys() == now.keys():
            continue
        added = {text: value for text, value in now.items() if text not in was}
        givers = tuple(c for c in new.claims if c.id in came and _gives(c, field, added))
        yield Change(
            new.id,
            new.kind,
            "changed",
            field,
            tuple(value for text, value in was.items() if text not in now),
            tuple(added.values()),
            givers,
            tuple(d for d in decided if d.field in (None, field) or field in ("state", "end", "start")),
        )


def _gives(claim: Claim, field: str, added: Mapping[str, Any]) -> bool:
    told = values_told([claim]).get(field)
    # What is computed from several values (a state, an outcome) came with every claim that came.
    return (told is None and "." not in field) or any(as_text(value) in added for value, _ in told or ())


def _records(ledger: Ledger) -> Iterator[_Record]:
    states = {s.truce: s for s in ledger.states}
    terms = dict(ledger.terms)
    outcomes: dict[str, dict[str, dict[str, Any]]] = {}
    for breach in ledger.breaches:
        outcomes.setdefault(breach.incident, {})[f"against {breach.truce}"] = {breach.outcome.value: breach.outcome}
    for truce in ledger.truces:
        more: dict[str, dict[str, Any]] = {}
        if (state := states.get(truce.id)) is not None:
            more["state"] = {state.state.value: state.state}
        if (term := terms.get(truce.id)) is not None:
            more |= {
                n: {as_text(w): w} for n, w in (("term start", term.start), ("term end", term.end)) if w is not None
            }
        yield _Record(truce.id, "truce", truce.claims, _values(truce.claims) | more)
    for incident in ledger.incidents:
        told = _values(incident.claims) | outcomes.get(incident.id, {})
        yield _Record(incident.id, "incident", incident.claims, told)
    for toll in ledger.tolls:
        yield _Record(toll.id, "toll", (toll.claim, *toll.repeats), _values((toll.claim, *toll.repeats)))
    singles: tuple[Claim, ...] = (
        *ledger.control,
        *ledger.talks,
        *ledger.positions,
        *ledger.relations,
        *ledger.population,
    )
    for claim in singles:
        # A claim is known by its words, so that reading it anew changes it and makes it no other.
        anchor = anchor_of(claim)
        name = f"{anchor.kind} {anchor.article[:7]}:{'+'.join(f'{a}-{b}' for a, b in anchor.spans)}"
        yield _Record(name, anchor.kind, (claim,), _values((claim,)))


def _values(claims: Sequence[Claim]) -> dict[str, dict[str, Any]]:
    return {path: {as_text(value): value for value, _ in told} for path, told in values_told(claims).items()}
