"""Incident claims to incidents: one act told twice joined, parts under their aggregates, rival figures side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from ..knowledge.geography import Lie, is_wide, lie
from ..knowledge.regions import base_name
from ..records.claim import Grain, Harm, IncidentClaim
from ..records.ledger import Figure, Incident, Likeness
from ..records.place import Level
from ..records.review import Judgement
from ..records.text import Article
from .comparing import overlap
from .copies.repeats import once_for_copies
from .decided import decided_pairs
from .grouping import candidate_pairs, group
from .incident_likeness import likeness
from .naming import record_id
from .told import Told, tell

_JOIN = 0.7
_LONGEST_KEYED = 10
_PART = re.compile(r"\b(?:including|among them|among the dead|of whom|of them|of which|one of (?:them|which))\b", re.I)


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
    incidents = [_incident([t.claim for t in g.members], g.joined, taken) for g in groups]
    wholes: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if incident.lead.grain is Grain.AGGREGATE:
            for article in dict.fromkeys(c.article for c in incident.claims):
                wholes[article].append(incident)
    return tuple(_with_parent(incident, wholes, articles) for incident in incidents)


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
            yield (day, place.country, name)


def _days(told: Told[IncidentClaim]) -> Iterable[int]:
    when = told.claim.when.value if told.claim.when else told.published
    if when is None or when.start is None:
        return ()
    first = when.start.toordinal()
    last = (when.end - timedelta(seconds=1)).toordinal() if when.end else first
    return range(first, last + 1) if 0 <= last - first <= _LONGEST_KEYED else ()


def _incident(claims: Sequence[IncidentClaim], joined: tuple[Likeness, ...], taken: set[str]) -> Incident:
    lead = claims[0]
    where = lead.place.value.name if lead.place else None
    return Incident(
        id=record_id(lead, taken, lead.event.value, where),
        claims=tuple(claims),
        figures=tuple(_figure(claim, harm) for claim in claims for harm in claim.harms),
        joined=joined,
    )


def _figure(claim: IncidentClaim, harm: Harm) -> Figure:
    said = harm.said or claim.said
    return Figure(
        claim.id,
        harm.verb,
        harm.count.value,
        harm.who.value if harm.who else None,
        said.speaker.value.name if said.speaker else None,
    )


def _with_parent(
    incident: Incident, wholes: Mapping[str, Sequence[Incident]], articles: Mapping[str, Article]
) -> Incident:
    """Set ``part_of`` where the words make the act a part ("including") of an aggregate told just before."""
    if incident.lead.grain is not Grain.INCIDENT:
        return incident
    for claim in incident.claims:
        parent = next((o for o in wholes.get(claim.article, ()) if _holds(o, claim, articles)), None)
        if parent is not None:
            return replace(incident, part_of=parent.id)
    return incident


def _holds(aggregate: Incident, part: IncidentClaim, articles: Mapping[str, Article]) -> bool:
    """Whether some claim of an aggregate stands right before the part in one sentence, and can contain it."""
    if part.article not in articles:
        return False
    text = articles[part.article].text
    for claim in aggregate.claims:
        if claim.article != part.article or claim.event.evidence == part.event.evidence:
            continue
        start, end = claim.words[0].start, part.words[0].end
        if start < end and _PART.search(text, start, end) and "\n" not in text[start:end] and can_hold(claim, part):
            return True
    return False


def can_hold(whole: IncidentClaim, part: IncidentClaim) -> bool:
    """Whether an aggregate's place and time leave room for a part."""
    if whole.place and part.place and lie(part.place.value, whole.place.value) in (Lie.APART, Lie.CONTAINS):
        return is_wide(part.place.value) and bool(part.place.derivation)
    if whole.when and part.when and not part.when.derivation:
        return overlap(whole.when.value, part.when.value)
    return True
