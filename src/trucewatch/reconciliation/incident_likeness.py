"""How likely two incident claims tell of one act, feature by feature."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TypeVar

from ..knowledge.geography import Lie, is_wide, lie
from ..knowledge.names import fold
from ..records.claim import IncidentClaim
from ..records.ledger import Likeness, Reason
from ..records.place import Level, Place
from ..records.text import Cited, SegmentKind
from ..records.when import When
from .comparing import gap, harm_reason, overlap, party_reason, say, weigh
from .told import Told

T = TypeVar("T")
# Words that set an act apart from those told before: for certain, or likely.
_OTHER = re.compile(r"\b(?:another|(?:a|the|in a) (?:second|third|separate)|separately|elsewhere)\b", re.I)
_MORE = re.compile(r"\b(?:other|also|later|earlier|again|meanwhile|new|more)\b", re.I)
_DAY = timedelta(days=1)
_BACK_REFERENCE = 600


def likeness(left: Told[IncidentClaim], right: Told[IncidentClaim]) -> Likeness:
    """Score and reasons; 0 where something rules it out."""
    a, b = left.claim, right.claim
    if _one_act(a, b):
        return weigh((Reason("text", "the later words tell who did the act told before", 1.0),))
    together = a.article == b.article
    return weigh(
        (
            _grain(left, right),
            _setting(left, right) if together else _news(left, right),
            _event(a, b),
            _place(a.place, b.place, together),
            _time(a.when, b.when),
            party_reason("actor", _value(a.actor), _value(b.actor), 0.2),
            party_reason("target", _value(a.target), _value(b.target), 0.15),
            _target_words(a, b),
            _means(a, b),
            harm_reason(a.harms, b.harms, 0.3),
        )
    )


def _one_act(a: IncidentClaim, b: IncidentClaim) -> bool:
    """Whether one claim takes the very words of its act from the other ("...; the army blamed the rebels")."""
    if a.article != b.article or a.event.evidence != b.event.evidence:
        return False
    where = (a.place.value if a.place else None) == (b.place.value if b.place else None)
    return where and bool(a.event.derivation or b.event.derivation)


def _value(cited: Cited[T] | None) -> T | None:
    return cited.value if cited is not None else None


def _grain(left: Told[IncidentClaim], right: Told[IncidentClaim]) -> Reason | None:
    a, b = left.claim, right.claim
    if a.armed != b.armed:
        return Reason("event", "one is an armed act, the other is not", -1.0)
    if a.grain is not b.grain:
        # A headline drops the words that make its body's act an aggregate.
        score = 0.0 if left.head != right.head else -1.0
        return Reason("grain", f"{a.grain.value} against {b.grain.value}", score)
    return None


def _setting(left: Told[IncidentClaim], right: Told[IncidentClaim]) -> Reason:
    """What the two positions in one article say: a headline repeats its body, "the attack" points back."""
    caption = SegmentKind.CAPTION in (left.segment, right.segment)
    if left.head != right.head:
        return Reason("text", "a headline and its report", 0.0 if caption else 0.35)
    if left.claim.words[0] == right.claim.words[0]:
        return Reason("text", "told apart in one clause", -1.0)
    first, later = (left, right) if left.start <= right.start else (right, left)
    words = later.claim.words[0].quote
    if _OTHER.search(words):
        return Reason("text", "the later words tell of another", -1.0)
    near = later.start - first.claim.words[0].end <= _BACK_REFERENCE
    if later.definite and near and later.claim.event.value == first.claim.event.value:
        return Reason("text", "the later words point back", 0.4)
    if near and _only_harm(later.claim) and not _only_harm(first.claim):
        return Reason("text", "harm told after the act that did it", 0.45)
    if caption:
        return Reason("text", "a caption and the report", 0.0)
    if _MORE.search(words):
        return Reason("text", "the later words seem to tell of more", -0.6)
    return Reason("text", "told apart in one report", -0.25)


def _only_harm(claim: IncidentClaim) -> bool:
    """Whether a clause tells only who was hurt: no author, no means, no act but killing or wounding."""
    bare = claim.event.value == "Violence against civilians" and claim.sub_event == "Attack"
    return bare and bool(claim.harms) and claim.actor is None and not claim.means


def _news(left: Told[IncidentClaim], right: Told[IncidentClaim]) -> Reason | None:
    if left.claim.words[0].quote == right.claim.words[0].quote:
        return Reason("text", "the same words in both reports", 0.5)
    return Reason("text", "told in two reports", -0.1)


def _event(a: IncidentClaim, b: IncidentClaim) -> Reason:
    if a.event.value == b.event.value:
        if a.sub_event == b.sub_event:
            return Reason("event", f"both {a.sub_event}", 0.35)
        return Reason("event", f"{a.sub_event} and {b.sub_event}", 0.2)
    names = f"{a.event.value} against {b.event.value}"
    if _only_harm(a) or _only_harm(b):
        return Reason("event", names, 0.0)
    if {a.event.value, b.event.value} <= {"Explosions/Remote violence", "Violence against civilians", "Battles"}:
        return Reason("event", names, -0.2)
    return Reason("event", names, -1.0)


def _place(a: Cited[Place] | None, b: Cited[Place] | None, together: bool) -> Reason | None:
    if a is None or b is None:
        return None if together else Reason("place", "one report gives no place", -0.3)
    left, right = a.value, b.value
    how = lie(left, right)
    names = f"{left.name} and {right.name}"
    if how is Lie.SAME:
        return Reason("place", f"both in {left.name}", 0.1 if is_wide(left) else 0.3)
    if how in (Lie.WITHIN, Lie.CONTAINS):
        return Reason("place", f"{names}, one inside the other", 0.1 if not _country(left, right) else 0.0)
    if how is Lie.APART:
        return Reason("place", f"{left.name} against {right.name}", -1.0)
    inferred = bool(a.derivation or b.derivation)
    return Reason("place", f"not known whether {names} are one", -0.3 if inferred and together else -1.0)


def _country(left: Place, right: Place) -> bool:
    return Level.COUNTRY in (left.level, right.level)


def _time(a: Cited[When] | None, b: Cited[When] | None) -> Reason | None:
    if a is None or b is None:
        return None
    words = f"{say(a.value)} and {say(b.value)}"
    if a.derivation or b.derivation:
        # An inferred time (that of the telling) is only the latest the act can have been.
        far = not overlap(a.value, b.value) and gap(a.value, b.value) > timedelta(days=10)
        return Reason("time", words, -0.5) if far else None
    if overlap(a.value, b.value):
        return Reason("time", words, 0.2 if _narrow(a.value) and _narrow(b.value) else 0.05)
    if gap(a.value, b.value) < timedelta(hours=12):
        # A night between two days, or a clock time told in another zone.
        return Reason("time", words, -0.3)
    return Reason("time", words, -1.0)


def _narrow(when: When) -> bool:
    return when.start is not None and when.end is not None and when.end - when.start <= _DAY


def _target_words(a: IncidentClaim, b: IncidentClaim) -> Reason | None:
    if a.target_words is None or b.target_words is None:
        return None
    left, right = fold(a.target_words.value), fold(b.target_words.value)
    if left == right:
        return Reason("target", f"both hit {a.target_words.value}", 0.15)
    if set(left.split()) & set(right.split()):
        return Reason("target", f"{a.target_words.value} and {b.target_words.value}", 0.1)
    return Reason("target", f"{a.target_words.value} against {b.target_words.value}", -0.15)


def _means(a: IncidentClaim, b: IncidentClaim) -> Reason | None:
    left, right = {m.value for m in a.means}, {m.value for m in b.means}
    if not left or not right:
        return None
    if left & right:
        return Reason("means", f"both by {sorted(left & right)[0]}", 0.1)
    return Reason("means", f"{', '.join(sorted(left))} against {', '.join(sorted(right))}", -0.3)
