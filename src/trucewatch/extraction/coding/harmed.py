"""Who was harmed and by whom, as the words name them: people, things and doers about each verb or noun of harm.

Names are phrases of the text, not parties: a senator killed, the bridge blown up, the men who fired. Works on text
set in capitals too, since it goes by words around a name and not by its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...knowledge.harmed_words import harmed_words
from ...records.reading import Reading, Sentence
from ...records.text import Span

_BE = re.compile(r"\b(?:was|were|been|be|being|is|are|got)\s+(?:\w+ly\s+|also\s+|then\s+)?$", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|against|on|upon)\s+", re.IGNORECASE)
_BY = re.compile(r"\s*\bby\s+", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|never|no one|nobody|without|to|would|will|could|may|might|threatened|trying|plan(?:s|ned)? to)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_CUT = re.compile(r"[.;:()\[\]\"“”]|\s-{1,2}\s|,(?=\s)")
_SPLIT = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:\s+(?:was|were|has|have|had|been|be|being|is|are|also|then|who|which|that|could|would|may|might|did|do|does|not|to|\w+ly))+\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[\d.,]+$")
# A phrase that ends in a verb or tells of harm itself is nobody's name.
_VERBAL = re.compile(
    r"\b(?:\w+(?:ed|ing)|who|which|that|were|was|not|no|nobody|dead|casualties|responsibility)$|^(?:including|no|not|many of)\b",
    re.IGNORECASE,
)
# Endings and words that no name of a person has.
_COMMON = re.compile(
    r"\b(?:\w+(?:ed|ing|ly|tion|ment|ness|ies|ance|ence|ity)|town|city|village|northern|southern|eastern|western|district|department|"
    r"neighborhoods?|neighbourhoods?|zones?|areas?|regions?|damages?|property|system|network|lines?|poles?|embass\w+|positions|forces|army|"
    r"country|party|parties|responsibility|panic|peace|war|strip|port|street|avenue|material|economic)\b",
    re.IGNORECASE,
)
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Harmed:
    """One telling of harm: its kind (kill, wound, abduct, attack), its words, and who and what stand about it."""

    kind: str
    words: Span
    sentence: int
    people: tuple[Span, ...]
    things: tuple[Span, ...]
    doers: tuple[Span, ...]


def harmed_in(reading: Reading) -> tuple[Harmed, ...]:
    """Every telling of harm in a reading that names anybody or anything."""
    return tuple(found for sentence in reading.sentences for found in _in_sentence(reading, sentence))


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Harmed]:
    text, words = reading.article.text, harmed_words()
    for hit in words.verbs.finditer(text, sentence.start, sentence.end):
        start, end = hit.span()
        if _NOT.search(text, max(sentence.start, start - 30), start):
            continue
        before = _before(text, sentence, start)
        if _BE.search(text, max(sentence.start, start - 25), start):
            by = _BY.match(text, end) or _BY.search(text, end, min(sentence.end, end + 60))
            doers = _names(text, by.end(), sentence.end) if by else []
            yield from _made(reading, sentence, hit, before, doers)
        else:
            yield from _made(reading, sentence, hit, _names(text, end, sentence.end), before)
    for hit in words.nouns.finditer(text, sentence.start, sentence.end):
        of = _OF.match(text, hit.end())
        if of is None:
            continue
        harmed = _names(text, of.end(), sentence.end)
        last = harmed[-1][1] if harmed else of.end()
        by = _BY.match(text, last)
        yield from _made(reading, sentence, hit, harmed, _names(text, by.end(), sentence.end) if by else [])


def _made(
    reading: Reading,
    sentence: Sentence,
    hit: re.Match[str],
    harmed: list[tuple[int, int]],
    doers: list[tuple[int, int]],
) -> Iterator[Harmed]:
    text, words = reading.article.text, harmed_words()
    quote = reading.article.quote
    things = [s for s in harmed if words.things.search(text, *s) and not _headed(text, s)]
    people = [s for s in harmed if s not in things and _somebody(text, s)]
    acting = [s for s in doers if words.doers.search(text, *s) and not _VERBAL.search(text[s[0] : s[1]])]
    kind = hit.lastgroup or "attack"
    if kind == "attack" or things or people or acting:
        yield Harmed(
            kind,
            quote(*hit.span()),
            sentence.index,
            tuple(quote(*s) for s in people),
            tuple(quote(*s) for s in things),
            tuple(quote(*s) for s in acting),
        )


def _headed(text: str, span: tuple[int, int]) -> bool:
    """Whether a phrase with a word for a thing in it is of a person ("the bank's owner", "embassy guard")."""
    last = re.search(r"[\w'’]+\W*$", text[span[0] : span[1]])
    return last is not None and harmed_words().people.match(last.group()) is not None


def _somebody(text: str, span: tuple[int, int]) -> bool:
    """Whether a phrase is of people: a word for them, or a name (two words and more, or one with a capital)."""
    phrase = text[span[0] : span[1]]
    parts = phrase.split()
    if _VERBAL.search(phrase):
        return False
    if harmed_words().people.search(phrase):
        return True
    if not 2 <= len(parts) <= 5 or harmed_words().things.search(phrase) or _COMMON.search(phrase):
        return False
    return all(p[0].isupper() for p in parts if p.lower() not in {"de", "del", "la", "y", "al"})


def _names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The phrases that follow: a list up to the first word that ends a name."""
    found: list[tuple[int, int]] = []
    at = start
    while at < end and len(found) < 5:
        stop = harmed_words().stops.search(text, at, end)
        cut = _CUT.search(text, at, end)
        joint = _SPLIT.search(text, at, end)
        low = min([end] + [m.start() for m in (stop, cut) if m])
        if joint and joint.start() < low + 1:
            low, following = joint.start(), joint.end()
        else:
            following = end
        span = _bare(text, at, low)
        if span is None:
            break
        found.append(span)
        at = following
    return found


def _before(text: str, sentence: Sentence, verb: int) -> list[tuple[int, int]]:
    """The phrases of the subject before a verb."""
    low = sentence.start
    for pattern in (harmed_words().breaks, _CUT):
        for hit in pattern.finditer(text, sentence.start, verb):
            if text[hit.end() : verb].strip() and len(text[hit.end() : verb].split()) > 1:
                low = max(low, hit.end())
    stretch = _AUXILIARY.sub("", text[low:verb])
    high = low + len(stretch)
    spans = []
    at = low
    for joint in [*_SPLIT.finditer(text, low, high), None]:
        span = _bare(text, at, joint.start() if joint else high)
        if span is not None:
            spans.append(span)
        at = joint.end() if joint else high
    return spans[:5]


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A phrase without article, number and blanks; None for none, or for one too long to be a name."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while True:
        lead = harmed_words().lead.match(text, start, end)
        if lead is None or lead.end() >= end:
            break
        start = lead.end()
        while start < end and not text[start].isalnum():
            start += 1
    if end <= start or len(text[start:end].split()) > _LONGEST or _NUMBER.match(text[start:end]):
        return None
    return start, end
