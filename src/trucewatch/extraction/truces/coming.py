"""A bare weekday of a truce that is still to come: "are to hold their fire from Sunday" means the next one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from ...knowledge.truce_words import truce_lexicon
from ...records.text import Cited, Span
from ...records.when import Precision, When
from .mentions import TruceMention
from .scene import Scene

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_FIXED = re.compile(
    r"\b(?:last|previous|next|this|coming|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|[A-Z][a-z]{2,}\s+\d{1,2})\b"
)
_INFINITIVE = re.compile(r"\b(?:to|not to|will|would|shall)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# The label itself says that it is to come: "firing was to be discontinued", "neither would undertake".
TO_BE = re.compile(
    r"\b(?:to|will|would|shall)\s+(?:be\s+)?[\w-]+(?:\s+silent)?$|\b(?:would|will|not to)\b", re.IGNORECASE
)
_WEEK = timedelta(days=7)
_NEAR = 60
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_DAY = timedelta(days=1)
_MONTHS, _DAYS = timedelta(days=150), timedelta(days=365)


def to_come(scene: Scene, mention: TruceMention) -> bool:
    """Whether the words of a told truce say that it is still to be done."""
    before = scene.text[max(mention.start, mention.label.start - 60) : mention.label.start]
    future = truce_lexicon().modality["future"].search(before) is not None
    return future or TO_BE.search(mention.label.quote) is not None or _INFINITIVE.search(before) is not None


def coming(scene: Scene, mention: TruceMention, cited: Cited[When]) -> Cited[When]:
    """The same weekday of the week to come, where a truce to be kept would else begin before the report."""
    published = scene.reading.article.published
    when = cited.value
    if published is None or published.when.start is None or when.start is None or not mention.told:
        return cited
    # "from 4 p.m. to 7 p.m. on Sunday": the day of both stands with the second.
    words = scene.text[cited.evidence[0].start : mention.end] if isinstance(cited.evidence[0], Span) else ""
    day = _WEEKDAY.search(words, 0, _NEAR)
    if day is None or _FIXED.search(words, 0, day.end()) or not to_come(scene, mention):
        return cited
    if not published.when.start - _WEEK < when.start < published.when.start:
        return cited
    return replace(cited, value=when.shifted(_WEEK), derivation="still to come when it was told")


def not_before(start: Cited[When], end: Cited[When]) -> Cited[When]:
    """The end in the year after, where a day told without its year would else lie before the start: "to 7 January"."""
    first, last = start.value.start, end.value.start
    if first is None or last is None or last >= first or _YEAR.search(end.value.wording):
        return end
    if first - last < _MONTHS or not _MONTH.search(end.value.wording):
        return end
    return replace(end, value=end.value.shifted(_DAYS), derivation="the first such day after the start")


def not_before_announced(announced: Cited[When], start: Cited[When]) -> Cited[When]:
    """The next day's hour, where an hour told without its day would else lie before the announcement: "late on Saturday
    ... from 2 a.m."."""
    told, first = announced.value.start, start.value.start
    if told is None or first is None or start.value.precision not in {Precision.MINUTE, Precision.HOUR}:
        return start
    if (
        first >= told
        or told - first > _DAY
        or _WEEKDAY.search(start.value.wording)
        or _FIXED.search(start.value.wording)
    ):
        return start
    return replace(start, value=start.value.shifted(_DAY), derivation="the first such hour after it was announced")


def over_by_now(scene: Scene, end: Cited[When]) -> Cited[When]:
    """The last such month or day before the report, where a truce told as over would else end after it: "lapsed by September"."""
    published, last = scene.reading.article.published, end.value.start
    if published is None or published.when.end is None or last is None or _YEAR.search(end.value.wording):
        return end
    if last < published.when.end or not _MONTH.search(end.value.wording):
        return end
    return replace(end, value=end.value.shifted(-_DAYS), derivation="the last such time before the report")
