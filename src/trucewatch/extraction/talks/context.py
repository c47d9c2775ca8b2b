"""Whether a text's meetings belong to a conflict: readouts and communiqués may hold hardly a word of fighting."""

from __future__ import annotations

import re

from ...knowledge.talk_words import talk_words
from ...records.reading import Reading
from ...records.text import SegmentKind
from ..relevance import conflict_context, weights

_OUT = {SegmentKind.FURNITURE, SegmentKind.BYLINE}


def talks_of_conflict(reading: Reading) -> bool:
    """True for texts about armed conflict, and for those about its diplomacy that no other world outweighs."""
    if conflict_context(reading):
        return True
    words = talk_words()
    article = reading.article
    text = "\n".join(article.text[s.start : s.end] for s in article.segments if s.kind not in _OUT)
    war, table = _distinct(words.war, text), _distinct(words.table, text)
    if war < words.least_war or war + table < words.least:
        return False
    conflict, borrowed = weights(reading)
    return conflict + war > borrowed + 2 * _distinct(words.elsewhere, text)


def _distinct(pattern: re.Pattern[str], text: str) -> int:
    return len({" ".join(hit.group().lower().split()).removesuffix("s") for hit in pattern.finditer(text)})
