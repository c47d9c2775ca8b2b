"""How likely two incident claims tell of one act, feature by feature."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TypeVar

from ..knowledge.comparison_words import phrases, sorts_of
from ..knowledge.geography import Lie, is_wide, lie
from ..knowledge.names import fold
from ..records.claim import Grain, IncidentClaim
from ..records.ledger import Likeness, Reason
from ..records.place import Level, Place
from ..records.text import Cited, SegmentKind
from ..records.when import When
from .comparing import alike, gap, harm_reason, lying, overlap, own_account, party_reason, say, weigh
from .told import Told

T = TypeVar("T")
# Words that set an act apart from those told before: for certain, or likely.
_OTHER = re.compile(r"\b(?:another|(?:a|the|in a) (?:second|third|separate)|separately|elsewhere)\b", re.I)
_MORE = re.compile(r"\b(?:other|also|later|earlier|again|meanwhile|new|more)\b", re.I)
_FEW = 3
_DAY = timedelta(days=1)
_BACK_REFERENCE = 600
_LATER = timedelta(days=3)
_NARROW = frozenset({Level.SITE, Level.NEIGHBOURHOOD, Level.VILLAGE})


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
            _event(a, b, together),
            _place(a.place, b.place, together),
            _time(a.when, b.when),
            None if together else _long_after(left, right),
            *(_crossed(a, b) or (_actors(a, b, together), *_targets(a, b, together))),
            _means(a, b),
            _harm(a, b, together),
        )
    )


def _crossed(a: IncidentClaim, b: IncidentClaim) -> tuple[Reason | None, ...]:
    """A fight has two sides, and either may be told first: one's actor is the other's target."""
    if not a.event.value == b.event.value == "Battles":
        return ()
    for one, other in ((a.actor, b.target), (a.target, b.actor)):
        if one is not None and other is not None and alike(one.value, other.value):
            return (Reason("sides", f"both have {one.value.name} on one side", 0.1),)
    return ()


def _many_alike(a: IncidentClaim, b: IncidentClaim) -> bool:
    """Whether both give the same dead beyond a few: within one report two acts seldom share such a figure."""
    dead = [{h.count.value.low for h in c.harms if h.verb == "killed" and h.part_of is None} for c in (a, b)]
    return any(n is not None and n >= _FEW for n in dead[0] & dead[1])


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
    if a.article != b.article and several(a) != several(b) and not (left.head or right.head):
        return Reason("grain", "one act against several told together", -1.0)
    return None


def several(claim: IncidentClaim) -> bool:
    """Whether a claim tells of several acts with one figure, by its grain or its words."""
    if claim.grain is Grain.AGGREGATE:
        return True
    words = claim.words[0].quote
    return (
        bool(claim.harms) and phrases("several").search(words) is not None and phrases("within").search(words) is None
    )


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
    if _in_lead(first) and not _in_lead(later) and not _figures_differ(first.claim, later.claim):
        return Reason("text", "the lead of a report and its telling", 0.1)
    return Reason("text", "told apart in one report", -0.25)


def _figures_differ(a: IncidentClaim, b: IncidentClaim) -> bool:
    """Whether both give figures of one sort of harm, and none agrees."""
    reason = harm_reason(a.harms, b.harms, 0.3)
    return reason is not None and reason.score < 0


def _in_lead(told: Told[IncidentClaim]) -> bool:
    """Whether an act is told in the first paragraph of a report's body: it is mostly told again below."""
    if told.article is None:
        return False
    lead = next((s for s in told.article.segments if s.kind is SegmentKind.BODY), None)
    return lead is not None and lead.start <= told.start < lead.end


def _only_harm(claim: IncidentClaim) -> bool:
    """Whether a clause tells only who was hurt: no author, no means, no act but killing or wounding."""
    bare = claim.event.value == "Violence against civilians" and claim.sub_event == "Attack"
    return bare and bool(claim.harms) and claim.actor is None and not claim.means


def _news(left: Told[IncidentClaim], right: Told[IncidentClaim]) -> Reason | None:
    if left.claim.words[0].quote == right.claim.words[0].quote:
        return Reason("text", "the same words in both reports", 0.5)
    return Reason("text", "told in two reports", -0.1)


def _harm(a: IncidentClaim, b: IncidentClaim, together: bool) -> Reason | None:
    """Figures that differ speak little against one act where the words of one report say that the toll has grown."""
    found = harm_reason(a.harms, b.harms, 0.5 if together and _many_alike(a, b) else 0.3)
    if together or found is None or found.score >= 0:
        return found
    if any(phrases("growth").search(c.words[0].quote) for c in (a, b)):
        return Reason("harm", f"{found.sentence}, told to have grown", 0.1)
    return found


