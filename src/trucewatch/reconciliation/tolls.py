"""Toll claims to tolls: repeats of one figure joined, rivals and parts linked by id, nothing summed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..knowledge.geography import Lie, lie
from ..knowledge.names import fold
from ..records.claim import Grain, Harm, TollClaim
from ..records.count import Count
from ..records.ledger import Incident, Toll
from ..records.place import Place
from ..records.text import Article, Cited
from ..records.when import When
from .comparing import overlap
from .naming import record_id
from .told import Told, order_of, tell

# A period of more months is compared only with others as long.
_LONGEST_KEYED = 14
_PART = re.compile(r"\b(?:including|among them|among the dead|of whom|of them|of which)\b", re.I)


class Tolls:
    """The tolls of claims that come and go; only those around a change are made anew."""

    def __init__(self, articles: Mapping[str, Article], incidents: Callable[[str], Sequence[Incident]]) -> None:
        self._articles, self._incidents = articles, incidents
        self._of_article: dict[str, tuple[Told[TollClaim], ...]] = {}
        # What one article tells of one figure, by figure; the tolls it gave; tolls by what could link them to others.
        self._told: dict[str, list[list[Told[TollClaim]]]] = {}
        self._claims: dict[Hashable, dict[str, list[Told[TollClaim]]]] = defaultdict(dict)
        self._given: dict[Hashable, list[str]] = {}
        self._near: dict[Hashable, dict[str, None]] = defaultdict(dict)
        self._made: dict[str, Toll] = {}
        self._order: dict[str, tuple[object, ...]] = {}
        self._dirty: dict[Hashable, None] = {}
        self._touched: dict[Hashable, None] = {}

    def put(self, article: str, claims: Iterable[Told[TollClaim]]) -> None:
        """The toll claims of an article; they take the place of earlier ones."""
        told = tuple(claims)
        if told == self._of_article.get(article, ()):
            return
        for group in self._told.get(article, ()):
            del self._claims[_figure_key(group)][group[0].claim.id]
            self._dirty[_figure_key(group)] = None
        self._of_article[article], self._told[article] = told, _groups([[t] for t in sorted(told, key=order_of)])
        for group in self._told[article]:
            self._claims[_figure_key(group)][group[0].claim.id] = group
            self._dirty[_figure_key(group)] = None

    def touch(self, article: str) -> None:
        """Have the tolls of an article linked anew: its incidents have changed."""
        self._touched["article", article] = None

    def update(self) -> tuple[dict[str, Toll], tuple[str, ...]]:
        """Make anew what changed: the records made (by the id of the first claim) and the ids of records that are no more."""
        keys = dict(self._touched)
        lost: dict[str, str] = {}
        made: dict[str, None] = {}
        for figure in self._dirty:
            for name in self._given.pop(figure, ()):
                toll = self._made.pop(name)
                lost[name] = toll.id
                keys |= dict.fromkeys(_near(toll))
                for key in _near(toll):
                    self._near[key].pop(name, None)
            for group in _groups(sorted(self._claims[figure].values(), key=lambda g: order_of(g[0]))):
                name = group[0].claim.id
                self._made[name], self._order[name], made[name] = _toll(group), order_of(group[0]), None
                self._given.setdefault(figure, []).append(name)
                for key in _near(self._made[name]):
                    self._near[key][name] = None
                    keys[key] = None
        touched = {name: None for key in keys for name in self._near.get(key, ())}
        fresh = {name: self._linked(self._made[name]) for name in touched | made}
        put = {name: toll for name, toll in fresh.items() if name in made or toll != self._made[name]}
        self._made |= put
        self._dirty.clear()
        self._touched.clear()
        return put, tuple(old for name, old in lost.items() if name not in made)

    def records(self) -> tuple[Toll, ...]:
        """Every toll, in order of first telling."""
        return self._in_order(self._made)

    def _in_order(self, names: Iterable[str]) -> tuple[Toll, ...]:
        return tuple(self._made[name] for name in sorted(names, key=self._order.__getitem__))

    def _linked(self, toll: Toll) -> Toll:
        others = self._in_order({n for key in _near(toll) for n in self._near[key] if n != toll.claim.id})
        homes = dict.fromkeys(c.article for c in (toll.claim, *toll.repeats))
        incidents = {i.id: i for article in homes for i in self._incidents(article)}.values()
        return _linked(toll, others, list(incidents), self._articles)


def reconcile_tolls(
    claims: Sequence[TollClaim], articles: Mapping[str, Article], incidents: Sequence[Incident]
) -> tuple[Toll, ...]:
    """Tolls in order of first telling. ``rivals`` and ``parts`` name tolls, and incidents that give such a figure."""
    told = tell(claims, articles)
    found = Tolls(articles, lambda article: [i for i in incidents if any(c.article == article for c in i.claims)])
    for article in dict.fromkeys(claim.article for claim in claims):
        found.put(article, [t for t in told if t.claim.article == article])
    found.update()
    return found.records()


def _figure_key(group: Sequence[Told[TollClaim]]) -> Hashable:
    """Only what shares verb and figure can be repeats; across articles, country and the month the period begins in too."""
    claim = group[0].claim
    figure = (claim.harm.verb, claim.harm.count.value.low, claim.harm.count.value.high)
    if claim.place is None or claim.period is None or claim.period.value.start is None:
        return (*figure, claim.article)
    start = claim.period.value.start
    return (*figure, claim.place.value.country, start.year, start.month)


def _groups(parts: Iterable[list[Told[TollClaim]]]) -> list[list[Told[TollClaim]]]:
    """Parts that repeat the first of an earlier group, joined to it."""
    groups: list[list[Told[TollClaim]]] = []
    for part in parts:
        home = next((g for g in groups if _repeats(g[0], part[0])), None)
        if home is None:
            groups.append(list(part))
        else:
            home += part
    return groups


def _toll(group: Sequence[Told[TollClaim]]) -> Toll:
    return Toll(
        record_id(group[0], group[0].claim.harm.verb), group[0].claim, repeats=tuple(t.claim for t in group[1:])
    )


def _near(toll: Toll) -> Iterator[Hashable]:
    """What two tolls that could be linked share: an article, or verb, country and month of the period."""
    for article in dict.fromkeys(c.article for c in (toll.claim, *toll.repeats)):
        yield ("article", article)
    claim = toll.claim
    if claim.period is None or claim.place is None or claim.period.value.start is None:
        return
    first, last = claim.period.value.start, claim.period.value.end or claim.period.value.start
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    for month in months if len(months) <= _LONGEST_KEYED else ("long",):
        yield (claim.harm.verb, claim.place.value.country, month)


def _repeats(first: Told[TollClaim], other: Told[TollClaim]) -> bool:
    """The same figure of the same matter by the same voice, told again; a headline leaves the voice and group out."""
    a, b = first.claim, other.claim
    if a.harm.verb != b.harm.verb or not _same_figure(a.harm, b.harm) or _apart(a, b):
        return False
    if a.article == b.article and (first.head or other.head):
        return True
    return _voice(a) == _voice(b) and _who(a.harm) == _who(b.harm)


def _same_figure(a: Harm, b: Harm) -> bool:
    return (a.count.value.low, a.count.value.high) == (b.count.value.low, b.count.value.high)


def _voice(claim: TollClaim) -> str | None:
    said = claim.harm.said or claim.said
    return said.speaker.value.id if said.speaker else None


def _who(harm: Harm) -> str | None:
    return fold(harm.who.value) if harm.who else None


def _apart(a: TollClaim, b: TollClaim) -> bool:
    """Whether places or periods are known to differ."""
    return _places_apart(a.place, b.place) or _times_apart(a.period, b.period)


def _places_apart(a: Cited[Place] | None, b: Cited[Place] | None) -> bool:
    return a is not None and b is not None and lie(a.value, b.value) is Lie.APART


def _times_apart(a: Cited[When] | None, b: Cited[When] | None) -> bool:
    return a is not None and b is not None and not overlap(a.value, b.value)


def _linked(toll: Toll, tolls: Sequence[Toll], incidents: Sequence[Incident], articles: Mapping[str, Article]) -> Toll:
    others = tolls
    rivals = [o.id for o in others if _rival(toll.claim, o.claim)]
    rivals += [i.id for i in incidents if i.lead.grain is Grain.AGGREGATE and _rival_incident(toll.claim, i)]
    parts = [o.id for o in others if _part(toll.claim, o.claim, articles)]
    parts += [i.id for i in incidents if i.lead.grain is Grain.INCIDENT and _part_incident(toll.claim, i, articles)]
    return replace(toll, rivals=tuple(rivals), parts=tuple(parts))


def _rival(a: TollClaim, b: TollClaim) -> bool:
    """Another figure for the same verb, a like group, place and period, by another voice."""
    if a.harm.verb != b.harm.verb:
        return False
    if a.article != b.article and not (a.period and b.period and a.place and b.place):
        return False
    return (
        _voice(a) != _voice(b) and not _same_figure(a.harm, b.harm) and not _apart(a, b) and _like_group(a.harm, b.harm)
    )


def _like_group(a: Harm, b: Harm) -> bool:
    left, right = _who(a), _who(b)
    return left is None or right is None or bool(set(left.split()) & set(right.split())) or "people" in (left, right)


def _rival_incident(toll: TollClaim, incident: Incident) -> bool:
    for claim in incident.claims:
        for harm in claim.harms:
            if harm.verb != toll.harm.verb or claim.article != toll.article or not _like_group(harm, toll.harm):
                continue
            said = harm.said or claim.said
            speaker = said.speaker.value.id if said.speaker else None
            if speaker != _voice(toll) and not _places_apart(toll.place, claim.place):
                return not _times_apart(toll.period, claim.when)
    return False


def _part(whole: TollClaim, part: TollClaim, articles: Mapping[str, Article]) -> bool:
    return whole.article == part.article and _says_part(whole.article, whole.harm.count, part.harm.count, articles)


def _part_incident(whole: TollClaim, incident: Incident, articles: Mapping[str, Article]) -> bool:
    return any(
        _says_part(whole.article, whole.harm.count, harm.count, articles)
        for claim in incident.claims
        if claim.article == whole.article
        for harm in claim.harms
    )


def _says_part(article: str, whole: Cited[Count], part: Cited[Count], articles: Mapping[str, Article]) -> bool:
    """Whether "including" or the like stands between two figures of one sentence."""
    first, then = _offset(whole), _offset(part)
    if article not in articles or first is None or then is None or first >= then or then - first > 250:
        return False
    between = articles[article].text[first:then]
    return bool(_PART.search(between)) and ". " not in between and "\n" not in between


def _offset(cited: Cited[Count]) -> int | None:
    return next((getattr(e, "start", None) for e in cited.evidence), None)
