"""Truce claims to truces: mentions of one arrangement joined, rival terms side by side, local ones under wider ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from ..knowledge.geography import is_wide
from ..knowledge.regions import base_name
from ..records.claim import RelationClaim, TruceAct, TruceClaim
from ..records.ledger import Truce
from ..records.review import Judgement
from ..records.text import Article
from .blocks import Blocks
from .copies.repeats import once_for_copies
from .decided import decided_pairs
from .told import Told, order_of, tell
from .truce_likeness import likeness
from .truce_parents import parent_of
from .truce_record import distinct, truce_of

V = TypeVar("V")
_JOIN = 0.5
_MOVED = frozenset({TruceAct.EXTENDED, TruceAct.SUSPENDED, TruceAct.ENDED, TruceAct.EXPIRED, TruceAct.COLLAPSED})
_LOOKED_BACK = 7
_NEAR = timedelta(days=14)


class Truces:
    """The truces of claims that come and go; only those around a change are made anew.

    A party that a report excludes "from any ceasefire" (a relation) is excluded from each truce of that report.
    """

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self.blocks: Blocks[TruceClaim] = Blocks(_keys, once_for_copies(likeness), _JOIN)
        self._outside: dict[str, tuple[RelationClaim, ...]] = {}
        self._made: dict[str, Truce] = {}
        self._order: dict[str, tuple[object, ...]] = {}
        self._days: dict[str, datetime | None] = {}
        self._by_country: dict[str | None, dict[str, None]] = defaultdict(dict)

    def exclude(self, article: str, relations: Iterable[RelationClaim]) -> None:
        """The relations of an article that put a party outside its truces; they take the place of earlier ones."""
        outside = tuple(r for r in relations if r.relation.value == "excluded_from")
        if outside != self._outside.get(article, ()):
            self._outside[article] = outside
            self.blocks.touch(article)

    def update(self) -> tuple[dict[str, Truce], tuple[str, ...]]:
        """Make anew what changed: the records made (by the id of the first claim) and the ids of records that are no more."""
        changed = self.blocks.regroup()
        countries: set[str | None] = set()
        lost = []
        for name in changed.gone:
            countries.add(self._forget(name))
            lost.append(self._made.pop(name).id)
        for found in changed.made:
            name = found.members[0].claim.id
            if name in self._made:
                countries.add(self._forget(name))
            self._days.update((t.claim.article, t.day) for t in found.members)
            self._made[name] = _excluding(truce_of(found), self._outside)
            self._order[name] = order_of(found.members[0])
            countries.add(_country(self._made[name]))
            self._by_country[_country(self._made[name])][name] = None
        made = {g.members[0].claim.id for g in changed.made}
        put = {n: self._made[n] for n in made}
        for country in countries:
            put |= self._parents(country)
        self._made |= put
        return put, tuple(lost)

    def records(self) -> tuple[Truce, ...]:
        """Every truce, in order of first telling."""
        return self._in_order(self._made)

    def near(self, articles: Iterable[str], country: str | None) -> tuple[Truce, ...]:
        """Truces of these articles and of a country, in order of first telling."""
        names = self.blocks.sharing(("article", a) for a in articles)
        return self._in_order(names | self._by_country[country].keys() if country else names)

    def _in_order(self, names: Iterable[str]) -> tuple[Truce, ...]:
        return tuple(self._made[name] for name in sorted(names, key=self._order.__getitem__))

    def _forget(self, name: str) -> str | None:
        country = _country(self._made[name])
        self._by_country[country].pop(name, None)
        self._order.pop(name)
        return country

    def _parents(self, country: str | None) -> dict[str, Truce]:
        """The truces of a country whose wider truce has changed."""
        truces = self._in_order(self._by_country[country])
        wide = [t for t in truces if t.area is not None and is_wide(t.area.value)]
        # An area that a report does not state outright is the last to be taken for a wider truce's.
        wide.sort(key=lambda t: bool(t.area and t.area.derivation))
        fresh = {t.claims[0].id: replace(t, parent=parent_of(t, wide, self._days)) for t in truces}
        return {name: truce for name, truce in fresh.items() if truce.parent != self._made[name].parent}


def reconcile_truces(
    claims: Sequence[TruceClaim],
    articles: Mapping[str, Article],
    judgements: Sequence[Judgement] = (),
    relations: Sequence[RelationClaim] = (),
) -> tuple[Truce, ...]:
    """One truce for each arrangement told of, in order of first telling; parents set."""
    found = Truces(articles)
    found.blocks.put(tell(claims, articles))
    for article in dict.fromkeys(r.article for r in relations):
        found.exclude(article, [r for r in relations if r.article == article])
    pairs = decided_pairs("truce", claims, judgements)
    found.blocks.decide(pairs.bound, pairs.barred)
    found.update()
    return found.records()


def _country(truce: Truce) -> str | None:
    return truce.area.value.country if truce.area else None


def _keys(told: Told[TruceClaim]) -> Iterable[Hashable]:
    """Claims are compared within an article, and across articles by country or area and month, of telling or of start.

    One that tells of an extension or an end looks back over months: the truce meant may have been told of long before.
    """
    claim = told.claim
    yield ("article", claim.article)
    if claim.area is None:
        return
    area = claim.area.value
    months = {m for day in (told.day, claim.start.value.start if claim.start else None) for m in _months(day)}
    if told.day is not None and (claim.act in _MOVED or claim.extension is not None):
        months |= {_month(told.day) - n for n in range(_LOOKED_BACK)}
    for where in {area.country, base_name(area.name)} - {None}:
        for month in months:
            yield (where, month)


def _months(day: datetime | None) -> Iterable[int]:
    """The month of a day and, where it is near the edge, the one beside it."""
    if day is None:
        return ()
    return {_month(day), _month(day - _NEAR), _month(day + _NEAR)}


def _month(day: datetime) -> int:
    return day.year * 12 + day.month


def _excluding(truce: Truce, outside: Mapping[str, Sequence[RelationClaim]]) -> Truce:
    homes = dict.fromkeys(sorted({c.article for c in truce.claims}))
    added = [r.left for article in homes for r in outside.get(article, ())]
    return replace(truce, excluded=distinct((*truce.excluded, *added), lambda party: party.id)) if added else truce
