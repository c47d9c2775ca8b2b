"""Plain text and Markdown: the canonical text is the decoded input itself, cut into segments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..knowledge.wire import wire_words
from ..records.text import Segment, SegmentKind
from .blocks import Block, blocks_of
from .dateline import caption_date, dateline_length, headline_length

_CREDIT = re.compile(r"(?:Credit|Photo(?: by)?|Photograph|Image)\s*:\s*(?P<credit>[^\n]{2,80})\s*$", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:by\s+)?(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w.'’-]+(?:(?:,|\s+and)\s+(?:[A-Z][\w.'’-]+\s*){2,4})*$"
)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]*_]*\s*$")
# A twin shorter than this is a heading said twice, not a caption printed twice.
_TWIN = 20


@dataclass(slots=True)
class _Cut:
    """The state of one pass over the blocks of a text."""

    credited: frozenset[str]
    seen: dict[str, int]
    found: list[Segment]
    kinds: Mapping[str, SegmentKind]
    body_started: bool = False


def segments_of(text: str, kinds: Mapping[str, SegmentKind] | None = None) -> tuple[Segment, ...]:
    """Headline, dek, byline, dateline, body, captions, headings and furniture of a text, in order.

    ``kinds`` says of some blocks, by their text, what a page's markup shows them to be.
    """
    blocks = blocks_of(text)
    credited = frozenset(_key(b.text) for b in blocks if _CREDIT.search(b.text))
    cut = _Cut(credited, {}, [], kinds or {})
    for number, block in enumerate(blocks):
        _add(cut, number, block)
    return tuple(cut.found)


def _key(text: str) -> str:
    """Equal for a caption with and without its credit."""
    return re.sub(r"\W+", " ", _CREDIT.sub("", text)).strip().lower()


def _add(cut: _Cut, number: int, block: Block) -> None:
    key = _key(block.text)
    kind, credit = _kind(block, number, cut, key)
    dated = caption_date(_CREDIT.sub("", block.text)) if kind is SegmentKind.CAPTION else None
    twin = cut.seen.get(key) if len(key) > _TWIN else None
    start = block.start
    if kind is SegmentKind.BODY:
        start = _openings(cut, block)
    if start < block.end:
        cut.found.append(Segment(kind, start, block.end, twin, dated, credit))
        cut.seen.setdefault(key, len(cut.found) - 1)
    cut.body_started = cut.body_started or kind is SegmentKind.BODY


def _openings(cut: _Cut, block: Block) -> int:
    """Adds the headline and the dateline that a paragraph opens with; returns where its own text starts."""
    start = block.start
    head = 0 if cut.body_started else headline_length(block.text)
    if head:
        cut.found.append(Segment(SegmentKind.HEADLINE, start, start + head))
        start += len(block.text[:head]) + len(block.text[head:]) - len(block.text[head:].lstrip(" .\t\n"))
    line = dateline_length(block.text[start - block.start :], first=not cut.body_started)
    if line:
        cut.found.append(Segment(SegmentKind.DATELINE, start, start + line))
    return start + line


def _kind(block: Block, number: int, cut: _Cut, key: str) -> tuple[SegmentKind, str | None]:
    text = block.text
    words = len(text.split())
    if block.furniture or wire_words().furniture.fullmatch(text):
        return SegmentKind.FURNITURE, None
    credit = _CREDIT.search(text)
    if text in cut.kinds:
        return cut.kinds[text], credit.group("credit").strip() if credit else None
    if credit or (key in cut.credited and len(key) > _TWIN):
        return SegmentKind.CAPTION, credit.group("credit").strip() if credit else None
    if dateline_length(text, first=not cut.body_started):
        return SegmentKind.BODY, None
    first = not any(s.kind is not SegmentKind.FURNITURE for s in cut.found)
    if first and words <= 30 and not text.rstrip().endswith("."):
        return SegmentKind.HEADLINE, None
    if block.heading:
        return SegmentKind.HEADING, None
    if not cut.body_started and words <= 12 and _BYLINE.match(" ".join(text.split())):
        return SegmentKind.BYLINE, None
    if not cut.body_started and number <= 2 and words <= 45 and not _SENTENCE_END.search(text):
        return SegmentKind.DEK, None
    if words <= 8 and not block.item and not _SENTENCE_END.search(text):
        return SegmentKind.HEADING, None
    return SegmentKind.BODY, None
