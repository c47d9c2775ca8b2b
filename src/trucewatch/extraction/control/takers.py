"""Who took a place that is told to have fallen without a word on to whom: those told as taking places right before."""

from __future__ import annotations

import re
from dataclasses import replace

from ...knowledge.control_words import control_words
from ...records.party import Party
from ...records.reading import Reading, Sentence
from ...records.text import Cited, Span
from ..frames import subject_of

# As far back as a report goes on about one advance.
_BACK = 2
_TAKING = {"take", "onto"}
_KINDS = {"control", "entered"}
# Words of keeping or of taking back tell of no advance.
_NO_ADVANCE = re.compile(r"\b(?:re|hold|held|control|retain|keep|kept|won\s+back|remain|still)", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def taker_before(reading: Reading, sentence: Sentence, verb: Span) -> Cited[Party] | None:
    """The subject of the last words of taking before a verb, in its sentence or the two before; None where none is told."""
    before = reading.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]
    for told in reversed(before):
        found = _taker(reading, told, min(told.end, verb.start))
        if found is not None:
            return replace(found, derivation="nobody is named; taken to be who is told as taking places right before")
    return None


def _taker(reading: Reading, sentence: Sentence, end: int) -> Cited[Party] | None:
    text = reading.article.text
    hits = [
        hit
        for phrase in control_words().phrases
        if phrase.frame in _TAKING and phrase.kind in _KINDS
        for hit in phrase.words.finditer(text, sentence.start, end)
        if not _NO_ADVANCE.match(hit.group()) and not _PASSIVE.search(text[max(0, hit.start() - 20) : hit.start()])
    ]
    for hit in sorted(hits, key=lambda h: -h.start()):
        who = subject_of(reading, sentence, hit.start())
        if who is not None:
            return who
    return None
