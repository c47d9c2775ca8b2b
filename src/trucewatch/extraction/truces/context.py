"""Whether a text that speaks of truces speaks of armed conflict, and not of a world that borrows the word."""

from __future__ import annotations

from ...knowledge.truce_words import truce_lexicon
from ...records.reading import Reading
from ...records.text import SegmentKind
from ..relevance import conflict_context

_OUT = {SegmentKind.FURNITURE, SegmentKind.BYLINE}


def armed_context(reading: Reading) -> bool:
    """True where the text is about armed conflict, or nothing in it is of a world that has truces of its own.

    A report on disease or hunger may name a ceasefire in half a sentence; a report on tariffs or film stars means another.
    """
    if conflict_context(reading):
        return True
    worlds, article = truce_lexicon().worlds, reading.article
    return not any(worlds.search(article.text, s.start, s.end) for s in article.segments if s.kind not in _OUT)
