"""Incident claims to incidents: one act told twice joined, parts under their aggregates, rival figures side by side."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import timedelta

from ..knowledge.regions import base_name
from ..records.claim import Harm, IncidentClaim
from ..records.ledger import Figure, Incident
from ..records.place import Level
from ..records.review import Judgement
from ..records.text import Article
from .bearings import incident_bearing, tellings
from .blocks import Blocks
from .copies.repeats import once_for_copies
from .decided import decided_pairs
from .grouping import Group
from .incident_likeness import likeness
from .naming import record_id
from .parts import with_parent
from .told import Told, order_of, tell
from .toll_rules import Copies, toll_readings

_JOIN = 0.7
_LONGEST_KEYED = 10


class Incidents:
    """The incidents of claims that come and go; only those around a change are made anew."""

    def __init__(self, articles: Mapping[str, Article], copies: Copies) -> None:
        self._articles, self._copies = articles, copies
        self.blocks: Blocks[IncidentClaim] = Blocks(_keys, once_for_copies(likeness), _JOIN)
        self._made: dict[str, Incident] = {}
        self._order: dict[str, tuple[object, ...]] = {}
        self._keyed: dict[str, frozenset[Hashable]] = {}

    def update(self) -> tuple[dict[str, Incident], tuple[str, ...]]:
        """Make anew what changed: the records made (by the id of the first claim) and the ids of records that are no more."""
        changed = self.blocks.regroup()
        keys: set[Hashable] = set()
        lost = []
        for name in changed.gone:
            keys |= self._keyed.pop(name, frozenset())
            lost.append(self._made.pop(name).id)
            del self._order[name]
        for found in changed.made:
            name = found.members[0].claim.id
            keys |= self._keyed.get(name, frozenset())
            self._keyed[name] = frozenset(k for told in found.members for k in _keys(told))
            keys |= self._keyed[name]
            self._made[name] = _incident(found, self._articles, self._copies)
            self._order[name] = order_of(found.members[0])
        touched = self.blocks.sharing(keys)
        fresh = {name: self._with_parent(name) for name in touched}
        made = {g.members[0].claim.id for g in changed.made}
        put = {n: record for n, record in fresh.items() if n in made or record != self._made[n]}
        self._made |= put
        return put, tuple(lost)

    def __len__(self) -> int:
        return len(self._made)

    def records(self) -> tuple[Incident, ...]:
        """Every incident, in order of first telling."""
        return tuple(self._made[name] for name in sorted(self._made, key=self._order.__getitem__))

    def of_article(self, article: str) -> tuple[Incident, ...]:
        """Incidents with a claim of an article, in order of first telling."""
        return self._in_order(self.blocks.sharing([("article", article)]))

    def _in_order(self, names: Iterable[str]) -> tuple[Incident, ...]:
        return tuple(self._made[n] for n in sorted(names, key=self._order.__getitem__))

    def _with_parent(self, name: str) -> Incident:
        incident = self._made[name]
        by_words = [o for a in dict.fromkeys(c.article for c in incident.claims) for o in self.of_article(a)]
        days = [key for key in self._keyed[name] if isinstance(key, tuple) and key[0] != "article"]
        return with_parent(incident, by_words, self._in_order(self.blocks.sharing(days)), self._articles)


def reconcile_incidents(
    claims: Sequence[IncidentClaim], articles: Mapping[str, Article], judgements: Sequence[Judgement] = ()
) -> tuple[Incident, ...]:
    """One incident for each act told of, in order of first telling; ``part_of`` set where the text says so."""
    found = Incidents(articles, {})
    found.blocks.put(tell(claims, articles))
    pairs = decided_pairs("incident", claims, judgements)
    found.blocks.decide(pairs.bound, pairs.barred)
    found.update()
    return found.records()


def _keys(told: Told[IncidentClaim]) -> Iterable[Hashable]:
    """Claims are compared within an article, and across articles by day and place (no wider than a province)."""
    claim = told.claim
    yield ("article", claim.article)
    if claim.place is None or claim.place.value.level is Level.COUNTRY:
        return
    place = claim.place.value
    names = {base_name(place.name), *(base_name(n) for n in place.within if n != place.country_name)}
    for day in _days(told):
        for name in names:
            yield (day, name)


def _days(told: Told[IncidentClaim]) -> Iterable[int]:
    when = told.claim.when.value if told.claim.when else told.published
    if when is None or when.start is None:
        return ()
    first = when.start.toordinal()
    last = (when.end - timedelta(seconds=1)).toordinal() if when.end else first
    return range(first, last + 1) if 0 <= last - first <= _LONGEST_KEYED else ()


def _incident(found: Group[Told[IncidentClaim]], articles: Mapping[str, Article], copies: Copies) -> Incident:
    claims = [t.claim for t in found.members]
    lead = claims[0]
    where = lead.place.value.name if lead.place else None
    return Incident(
        id=record_id(found.members[0], lead.event.value, where),
        claims=tuple(claims),
        figures=tuple(_figure(claim, harm) for claim in claims for harm in claim.harms),
        joined=found.joined,
        tellings=tellings(found.members, incident_bearing),
        tolls=toll_readings(claims, articles, copies),
    )


def _figure(claim: IncidentClaim, harm: Harm) -> Figure:
    said = harm.said or claim.said
    return Figure(
        claim.id,
        harm.verb,
        harm.count.value,
        harm.who.value if harm.who else None,
        said.speaker.value.shown if said.speaker else None,
    )
