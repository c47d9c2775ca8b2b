"""What analysts decided, applied to claims before and while they are grouped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..records.claim import Claim
from ..records.ledger import Likeness, Reason
from ..records.review import Anchor, Judgement, Verdict, kind_of, standing

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of positions that people joined (with who and why) or kept apart; smaller position first."""

    bound: tuple[tuple[int, int, Likeness], ...]
    barred: frozenset[tuple[int, int]]


def unrejected(claims: Sequence[Claim], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """Claims that no standing judgement rejects."""
    rejected = {claim.id for j in standing(judgements) if j.verdict is Verdict.REJECT for claim in j.left.among(claims)}
    return tuple(c for c in claims if c.id not in rejected)


def decided_pairs(claims: Sequence[C], judgements: Sequence[Judgement]) -> Pairs:
    """Same and different, as positions in ``claims``."""
    bound: list[tuple[int, int, Likeness]] = []
    barred: set[tuple[int, int]] = set()
    kind = kind_of(claims[0]) if claims else ""
    for judgement in standing(judgements):
        if judgement.right is None or judgement.left.kind != kind or judgement.right.kind != kind:
            continue
        for pair in _pairs(claims, judgement.left, judgement.right):
            if judgement.verdict is Verdict.SAME:
                why = Reason("judgement", f"{judgement.analyst}: the same. {judgement.reason}".strip(), 1.0)
                bound.append((*pair, Likeness(1.0, (why,))))
            elif judgement.verdict is Verdict.DIFFERENT:
                barred.add(pair)
    return Pairs(tuple(bound), frozenset(barred))


def _pairs(claims: Sequence[C], left: Anchor, right: Anchor) -> list[tuple[int, int]]:
    places = {claim.id: n for n, claim in enumerate(claims)}
    found = {
        (min(a, b), max(a, b))
        for x in left.among(claims)
        for y in right.among(claims)
        if (a := places[x.id]) != (b := places[y.id])
    }
    return sorted(found)
