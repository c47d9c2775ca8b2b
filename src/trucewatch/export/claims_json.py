"""Each kind of claim in the exchange form: the values one clause gives, with who says them."""

from __future__ import annotations

from functools import singledispatch

from ..records.claim import (
    Claim,
    ControlClaim,
    IncidentClaim,
    PopulationClaim,
    PositionClaim,
    RelationClaim,
    TalkClaim,
    TollClaim,
    TruceClaim,
)
from .values import Json, cited, count, evidence, harm, maybe_party, party, place, said, several, when
from .wording import iso_length


def head(claim: Claim) -> Json:
    """What every claim has: its id, its article, who says it in what stance, and the clause."""
    return {"id": claim.id, "article": claim.article, **said(claim.said), "evidence": evidence(claim.words)}


@singledispatch
def claim_json(claim: Claim) -> Json:
    """One claim with all its values."""
    raise TypeError(f"no JSON form for {type(claim).__name__}")


@claim_json.register
def truce(claim: TruceClaim) -> Json:
    """What one clause says of a truce."""
    return {
        **head(claim),
        "act": claim.act.value,
        "label": cited(claim.label),
        "instrument": claim.instrument,
        "scope": claim.scope,
        "unilateral": claim.unilateral,
        "area": cited(claim.area, place),
        "limited_to": cited(claim.limited_to),
        "declared_by": several(claim.declared_by, party),
        "mediated_by": several(claim.mediated_by, party),
        "bound": several(claim.bound, party),
        "excluded": several(claim.excluded, party),
        "excluded_areas": several(claim.excluded_areas, place),
        "announced": cited(claim.announced, when),
        "start": cited(claim.start, when),
        "duration": cited(claim.duration, iso_length),
        "extension": cited(claim.extension, iso_length),
        "end": cited(claim.end, when),
        "condition": cited(claim.condition, str),
    }


@claim_json.register
def incident(claim: IncidentClaim) -> Json:
    """An act of violence or a related event as one clause tells it."""
    return {
        **head(claim),
        "event": cited(claim.event),
        "sub_event": claim.sub_event,
        "grain": claim.grain.value,
        "armed": claim.armed,
        "actor": cited(claim.actor, party),
        "target": cited(claim.target, party),
        "target_words": cited(claim.target_words),
        "place": cited(claim.place, place),
        "when": cited(claim.when, when),
        "means": several(claim.means),
        "harms": [harm(h) for h in claim.harms],
        "breach_alleged": cited(claim.breach_alleged, maybe_party),
    }


@claim_json.register
def toll(claim: TollClaim) -> Json:
    """A figure over a period or a war."""
    return {
        **head(claim),
        "harm": harm(claim.harm),
        "place": cited(claim.place, place),
        "period": cited(claim.period, when),
        "by": several(claim.by, party),
    }


@claim_json.register
def talk(claim: TalkClaim) -> Json:
    """A meeting or negotiation."""
    return {
        **head(claim),
        "status": cited(claim.status),
        "participants": several(claim.participants, party),
        "mediators": several(claim.mediators, party),
        "place": cited(claim.place, place),
        "when": cited(claim.when, when),
        "about": cited(claim.about),
    }


@claim_json.register
def control(claim: ControlClaim) -> Json:
    """A claim to hold a place."""
    return {
        **head(claim),
        "kind": claim.kind,
        "place": cited(claim.place, place),
        "holder": cited(claim.holder, party),
        "taken_from": cited(claim.taken_from, party),
        "as_of": cited(claim.as_of, when),
    }


@claim_json.register
def position(claim: PositionClaim) -> Json:
    """What an actor wants, refuses or demands."""
    return {
        **head(claim),
        "actor": cited(claim.actor, party),
        "position": cited(claim.stance),
        "issue": cited(claim.issue),
    }


@claim_json.register
def relation(claim: RelationClaim) -> Json:
    """How two actors stand to each other."""
    return {
        **head(claim),
        "left": cited(claim.left, party),
        "relation": cited(claim.relation),
        "right": cited(claim.right, party),
    }


@claim_json.register
def population(claim: PopulationClaim) -> Json:
    """People who live or remain somewhere."""
    return {
        **head(claim),
        "kind": claim.kind,
        "count": cited(claim.count, count),
        "place": cited(claim.place, place),
    }
