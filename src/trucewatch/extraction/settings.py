"""Where and when an act took place, rather than where and when it was spoken of."""

from __future__ import annotations

import re
from datetime import timedelta

from ..knowledge.events import event_words
from ..records.place import Level, Place
from ..records.reading import PlaceMention, Reading, Sentence, TimeKind, TimeMention
from ..records.text import Cited, Span
from ..records.when import When
from .clauses import inside
from .roles import Roles

_SAID = re.compile(
    r"\b(?:said|says|told|speaking|announced|reported|accused|added|warned|denied|stated)\b[^,;.]{0,30}$", re.I
)
_NEAR = re.compile(
    r"\b(?:in|at|near|on|outside|around|inside|of|from|across|into|along|hit|struck|bombed|shelled|attacked|seized|captured|overran|retook|entered)\s+(?:[\w'’-]+\s+){0,4}$",
    re.I,
)
_FAR = timedelta(days=45)
_LIST = re.compile(r"^\s*(?:,|,?\s*and|,?\s*or)\s+(?:in\s+|near\s+|the\s+)?$", re.I)


def span_days(when: Cited[When] | None) -> int:
    """Length of a time in whole days; 0 where a side is open or nothing is said."""
    if when is None or when.value.start is None or when.value.end is None:
        return 0
    return (when.value.end - when.value.start).days


def is_background(clause: str, when: Cited[When] | None, published: When | None) -> bool:
    """Whether the clause tells of the past by the way: long before publication, or in the words of background."""
    if when is not None and published is not None and published.start is not None:
        moment = when.value.end or when.value.start
        if moment is not None:
            return moment < published.start - _FAR
    return when is None and bool(event_words().background.search(clause))


def when_of(reading: Reading, sentence: Sentence, start: int, end: int, act: Span) -> Cited[When] | None:
    """The time of an act: nearest in the clause, not the time of the saying, else earlier in the sentence."""
    found = _dates(reading, start, end)
    speech_times = [
        m for m in found if _SAID.search(reading.article.text[max(sentence.start, m.span.start - 40) : m.span.start])
    ]
    own = [m for m in found if m not in speech_times]
    chosen = own or [
        m for m in _dates(reading, sentence.start, sentence.end) if m not in speech_times and m.span.end <= start
    ]
    best = min(chosen, key=lambda m: abs(m.span.start - act.start), default=None)
    if best is not None and best.when is not None:
        return Cited(best.when, (best.span,))
    if speech_times and speech_times[0].when is not None:
        return Cited(
            speech_times[0].when, (speech_times[0].span,), "no time of the act is given; this is when it was told"
        )
    return _published(reading)


def _dates(reading: Reading, start: int, end: int) -> list[TimeMention]:
    return [
        m
        for m in inside(reading.times, start, end)
        if m.kind is TimeKind.DATE and m.when is not None and m.when.start is not None
    ]


def _published(reading: Reading) -> Cited[When] | None:
    published = reading.article.published
    if published is None:
        return None
    return Cited(
        published.when, published.evidence, "no time is given; the time of publication is the latest it can be"
    )


def place_of(
    reading: Reading, sentence: Sentence, start: int, end: int, act: Span, roles: Roles
) -> tuple[Cited[Place], ...]:
    """The place or listed places of an act: in the clause, else the sentence, else the paragraph so far."""
    for low, high in ((start, end), (sentence.start, sentence.end)):
        found = _usable(reading, low, high)
        if found:
            return _chosen(reading, found, act)
    earlier = [s for s in reading.sentences if s.paragraph == sentence.paragraph and s.index < sentence.index]
    for previous in reversed(earlier):
        found = _usable(reading, previous.start, previous.end)
        if found:
            first = found[0]
            return (Cited(first.place, (first.span,), "the place is that of the sentence before"),)
    return ()


def _usable(reading: Reading, start: int, end: int) -> list[PlaceMention]:
    text = reading.article.text
    parties = inside(reading.parties, start, end)
    return [
        m
        for m in inside(reading.places, start, end)
        if not m.metonym
        and not any(p.span.start <= m.span.start and m.span.end <= p.span.end for p in parties)
        and not _SAID.search(text[max(start, m.span.start - 40) : m.span.start])
    ]


def _chosen(reading: Reading, found: list[PlaceMention], act: Span) -> tuple[Cited[Place], ...]:
    """Framed places first, then the most local; a list "A, B and C" of one level gives every member."""
    text = reading.article.text
    framed = [m for m in found if _NEAR.search(text[max(0, m.span.start - 50) : m.span.start])] or found
    coarse = {Level.COUNTRY, Level.PROVINCE, Level.REGION, Level.SEA}
    fine = [m for m in framed if m.place.level not in coarse] or framed
    lead = min(fine, key=lambda m: (abs(m.span.start - act.end), m.span.start))
    run = [lead]
    for mention in found[found.index(lead) + 1 :]:
        if mention.place.level is not lead.place.level or not _LIST.match(text[run[-1].span.end : mention.span.start]):
            break
        run.append(mention)
    return tuple(Cited(m.place, (m.span,)) for m in run)
