"""Which wider truce a local one stands under: of the same country, in force when the local one began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from ..knowledge.geography import Lie, lie
from ..records.claim import TruceAct
from ..records.ledger import Truce
from ..records.place import Level

_ONLY_WISHED = frozenset({TruceAct.PROPOSED, TruceAct.REJECTED})
_OVER = frozenset({TruceAct.ENDED, TruceAct.EXPIRED})
# A wider truce without an end is taken to stand for so long when a local one of other reports begins.
_LONGEST_UNENDED = timedelta(days=90)


def parent_of(truce: Truce, wide: Sequence[Truce], days: Mapping[str, datetime | None]) -> str | None:
    """The wider truce in whose area a local one lies and which began before it."""
    if truce.area is None or truce.area.value.level is Level.COUNTRY:
        return None
    homes = {c.article for c in truce.claims}
    found: list[str] = []
    for other in wide:
        if other.id == truce.id or other.area is None or not {c.act for c in other.claims} - _ONLY_WISHED:
            continue
        if lie(truce.area.value, other.area.value) is not Lie.WITHIN:
            continue
        if homes & {c.article for c in other.claims}:
            if _before(other, truce):
                return other.id
        elif _in_force(other, truce, days):
            found.append(other.id)
    return found[0] if found else None


def _in_force(wider: Truce, local: Truce, days: Mapping[str, datetime | None]) -> bool:
    """Whether a wider truce of other reports began before a local one, and is not known or likely to have ended by then."""
    begun, then = _begun(wider, days), _begun(local, days)
    if begun is None or then is None or not begun <= then:
        return False
    if any(c.act in _OVER for c in wider.claims):
        return False
    ends = [e.value.end for e in wider.ends if e.value.end is not None]
    if ends:
        return then <= max(ends)
    if wider.durations:
        return then <= begun + wider.durations[0].value + sum((e.value for e in wider.extensions), timedelta())
    return then - begun <= _LONGEST_UNENDED


def _begun(truce: Truce, days: Mapping[str, datetime | None]) -> datetime | None:
    """The start that is told, else the day of the first report."""
    starts = [s.value.start for s in truce.starts if s.value.start is not None]
    told = [day for c in truce.claims if (day := days.get(c.article)) is not None]
    return min(starts, default=None) or min(told, default=None)


def _before(wider: Truce, local: Truce) -> bool:
    """Whether the wider one is not known to start after the local one."""
    if not wider.starts or not local.starts:
        return True
    first, then = wider.starts[0].value.start, local.starts[0].value.end
    return first is None or then is None or first < then
