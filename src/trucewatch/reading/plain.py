"""Plain text: the canonical text is the decoded input itself, cut into segments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..knowledge.wire import wire_words
from ..records.text import Segment, SegmentKind
from ..records.when import When
from .dateline import caption_date

_BLANK = re.compile(r"(?:\r?\n[ \t\u00a0]*){2,}")
_CREDIT = re.compile(r"(?:Credit|Photo(?: by)?|Photograph|Image)\s*:\s*(?P<credit>[^\n]{2,80})\s*$", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:by\s+)?(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w.'’-]+(?:(?:,|\s+and)\s+(?:[A-Z][\w.'’-]+\s*){2,4})*$"
)
# "Bogota, 7 Sep 89 (DPA) -- [Text]" of monitored broadcasts, and "SARAJEVO, Bosnia (AP) --" of agencies.
_MONITORED = re.compile(
    r"\s*[A-ZÀ-Þ][\w .'’-]{2,40}(?:\s*\([^)]{2,40}\))?,\s+\d{1,2}\s+[A-Za-z]{3,9}\.?\s+\d{2,4}"
    r"(?:\s+\([^)]{2,60}\))?\s+--\s+(?:\[[^\]]{2,40}\]\s+)*"
)
_AGENCY = re.compile(
    r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,40}(?:,\s+[A-Z][\w .'’-]{1,30}){0,2}(?:,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?)?"
    r"(?:\s+\([A-Za-z/ .&-]{2,40}\))?\s*(?:--|—|–|-|_|:)\s+)"
)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    text: str


def segments_of(text: str) -> tuple[Segment, ...]:
    """Headline, dek, byline, body, captions, headings and furniture of a plain text, in order."""
    blocks = _blocks(text)
    found: list[Segment] = []
    seen: dict[str, int] = {}
    body_started = False
    for number, block in enumerate(blocks):
        kind, credit = _kind(block, number, body_started)
        body_started = body_started or kind is SegmentKind.BODY
        dated: When | None = caption_date(block.text) if kind is SegmentKind.CAPTION else None
        key = re.sub(r"\W+", " ", _CREDIT.sub("", block.text)).strip().lower()
        twin = seen.get(key)
        if twin is not None and len(key) > 20:
            kind = found[twin].kind if kind is not SegmentKind.CAPTION else kind
        start = block.start
        head = _dateline(block.text) if kind is SegmentKind.BODY else 0
        if head:
            found.append(Segment(SegmentKind.DATELINE, start, start + head))
            start += head
        found.append(Segment(kind, start, block.end, twin if len(key) > 20 else None, dated, credit))
        seen.setdefault(key, len(found) - 1)
    return _paired(text, tuple(found))


def _dateline(text: str) -> int:
    """Length of the dateline a paragraph opens with; 0 where there is none, or nothing follows it."""
    hit = _MONITORED.match(text) or _AGENCY.match(text)
    return hit.end() if hit and hit.end() < len(text) else 0


def _paired(text: str, found: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """A block that repeats as a credited caption is itself that caption; the credited one is its duplicate."""
    kinds = {s.duplicate_of: s.kind for s in found if s.duplicate_of is not None}
    return tuple(
        Segment(
            kinds.get(n, s.kind), s.start, s.end, s.duplicate_of, s.dated or _date_if(kinds.get(n), s, text), s.credit
        )
        for n, s in enumerate(found)
    )


def _date_if(kind: SegmentKind | None, segment: Segment, text: str) -> When | None:
    return caption_date(text[segment.start : segment.end]) if kind is SegmentKind.CAPTION else None


def _blocks(text: str) -> list[_Block]:
    """Paragraphs: by blank lines; the lines of a block are parts of their own where they are no wrapped prose."""
    blocks: list[_Block] = []
    position = 0
    for stop in [*_BLANK.finditer(text), None]:
        end = stop.start() if stop else len(text)
        blocks.extend(_lines_or_whole(text, position, end))
        position = stop.end() if stop else end
    return blocks


def _lines_or_whole(text: str, start: int, end: int) -> list[_Block]:
    chunk = text[start:end]
    lines = [(m.start() + start, m.end() + start) for m in re.finditer(r"[^\r\n]+", chunk) if m.group().strip()]
    wrapped = len(lines) > 1 and max(b - a for a, b in lines) <= 100 and any(b - a > 50 for a, b in lines[:-1])
    pieces = [(start, end)] if wrapped or len(lines) == 1 else lines
    blocks = []
    for low, high in pieces:
        piece = text[low:high]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            blocks.append(_Block(low + left, low + right, piece[left:right]))
    return blocks


def _kind(block: _Block, number: int, body_started: bool) -> tuple[SegmentKind, str | None]:
    text = block.text
    words = len(text.split())
    if wire_words().furniture.fullmatch(text):
        return SegmentKind.FURNITURE, None
    credit = _CREDIT.search(text)
    if credit:
        return SegmentKind.CAPTION, credit.group("credit").strip()
    if number == 0 and words <= 30 and not text.rstrip().endswith("."):
        return SegmentKind.HEADLINE, None
    if not body_started and words <= 12 and _BYLINE.match(" ".join(text.split())):
        return SegmentKind.BYLINE, None
    if not body_started and number <= 2 and words <= 45 and not _SENTENCE_END.search(text):
        return SegmentKind.DEK, None
    if words <= 8 and not _SENTENCE_END.search(text):
        return SegmentKind.HEADING, None
    return SegmentKind.BODY, None
