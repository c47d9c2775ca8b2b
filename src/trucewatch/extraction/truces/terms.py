"""Times and lengths of a truce, each by the words that stand beside it and between it and the label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta

from ...knowledge.truce_words import truce_lexicon
from ...records.claim import TruceAct
from ...records.reading import TimeKind, TimeMention
from ...records.text import Cited
from ...records.when import Precision, When
from ..clauses import inside
from .acts import Act
from .coming import coming, not_before, not_before_announced, over_by_now
from .lengths import place_length
from .mentions import TruceMention
from .scene import Scene

_REACH = 110
_TO = re.compile(r"\s*(?:to|-|–|until|till|through)\s*$", re.I)
_FRONT = re.compile(
    r"^\W*(?:(?:but|and|at|on|from|since|by|as of|starting|beginning|effective|late|early)\W+){0,3}$", re.I
)
_ON = re.compile(r"\W*(?:(?:on|at|late|early|in|with \w+ \w+)\W+){0,3}", re.I)
# "were to fall silent in the valley at noon"
_WHEN_TOLD = re.compile(
    r"(?:\s+(?:in|along|across|around|throughout|at|near|over)\s+(?:the\s+)?(?:[\w’-]+\s+){0,3}?[\w’-]+)??"
    + _ON.pattern,
    re.I,
)
_SMALL = re.compile(
    r"\W*(?:(?:on|at|in|by|from|as of|late|early|only|just|again|the|a|since|the night of|with effect)\W+){0,4}", re.I
)
_DAY = timedelta(days=1)
_FROM = re.compile(r"\b(?:from|as of|since|starting|beginning|effective)\W*$", re.I)
_OF = re.compile(r"^\W*(?:of|in)\W+(?:the\W+)?$", re.I)
# "stopped fighting at dawn today as a ceasefire took effect"
_AS = re.compile(r"\W*(?:as|when)\s+(?:an?|the)\s+(?:[\w.-]+\s+){0,4}", re.I)
_APART = re.compile(r"\b(?:hours?|days?|weeks?|fortnight|months?|years?)\s+(?:after|before|since)\b", re.I)
_FOR = re.compile(r"\bfor\W+(?:the\W+(?:whole\W+|month\W+)?of\W+)?$", re.I)
_FEAST = re.compile(r"\b(?:for|during|over|throughout|on|at)\W+(?:the\W+)?(?:\w+\W+){0,2}$", re.I)
# Acts that end or break a truce: what is announced before the label is that, and not the truce.
_UNDOING = {
    TruceAct.ENDED,
    TruceAct.SUSPENDED,
    TruceAct.EXPIRED,
    TruceAct.COLLAPSED,
    TruceAct.VIOLATED,
    TruceAct.DENIED,
}
_OVER = {TruceAct.ENDED, TruceAct.SUSPENDED, TruceAct.EXPIRED, TruceAct.COLLAPSED}
_DECLARING = {
    TruceAct.ANNOUNCED,
    TruceAct.AGREED,
    TruceAct.EXTENDED,
    TruceAct.PROPOSED,
}


@dataclass(slots=True)
class Terms:
    """What one mention says of a truce's times; None where it says nothing."""

    announced: Cited[When] | None = None
    start: Cited[When] | None = None
    end: Cited[When] | None = None
    duration: Cited[timedelta] | None = None
    extension: Cited[timedelta] | None = None
    used: list[TimeMention] = field(default_factory=list)

    def any(self) -> bool:
        """Whether the mention gives any time at all."""
        return any((self.announced, self.start, self.end, self.duration, self.extension))

    def term(self) -> bool:
        """Whether it gives a bound or a length."""
        return any((self.start, self.end, self.duration, self.extension))


@dataclass(frozen=True, slots=True)
class _Place:
    """One time and the words around it: before it in the mention, after it, and whether it follows the label."""

    time: TimeMention
    left: str
    right: str
    after: bool


