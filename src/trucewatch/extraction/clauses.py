"""Clauses of a sentence by punctuation and connectives, and what is mentioned inside a stretch of text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from ..records.reading import Reading, Sentence
from ..records.text import Span

# Where one statement ends and another begins inside a sentence. A comma alone does not split:
# participles ("..., killing 34") and lists belong to the clause they follow.
_BREAK = re.compile(
    r";|\s[–—]\s|,?\s+(?:but|while|whereas|although|though|meanwhile)\s"
    r"|,\s+and\s+(?=(?:the|a|an|its|their|his|her|two|three|four|five|several|\w+\s+(?:said|were|was|have|has|had|also))\b)",
    re.IGNORECASE,
)


class _Mention(Protocol):
    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=_Mention)


def clauses(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offsets of the clauses of a sentence, in order, covering it but for the connectives."""
    text = reading.article.text
    start = sentence.start
    for found in _BREAK.finditer(text, sentence.start, sentence.end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < sentence.end:
        yield start, sentence.end


def inside(mentions: Sequence[M], start: int, end: int) -> tuple[M, ...]:
    """The mentions that lie wholly in ``[start, end)``; ``mentions`` are sorted by start."""
    first = bisect_left(mentions, start, key=lambda m: m.span.start)
    found = []
    for mention in mentions[first:]:
        if mention.span.start >= end:
            break
        if mention.span.end <= end:
            found.append(mention)
    return tuple(found)


def nearest(mentions: Sequence[M], position: int) -> M | None:
    """The mention closest to a position."""
    return min(mentions, key=lambda m: min(abs(m.span.start - position), abs(m.span.end - position)), default=None)