def _event(a: IncidentClaim, b: IncidentClaim, together: bool) -> Reason:
    if a.event.value == b.event.value:
        if a.sub_event == b.sub_event:
            return Reason("event", f"both {a.sub_event}", 0.35)
        return Reason("event", f"{a.sub_event} and {b.sub_event}", 0.2)
    names = f"{a.event.value} against {b.event.value}"
    if not together and any(_plain_attack(c) for c in (a, b)) and _one_target(a, b):
        return Reason("event", f"{names}: an attack may be any act on one target", 0.1)
    if _only_harm(a) or _only_harm(b):
        return Reason("event", names, 0.0)
    if {a.event.value, b.event.value} <= {"Explosions/Remote violence", "Violence against civilians", "Battles"}:
        return Reason("event", names, -0.2)
    return Reason("event", names, -1.0)


def _plain_attack(claim: IncidentClaim) -> bool:
    return claim.event.value == "Violence against civilians" and claim.sub_event == "Attack"


def _one_target(a: IncidentClaim, b: IncidentClaim) -> bool:
    if a.target_words is None or b.target_words is None or not (a.armed and b.armed):
        return False
    return bool(sorts_of(a.target_words.value) & sorts_of(b.target_words.value))


def _place(a: Cited[Place] | None, b: Cited[Place] | None, together: bool) -> Reason | None:
    if a is None or b is None:
        return None if together else Reason("place", "one report gives no place", -0.3)
    left, right = a.value, b.value
    how, sure = (lie(left, right), True) if together else lying(left, right)
    names = f"{left.name} and {right.name}"
    if not sure:
        return Reason("place", f"{left.name} by name, though put into two countries", 0.2)
    if how is Lie.SAME:
        score = 0.1 if is_wide(left) else 0.4 if left.level in _NARROW and not together else 0.3
        return Reason("place", f"both in {left.name}", score)
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


def _long_after(left: Told[IncidentClaim], right: Told[IncidentClaim]) -> Reason | None:
    """A day singled out by two reports that both come days later is likely one story's."""
    whens = [t.claim.when for t in (left, right)]
    if not all(w is not None and not w.derivation and w.value.end is not None and _narrow(w.value) for w in whens):
        return None
    told = [(t.day, w.value.end) for t, w in zip((left, right), whens, strict=True) if w is not None]
    if all(day is not None and end is not None and day - end >= _LATER for day, end in told):
        return Reason("time", "both reports tell of that day much later", 0.2)
    return None


def _actors(a: IncidentClaim, b: IncidentClaim, together: bool) -> Reason | None:
    """Across reports two authors named by two voices are rival blame for what may be one act."""
    left, right = _value(a.actor), _value(b.actor)
    found = party_reason("actor", left, right, 0.2)
    if together or found is None or found.score > -0.5:
        return found
    voices = _value(a.said.speaker), _value(b.said.speaker)
    if voices[0] is None or voices[1] is None or alike(voices[0], voices[1]):
        return Reason("actor", found.sentence, -0.5)
    return Reason("actor", f"{found.sentence}, by two voices", -0.1)


def _targets(a: IncidentClaim, b: IncidentClaim, together: bool) -> tuple[Reason | None, ...]:
    """What was hit, by the party meant, the words, and the sort of thing they name. Across reports they say one thing:
    one that speaks for outweighs, and no word for a party decides alone."""
    parties = party_reason("target", _value(a.target), _value(b.target), 0.15)
    words = _target_words(a, b, together)
    if together or parties is None or words is None:
        return parties, words
    if words.score > 0 or parties.score <= -1.0:
        return (words,)
    return (min(words, parties, key=lambda r: r.score),)


def _target_words(a: IncidentClaim, b: IncidentClaim, together: bool) -> Reason | None:
    if a.target_words is None or b.target_words is None:
        return None
    left, right = fold(a.target_words.value), fold(b.target_words.value)
    names = f"{a.target_words.value} and {b.target_words.value}"
    if left == right:
        return Reason("target", f"both hit {a.target_words.value}", 0.15)
    sorts = sorts_of(a.target_words.value), sorts_of(b.target_words.value)
    if not together and sorts[0] and sorts[1]:
        if sorts[0] & sorts[1]:
            return Reason("target", f"{names}, both a {sorted(sorts[0] & sorts[1])[0]}", 0.15)
        if _own(a, b):
            return Reason("target", f"{names}, by the author's own account", -0.1)
        return Reason("target", f"{names}, two sorts", -0.6)
    if set(left.split()) & set(right.split()):
        return Reason("target", names, 0.1)
    if not together and _own(a, b):
        return Reason("target", f"{names}, by the author's own account", 0.0)
    return Reason("target", f"{a.target_words.value} against {b.target_words.value}", -0.15 if together else -0.1)


def _own(a: IncidentClaim, b: IncidentClaim) -> bool:
    """Whether one of the two is told by its author: accused and accuser seldom name one target."""
    return any(own_account(_value(c.said.speaker), _value(c.actor)) for c in (a, b))


def _means(a: IncidentClaim, b: IncidentClaim) -> Reason | None:
    left, right = {m.value for m in a.means}, {m.value for m in b.means}
    if not left or not right:
        return None
    if left & right:
        return Reason("means", f"both by {sorted(left & right)[0]}", 0.1)
    return Reason("means", f"{', '.join(sorted(left))} against {', '.join(sorted(right))}", -0.3)