def terms_of(scene: Scene, mention: TruceMention, told: Act) -> Terms:
    """Announced, start, end, duration and extension that a mention's stretch gives."""
    terms, said, act = Terms(), None, told.act
    # A feast names about when; a date told beside it says it outright.
    for time in sorted(inside(scene.reading.times, mention.start, mention.end), key=_feast):
        place = _placed(scene, mention, time)
        if time.kind is TimeKind.DATE and time.duration is not None:
            _period(mention, act, terms, place, time.duration)
        elif time.kind is TimeKind.DURATION and time.duration is not None and not time.vague:
            place_length(scene, mention, act, terms, time, time.duration)
        elif time.kind is TimeKind.DATE and time.when is not None and time.when.start is not None:
            placed = _date(scene, mention, told, terms, place, time.when)
            if not placed and said is None and truce_lexicon().frames["saying"].search(place.left):
                said = Cited(time.when, (time.span,), "the day on which it was told")
    if terms.announced is None and act in _DECLARING and not told.talk and not mention.anaphor:
        terms.announced = said
    if terms.start and terms.end:
        terms.end = not_before(terms.start, terms.end)
    if terms.announced and terms.start and act in _DECLARING:
        terms.start = not_before_announced(terms.announced, terms.start)
    if terms.duration is None and terms.start and terms.end:
        terms.duration = _between(terms.start, terms.end)
    return terms


def _between(start: Cited[When], end: Cited[When]) -> Cited[timedelta] | None:
    """The length between two clock times of one day: "from 6 to 12"."""
    first, last = start.value, end.value
    if first.start is None or last.start is None or {first.precision, last.precision} != {Precision.MINUTE}:
        return None
    length = last.start - first.start
    if not timedelta() < length < _DAY or first.zone != last.zone:
        return None
    return Cited(length, (*start.evidence, *end.evidence), "from the one clock time to the other")


def _placed(scene: Scene, mention: TruceMention, time: TimeMention) -> _Place:
    text, after = scene.text, time.span.start >= mention.label.end
    low = max(mention.start, time.span.start - _REACH)
    high = mention.end if after else mention.label.start
    return _Place(time, text[low : time.span.start], text[time.span.end : min(high, time.span.end + 130)], after)


def _date(scene: Scene, mention: TruceMention, told: Act, terms: Terms, place: _Place, when: When) -> bool:
    """Put a date where it belongs; False where it is none of the truce's."""
    frames, time = truce_lexicon().frames, place.time
    cited = Cited(when, (time.span,))
    free = mention.told or mention.anaphor
    other = bool(frames["ended_talk"].search(place.left))
    # Of an act that ends or breaks a truce only what follows the label tells of the truce itself.
    undone = told.act in _UNDOING
    low = max(0, len(place.left) - (time.span.start - mention.label.end)) if undone and place.after else 0
    if (
        _ends_with_act(scene, mention, told, time)
        or _continues(scene, terms, time)
        or (frames["end"].search(place.left) and (place.after or free) and not other)
    ):
        terms.end = terms.end or (over_by_now(scene, cited) if told.act in _OVER else coming(scene, mention, cited))
    elif _starts(scene, mention, told, place) and not other:
        _begin(terms, coming(scene, mention, cited))
    elif undone and not place.after:
        return True  # the day of the breach or of the end, told with it
    elif frames["announced"].search(place.left[low:]) or (not place.after and _announced_then(place)):
        terms.announced = terms.announced or cited
    else:
        return False
    terms.used.append(time)
    return True


def _announced_then(place: _Place) -> bool:
    """ "on Monday it announced"; in "on Monday, two months after they signed" the day is that of another act."""
    cue = truce_lexicon().frames["announcing"].search(place.right)
    return cue is not None and _APART.search(place.right, 0, cue.end()) is None


def _ends_with_act(scene: Scene, mention: TruceMention, told: Act, time: TimeMention) -> bool:
    """ "collapsed on 19 September", "on Friday the truce ran out": the day of the act is the end of the truce."""
    if told.act not in _OVER or told.span is None:
        return False
    if told.span.end <= time.span.start and (
        time.span.start >= mention.label.end or told.span.start >= mention.label.end
    ):
        return _SMALL.fullmatch(scene.text[told.span.end : time.span.start]) is not None
    fronted = _FRONT.match(scene.text[mention.start : time.span.start]) is not None
    return fronted and time.span.end <= mention.label.start < told.span.start


