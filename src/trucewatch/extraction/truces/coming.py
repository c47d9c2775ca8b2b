"""A bare weekday of a truce that is still to come: "are to hold their fire from Sunday" means the next one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from ...knowledge.truce_words import truce_lexicon
from ...records.text import Cited, Span
from ...records.when import When
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
