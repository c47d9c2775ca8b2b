"""Which acts are parts of a wave or total: by the words of one report, or by place, day and sort across reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from ..knowledge.geography import Lie, is_wide, lie
from ..records.claim import Grain, Harm, IncidentClaim
from ..records.ledger import Incident
from ..records.place import Level
from ..records.text import Article
from .comparing import alike, contested, lying, overlap
from .incident_likeness import several

_PART = re.compile(r"\b(?:including|among them|among the dead|of whom|of them|of which|one of (?:them|which))\b", re.I)
_PART = re.compile(r"\b(?:including|among them|among the dead|of whom|of them|of which|one of (?:them|which))\b", re.I)
# A total over a longer time holds too much to say which acts are its parts.
_LONGEST_TOTAL = timedelta(days=8)


def with_parent(
    incident: Incident, told: Sequence[Incident], near: Sequence[Incident], articles: Mapping[str, Article]
) -> Incident:
    """The incident, ``part_of`` set where an aggregate of its own reports (``told``) holds it by their words, or another
    report's total of that day and place (``near``) by place, day and sort."""
    parent = _parent(incident, told, near, articles)
    return incident if parent == incident.part_of else replace(incident, part_of=parent)


def _parent(
    incident: Incident, told: Sequence[Incident], near: Sequence[Incident], articles: Mapping[str, Article]
) -> str | None:
    if incident.lead.grain is Grain.INCIDENT:
        for other in told:
            if other.lead.grain is Grain.AGGREGATE and any(_holds(other, c, articles) for c in incident.claims):
                return other.id
    if several(incident.lead):
        return None
    return next(
        (o.id for o in near if several(o.lead) and o.id != incident.id and totals_hold(o.lead, incident.lead)), None
    )


def totals_hold(whole: IncidentClaim, part: IncidentClaim) -> bool:
    """Whether one report's total leaves room for another report's single act and likely counts it."""
    if whole.article == part.article or whole.place is None or part.place is None or not whole.when or not part.when:
        return False
    if whole.armed != part.armed or lying(part.place.value, whole.place.value)[0] not in (Lie.SAME, Lie.WITHIN):
        return False
    if whole.place.value.level is Level.COUNTRY or not _short(whole) or not overlap(whole.when.value, part.when.value):
        return False
    if _unlike_authors(whole, part):
        return False
    return _alike_acts(whole, part) and all(_room(w, p) for w in whole.harms for p in part.harms if w.verb == p.verb)


def _unlike_authors(whole: IncidentClaim, part: IncidentClaim) -> bool:
    """Two authors named by one voice; by two voices the blame may only be rival."""
    if not whole.actor or not part.actor or not contested(whole.actor.value, part.actor.value):
        return False
    voices = whole.said.speaker, part.said.speaker
    return voices[0] is None or voices[1] is None or alike(voices[0].value, voices[1].value)


def _alike_acts(whole: IncidentClaim, part: IncidentClaim) -> bool:
    """A total of air strikes holds an air strike; one of attacks or of deaths holds any armed act."""
    if whole.event.value == "Violence against civilians" and whole.sub_event == "Attack":
        return True
    return whole.event.value == part.event.value


def _room(whole: Harm, part: Harm) -> bool:
    return whole.count.value.high is None or (part.count.value.low or 0) <= whole.count.value.high


def _short(claim: IncidentClaim) -> bool:
    when = claim.when.value if claim.when else None
    if when is None or when.start is None or when.end is None:
        return False
    return when.end - when.start <= _LONGEST_TOTAL


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
