"""Times in text: points, periods and lengths as intervals, resolved against the day of publication.

Reports look back: a bare weekday is the last one, the day of publication included. The terms of a truce look
forward: after "until", "expires", "will take effect" the next one is meant. A caption is read by its own date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from ...knowledge.time_words import time_patterns, time_words
from ...records.reading import Sentence, TimeMention
from ...records.text import Article
from .clocks import with_clocks
from .context import Context
from .resolve import mention_of

_REACH = 60


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
    for row in time_patterns():
        for hit in row.pattern.finditer(article.text, sentence.start, sentence.end):
            if any(hit.start() < t.span.end and t.span.start < hit.end() for t in taken):
                continue
            earlier = _told_before(taken, hit.start()) or last
            forward = looks_forward(article.text, sentence, hit)
            context = Context(hit, article.quote(hit.start(), hit.end()), today, earlier, forward, tuple(taken))
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


def looks_forward(text: str, sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether the words around a time turn it to the future."""
    words = time_words()
    before = text[max(sentence.start, hit.start() - _REACH) : hit.start()]
    if words.said.search(before):
        return False
    if words.forward.search(before):
        return True
    after = text[hit.end() : min(sentence.end, hit.end() + _REACH)]
    return len(before.split()) <= 3 and bool(words.follows.match(after))


__all__ = ["mark_times"]
