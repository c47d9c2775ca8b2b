"""Quotations: where they open and close, over sentences and paragraphs that run on."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ...records.text import Article, SegmentKind

_CURLY = {"“": "”", "«": "»", "„": "“"}
# A blank line ends a quotation that was not closed.
_MARK = re.compile(r"\"\"|''|``|[\"“”„«»]|\n\n")
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Quotation:
    """Offsets ``[start, end)`` with the marks themselves; ``runs_on`` where no closing mark was found in its paragraph."""

    start: int
    end: int
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of an article in order."""

    rows: tuple[Quotation, ...]

    def around(self, offset: int) -> Quotation | None:
        """The quotation that an offset lies in."""
        i = bisect_right(self.rows, offset, key=lambda q: q.start) - 1
        return self.rows[i] if i >= 0 and offset < self.rows[i].end else None


def find_quotations(article: Article) -> Quotations:
    """Quotations of all segments that are read. A straight mark opens after white space and closes before it."""
    rows: list[Quotation] = []
    for segment in article.segments:
        if segment.kind is SegmentKind.FURNITURE or segment.duplicate_of is not None:
            continue
        rows.extend(_in_segment(article.text, segment.start, segment.end))
    return Quotations(tuple(rows))


def _in_segment(text: str, start: int, end: int) -> list[Quotation]:
    rows: list[Quotation] = []
    opened: int | None = None
    closer = ""
    for hit in _MARK.finditer(text, start, end):
        i, width = hit.start(), len(hit.group())
        mark = '"' if hit.group() in {'""', "''", "``"} else hit.group()
        if opened is None:
            if mark in _CURLY or (mark == '"' and _opens(text, i, width)):
                opened, closer = i, _CURLY.get(mark, '"')
        elif mark == closer or (closer == "”" and mark == '"'):
            rows.append(Quotation(opened, i + width))
            opened = None
        elif mark.isspace():
            rows.append(Quotation(opened, i, runs_on=True))
            opened = None
    if opened is not None and end - opened < _LONGEST:
        rows.append(Quotation(opened, end, runs_on=True))
    return rows


def _opens(text: str, i: int, width: int) -> bool:
    """A straight mark opens a quotation unless white space or the end follows it."""
    return i + width < len(text) and not text[i + width].isspace()
