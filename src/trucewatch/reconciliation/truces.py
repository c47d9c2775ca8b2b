"""Truce claims to truces: mentions of one arrangement joined, rival terms side by side, local ones under wider ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from ..knowledge.geography import Lie, is_wide, lie
from ..knowledge.names import fold
from ..knowledge.regions import base_name
from ..records.claim import RelationClaim, TruceAct, TruceClaim
from ..records.ledger import Truce
from ..records.party import Party
from ..records.place import Level, Place
from ..records.reading import Stance
from ..records.review import Judgement
from ..records.text import Article, Cited, Span
from ..records.when import When
from .bearings import tellings, truce_bearing
from .blocks import Blocks
from .copies.repeats import once_for_copies
from .decided import decided_pairs
from .grouping import Group
from .naming import record_id
from .told import Told, order_of, tell
from .truce_likeness import BROKEN, GENERIC, is_description, likeness

V = TypeVar("V")
_JOIN = 0.5
_IN_PASSING = frozenset({TruceAct.MENTIONED, TruceAct.DENIED})
# Characters between a truce's label and a place of its own: "truce for the whole of Aleppo", "Aleppo truce".
_BESIDE = 25
_ONLY_WISHED = frozenset({TruceAct.PROPOSED, TruceAct.REJECTED})
_OVER = frozenset({TruceAct.ENDED, TruceAct.EXPIRED})
# A wider truce without an end is taken to stand for so long when a local one of other reports begins.
_LONGEST_UNENDED = timedelta(days=90)
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
            self._made[name] = _excluding(_truce(found), self._outside)
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
        fresh = {t.claims[0].id: replace(t, parent=_parent(t, wide, self._days)) for t in truces}
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


def _truce(found: Group[Told[TruceClaim]]) -> Truce:
    claims = [t.claim for t in found.members]
    # What a withdrawn report said stays among the claims, and gives the truce no value while another stands.
    told, claims = claims, [c for c in claims if c.said.stance is not Stance.RETRACTED] or claims
    area = _best_area(claims)
    return Truce(
        id=record_id(found.members[0], claims[0].area.value.name if claims[0].area else None),
        label=_label(claims),
        labels=distinct([c.label for c in claims], fold),
        instrument=_best_instrument(claims),
        area=area,
        scope=next((c.scope for c in claims if c.scope and c.act not in BROKEN), None),
        claims=tuple(told),
        declared_by=_parties(claims, "declared_by"),
        mediated_by=_parties(claims, "mediated_by"),
        bound=_parties(claims, "bound"),
        excluded=_parties(claims, "excluded"),
        excluded_areas=distinct(
            [a for c in claims for a in c.excluded_areas], lambda place: (place.name, place.country)
        ),
        announced=_times(claims, "announced"),
        starts=_times(claims, "start"),
        durations=distinct([c.duration for c in claims if c.duration], lambda v: v),
        extensions=_extensions(claims),
        ends=_times(claims, "end"),
        conditions=distinct([c.condition for c in claims if c.condition], lambda v: v),
        limited_to=distinct([c.limited_to for c in claims if c.limited_to], fold),
        unilateral=any(c.unilateral for c in claims),
        joined=found.joined,
        tellings=tellings(found.members, truce_bearing),
    )


def _excluding(truce: Truce, outside: Mapping[str, Sequence[RelationClaim]]) -> Truce:
    homes = dict.fromkeys(sorted({c.article for c in truce.claims}))
    added = [r.left for article in homes for r in outside.get(article, ())]
    return replace(truce, excluded=distinct((*truce.excluded, *added), lambda party: party.id)) if added else truce


def distinct(values: Iterable[Cited[V]], key: Callable[[V], Hashable]) -> tuple[Cited[V], ...]:
    """Values that differ, the first of each kept as its claim has it, so that it can be traced to its article."""
    seen: dict[Hashable, Cited[V]] = {}
    for cited in values:
        seen.setdefault(key(cited.value), cited)
    return tuple(seen.values())


def _parties(claims: Sequence[TruceClaim], slot: str) -> tuple[Cited[Party], ...]:
    return distinct([p for c in claims for p in getattr(c, slot)], lambda party: party.id)


def _times(claims: Sequence[TruceClaim], slot: str) -> tuple[Cited[When], ...]:
    """All times given, those read off before those inferred, narrow ones before wide ones."""
    found: list[Cited[When]] = [v for c in claims if (v := getattr(c, slot)) is not None]
    found.sort(key=lambda v: (bool(v.derivation), _width(v.value)))
    return distinct(found, lambda when: (when.start, when.end))


def _width(when: When) -> timedelta:
    if when.start is None or when.end is None:
        return timedelta.max
    return when.end - when.start


def _extensions(claims: Sequence[TruceClaim]) -> tuple[Cited[timedelta], ...]:
    """Every extension; an equal amount counts again only where it is announced on another day."""
    seen: dict[tuple[timedelta, object], Cited[timedelta]] = {}
    for claim in claims:
        if claim.extension is None:
            continue
        day = claim.announced.value.start if claim.announced else None
        same = [k for k in seen if k[0] == claim.extension.value and (k[1] is None or day is None or k[1] == day)]
        if not same:
            seen[(claim.extension.value, day)] = claim.extension
    return tuple(seen.values())


def _best_area(claims: Sequence[TruceClaim]) -> Cited[Place] | None:
    """The area in its fullest words, read off before inferred: "northern Latakia province" before "Latakia".

    Where a truce is said to be broken is where the act was, and no better than a description ("the Red Sea port");
    of a mere mention ("fighters in the north, whom the truce leaves out") only an area that follows its own label counts.
    """
    areas = [(c, c.area) for c in claims if c.area is not None]
    best = min(
        areas,
        key=lambda row: (
            is_description(row[1].value),
            row[0].act in BROKEN or _aside(row[0], row[1]),
            bool(row[1].derivation),
            -len(row[1].value.name.split()),
        ),
        default=None,
    )
    return best[1] if best else None


def _aside(claim: TruceClaim, area: Cited[Place]) -> bool:
    """Whether a mention without terms names the place elsewhere than beside its label ("the truce in Aleppo")."""
    if claim.act not in _IN_PASSING or area.derivation or claim.start or claim.duration or claim.end:
        return False
    labels = [e for e in claim.label.evidence if isinstance(e, Span)]
    places = [e for e in area.evidence if isinstance(e, Span)]
    return not any(-_BESIDE <= p.start - n.end <= _BESIDE for n in labels for p in places)


def _best_instrument(claims: Sequence[TruceClaim]) -> str:
    """The instrument most claims name, a specific word before a generic one."""
    names = [c.instrument for c in claims]
    return max(names, key=lambda n: (n not in GENERIC, names.count(n), -names.index(n)))


def _label(claims: Sequence[TruceClaim]) -> str:
    """The most specific label: of the chosen instrument, the longest."""
    chosen = _best_instrument(claims)
    labels = [c.label.value for c in claims if c.instrument == chosen]
    return max(labels, key=lambda text: (len(text.split()), -labels.index(text)))


def _parent(truce: Truce, wide: Sequence[Truce], days: Mapping[str, datetime | None]) -> str | None:
    """The wider truce in whose area a local one lies and which began before it."""
    if truce.area is None or truce.area.value.level is Level.COUNTRY:
        return None
    homes = {c.article for c in truce.claims}
    found: list[str] = []
    for other in wide:
        if other.id == truce.id or other.area is None or not {c.act for c in other.claims} - _ONLY_WISHED:
            continue
        if lie(truce.area.value, other.area.value) is not Lie.WITHIN:
            continue
        if homes & {c.article for c in other.claims}:
            if _before(other, truce):
                return other.id
        elif _in_force(other, truce, days):
            found.append(other.id)
    return found[0] if found else None


def _in_force(wider: Truce, local: Truce, days: Mapping[str, datetime | None]) -> bool:
    """Whether a wider truce of other reports began before a local one, and is not known or likely to have ended by then."""
    begun, then = _begun(wider, days), _begun(local, days)
    if begun is None or then is None or not begun <= then:
        return False
    if any(c.act in _OVER for c in wider.claims):
        return False
    ends = [e.value.end for e in wider.ends if e.value.end is not None]
    if ends:
        return then <= max(ends)
    if wider.durations:
        return then <= begun + wider.durations[0].value + sum((e.value for e in wider.extensions), timedelta())
    return then - begun <= _LONGEST_UNENDED


def _begun(truce: Truce, days: Mapping[str, datetime | None]) -> datetime | None:
    """The start that is told, else the day of the first report."""
    starts = [s.value.start for s in truce.starts if s.value.start is not None]
    told = [day for c in truce.claims if (day := days.get(c.article)) is not None]
    return min(starts, default=None) or min(told, default=None)


def _before(wider: Truce, local: Truce) -> bool:
    """Whether the wider one is not known to start after the local one."""
    if not wider.starts or not local.starts:
        return True
    first, then = wider.starts[0].value.start, local.starts[0].value.end
    return first is None or then is None or first < then
