"""Where a text speaks of truces: the label or verb, and the stretch of the sentence that tells of that truce."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...knowledge.truce_words import TruceLexicon, truce_lexicon
from ...records.reading import Reading, Sentence
from ...records.text import SegmentKind, Span

_CUT = re.compile(r";|\s[–—]\s|,|\b(?:and|but|while|whereas|although|after|before)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|its|their|his|a similar|current|existing|earlier|previous)\s+|['’]s\s+)(?:[\w.,'’-]+\s+){0,5}$",
    re.I,
)
_SAME = re.compile(
    r"^[\"'”’]?\s*(?:,|[–—-]|\(|or)\s*(?:(?:a|an|the|so-called|known as|or)\s+)?(?:[\w-]+\s+){0,4}$", re.I
)


@dataclass(frozen=True, slots=True)
class TruceMention:
    """``label`` names or tells the truce, ``[start, end)`` is what the sentence says of it.

    ``told`` marks a verb that tells a truce without naming it, ``anaphor`` words that point back to one.
    """

    label: Span
    instrument: str
    start: int
    end: int
    sentence: Sentence
    definite: bool
    told: bool = False
    anaphor: bool = False


def truce_mentions(reading: Reading) -> list[TruceMention]:
    """All mentions in text order, calls and wishes and truces of other worlds left out."""
    found: list[TruceMention] = []
    last = -10
    for sentence in reading.sentences:
        here = [m for m in _in_sentence(reading, sentence) if not _wished(reading, m)]
        if not here and sentence.index - last <= 2:
            here = _pointing_back(reading, sentence)
        if here:
            last = sentence.index
        found.extend(here)
    return found


def _in_sentence(reading: Reading, sentence: Sentence) -> list[TruceMention]:
    words, text = truce_lexicon(), reading.article.text
    labels = sorted(_labels(text, words, sentence), key=lambda row: row[0])
    kept: list[tuple[int, int, str, bool]] = []
    for start, end, instrument, told in labels:
        if kept and (start < kept[-1][1] or _SAME.match(text[kept[-1][1] : start])):
            continue
        kept.append((start, end, instrument, told))
    return list(_windows(reading, sentence, kept))


def _labels(text: str, words: TruceLexicon, sentence: Sentence) -> Iterator[tuple[int, int, str, bool]]:
    for rows, told in ((words.labels, False), (words.verbs, True)):
        for pattern, instrument in rows:
            for hit in pattern.finditer(text, sentence.start, sentence.end):
                before = text[max(sentence.start, hit.start() - 60) : hit.start()]
                if words.refuse_before.search(before) or words.refuse_after.search(text[hit.end() : hit.end() + 50]):
                    continue
                yield hit.start(), hit.end(), instrument, told


def _windows(reading: Reading, sentence: Sentence, labels: list[tuple[int, int, str, bool]]) -> Iterator[TruceMention]:
    """One stretch per label: cut between two labels at the last comma or connective before the later one's noun phrase."""
    text = reading.article.text
    start = sentence.start
    for number, (low, high, instrument, told) in enumerate(labels):
        end = sentence.end
        if number + 1 < len(labels):
            cuts = [c.start() for c in _CUT.finditer(text, high, labels[number + 1][0])]
            end = cuts[-1] if cuts else labels[number + 1][0]
        label = reading.article.quote(low, high)
        definite = bool(_DEFINITE.search(text[max(sentence.start, low - 50) : low]))
        yield TruceMention(label, instrument, start, end, sentence, definite, told)
        start = end


def _wished(reading: Reading, mention: TruceMention) -> bool:
    words, text = truce_lexicon(), reading.article.text
    before = text[max(mention.start, mention.label.start - 110) : mention.label.start]
    if words.vague_before.search(before):
        return True
    if mention.definite and not mention.told:
        return False
    stretch = text[mention.start : mention.end]
    return bool(words.wish_before.search(before) or words.wish_near.search(stretch))


def _pointing_back(reading: Reading, sentence: Sentence) -> list[TruceMention]:
    """A sentence after one about a truce that goes on about it by "the deal" or "it"."""
    if sentence.segment is not SegmentKind.BODY:
        return []
    hit = truce_lexicon().anaphors.search(reading.article.text, sentence.start, sentence.end)
    if hit is None:
        return []
    label = reading.article.quote(hit.start(), hit.end())
    return [TruceMention(label, "", sentence.start, sentence.end, sentence, True, anaphor=True)]
