"""How likely two truce claims are of one arrangement, feature by feature."""

from __future__ import annotations

from datetime import timedelta

from ..knowledge.comparison_words import phrases
from ..knowledge.geography import Lie, is_wide, lie, stem
from ..knowledge.names import fold
from ..records.claim import TruceAct, TruceClaim
from ..records.ledger import Likeness, Reason
from ..records.place import Level, Place
from ..records.text import Cited
from ..records.when import When
from .comparing import alike, contested, gap, lying, overlap, say, weigh
from .told import Told
from .truce_order import one_after_other, other_one

_KINDS_OF_PLACE = frozenset({"port", "city", "town", "capital", "enclave", "stronghold", "village", "camp", "island"})
# Words that may stand for any arrangement; the others name a sort of their own.
GENERIC = frozenset({"ceasefire", "truce"})
_RIVAL_START = timedelta(days=3)
_OTHER_START = timedelta(days=10)
_NEAR_NEWS = timedelta(days=4)
_OLD_NEWS = timedelta(days=60)
BROKEN = frozenset({TruceAct.VIOLATED, TruceAct.COLLAPSED})
_ONLY_WISHED = frozenset({TruceAct.PROPOSED, TruceAct.REJECTED})
_SPOKEN_OF = frozenset({TruceAct.MENTIONED, TruceAct.IN_FORCE, TruceAct.VIOLATED, TruceAct.COLLAPSED, TruceAct.DENIED})
# Told so, it has begun; an agreement may be told of long before its start, but not for ever.
_CHANGED = frozenset({TruceAct.EXTENDED, TruceAct.SUSPENDED, TruceAct.ENDED, TruceAct.EXPIRED})
_STOOD = frozenset({*_CHANGED, *BROKEN, TruceAct.IN_FORCE})
_LONG_AHEAD = timedelta(days=20)
_REAL = frozenset({TruceAct.IN_FORCE, TruceAct.EXTENDED, TruceAct.VIOLATED, TruceAct.EXPIRED, TruceAct.COLLAPSED})


def likeness(left: Told[TruceClaim], right: Told[TruceClaim]) -> Likeness:
    """How likely two claims are of one arrangement, with the reasons."""
    a, b = left.claim, right.claim
    together = a.article == b.article
    base = Reason("text", "told in one report", 0.25) if together else _news(left, right)
    return weigh(
        (
            base,
            _area(a, b, together),
            _points_back(left, right) if together else None,
            _scope(a, b),
            _instrument(a, b),
            _time("start", a.start, b.start),
            _time("end", a.end, b.end),
            one_after_other(a, b),
            other_one(a, b) if together else None,
            _duration(a, b),
            _sides(a, b),
            *(() if together else (_other_instrument(left, right), _stood_before(left, right), _echo(left, right))),
            _wish(a, b, together),
            Reason("label", f"both say {a.label.value}", 0.1) if fold(a.label.value) == fold(b.label.value) else None,
            Reason("limit", "limited to different targets", -0.3)
            if a.limited_to and b.limited_to and fold(a.limited_to.value) != fold(b.limited_to.value)
            else None,
        )
    )


def _points_back(left: Told[TruceClaim], right: Told[TruceClaim]) -> Reason | None:
    """ "a ceasefire for the Red Sea port ... The truce, covering Hodeidah": a description, named by what follows."""
    first, later = (left, right) if left.start <= right.start else (right, left)
    area = first.claim.area
    if later.definite and not first.head and area is not None and is_description(area.value):
        return Reason("text", "the later words point back to the place described", 0.25)
    return None


def _news(left: Told[TruceClaim], right: Told[TruceClaim]) -> Reason | None:
    if left.day is None or right.day is None:
        return None
    apart = abs(left.day - right.day)
    if (
        _bare(left.claim)
        and _bare(right.claim)
        and (left.day.year, left.day.month) != (right.day.year, right.day.month)
    ):
        return Reason("reports", "spoken of in two months, and neither report gives a term", -0.4)
    if apart <= _NEAR_NEWS:
        return Reason("reports", f"reports {apart.days} days apart", 0.1)
    if apart > _OLD_NEWS:
        return Reason("reports", f"reports {apart.days} days apart", -0.4)
    return None