def _begin(terms: Terms, cited: Cited[When]) -> None:
    """A start; "from 12 to 15 July", told in one, is its first day and its last."""
    when = cited.value
    days = when.precision is Precision.DAY and when.start and when.end and when.end - when.start > _DAY
    if days and when.start and when.end and re.search(r"\d\s*(?:[-–]|to|and|through)\s*\d", when.wording, re.I):
        terms.end = terms.end or replace(cited, value=replace(when, start=when.end - _DAY))
        cited = replace(cited, value=replace(when, end=when.start + _DAY))
    terms.start = terms.start or cited


def _continues(scene: Scene, terms: Terms, time: TimeMention) -> bool:
    """ "from 24 December to 6 January"."""
    if terms.start is None or not terms.used:
        return False
    return bool(_TO.fullmatch(scene.text[terms.used[-1].span.end : time.span.start]))


def _starts(scene: Scene, mention: TruceMention, told: Act, place: _Place) -> bool:
    frames, text, time, act = truce_lexicon().frames, scene.text, place.time, told.act
    framed = frames["start"].search(place.left) or frames["since"].search(place.left)
    if place.after or mention.told or mention.anaphor:
        return bool(
            framed
            or _OF.match(text[mention.label.end : time.span.start])
            or (
                place.after
                and mention.told
                and act not in _UNDOING
                and _WHEN_TOLD.fullmatch(text[mention.label.end : time.span.start])
            )
            or (_month(time) and _FOR.search(place.left))
            or (_feast(time) and _FEAST.search(place.left))
            or (_begun(told, mention) and _ON.fullmatch(text[mention.label.end : time.span.start]))
        )
    between = text[time.span.end : mention.label.start]
    if time.when is not None and time.when.precision is Precision.YEAR and frames["adjective_year"].match(between):
        return True
    if act is TruceAct.IN_FORCE and _AS.fullmatch(between) and told.span and told.span.start >= mention.label.end:
        return True
    fronted = _FRONT.match(text[mention.start : time.span.start]) is not None
    # "said that as of midnight there would be a ceasefire"
    near = 20 if fronted else 8
    if act in _DECLARING and _FROM.search(place.left) and len(between.split()) <= near:
        return True
    if fronted and act in {TruceAct.IN_FORCE, TruceAct.ANNOUNCED} and len(between.split()) <= 6:
        return bool(_FROM.search(place.left)) or (
            act is TruceAct.IN_FORCE and not frames["announcing"].match(place.right)
        )
    return False


def _begun(told: Act, mention: TruceMention) -> bool:
    """ "began a six-month ceasefire on Thursday"."""
    span = told.span
    return bool(span and span.end <= mention.label.start and re.match(r"(?:beg|start|launch|enter)", span.quote, re.I))


def _month(time: TimeMention) -> bool:
    """A whole month: "a truce for April"."""
    return time.when is not None and time.when.precision is Precision.MONTH


def _feast(time: TimeMention) -> bool:
    """A feast, by its name."""
    words = time.span.quote.lower()
    return any(name in words for name in ("christmas", "easter", "eid", "ramadan", "new year", "holy week", "nowruz"))


def _period(mention: TruceMention, act: TruceAct, terms: Terms, place: _Place, length: timedelta) -> None:
    """ "for the next 72 hours", "an extension over the next 48 hours": a length counted from publication."""
    when, time = place.time.when, place.time
    if (
        when is None
        or when.start is None
        or when.end is None
        or time.vague
        or not re.search(r"\b(?:next|coming|following)\b", time.span.quote, re.I)
    ):
        return
    if not place.after and not mention.anaphor:
        return
    if (
        re.search(r"\b(?:extension|extend\w*|renew\w*|prolong\w*)\b[^.;]*$", place.left, re.I)
        or act is TruceAct.EXTENDED
    ):
        terms.extension = terms.extension or Cited(length, (time.span,))
    elif not terms.duration:
        terms.duration = Cited(length, (time.span,))
        terms.start = terms.start or Cited(
            replace(when, end=when.start + timedelta(days=1), precision=Precision.DAY),
            (time.span,),
            "counted from publication",
        )
    last = when.start + length
    day = When(last, last + timedelta(days=1), Precision.DAY, when.wording, when.zone, low_confidence=True)
    terms.end = terms.end or Cited(day, (time.span,), "publication and the length counted from it")
