"""One more claim of an act told before: its sort, place and time, with another voice's words and actor."""

from __future__ import annotations

from dataclasses import replace

from ...records.claim import IncidentClaim, Said
from ...records.party import Party
from ...records.text import Cited, Span
from ..identity import claim_id

SAME_ACT = "the words tell who did the act told before"
_SAME_PLACE, _SAME_TIME = "the place is that of the act told before", "the time is that of the act told before"


def same_voice(claim: IncidentClaim, said: Said, actor: Cited[Party] | None) -> bool:
    """Whether a claim is by the same speaker and names the same actor."""
    one, other = claim.said.speaker, said.speaker
    if (one.value.id if one else None) != (other.value.id if other else None):
        return False
    if claim.actor is None or actor is None:
        return claim.actor is None and actor is None
    return claim.actor.value.id == actor.value.id


def only_harm(claim: IncidentClaim) -> bool:
    """Whether a claim tells no more than who was hurt ("four people died")."""
    return claim.sub_event == "Attack" and bool(claim.harms) and claim.actor is None and not claim.means


def spot_of(claim: IncidentClaim) -> int:
    """Where the act itself is told: all claims of one act share it."""
    first = claim.event.evidence[0]
    return first.start if isinstance(first, Span) else claim.words[0].start


def claim_again(act: IncidentClaim, said: Said, actor: Cited[Party] | None, quote: Span) -> IncidentClaim:
    """The act again, as ``said`` tells it in the words of ``quote``; its harm is not told again."""
    where = act.place.value.name if act.place else None
    who = actor.value.id if actor else None
    return IncidentClaim(
        id=claim_id(act.article, "incident", (quote,), (act.event.value, act.sub_event, where, who)),
        article=act.article,
        said=said,
        words=(quote,),
        event=replace(act.event, derivation=SAME_ACT),
        sub_event=act.sub_event,
        grain=act.grain,
        armed=act.armed,
        actor=actor,
        place=act.place and replace(act.place, derivation=act.place.derivation or _SAME_PLACE),
        when=act.when and replace(act.when, derivation=act.when.derivation or _SAME_TIME),
    )
