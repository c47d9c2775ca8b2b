"""Runs of words that may hold a name: capitalised in mixed case, all words between stops in upper-case copy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...knowledge.place_words import place_words
from ...records.reading import Sentence
from ...records.text import SegmentKind
from .frames import hyphen_in

Words = list[tuple[int, int]]

_WORD = r"(?:(?:St|Ste|Mt|Ft)\.|(?:[A-Z]\.){2,}|(?:[A-Z]\.)[A-Z][a-z]{1,2}\.|(?:al|el|as|ad|ar|at|az|ash|ez|ed|es|an|ul|et)[-'’][A-ZÀ-Þ][\w'’-]*|[A-ZÀ-Þ][\w'’-]*)"
_INSIDE = r"(?:(?:de|del|la|las|los|el|al|as|ad|ar|az|ash|ez|es|an|of|the|du|le|do|dos|da|das|y|ben|bin|sur|en|am|os)\s+){1,2}"
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?:\s+(?:{_INSIDE})?{_WORD})*")
_UPPER = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:\s+[A-ZÀ-Þ][\w'’.-]*)*")
_PIECE = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’][sS]?$")
# Calendar words end a run: "in Qasr Sunday".
_LEAST_LETTERS, _SHARE = 24, 0.85


def shouted(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is upper-case copy, in which capitals tell nothing."""
    if sentence.segment is SegmentKind.DATELINE:
        return False
    letters = [c for c in text[sentence.start : sentence.end] if c.isalpha()]
    return len(letters) > _LEAST_LETTERS and sum(c.isupper() for c in letters) > _SHARE * len(letters)


def runs_of(text: str, sentence: Sentence, upper: bool, known: Callable[[str], bool]) -> Iterator[Words]:
    """Runs of a sentence as offsets of their words; possessives, openers and calendar words end a run.

    An opener that completes a name which some table has ("Sanski Most", "Hoi An") ends none.
    """
    pattern = _UPPER if upper else _RUN
    for run in pattern.finditer(text, sentence.start, sentence.end):
        words: Words = []
        for piece in _PIECE.finditer(text, run.start(), run.end()):
            start, end = _trimmed(text, *piece.span())
            opener = text[start:end].lower().rstrip(".") in place_words().openers
            completes = opener and bool(words) and text[start].isupper() and known(text[words[0][0] : end])
            if opener and not completes and (not words or text[start].isupper()) and not upper:
                if words:
                    yield _whole(text, words)
                words = []
                continue
            words.append((start, end))
            if end < piece.end() and text[end] in "'’-":
                yield _whole(text, words)
                words = []
        if words:
            yield _whole(text, words)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A word without its possessive, "-based" or closing full stop."""
    word = text[start:end]
    cut = hyphen_in(word)
    if cut:
        return start, start + cut
    found = _POSSESSIVE.search(word)
    if found:
        return start, end - len(found.group())
    if word.endswith(".") and word.count(".") == 1 and word[:-1] not in {"St", "Ste", "Mt", "Ft"}:
        return start, end - 1
    return start, end


def _whole(text: str, words: Words) -> Words:
    """The words without small connecting words left at an end."""
    while len(words) > 1 and text[words[-1][0]].islower() and "-" not in text[slice(*words[-1])]:
        words = words[:-1]
    return words
