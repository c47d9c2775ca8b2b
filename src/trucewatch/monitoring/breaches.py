"""The seven tests of a violation for every armed incident and truce, and the outcome they give.

A machine's answer is never more than an allegation with its source; unknown never rounds up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..records.claim import Grain, IncidentClaim
from ..records.ledger import Answer, Breach, Incident, Outcome, Term, Test, Truce
from ..records.party import Party, PartyKind
from ..records.place import Level, Place
from ..records.reading import Stance
from ..records.text import Cited
from .clock import Timing, in_force, not_before
from .doubts import doubt_of
from .limits import prohibited
from .overtaken import Overtaken, overtaken
from .sides import is_bound, is_protected, same_party
from .whereabouts import Atlas, atlas_of, inside

BREACHES = frozenset({Outcome.VERIFIED, Outcome.CORROBORATED, Outcome.ALLEGED, Outcome.UNATTRIBUTED, Outcome.DISPUTED})
_OBSERVERS = frozenset({PartyKind.INTERNATIONAL_ORGANISATION, PartyKind.MONITOR})
_RETRACTED = frozenset({Stance.DENIED, Stance.RETRACTED})
_UNREAL = frozenset({Stance.HYPOTHETICAL, Stance.PLANNED, Stance.ASPIRATION, Stance.PREDICTION})


def find_breaches(
    incidents: Sequence[Incident],
    truces: Sequence[Truce],
    terms: Sequence[tuple[str, Term]],
    atlas: Atlas | None = None,
) -> tuple[Breach, ...]:
    """One row for each armed incident and each truce it could concern; ``atlas`` knows places of other records too.

    A truce of another country than the incident's is left out unless one report tells of both: between
    unrelated wars a row would say nothing.
    """
    by_id = dict(terms)
    parents = {truce.id: truce for truce in truces}
    atlas = atlas or atlas_of(incidents, truces)
    near = _by_article_and_country(truces)
    doubtful = overtaken([(truce, by_id[truce.id]) for truce in truces])
    return tuple(
        _assess(incident, truces[n], by_id[truces[n].id], parents, atlas, doubtful.get(truces[n].id))
        for incident in incidents
        if any(c.armed for c in incident.claims)
        for n in sorted({n for key in _keys(incident) for n in near.get(key, ())})
    )


def _by_article_and_country(truces: Sequence[Truce]) -> Mapping[str, list[int]]:
    """Positions of truces under each article that tells of them and the country of their area."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, truce in enumerate(truces):
        for key in {c.article for c in truce.claims}:
            found[key].append(n)
        if truce.area is not None and truce.area.value.country:
            found[truce.area.value.country].append(n)
    return found


def _keys(incident: Incident) -> set[str]:
    place = _first(incident, "place")
    country = place.value.country if place is not None else None
    return {c.article for c in incident.claims} | ({country} if country else set())


def _first(incident: Incident, slot: str) -> Cited[Place] | None:
    """The place of the claims, one read off before one inferred."""
    found = [v for c in incident.claims if (v := getattr(c, slot)) is not None]
    return min(found, key=lambda v: bool(v.derivation), default=None)


def _assess(
    incident: Incident, truce: Truce, term: Term, parents: Mapping[str, Truce], atlas: Atlas, doubt: Overtaken | None
) -> Breach:
    place = _first(incident, "place")
    actor, target = _party(incident, "actor"), _party(incident, "target")
    excluded = _excluded(truce, parents)
    before, force = in_force(incident, truce, term)
    if doubt is not None and force is not Answer.NO and not_before(incident, doubt.since):
        before, force = Timing(doubt.sentence), Answer.UNKNOWN
    else:
        doubt = None
    area_answer, area_why = _inside(place, truce, atlas)
    tests = (
        Test("in force", force, before.sentence),
        Test("inside the area", area_answer, area_why),
        Test("actor bound", *is_bound(actor, truce, excluded)),
        Test("target protected", *is_protected(target, incident, truce, excluded)),
        Test("act prohibited", *prohibited(incident, truce)),
        Test("no exception", *_exception(incident)),
        Test("evidence", *_evidence(incident)),
    )
    outcome, reason = _outcome(incident, tests, actor, target, excluded, before.outcome, _nationwide(truce))
    if outcome in BREACHES:
        unsure = doubt.sentence if doubt else doubt_of(incident, truce, term, actor, tests[2].answer)
        if unsure is not None:
            outcome, reason = Outcome.NOT_ASSESSABLE, unsure
    single = incident.lead.grain is Grain.INCIDENT
    return Breach(
        incident=incident.id,
        truce=truce.id,
        tests=tests,
        outcome=outcome,
        reason=reason,
        counted=single,
        alleged_party=actor.name if actor and outcome in (Outcome.ALLEGED, Outcome.DISPUTED) else None,
    )


def _inside(place: Cited[Place] | None, truce: Truce, atlas: Atlas) -> tuple[Answer, str]:
    """Whether the act lies in the area and in none left out; an area only inferred, and finer than a country, puts nothing
    of its country outside."""
    area = truce.area
    for left_out in truce.excluded_areas if place else ():
        if inside(place.value if place else None, left_out.value, atlas)[0] is Answer.YES:
            return Answer.NO, f"{left_out.value.name} is left out of the truce"
    answer, why = inside(place.value if place else None, area.value if area else None, atlas)
    inferred = area is not None and area.derivation and area.value.level is not Level.COUNTRY
    if answer is Answer.NO and inferred and place and area and place.value.country == area.value.country:
        return Answer.UNKNOWN, f"{why}, an area that the report does not state outright"
    return answer, why


