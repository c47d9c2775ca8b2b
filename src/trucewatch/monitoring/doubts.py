"""What leaves it unsure whether a truce was broken, though nothing shows that it was not: such an act cannot be assessed."""

from __future__ import annotations

from datetime import timedelta

from ..records.ledger import Answer, Incident, Term, Truce
from ..records.party import Party
from ..records.place import Level
from .clock import time_of
from .overtaken import told_as_standing
from .sides import surely_other
from .terms import say

# A truce told without an end is not taken to have lasted longer than this, unless a report says that it stood.
_LONG = timedelta(days=365)


def doubt_of(incident: Incident, truce: Truce, term: Term, actor: Party | None, bound: Answer) -> str | None:
    """The first doubt that forbids to call an act a breach, as a sentence; None where there is none."""
    return _old(incident, truce, term) or _whose(truce) or _not_named(truce, actor, bound) or _where(truce)


def _old(incident: Incident, truce: Truce, term: Term) -> str | None:
    when = time_of(incident)
    if term.end is not None or term.start is None or term.start.end is None or when is None or when.start is None:
        return None
    if when.start - term.start.end < _LONG or told_as_standing(truce):
        return None
    return f"told with a start, {say(term.start)}, and no end; no report says that it still stood at {say(when)}"


def _whose(truce: Truce) -> str | None:
    if truce.unilateral and not truce.declared_by and not truce.bound:
        return "the truce is one side's own, and no report says whose"
    return None


def _not_named(truce: Truce, actor: Party | None, bound: Answer) -> str | None:
    """A party known by name that is none of the two or more named as bound."""
    if actor is None or bound is not Answer.UNKNOWN or actor.umbrella or actor.id.startswith("text:"):
        return None
    named = {c.value.id: c.value for c in (*truce.bound, *truce.declared_by) if not c.value.umbrella}
    if len(named) < 2 or not all(surely_other(actor, party) for party in named.values()):
        return None
    return f"the truce is told as of {' and '.join(p.name for p in named.values())}; whether {actor.name} is bound is not stated"


def _where(truce: Truce) -> str | None:
    """A country only inferred, of a truce that is local by nature."""
    area = truce.area
    if area is None or not area.derivation or area.value.level is not Level.COUNTRY:
        return None
    if truce.instrument == "de_escalation_zone":
        return "zones have bounds, and no report gives them"
    return None
