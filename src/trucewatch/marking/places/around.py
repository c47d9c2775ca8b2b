"""What a candidate carries: type, direction, distance and the word that locates it, read off the words beside it."""

from __future__ import annotations

import re

from ...knowledge.place_words import place_words
from ...records.place import Level
from ...records.reading import Sentence
from ...records.text import SegmentKind
from .found import Found
from .frames import direction_before, distance_before, frame_before, hyphened, listed, type_after, type_before

_ADJECTIVAL = re.compile(r"(?:u\.s\.|u\.s|us|u\.k\.|uk|e\.u\.|eu)$", re.I)
_NEXT_WORD = re.compile(
    r"\s+(?!and\b|or\b|in\b|on\b|at\b|to\b|for\b|with\b|from\b|by\b|as\b|that\b|which\b|has\b|had\b|is\b|was\b|will\b)[a-z]",
    re.I,
)
_OWNED = re.compile(r"^['’]s?\s+$")


def around(text: str, start: int, end: int, sentence: Sentence, earlier: Found | None) -> Found:
    """The candidate of a name from ``start`` to ``end`` with type, direction, distance and frame read off the words beside it."""
    words = place_words()
    base_end = end
    level: Level | None = None
    site: str | None = None
    before = type_before(text, sentence.start, start)
    after = type_after(text, end, sentence.end)
    if after is not None and (after[0] not in words.levels or before is None):
        kind, end = after
        level, site = (Level(words.levels[kind]), None) if kind in words.levels else (Level.SITE, kind)
    elif before is not None and before in words.levels:
        level = Level(words.levels[before])
    direction = direction_before(text, sentence.start, start)
    low = direction[1] if direction else start
    frame = frame_before(text, sentence.start, low)
    if not frame and earlier is not None and earlier.frame and listed(text[earlier.end : low]):
        frame, level = earlier.frame, level or (earlier.level if earlier.site is None else None)
    if not frame and earlier is not None and earlier.frame and _OWNED.match(text[earlier.end : low]):
        frame = earlier.frame
    adjectival = _ADJECTIVAL.match(text[start:base_end]) and end == base_end and _NEXT_WORD.match(text, end)
    if hyphened(text, base_end) or adjectival:
        frame = ""
    if sentence.segment is SegmentKind.DATELINE:
        frame = "dateline"
    distance = distance_before(text, sentence.start, low)
    return Found(low, end, (), level, site, direction[0] if direction else None, distance, frame, base_end)