def _bare(claim: TruceClaim) -> bool:
    """Whether a truce is only spoken of: which one, words without a term cannot say from one month to the next."""
    return claim.act in _SPOKEN_OF and not _termed(claim)


def _termed(claim: TruceClaim) -> bool:
    return any((claim.start, claim.end, claim.duration, claim.extension))


def _area(a: TruceClaim, b: TruceClaim, together: bool) -> Reason | None:
    if a.area is None or b.area is None:
        return Reason("area", "one mention gives no area", 0.25 if together else -0.2)
    left, right = a.area.value, b.area.value
    how = lie(left, right) if together else lying(left, right)[0]
    if how is Lie.SAME:
        return Reason("area", f"both for {left.name}", 0.5)
    if stem(left.name) == stem(right.name) and how is not Lie.APART:
        return Reason("area", f"{left.name} and {right.name}", 0.4 if together else 0.2)
    if how in (Lie.WITHIN, Lie.CONTAINS):
        if together and _breaks_within(a, b, how):
            return Reason("area", f"told as broken in {(left if how is Lie.WITHIN else right).name}", 0.25)
        return _nested(a.area, b.area)
    if how is Lie.APART:
        return Reason("area", f"{left.name} against {right.name}", -1.0)
    if together and (is_description(left) or is_description(right)):
        return Reason("area", f"{left.name} may be {right.name}", 0.0)
    return Reason("area", f"{left.name} against {right.name}, not known to touch", -1.0)


def is_description(place: Place) -> bool:
    """Whether words describe a place rather than name it: "the Red Sea port", "the northern town"."""
    return not place.found and place.name.split()[-1] in _KINDS_OF_PLACE


def _breaks_within(a: TruceClaim, b: TruceClaim, how: Lie) -> bool:
    """Whether the narrower area is only that of a breach: where a truce was broken says little of its own area."""
    narrower = a if how is Lie.WITHIN else b
    return narrower.act in BROKEN and narrower.start is None and narrower.duration is None


def _nested(a: Cited[Place], b: Cited[Place]) -> Reason:
    """A country against a part of it are two truces, unless one area is only inferred; a town and its district may be one."""
    names = f"{a.value.name} and {b.value.name}, one inside the other"
    if a.derivation or b.derivation:
        return Reason("area", f"{names}; one is inferred", 0.1)
    if Level.COUNTRY in (a.value.level, b.value.level):
        return Reason("area", names, -1.0)
    return Reason("area", names, 0.2 if is_wide(a.value) and is_wide(b.value) else 0.1)


def _scope(a: TruceClaim, b: TruceClaim) -> Reason | None:
    if a.act in BROKEN or b.act in BROKEN:
        return None
    if {a.scope, b.scope} == {"nationwide", "local"}:
        return Reason("scope", "nationwide against local", -1.0)
    return None


def _instrument(a: TruceClaim, b: TruceClaim) -> Reason:
    names = f"{a.instrument} and {b.instrument}".replace("_", " ")
    if a.instrument == b.instrument:
        return Reason("instrument", f"both a {a.instrument}".replace("_", " "), 0.1)
    if a.instrument in GENERIC or b.instrument in GENERIC:
        return Reason("instrument", names, 0.05)
    return Reason("instrument", names, -0.4)


def _time(what: str, a: Cited[When] | None, b: Cited[When] | None) -> Reason | None:
    if a is None or b is None:
        return None
    words = f"{what} {say(a.value)} and {say(b.value)}"
    if overlap(a.value, b.value):
        return Reason(what, words, 0.3)
    apart = gap(a.value, b.value)
    if apart <= _RIVAL_START:
        return Reason(what, f"rival {words}", 0.0)
    return Reason(what, words, -1.0 if what == "start" and apart > _OTHER_START else -0.4)


def _duration(a: TruceClaim, b: TruceClaim) -> Reason | None:
    if a.duration is None or b.duration is None:
        return None
    if a.duration.value == b.duration.value:
        return Reason("duration", f"both for {a.duration.value}", 0.2)
    return Reason("duration", f"{a.duration.value} against {b.duration.value}", -0.3)


