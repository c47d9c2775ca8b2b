"""One truce after another: what shows that two claims of one report are of an earlier arrangement and a later one."""

from __future__ import annotations

import re
from datetime import timedelta

from ..records.claim import TruceAct, TruceClaim
from ..records.ledger import Reason
from ..records.text import Span
from ..records.when import When
from .comparing import gap, say

_FORMER = re.compile(r"\b(?:previous|earlier|prior|preceding|former|older)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_LONG = timedelta(days=60)


def one_after_other(a: TruceClaim, b: TruceClaim) -> Reason | None:
    """One that ended before the other began, or that was made months before it, is another."""
    return _ended_first(a, b) or _ended_first(b, a) or _made_apart(a, b)


def _ended_first(first: TruceClaim, then: TruceClaim) -> Reason | None:
    if first.end is None or then.start is None or first.extension is not None or then.end is not None:
        return None
    ended, begun = first.end.value, then.start.value
    if ended.start is None or begun.start is None or begun.start < ended.start or first.end.derivation:
        return None
    return Reason("time", f"ended {say(ended)} before the start {say(begun)}", -1.0)


def _made_apart(a: TruceClaim, b: TruceClaim) -> Reason | None:
    left, right = _made(a), _made(b)
    if left is None or right is None or TruceAct.EXTENDED in (a.act, b.act) or gap(left, right) <= _LONG:
        return None
    return Reason("time", f"made {say(left)} and {say(right)}", -0.6)


def _made(claim: TruceClaim) -> When | None:
    """When a truce began or was agreed, as read off the words."""
    return next((t.value for t in (claim.start, claim.announced) if t is not None and not t.derivation), None)


def other_one(a: TruceClaim, b: TruceClaim) -> Reason | None:
    """ "The previous truce" is not the one told before."""
    local = [claim.label.value.lower().startswith("local ") for claim in (a, b)]
    if local[0] != local[1] and a.instrument != b.instrument:
        return Reason("scope", "one is a local arrangement of another sort", -0.6)
    if _former(a) == _former(b):
        return None
    return Reason("label", "one is told as an earlier one", -0.6)


def _former(claim: TruceClaim) -> bool:
    words, label = claim.words[0], claim.label.evidence[0]
    before = words.quote[: max(0, label.start - words.start)] if isinstance(label, Span) else ""
    return _FORMER.search(before) is not None
