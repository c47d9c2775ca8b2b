"""Claims into groups: scored pairs, likest first, no group that holds a pair known to differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..records.ledger import Likeness

T = TypeVar("T")
# Members that were never compared to one another's liking hold a union back below this mean.
_COHESION = 0.4


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Members in the order they were given, and why they were joined."""

    members: tuple[T, ...]
    joined: tuple[Likeness, ...]


def group(
    items: Sequence[T],
    pairs: Sequence[tuple[int, int]],
    likeness: Callable[[T, T], Likeness],
    threshold: float,
    bound: Sequence[tuple[int, int, Likeness]] = (),
    barred: frozenset[tuple[int, int]] = frozenset(),
) -> list[Group[T]]:
    """Join the likest pairs first; a union is refused where any two of its members score 0 or are barred,
    or where its members are little like one another on the whole.

    ``bound`` pairs are joined before all others (a person's decision), ``barred`` ones never; both by position,
    smaller first.
    """
    scores: dict[tuple[int, int], Likeness] = {}

    def score(left: int, right: int) -> Likeness:
        pair = (left, right) if left < right else (right, left)
        if pair not in scores:
            scores[pair] = likeness(items[pair[0]], items[pair[1]])
        return scores[pair]

    parts = {n: [n] for n in range(len(items))}
    home = list(range(len(items)))
    why: dict[int, list[Likeness]] = defaultdict(list)

    def unite(left: int, right: int, reason: Likeness) -> None:
        keep, drop = sorted((home[left], home[right]))
        parts[keep] = sorted(parts[keep] + parts[drop])
        why[keep] += [*why.pop(drop, []), reason]
        for member in parts.pop(drop):
            home[member] = keep

    for left, right, reason in bound:
        if home[left] != home[right]:
            unite(left, right, reason)
    decided = {(a, b) for a, b, _ in bound}
    # A refusal holds for as long as neither side grows: many near-copies would ask the same thing for every pair.
    refused: set[tuple[int, int, int, int]] = set()
    ranked = sorted(((score(a, b), a, b) for a, b in pairs), key=lambda row: (-row[0].score, row[1], row[2]))
    for found, left, right in ranked:
        if found.score < threshold:
            break
        one, other = home[left], home[right]
        asked = (one, len(parts[one]), other, len(parts[other]))
        if one == other or asked in refused:
            continue
        union = [(a, b) if a < b else (b, a) for a in parts[one] for b in parts[other]]
        if not _may_join(union, score, decided, barred):
            refused |= {asked, (*asked[2:], *asked[:2])}
            continue
        unite(left, right, found)
    return [
        Group(tuple(items[n] for n in members), tuple(why.get(first, ()))) for first, members in sorted(parts.items())
    ]


def _may_join(
    union: Sequence[tuple[int, int]],
    score: Callable[[int, int], Likeness],
    decided: set[tuple[int, int]],
    barred: frozenset[tuple[int, int]],
) -> bool:
    """Whether no pair across two parts is barred or known to differ, and they are alike on the whole."""
    found: list[float] = []
    for pair in union:
        if pair in barred:
            return False
        found.append(score(*pair).score)
        if found[-1] == 0.0 and pair not in decided:
            return False
    return sum(found) >= _COHESION * len(union)