def _party(incident: Incident, slot: str) -> Party | None:
    """The first party that is named, else the first words for one that leave open who it was ("gunmen")."""
    found = [v.value for c in incident.claims if (v := getattr(c, slot)) is not None]
    return min(found, key=lambda p: p.unidentified, default=None)


def _excluded(truce: Truce, parents: Mapping[str, Truce]) -> list[Party]:
    """Parties outside the truce, or outside the wider one it reinforces."""
    wider = parents.get(truce.parent) if truce.parent else None
    return [p.value for p in (*truce.excluded, *(wider.excluded if wider else ()))]


def _exception(incident: Incident) -> tuple[Answer, str]:
    answering = next((c for c in incident.claims if _answers(c)), None)
    if answering is not None:
        return Answer.UNKNOWN, "the words give a reason that may be self-defence or retaliation"
    return Answer.YES, "the reports name no exception"


def _answers(claim: IncidentClaim) -> bool:
    words = " ".join(span.quote for span in claim.words).lower()
    return any(cue in words for cue in ("retaliat", "in response", "self-defence", "self-defense", "returned fire"))


def _evidence(incident: Incident) -> tuple[Answer, str]:
    live = [c for c in incident.claims if c.said.stance not in _RETRACTED]
    if not live:
        return Answer.NO, "every report of it is denied or retracted"
    voices = sorted({_voice(c) for c in live})
    if any(s is Stance.CLAIMED_UNVERIFIED for c in live for s, _, _ in c.said.responses):
        return Answer.UNKNOWN, f"told by {', '.join(voices)}; not verified by the words of the report"
    return Answer.UNKNOWN, f"told by {', '.join(voices)}; a machine verifies nothing"


def _voice(claim: IncidentClaim) -> str:
    if claim.said.speaker is not None:
        return claim.said.speaker.value.shown
    return "the report's own voice" if claim.said.stance is Stance.NARRATED else "somebody the report does not name"


def _outcome(
    incident: Incident,
    tests: tuple[Test, ...],
    actor: Party | None,
    target: Party | None,
    excluded: Sequence[Party],
    by_time: Outcome | None,
    nationwide: bool,
) -> tuple[Outcome, str]:
    """The first that holds, in the order a monitor asks.

    An act of unknown place is no violation of a local truce; of a nationwide one told of in the same report it may be.
    """
    force, area, bound, _, act, _, evidence = tests
    if by_time is not None:
        return by_time, force.reason
    outside = next((p for p in (actor, target) if p and any(same_party(p, e) for e in excluded)), None)
    if outside is not None:
        return Outcome.EXEMPT, f"{outside.name} is excluded from the truce"
    if area.answer is Answer.NO:
        return Outcome.OUTSIDE, area.reason
    if act.answer is Answer.NO or bound.answer is Answer.NO:
        return Outcome.PERMITTED, act.reason if act.answer is Answer.NO else bound.reason
    stances = {c.said.stance for c in incident.claims}
    if evidence.answer is Answer.NO or stances <= _UNREAL:
        return Outcome.NOT_ASSESSABLE, evidence.reason
    if act.answer is Answer.UNKNOWN:
        return Outcome.NOT_ASSESSABLE, act.reason
    if area.answer is Answer.UNKNOWN and not nationwide:
        return Outcome.NOT_ASSESSABLE, f"inside the area? {area.reason}"
    if actor is None:
        return Outcome.UNATTRIBUTED, "no report names who did it"
    if actor.unidentified:
        return Outcome.UNATTRIBUTED, f'"{actor.name}" leaves open who did it'
    naming = [c for c in incident.claims if c.actor is not None and same_party(c.actor.value, actor)]
    accusers = ", ".join(sorted({_voice(c) for c in naming}))
    if _denied_by(incident, actor):
        return Outcome.DISPUTED, f"{accusers} names {actor.name}, which denies it"
    if len(_observers(incident)) > 1:
        return Outcome.CORROBORATED, f"{accusers} name {actor.name}, each by its own word"
    if accusers == actor.name:
        return Outcome.ALLEGED, f"{actor.name} itself says that it did so"
    return Outcome.ALLEGED, f"{accusers} names {actor.name}"


def _observers(incident: Incident) -> set[str]:
    """Voices unrelated to the parties that each name the actor: missions, observers, international bodies."""
    named = [c.said.speaker.value for c in incident.claims if c.actor is not None and c.said.speaker is not None]
    return {p.id for p in named if p.kind in _OBSERVERS}


def _nationwide(truce: Truce) -> bool:
    return truce.scope == "nationwide" or (truce.area is not None and truce.area.value.level is Level.COUNTRY)


def _denied_by(incident: Incident, actor: Party) -> bool:
    return any(
        stance is Stance.DENIED and who is not None and same_party(who.value, actor)
        for claim in incident.claims
        for stance, who, _ in claim.said.responses
    )
