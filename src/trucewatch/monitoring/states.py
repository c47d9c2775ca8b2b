"""The two axes of a truce at a moment: instrument state by declarations and clock, condition by attributed reports."""

from __future__ import annotations

from datetime import datetime

from ..records.claim import Condition, TruceAct, TruceClaim
from ..records.ledger import InstrumentState, Term, Truce, TruceState
from ..records.reading import Stance
from .terms import say

_WISHED = frozenset({TruceAct.PROPOSED, TruceAct.REJECTED})
_STANDING = frozenset({TruceAct.IN_FORCE, TruceAct.EXTENDED, TruceAct.VIOLATED})
_COMMITTED = frozenset({TruceAct.AGREED, TruceAct.ANNOUNCED})
_DEAD_STANCES = frozenset({Stance.DENIED, Stance.RETRACTED, Stance.HYPOTHETICAL})


def state_of(truce: Truce, term: Term, at: datetime) -> TruceState:
    """State at ``at`` (local time of the truce's area), with the sentence that gives the ground."""
    state, why = _instrument(truce, term, at)
    condition = truce.conditions[-1].value if truce.conditions else Condition.NO_INFORMATION
    if not truce.conditions and any(c.act is TruceAct.COLLAPSED for c in _standing(truce)):
        condition = Condition.DE_FACTO_COLLAPSED
    return TruceState(truce.id, at, state, why, condition, truce.conditions)


def _standing(truce: Truce) -> list[TruceClaim]:
    return [c for c in truce.claims if c.said.stance not in _DEAD_STANCES]


def _instrument(truce: Truce, term: Term, at: datetime) -> tuple[InstrumentState, str]:
    told = _standing(truce)
    acts = {c.act for c in told}
    declared = _declared(acts)
    if declared is not None:
        return declared
    if acts <= {TruceAct.DENIED}:
        return InstrumentState.UNKNOWN, "the reports only deny that there is one"
    if acts <= _WISHED | {TruceAct.MENTIONED, TruceAct.DENIED} and acts & _WISHED and not truce.starts:
        return InstrumentState.PROPOSED, "it is proposed or negotiated, and no start is given"
    return _by_clock(acts, term, at)


def _declared(acts: set[TruceAct]) -> tuple[InstrumentState, str] | None:
    """States that a declaration sets whatever the clock says; a report of collapse sets the condition only."""
    if TruceAct.ENDED in acts:
        return InstrumentState.TERMINATED, "a report says that it was ended"
    if TruceAct.EXPIRED in acts and TruceAct.EXTENDED not in acts:
        return InstrumentState.EXPIRED, "a report says that it expired"
    if TruceAct.SUSPENDED in acts:
        return InstrumentState.SUSPENDED, "a report says that it was suspended"
    return None


def _by_clock(acts: set[TruceAct], term: Term, at: datetime) -> tuple[InstrumentState, str]:
    start, end = None if term.assumed_start else term.start, term.end
    if end is not None and end.end is not None and at >= end.end:
        return (
            InstrumentState.PRESUMED_EXPIRED,
            f"its end, {say(end)}, is past and no extension is known; no report says that it expired",
        )
    if start is not None and start.start is not None and at < start.start:
        return InstrumentState.AGREED, f"it starts {say(start)}, after the moment asked for"
    if start is not None and start.start is not None:
        begun = start.end is not None and at >= start.end
        if begun or acts & _STANDING:
            until = f"; it ends {say(end)}" if end is not None else "; no end is given"
            return InstrumentState.IN_FORCE, f"it started {say(start)}{until}"
        return InstrumentState.AGREED, f"it starts within {say(start)}, and no report says that it has begun"
    if acts & _STANDING:
        return InstrumentState.IN_FORCE, "reports tell of it as standing; no start is given"
    if acts & _COMMITTED:
        return InstrumentState.AGREED, "it is announced or agreed; no start is given"
    return InstrumentState.UNKNOWN, "it is only mentioned; the reports give neither act nor start"
