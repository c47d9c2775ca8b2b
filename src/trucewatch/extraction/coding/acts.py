"""Who did what to whom, sentence by sentence: the main act of each, and one joined to it by "and".

An act told by the way ("after crowds burned its embassy", "officials who had fled") is no event of the sentence.
"""

from __future__ import annotations

import re

from ...knowledge.act_words import ActWords, found_acts
from ...records.coded import CodedEvent, Side
from ...records.reading import Reading, Sentence
from ...records.text import Cited
from .sides import sides_after, sides_before

_BY_THE_WAY = re.compile(
    r"\b(?:after|when|while|because|since|until|unless|before|following|where|which|who|whose|amid|if|as(?!\s+saying))\b[^,;]*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^[^;:]{0,90}?\band\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
# "at a meeting", "the condemned man", "a proposed visit": a noun or what describes one.
_NOUN = re.compile(
    r"\b(?:a|an|the|its|his|her|their|our|this|that|these|those|of|for|in|on|at|from|against|with|into|about|over|under|new|more|"
    r"recent|joint|planned|possible|alleged|such|no|further|fresh|any|some)\s+(?:\w+ed\s+)?$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:am|is|are|was|were|be|been|being|got)\s+(?:\w+ly\s+|also\s+|then\s+)?$", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"^\w+(?:ed|en|wn|ght|ung|ot|it|un)\b(?!\s+in\s+(?:\w+\s+){0,2}(?:cleansing|firefight|battle|combat))",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\b(?:not|never|no longer|nor|without)|n['’]t)\s+(?:(?:ever|yet|even|be|been|have|try to|\w+ly)\s+){0,3}$|\bneither\b[^,;]*\snor\s+(?:[\w-]+\s+){1,4}$",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\s+", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?!(?:phone|telephone|car|bus|\w+ing|next|last|now|then|courier)\b)", re.IGNORECASE)


def events_of(reading: Reading) -> tuple[CodedEvent, ...]:
    """The events of a reading, in the order of the text."""
    return tuple(event for sentence in reading.sentences for event in _in_sentence(reading, sentence))


def _in_sentence(reading: Reading, sentence: Sentence) -> list[CodedEvent]:
    text = reading.article.text
    events: list[CodedEvent] = []
    last = sentence.start
    for row, start, end in found_acts(text, sentence.start, sentence.end):
        if _NOUN.search(text, max(sentence.start, start - 25), start) and not _starts_as_noun(row):
            continue
        if events and not _JOINED.search(text[last:start]):
            continue
        if _aside(text, sentence, start) or _describes(text, sentence, start) or _denied(text, sentence, row, start):
            continue
        event = _event(reading, sentence, row, start, end, events[-1] if events else None)
        if event is not None:
            events.append(event)
            last = end
    return events


def _starts_as_noun(row: ActWords) -> bool:
    """Acts that are told by nouns too ("a roadside bombing killed ...")."""
    return row.act in {"assault"}


def _aside(text: str, sentence: Sentence, start: int) -> bool:
    """Whether what stands before an act makes it one told by the way."""
    found = _BY_THE_WAY.search(text, sentence.start, start)
    # A sentence may open with such a clause ("As talks began in Geneva, ..."): what follows its comma is told straight.
    return found is not None


def _denied(text: str, sentence: Sentence, row: ActWords, start: int) -> bool:
    """Whether an act is said not to be done; what is refused is told by words of its own."""
    return row.plover != "REJECT" and _NOT.search(text, sentence.start, start) is not None


def _describes(text: str, sentence: Sentence, start: int) -> bool:
    """Whether words that could be an act describe a noun: "Ousted President ...", "Israeli-occupied land"."""
    if start == sentence.start and text[start].isupper():
        return _PARTICIPLE.match(text[start : start + 20]) is not None
    return text[start - 1 : start] == "-"


def _event(
    reading: Reading, sentence: Sentence, row: ActWords, start: int, end: int, before: CodedEvent | None
) -> CodedEvent | None:
    text, article = reading.article.text, reading.article
    passive = bool(_PASSIVE.search(text, max(sentence.start, start - 25), start)) and bool(
        _PARTICIPLE.match(text[start:end])
    )
    low = sentence.start
    if before is not None:
        joined = list(_AND.finditer(text, sentence.start, start))
        low = joined[-1].end() if joined else low
    subject = sides_before(reading, sentence, low, start)
    if before is not None and not subject:
        subject = before.source
    others = sides_after(reading, sentence, end, row.plover, both=row.both)
    if passive:
        by = _BY.search(text, end, sentence.end)
        others = sides_after(reading, sentence, by.end(), row.plover) if by else ()
        subject, others = others, subject
    elif row.receives:
        subject, others = others, subject
    if not subject and not others:
        return None
    words = article.quote(start, end)
    return CodedEvent(
        row.act, row.plover, row.cameo, Cited(words.quote, (words,)), subject, _apart(subject, others), row.both
    )


def _apart(subject: tuple[Side, ...], others: tuple[Side, ...]) -> tuple[Side, ...]:
    """Targets that are no sources as well."""
    own = {side.words.value for side in subject}
    return tuple(side for side in others if side.words.value not in own)
