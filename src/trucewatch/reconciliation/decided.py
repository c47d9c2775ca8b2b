"""What analysts decided, applied to claims before and while they are grouped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from ..knowledge.names import fold
from ..records.claim import Claim
from ..records.fields import FieldError, from_text, slot_at, with_value
from ..records.ledger import Likeness, Reason
from ..records.party import Party
from ..records.review import Anchor, Judgement, Verdict, anchor_of, kind_of, standing
from ..records.text import Evidence, Note

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Settled:
    """Claims as people left them, and the judgements that stand, tied to the words of those claims.

    ``redacted`` are names that an analyst wants shown nowhere.
    """

    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    redacted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claim ids that people joined (with who and why) or kept apart; smaller id first."""

    bound: dict[tuple[str, str], Likeness]
    barred: frozenset[tuple[str, str]]


def settle(claims: Sequence[Claim], judgements: Sequence[Judgement]) -> Settled:
    """Rejected claims left out, values corrected, persons redacted or revealed.

    A correction changes the words that tell a claim apart, so every judgement is found its claims among those as
    read, and handed on tied to them as corrected.
    """
    stand = standing(judgements)
    if not stand:
        return Settled(tuple(claims), ())
    shelves = shelved(claims)
    corrected = {c.id: c for c in claims}
    for judgement in stand:
        if judgement.verdict is Verdict.CORRECT:
            for claim in meant(judgement.left, shelves):
                corrected[claim.id] = _corrected(corrected[claim.id], judgement)
    people = {fold(j.left.record or ""): j.verdict is Verdict.REDACT for j in stand if j.left.kind == "person"}
    if people:
        corrected = {name: cast(Claim, _veiled(claim, people)) for name, claim in corrected.items()}
    rejected = {c.id for j in stand if j.verdict is Verdict.REJECT for c in meant(j.left, shelves)}
    return Settled(
        tuple(corrected[c.id] for c in claims if c.id not in rejected),
        tuple(tied for j in stand for tied in _tied(j, shelves, corrected)),
        tuple(j.left.record for j in stand if j.verdict is Verdict.REDACT and j.left.record),
    )


def shelved(claims: Iterable[Claim]) -> Mapping[tuple[str, str], list[Claim]]:
    """Claims by article and kind, so that an anchor is looked for among its likes only."""
    shelves: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        shelves[claim.article, kind_of(claim)].append(claim)
    return shelves


def meant(anchor: Anchor, shelves: Mapping[tuple[str, str], list[Claim]]) -> tuple[Claim, ...]:
    """The claims that an anchor means; none where its words are read no more."""
    return anchor.among(shelves.get((anchor.article, anchor.kind), ()))


def _corrected(claim: Claim, judgement: Judgement) -> Claim:
    """The claim with the analyst's value. One that fits no more is left out here and listed by ``ground``."""
    assert judgement.field is not None and judgement.value is not None
    evidence: tuple[Evidence, ...] = (*judgement.words, Note(judgement.analyst, judgement.reason))
    try:
        value = from_text(slot_at(type(claim), judgement.field), judgement.value)
        return with_value(claim, judgement.field, value, evidence)
    except FieldError:
        return claim


def _veiled(node: Any, people: Mapping[str, bool]) -> Any:
    """The same record with persons of those names private, or no longer so."""
    if isinstance(node, Party):
        private = people.get(fold(node.name), people.get(fold(node.id)))
        return node if private is None or private == node.private else replace(node, private=private)
    if isinstance(node, tuple):
        return tuple(_veiled(part, people) for part in node)
    if is_dataclass(node) and not isinstance(node, type):
        old = {f.name: getattr(node, f.name) for f in fields(node)}
        new = {name: _veiled(part, people) for name, part in old.items()}
        return node if all(new[name] is old[name] for name in old) else replace(node, **new)
    return node


def _tied(
    judgement: Judgement, shelves: Mapping[tuple[str, str], list[Claim]], corrected: Mapping[str, Claim]
) -> Iterable[Judgement]:
    """The judgement once for each claim, or pair of claims, that it is about; as it stands where none is read."""

    def now(anchor: Anchor) -> list[Anchor]:
        found = [anchor_of(corrected[c.id], anchor.record) for c in meant(anchor, shelves)] if anchor.article else []
        return found or [anchor]

    rights = now(judgement.right) if judgement.right else [None]
    return (replace(judgement, left=left, right=right) for left in now(judgement.left) for right in rights)


def decided_pairs(kind: str, claims: Iterable[Claim], judgements: Sequence[Judgement]) -> Pairs:
    """Same and different among claims of a kind."""
    bound: dict[tuple[str, str], Likeness] = {}
    barred: set[tuple[str, str]] = set()
    decisions = [j for j in judgements if j.verdict in (Verdict.SAME, Verdict.DIFFERENT)]
    if not decisions:
        return Pairs({}, frozenset())
    shelves = shelved(claims)
    for judgement in standing(decisions):
        if judgement.right is None or judgement.left.kind != kind or judgement.right.kind != kind:
            continue
        left, right = meant(judgement.left, shelves), meant(judgement.right, shelves)
        pairs = {(min(a.id, b.id), max(a.id, b.id)) for a in left for b in right if a.id != b.id}
        if judgement.verdict is Verdict.SAME:
            why = Reason("judgement", f"{judgement.analyst}: the same. {judgement.reason}".strip(), 1.0)
            bound |= dict.fromkeys(sorted(pairs), Likeness(1.0, (why,)))
        else:
            barred |= pairs
    return Pairs(bound, frozenset(barred))
