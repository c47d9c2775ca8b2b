"""Times in text: points, periods and lengths as intervals, resolved against the day of publication.

Reports look back: a bare weekday is the last one, the day of publication included. The terms of a truce look
forward: after "until", "expires", "will take effect" the next one is meant. A caption is read by its own date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from ...knowledge.time_words import time_words
from ...records.reading import Sentence, TimeMention
from ...records.text import Article
from .clocks import with_clocks
from .context import Context
from .needs import rows_for
from .resolve import mention_of

_REACH = 60
# Prepositions that a row needs, to tell "in May" from "may", are no part of the time itself.
_LEADING = re.compile(
    r"(?:(?:in|on|at|by|of|from|to|for|and|or|than|since|until|till|through|during|before|after|between|throughout|around|over|"
    r"within|the(?=\s+year\s+\d)|end(?:ed|ing|s)?|finish(?:ed|ing|es)?|clos(?:ed|ing|es)?)\s+)*",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|until|till|through|and|-|–)\s*", re.IGNORECASE)


def mark_times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """Time expressions of the sentences, in text order; earlier rows of the grammar first where two overlap."""
    found: list[TimeMention] = []
    last: datetime | None = None
    for sentence in sentences:
        here = _in_sentence(article, sentence, last)
        days = [m.when.start for m in here if m.when is not None and m.when.start is not None and m.duration is None]
        last = days[-1] if days else last
        found.extend(here)
    return tuple(found)


def _reference(article: Article, sentence: Sentence) -> datetime | None:
    dated = article.segments[sentence.paragraph].dated
    if dated is not None and dated.start is not None:
        return dated.start
    return article.published.when.start if article.published else None


def _in_sentence(article: Article, sentence: Sentence, last: datetime | None) -> list[TimeMention]:
    reference = _reference(article, sentence)
    today = reference.replace(hour=0, minute=0) if reference else None
    taken: list[TimeMention] = []
    for row in rows_for(article.text[sentence.start : sentence.end]):
        for hit in row.pattern.finditer(article.text, sentence.start, sentence.end):
            start = hit.start() + len(_LEADING.match(hit.group()).group())  # type: ignore[union-attr]
            if any(start < t.span.end and t.span.start < hit.end() for t in taken):
                continue
            earlier = _told_before(taken, start) or last
            forward = looks_forward(article.text, sentence, start, hit.end())
            span = article.quote(start, hit.end())
            context = Context(hit, span, today, earlier, forward, tuple(taken), _continues(article.text, taken, start))
            mention = mention_of(row.name, context)
            if mention is not None:
                taken.append(mention)
    taken.sort(key=lambda m: m.span.start)
    return with_clocks(article, sentence, taken, today)


def _told_before(taken: Sequence[TimeMention], position: int) -> datetime | None:
    """The day told last before a place in the sentence, among the rows tried so far."""
    days = [
        (m.span.start, m.when.start)
        for m in taken
        if m.when is not None and m.when.start is not None and m.duration is None and m.span.end <= position
    ]
    return max(days)[1] if days else None


def _continues(text: str, taken: Sequence[TimeMention], start: int) -> bool:
    """Whether a time goes on from the one before it: "from 24 December to 6 January"."""
    return any(m.when is not None and m.span.end <= start and _TO.fullmatch(text, m.span.end, start) for m in taken)


def looks_forward(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words around a time turn it to the future."""
    words = time_words()
    before = text[max(sentence.start, start - _REACH) : start]
    if words.said.search(before):
        return False
    if words.forward.search(before):
        return True
    after = text[end : min(sentence.end, end + _REACH)]
    return len(before.split()) <= 3 and bool(words.follows.match(after))


__all__ = ["mark_times"]
