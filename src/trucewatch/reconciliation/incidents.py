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
from .copies.repeats import once_for_copies
from .decided import decided_pairs
from .grouping import Group, candidate_pairs, group
from .incident_likeness import likeness
from .naming import record_id
from .parts import with_parents
from .told import Told, tell

_JOIN = 0.7
_LONGEST_KEYED = 10


def reconcile_incidents(
    claims: Sequence[IncidentClaim], articles: Mapping[str, Article], judgements: Sequence[Judgement] = ()
) -> tuple[Incident, ...]:
    """One incident for each act told of, in order of first telling; ``part_of`` set where the text says so."""
    told = tell(claims, articles)
    decided = decided_pairs([t.claim for t in told], judgements)
    groups = group(
        told, candidate_pairs([_keys(t) for t in told]), once_for_copies(likeness), _JOIN, decided.bound, decided.barred
    )
    taken: set[str] = set()
    incidents = [_incident(g, taken) for g in groups]
    return with_parents(incidents, articles)


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


def _incident(found: Group[Told[IncidentClaim]], taken: set[str]) -> Incident:
    claims = [t.claim for t in found.members]
    lead = claims[0]
    where = lead.place.value.name if lead.place else None
    return Incident(
        id=record_id(lead, taken, lead.event.value, where),
        claims=tuple(claims),
        figures=tuple(_figure(claim, harm) for claim in claims for harm in claim.harms),
        joined=found.joined,
        tellings=tellings(found.members, incident_bearing),
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
