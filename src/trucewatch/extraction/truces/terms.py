"""Times and lengths of a truce, each by the words that stand between it and the label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

from ...knowledge.truce_words import truce_lexicon
from ...records.claim import TruceAct
from ...records.reading import Reading, TimeKind, TimeMention
from ...records.text import Cited
from ...records.when import When
from ..clauses import inside
from .mentions import TruceMention

_REACH = 170
_MODIFIER = re.compile(r"^[\"'“‘]?[-\s]*(?:[\w.-]+[\s-]+){0,4}[\"'“‘]?$")
_TO = re.compile(r"\s*(?:to|-|–|until|till)\s*$", re.I)


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


def terms_of(reading: Reading, mention: TruceMention, act: TruceAct) -> Terms:
    """Announced, start, end, duration and extension that a mention's stretch gives."""
    terms = Terms()
    for time in inside(reading.times, mention.start, mention.end):
        if time.kind is TimeKind.DATE and time.when is not None:
            _place_date(reading, mention, act, terms, time, time.when)
        elif time.kind is TimeKind.DURATION and time.duration is not None:
            _place_length(reading, mention, act, terms, time, time.duration)
    return terms


def _gap(reading: Reading, mention: TruceMention, time: TimeMention) -> tuple[str, bool]:
    """The words between label and time, and whether the time comes after the label."""
    text = reading.article.text
    if time.span.start >= mention.label.end:
        return text[max(mention.label.end, time.span.start - _REACH) : time.span.start], True
    return text[max(mention.start, time.span.start - 70) : time.span.start], False


def _place_date(
    reading: Reading, mention: TruceMention, act: TruceAct, terms: Terms, time: TimeMention, when: When
) -> None:
    frames = truce_lexicon().frames
    gap, after = _gap(reading, mention, time)
    cited = Cited(when, (time.span,))
    previous = terms.used[-1] if terms.used else None
    follows = (
        previous is not None
        and terms.start is not None
        and _TO.search(reading.article.text[previous.span.end : time.span.start])
    )
    if frames["end"].search(gap) or follows:
        terms.end = terms.end or cited
    elif frames["start"].search(gap) and (after or mention.told or act is not TruceAct.MENTIONED):
        _begin(frames["announced"], terms, gap, cited)
    elif frames["announced"].search(gap) or _announced_before(reading, mention, time):
        terms.announced = terms.announced or cited
    else:
        return
    terms.used.append(time)


def _begin(announcing: re.Pattern[str], terms: Terms, gap: str, cited: Cited[When]) -> None:
    if terms.start is None:
        terms.start = cited
    if terms.announced is None and re.search(r"decreed(?:\W+\w+){0,3}\W*$", gap, re.I) and announcing.search(gap):
        terms.announced = cited


def _announced_before(reading: Reading, mention: TruceMention, time: TimeMention) -> bool:
    """A date between or just before the announcing verb and the label: "announced last week a truce"."""
    if time.span.end > mention.label.start:
        return False
    text, announced = reading.article.text, truce_lexicon().frames["announced"]
    between = text[time.span.end : mention.label.start]
    if len(between) >= 90:
        return False
    close = re.fullmatch(r"\W*(?:\w+\W+){0,4}", between) is not None
    return bool(announced.search(between)) or (close and bool(announced.search(text[mention.start : time.span.start])))


def _place_length(
    reading: Reading, mention: TruceMention, act: TruceAct, terms: Terms, time: TimeMention, length: timedelta
) -> None:
    frames, text = truce_lexicon().frames, reading.article.text
    if frames["not_length"].match(text[time.span.end : time.span.end + 60]):
        return
    if frames["age"].search(text[max(mention.start, time.span.start - 40) : time.span.start]):
        return
    cited = Cited(length, (time.span,))
    if time.span.end <= mention.label.start:
        _length_before(reading, mention, act, terms, time, cited)
        return
    gap = text[max(mention.label.end, time.span.start - _REACH) : time.span.start]
    if time.added or frames["extension"].search(gap):
        terms.extension = terms.extension or cited
    elif frames["length"].search(gap):
        terms.duration = terms.duration or cited


def _length_before(
    reading: Reading,
    mention: TruceMention,
    act: TruceAct,
    terms: Terms,
    time: TimeMention,
    cited: Cited[timedelta],
) -> None:
    """A length before the label: "a 72-hour truce", "a two-day extension of the truce"."""
    text = reading.article.text
    before = text[mention.start : time.span.start]
    between = text[time.span.end : mention.label.start]
    if re.match(r"\W*(?:extension|renewal|prolongation)\b", between, re.I):
        terms.extension = terms.extension or cited
    elif not _MODIFIER.match(between):
        if act is TruceAct.EXTENDED and truce_lexicon().frames["extension"].search(before):
            terms.extension = terms.extension or cited
    elif time.added or re.search(r"\b(?:further|another|additional|second)\W*$", before, re.I):
        terms.extension = terms.extension or cited
    else:
        terms.duration = terms.duration or cited
