"""Whether words tell of an event at all: what is planned, possible, wished or denied is none."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..knowledge.stances import modality_rows
from ..records.reading import Reading, Sentence, Stance
from ..records.text import Span

# A clause begins after one of these; what governs an act stands in the act's own clause.
_CLAUSE = re.compile(r"[,;:()\"“”]|\s[–—-]\s|\b(?:and|but|that|who|which|while|because|after|before)\s", re.I)
_REACH = 90


def modality(reading: Reading, span: Span) -> Stance | None:
    """The stance that the words before ``span`` give it in its own clause; None where it is told as it is.

    Looks at the sentence alone: speakers are ``attribution``'s matter.
    """
    sentence = _sentence(reading, span.start)
    if sentence is None:
        return None
    lead = reading.article.text[max(sentence.start, span.start - 3 * _REACH) : span.start]
    clause = lead[-_REACH:]
    start = max((cut.end() for cut in _CLAUSE.finditer(clause)), default=0)
    for row in modality_rows():
        if row.pattern.search(lead if row.whole else clause[start:]):
            return row.stance
    return None


def _sentence(reading: Reading, offset: int) -> Sentence | None:
    i = bisect_right(reading.sentences, offset, key=lambda s: s.start) - 1
    return reading.sentences[i] if i >= 0 and offset < reading.sentences[i].end else None
