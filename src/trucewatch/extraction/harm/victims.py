"""Victims told without a number: "my neighbour and her two sons", "a couple", "a third was wounded"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records.count import Count
from ...records.reading import CountMention, Reading
from ..clauses import inside

_KIN = (
    r"(?:wife|husband|son|daughter|brother|sister|mother|father|uncle|aunt|cousin|nephew|niece|grandmother|grandfather|grandson|granddaughter|"
    r"baby|child|infant|fianc[ée]e?|neighbou?r|friend|driver|bodyguard|guard|deputy|colleague|assistant|secretary|interpreter|translator|cameram[ae]n|pilot)"
)
# The one whose kin are named beside him: "the mayor and his wife".
_OWNER = r"the\s+(?:[\w-]+\s+){0,2}?[a-z][\w-]+(?=\s+and\s+(?:his|her)\s+(?:[\w-]+\s+){0,2}?" + _KIN + r"\b)"
_ONES = re.compile(
    rf"\b(?:(?:(?:my|our|his|her|their)\s+(?:(?:own|young|elder|younger|eldest|pregnant|elderly|infant|baby|newborn)\s+)?{_KIN})"
    rf"|(?:(?:an?|the)\s+(?:second|third|fourth|fifth|sixth|seventh)|another)(?:\s+(?:one|man|woman|person))?(?=\s+(?:was|is|died|has been|had been)\b|\s*[.,;]|\s+and\b)"
    rf"|{_OWNER})\b",
    re.I,
)
_COUPLE = re.compile(r"\ba\s+(?:(?:married|young|elderly|newlywed)\s+)?couple\b(?!\s+of\b)", re.I)


def counts_in(reading: Reading, start: int, end: int) -> tuple[CountMention, ...]:
    """The counts between two offsets, those told by a number and those told without one, in text order."""
    told = inside(reading.counts, start, end)
    more = [c for c in _unnumbered(reading, start, end) if not _covered(c, told)]
    return tuple(sorted((*told, *more), key=lambda c: c.span.start)) if more else told


def _unnumbered(reading: Reading, start: int, end: int) -> Iterator[CountMention]:
    for pattern, number in ((_ONES, 1), (_COUPLE, 2)):
        for hit in pattern.finditer(reading.article.text, start, end):
            span = reading.article.quote(*hit.span())
            yield CountMention(span, Count(number, number, span.quote), span)


def _covered(count: CountMention, told: tuple[CountMention, ...]) -> bool:
    """Whether a number already counts these people."""
    return any(t.span.start < count.span.end and count.span.start < (t.of.end if t.of else t.span.end) for t in told)