def _sides(a: TruceClaim, b: TruceClaim) -> Reason | None:
    left, right = (*a.bound, *a.declared_by), (*b.bound, *b.declared_by)
    if not left or not right:
        return None
    shared = next((x.value.name for x in left for y in right if alike(x.value, y.value)), None)
    if shared:
        return Reason("sides", f"{shared} in both", 0.2)
    named = any(not p.value.umbrella for p in left) and any(not p.value.umbrella for p in right)
    score = -1.0 if a.unilateral and b.unilateral and named else -0.2
    return Reason("sides", f"{left[0].value.name} against {right[0].value.name}", score)


def _other_instrument(left: Told[TruceClaim], right: Told[TruceClaim]) -> Reason | None:
    """Across reports: one side's declaration is not the agreement of both, nor another side's; a "new" truce not the old."""
    a, b = left.claim, right.claim
    starts = a.start is not None and b.start is not None and overlap(a.start.value, b.start.value)
    if not starts and {_alone(a), _both(a)} == {_alone(b), _both(b)} == {True, False} and _alone(a) != _alone(b):
        return Reason("sides", "one side's declaration against an agreement of both", -0.6)
    # A side that only accepts another's declaration is often told as declaring it too, in the news of the next days.
    accepted = _same_news(left, right) and not (_termed(a) or _termed(b))
    if _alone(a) and _alone(b) and not starts and not accepted:
        one, other = a.declared_by[0].value, b.declared_by[0].value
        if contested(one, other):
            return Reason("sides", f"declared by {one.name} against {other.name}", -0.6)
    first, later = sorted((left, right), key=lambda t: t.day.isoformat() if t.day else "9999")
    if _anew(later) and not starts and _near(first, later) is False:
        return Reason("text", f'the later report tells of a "new" {later.claim.label.value}', -0.5)
    return None


def _same_news(left: Told[TruceClaim], right: Told[TruceClaim]) -> bool:
    return left.day is not None and right.day is not None and abs(left.day - right.day) <= _RIVAL_START


def _stood_before(left: Told[TruceClaim], right: Told[TruceClaim]) -> Reason | None:
    """A truce that one report tells of as standing or over is none that starts only later by the other."""
    for told, other in ((left, right), (right, left)):
        start = other.claim.start
        if start is None or start.derivation or start.value.start is None or told.day is None or told.claim.start:
            continue
        wait = start.value.start - told.day
        words = f"told of on {told.day.day} {told.day:%b %Y}, the other starts {say(start.value)}"
        if told.claim.act in _STOOD and wait >= _RIVAL_START:
            return Reason("start", words, -1.0)
        if wait >= _LONG_AHEAD:
            return Reason("start", words, -0.4)
    return None


def _echo(left: Told[TruceClaim], right: Told[TruceClaim]) -> Reason | None:
    """A headline without a term whose area is only inferred says little of which truce it means."""
    for told in (left, right):
        area = told.claim.area
        if told.claim.act in _CHANGED or _termed(told.claim):
            continue
        if told.head and area is not None and area.derivation:
            return Reason("text", "a headline without term or place of its own", -0.3)
    return None


def _alone(claim: TruceClaim) -> bool:
    """Whether one side alone declares it."""
    return len(claim.declared_by) == 1 and claim.act is not TruceAct.AGREED and not _both(claim)


def _both(claim: TruceClaim) -> bool:
    return not claim.unilateral and len(claim.bound) >= 2


def _anew(told: Told[TruceClaim]) -> bool:
    label, words = told.claim.label.value, told.claim.words[0].quote
    start = words.find(label)
    return start > 0 and phrases("anew").search(words, max(0, start - 14), start) is not None


def _near(first: Told[TruceClaim], later: Told[TruceClaim]) -> bool:
    """Whether the reports are of one day or the next: both then tell of the new one."""
    return first.day is not None and later.day is not None and later.day - first.day <= timedelta(days=1)


def _wish(a: TruceClaim, b: TruceClaim, together: bool) -> Reason | None:
    acts = {a.act, b.act}
    if acts & _ONLY_WISHED and acts & _REAL:
        return Reason("state", "one is only proposed, the other told as standing", -0.1 if together else -0.3)
    return None
