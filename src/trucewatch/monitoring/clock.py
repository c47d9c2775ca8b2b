"""Whether a truce was in force when an act took place, over the whole interval in which it may have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..records.claim import TruceAct
from ..records.ledger import Answer, Incident, Outcome, Term, Truce
from ..records.reading import Stance
from ..records.when import When
from .terms import say

_WISHED = frozenset({TruceAct.PROPOSED, TruceAct.REJECTED, TruceAct.DENIED, TruceAct.MENTIONED})


@dataclass(frozen=True, slots=True)
class Timing:
    """The sentence of the test, and the outcome it settles (None where it settles none)."""

    sentence: str
    outcome: Outcome | None = None


def in_force(incident: Incident, truce: Truce, term: Term) -> tuple[Timing, Answer]:
    """All of the act's interval inside the term: yes. All of it outside: no, with before or after. Else unknown."""
    if _only_wished(truce):
        return Timing("the truce is only proposed, denied or spoken of", Outcome.BEFORE), Answer.NO
    when, derived = _when(incident)
    if when is None:
        return Timing("the time of the act is not stated"), Answer.UNKNOWN
    if _all_before(when, term):
        assert term.start is not None
        bound = "day it was agreed or announced" if term.assumed_start else "start"
        return Timing(f"{say(when)} is before the {bound}, {say(term.start)}", Outcome.BEFORE), Answer.NO
    if _all_after(when, term) and not derived:
        assert term.end is not None
        return Timing(f"{say(when)} is after the end, {say(term.end)}", Outcome.AFTER), Answer.NO
    if derived and _all_after(when, term):
        assert term.end is not None
        told = (
            f"the time of the act is not stated; {say(when)}, the latest it can be, is after the end, {say(term.end)}"
        )
        return Timing(told, Outcome.NOT_ASSESSABLE), Answer.UNKNOWN
    if derived:
        return Timing(f"the time of the act is not stated; {say(when)} is the latest it can be"), Answer.UNKNOWN
    return _within(when, term)


def _only_wished(truce: Truce) -> bool:
    told = [c for c in truce.claims if c.said.stance not in (Stance.DENIED, Stance.RETRACTED)]
    acts = {c.act for c in told}
    return (not truce.starts and acts <= _WISHED and acts != {TruceAct.MENTIONED}) or not told


def _when(incident: Incident) -> tuple[When | None, bool]:
    """The narrowest time given, or the latest it can be where none is."""
    given = [c.when for c in incident.claims if c.when is not None]
    given.sort(key=lambda v: (bool(v.derivation), _width(v.value)))
    return (given[0].value, bool(given[0].derivation)) if given else (None, True)


def time_of(incident: Incident) -> When | None:
    """The narrowest time given of an act."""
    return _when(incident)[0]


def not_before(incident: Incident, moment: datetime) -> bool:
    """Whether the act may have taken place at or after a moment."""
    when, _ = _when(incident)
    return when is None or when.end is None or when.end > moment


def _width(when: When) -> float:
    if when.start is None or when.end is None:
        return float("inf")
    return (when.end - when.start).total_seconds()


def _all_before(when: When, term: Term) -> bool:
    first = term.start.start if term.start else None
    return first is not None and when.end is not None and when.end <= first


def _all_after(when: When, term: Term) -> bool:
    ends = [e.end for e in (*([term.end] if term.end else []), *term.rivals)]
    known = [e for e in ends if e is not None]
    return bool(known) and len(known) == len(ends) and when.start is not None and when.start >= max(known)


def _within(when: When, term: Term) -> tuple[Timing, Answer]:
    if term.start is None or term.start.end is None or term.assumed_start:
        return Timing(f"{say(when)}; the truce's start is not stated"), Answer.UNKNOWN
    begun = when.start is not None and when.start >= term.start.end
    ends = [e.start for e in (*([term.end] if term.end else []), *term.rivals)]
    lasting = all(e is not None and when.end is not None and when.end <= e for e in ends)
    if begun and lasting:
        until = f" and before the end, {say(term.end)}" if term.end else "; no end is stated"
        return Timing(f"{say(when)} is after the start, {say(term.start)}{until}"), Answer.YES
    return Timing(f"{say(when)} may fall outside the term"), Answer.UNKNOWN
