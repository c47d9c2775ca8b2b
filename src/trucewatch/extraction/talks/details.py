"""Status, place, time and subject of talks, from the words about them."""

from __future__ import annotations

import re
from dataclasses import replace

from ...knowledge.talk_words import talk_words
from ...records.place import Level, Place
from ...records.reading import Reading, Sentence, TimeKind
from ...records.text import Cited, Span
from ...records.when import When
from ..clauses import clauses, inside
from ..frames import times_in
from .participants import Table

_BEFORE, _AFTER = 45, 75
_AT = re.compile(r"\b(?:in|at|near|outside|to|from|for)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
_TOPIC = re.compile(
    r"\b(?:situation|crisis|war|conflict|violence|fighting|ceasefire|cease-fire|truce|peace|bloodshed|attacks?|offensive|hostilities|unrest|events|aid|strikes?|shelling|killings?|troops|hostages|pause|refugees|civilians|people|elections|forces|rebels|humanitarian\s+\w+|access|war\s+crimes|tensions?|hostage\s+\w+|rights)\s+(?:in|on|across|from|to)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(peace|truce|cease-?fire|disarmament|reconciliation|border|hostage|prisoner|withdrawal|nuclear|unity|power-sharing|autonomy|pacification)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
_OTHER = re.compile(
    r",\s.*\b(?:which|that|who|said|says|hoped|hopes|told|warned|added|killed|called)\b|[;.]\s",
    re.IGNORECASE | re.DOTALL,
)
_STOP = re.compile(r"[,;.:]\s|[.;]$|\s(?:but|after|before|when|while|which|who|as)\s", re.IGNORECASE)


def status_of(reading: Reading, sentence: Sentence, words: Span, table: Table, *, active: bool) -> Cited[str]:
    """How the talks stand: by the first reviewed status near their words, else held."""
    text = reading.article.text
    low, high = _clause(reading, sentence, words)
    before = max(low, words.start - _BEFORE)
    after = min(high, table.end + _AFTER)
    for row in talk_words().statuses:
        if row.lead:
            hit = _last(row.near, text, before, words.start)
            if hit is None or len(text[hit.end() : words.start].split()) > 4:
                continue
        else:
            # "A met B ..., where a truce had failed": what follows an active verb tells of something else.
            own = _before_comma(text, table.end, after) if active and row.status in _ENDINGS else after
            hit = row.near.search(text, before, own)
        if hit is not None:
            return Cited(row.status, (reading.article.quote(hit.start(), hit.end()),))
    return Cited("held", (words,), "told in the past, with no word on how it stands")


_TOLD = {"held", "under_way"}
_ENDINGS = {"suspended", "walked_out", "agreed"}


def _before_comma(text: str, start: int, end: int) -> int:
    """Where the next aside begins, at most ``end``."""
    comma = re.search(r"[,;]|\b(?:where|which|who|as|after|while|when)\b", text[start:end])
    return start + comma.start() if comma else end


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return max(pattern.finditer(text, start, end), key=lambda hit: hit.start(), default=None)


def _clause(reading: Reading, sentence: Sentence, words: Span) -> tuple[int, int]:
    for start, end in clauses(reading, sentence):
        if start <= words.start < end:
            return start, end
    return sentence.start, sentence.end


def about_of(reading: Reading, sentence: Sentence, words: Span, table: Table) -> Cited[str] | None:
    """What the talks are about: "on a ceasefire", "to end the war"; else the kind of talks ("peace talks")."""
    text = reading.article.text
    for start in dict.fromkeys((words.end, table.end)):
        hit = _topic(reading, start, min(sentence.end, start + 70))
        if hit is None or any(
            p.span.start <= hit.end() < p.span.end for p in inside(reading.times, start, sentence.end)
        ):
            continue
        stop = _STOP.search(text, hit.end(), sentence.end)
        end = min(stop.start() if stop else sentence.end, hit.end() + 90)
        span = reading.article.quote(hit.end(), end)
        return Cited(" ".join(span.quote.split()).rstrip('.,;"”'), (span,))
    kind = _KIND.search(words.quote)
    if kind:
        span = reading.article.quote(words.start + kind.start(), words.start + kind.end())
        return Cited(span.quote, (span,))
    return None


def _topic(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    """The first words for a subject that are no part of a name ("the Movement for the Liberation of ...")."""
    text = reading.article.text
    for hit in talk_words().frames["about"].finditer(text, start, end):
        named = any(
            m.span.start < hit.end() and hit.start() < m.span.end for m in inside(reading.parties, 0, len(text))
        )
        if not named and not text[hit.start() - 1 : hit.start()].isalnum():
            return hit
    return None


def place_of(reading: Reading, sentence: Sentence, words: Span, about: Cited[str] | None) -> Cited[Place] | None:
    """Where they meet: the nearest framed place of the clause that is not part of what they talk about."""
    text = reading.article.text
    low, high = _clause(reading, sentence, words)
    topics = [s for s in about.evidence if isinstance(s, Span)] if about else []
    found = []
    for mention in inside(reading.places, low, high):
        lead = text[max(low, mention.span.start - 45) : mention.span.start]
        inner = any(
            t.start <= mention.span.start < t.end and not re.match(r"\s*(?:in|at)\b", text[mention.span.start - 4 :])
            for t in topics
        )
        if (
            mention.metonym
            or not _AT.search(lead)
            or _TOPIC.search(lead)
            or (inner and not _tail(topics, mention.span))
        ):
            continue
        if any(p.span.start <= mention.span.start < p.span.end for p in inside(reading.parties, low, high)):
            continue
        found.append(mention)
    fine = [m for m in found if m.place.level is not Level.COUNTRY] or found
    best = min(fine, key=lambda m: (abs(m.span.start - words.end), m.span.start), default=None)
    return Cited(best.place, (best.span,)) if best else None


def _tail(topics: list[Span], place: Span) -> bool:
    return any(
        t.end - place.end <= 1 and t.start < place.start and _INSIDE.search(t.quote[: place.start - t.start])
        for t in topics
    )


def when_of(reading: Reading, sentence: Sentence, words: Span, status: str) -> Cited[When] | None:
    """The date nearest to the words in their clause, else in the sentence.

    Talks told as held or going on without a date are dated by publication, as the latest they can be, with low
    confidence; others have none.
    """
    text = reading.article.text
    for low, high in (_clause(reading, sentence, words), (sentence.start, sentence.end)):
        dates = [
            m
            for m in times_in(reading, low, high)
            if m.kind is TimeKind.DATE and m.when and m.when.start and not _apart(text, words, m.span)
        ]
        best = min(dates, key=lambda m: abs(m.span.start - words.start), default=None)
        if best is not None and best.when is not None:
            return Cited(best.when, (best.span,))
    published = reading.article.published
    if published is None or status not in _TOLD:
        return None
    when = replace(published.when, low_confidence=True)
    return Cited(when, published.evidence, "no time is told: publication is the latest it can be")


_ASIDE = re.compile(r",\s+(?:who|which)\b[^,;.]*$", re.IGNORECASE)


def _apart(text: str, words: Span, date: Span) -> bool:
    """Whether another statement stands between: the date is that one's."""
    if date.start >= words.end:
        return bool(_OTHER.search(text[words.end : date.start]))
    # "the envoy, who arrived last week, met": the date is that of the aside.
    aside = _ASIDE.search(text, max(0, date.start - 90), date.start) is not None
    between = text[date.end : words.start]
    return bool(_OTHER.search(between)) or (aside and "," in between)
