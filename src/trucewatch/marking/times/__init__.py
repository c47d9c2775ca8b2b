"""Times in text: points, periods and lengths as intervals, resolved against the day of publication.

Reports look back: a bare weekday is the last one, the day of publication included. The terms of a truce look
forward: after "until", "expires", "will take effect" the next one is meant. A caption is read by its own date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from ...records.reading import Sentence, TimeMention
from ...records.text import Article
from .clocks import with_clocks
from .days import mention_of
from .grammar import PATTERNS

_FORWARD = re.compile(
    r"\b(?:until|till|expir\w+|will|shall|next|due|would|effective|plan(?:s|ned)? to|ahead of|is to|are to|was to|were to|"
    r"scheduled|set to|through|starting|deadline|coming)\b[^.;:]{0,45}$|\b(?:take|takes|taking|come|comes|coming|go|goes|enter|enters) (?:into )?(?:effect|force)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|added|stated|declared)\s+(?:\w+\s+){0,1}$", re.IGNORECASE)


def mark_times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """Time expressions of the sentences, in text order; longer patterns first where two overlap."""
    found: list[TimeMention] = []
    last: datetime | None = None
    for sentence in sentences:
        here = _in_sentence(article, sentence, last)
        days = [m.when.start for m in here if m.when is not None and m.when.start is not None]
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
    taken: list[TimeMention] = []
    for name, pattern in PATTERNS:
        for hit in pattern.finditer(article.text, sentence.start, sentence.end):
            if any(hit.start() < t.span.end and t.span.start < hit.end() for t in taken):
                continue
            before = article.text[max(sentence.start, hit.start() - 60) : hit.start()]
            forward = bool(_FORWARD.search(before)) and not _SAID.search(before)
            mention = mention_of(article, name, hit, reference, last, forward, taken)
            if mention is not None:
                taken.append(mention)
    taken.sort(key=lambda m: m.span.start)
    return with_clocks(article, sentence, taken, reference)


__all__ = ["mark_times"]
