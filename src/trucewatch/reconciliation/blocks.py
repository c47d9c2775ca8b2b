"""Claims of one subject as they come and go: compared where they share a key, grouped anew only where something changed.

Two claims are linked where they are alike enough to join, or a person joined them. No group reaches beyond the claims
linked to one another, so only the linked claims around a change are grouped again, and the result is that of grouping
everything at once, whatever the order in which claims came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..records.claim import Claim
from ..records.ledger import Likeness
from .grouping import Group, group
from .told import Told, order_of

C = TypeVar("C", bound=Claim)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Regrouped(Generic[C]):
    """Groups that came into being and groups that are no more, by the id of their first claim."""

    made: tuple[Group[Told[C]], ...]
    gone: tuple[str, ...]


class Blocks(Generic[C]):
    """Keeps claims by key, the links between them, and the groups they fall into."""

    def __init__(
        self,
        keys: Callable[[Told[C]], Iterable[Hashable]],
        likeness: Callable[[Told[C], Told[C]], Likeness],
        threshold: float,
    ) -> None:
        self._keys, self._likeness, self._threshold = keys, likeness, threshold
        self._told: dict[str, Told[C]] = {}
        self._order: dict[str, tuple[object, ...]] = {}
        self._keyed: dict[str, tuple[Hashable, ...]] = {}
        self._blocks: dict[Hashable, dict[str, None]] = defaultdict(dict)
        self._links: dict[str, dict[str, Likeness]] = defaultdict(dict)
        self._bound: dict[Pair, Likeness] = {}
        self._barred: frozenset[Pair] = frozenset()
        self._joined: dict[str, list[str]] = {}
        # Claim to the first claim of its group; first claim to the group and to all claims it was linked with.
        self._home: dict[str, str] = {}
        self._groups: dict[str, Group[Told[C]]] = {}
        self._dirty: set[str] = set()

    def put(self, claims: Iterable[Told[C]]) -> None:
        """Take claims in; one of an id already known takes the place of the old one."""
        for told in claims:
            if told.claim.id in self._told:
                if self._told[told.claim.id] == told:
                    continue
                self.drop([told.claim.id])
            self._take(told)

    def _take(self, told: Told[C]) -> None:
        name = told.claim.id
        keys = tuple(dict.fromkeys(self._keys(told)))
        others = {other: None for key in keys for other in self._blocks.get(key, ())}
        self._order[name] = order = order_of(told)
        for other in others:
            known = self._told[other]
            first, then = (told, known) if order <= self._order[other] else (known, told)
            found = self._likeness(first, then)
            if found.score >= self._threshold:
                self._links[name][other] = self._links[other][name] = found
        self._told[name], self._keyed[name] = told, keys
        for key in keys:
            self._blocks[key][name] = None
        self._dirty.add(name)

    def drop(self, names: Iterable[str]) -> None:
        """Let claims go."""
        for name in names:
            if name not in self._told:
                continue
            self._dirty |= {name, *self._links.get(name, ())}
            for other in self._links.pop(name, ()):
                self._links[other].pop(name, None)
            for key in self._keyed.pop(name):
                self._blocks[key].pop(name, None)
                if not self._blocks[key]:
                    del self._blocks[key]
            del self._told[name], self._order[name]

    def touch(self, article: str) -> None:
        """Have the groups with claims of an article made anew: what they depend on beside the claims has changed."""
        self._dirty |= self._blocks.get(("article", article), {}).keys()

    def decide(self, bound: Mapping[Pair, Likeness], barred: frozenset[Pair]) -> None:
        """What people joined and kept apart, by claim ids, smaller first; takes the place of what was decided before."""
        changed = {p for p in bound.keys() | self._bound.keys() if bound.get(p) != self._bound.get(p)}
        changed |= barred ^ self._barred
        self._dirty |= {name for pair in changed for name in pair}
        self._bound, self._barred = dict(bound), barred
        self._joined = defaultdict(list)
        for a, b in bound:
            self._joined[a].append(b)
            self._joined[b].append(a)

    def regroup(self) -> Regrouped[C]:
        """Group anew what has changed since the last time."""
        seeds = set(self._dirty)
        gone: dict[str, None] = {}
        while True:
            # Whatever shared a group with a changed claim may now fall apart, and is grouped anew with it.
            touched = self._linked({s for s in seeds if s in self._told})
            homes = {self._home[s] for s in seeds | touched if s in self._home}
            members = {t.claim.id for h in homes if h in self._groups for t in self._groups[h].members}
            gone |= dict.fromkeys(h for h in sorted(homes) if h in self._groups)
            if members <= seeds | touched:
                break
            seeds |= members
        for name in gone:
            for told in self._groups.pop(name).members:
                self._home.pop(told.claim.id, None)
        made = [g for part in self._parts(touched) for g in self._grouped(part)]
        for found in made:
            first = found.members[0].claim.id
            self._groups[first] = found
            self._home.update((t.claim.id, first) for t in found.members)
        self._dirty.clear()
        same = {g.members[0].claim.id for g in made} & gone.keys()
        return Regrouped(tuple(made), tuple(n for n in gone if n not in same))

    def groups(self) -> list[Group[Told[C]]]:
        """All groups, in order of first telling."""
        return sorted(self._groups.values(), key=lambda g: order_of(g.members[0]))

    def told(self) -> Iterable[Told[C]]:
        """Every claim."""
        return self._told.values()

    def sharing(self, keys: Iterable[Hashable]) -> set[str]:
        """The first claims of the groups that hold a claim with one of these keys."""
        return {self._home[name] for key in keys for name in self._blocks.get(key, ()) if name in self._home}

    def _linked(self, names: set[str]) -> set[str]:
        """The claims that links lead to from some."""
        seen, open_ = set(names), list(names)
        while open_:
            name = open_.pop()
            for other in (*self._links.get(name, ()), *self._joined.get(name, ())):
                if other not in seen and other in self._told:
                    seen.add(other)
                    open_.append(other)
        return seen

    def _parts(self, names: set[str]) -> Iterable[list[Told[C]]]:
        """Claims by what is linked, each part in order of telling."""
        left = set(names)
        while left:
            part = self._linked({next(iter(left))})
            left -= part
            yield [self._told[n] for n in sorted(part, key=self._order.__getitem__)]

    def _grouped(self, part: Sequence[Told[C]]) -> list[Group[Told[C]]]:
        if len(part) == 1:
            return [Group((part[0],), ())]
        places = {t.claim.id: n for n, t in enumerate(part)}
        pairs = sorted(
            (n, places[other]) for name, n in places.items() for other in self._links.get(name, ()) if n < places[other]
        )
        bound = [
            (*_sorted(places[a], places[b]), w) for (a, b), w in self._bound.items() if a in places and b in places
        ]
        barred = frozenset(_sorted(places[a], places[b]) for a, b in self._barred if a in places and b in places)
        return group(part, pairs, self._likeness, self._threshold, sorted(bound, key=lambda row: row[:2]), barred)


def _sorted(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
