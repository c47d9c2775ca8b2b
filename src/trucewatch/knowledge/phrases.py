"""Words of a stretch of text, and an index of reviewed phrases keyed by their first word.

A phrase keeps the case its row gives: "Islamic State" needs capitals, "IS" exactly these, "security forces"
matches both; in a text all in capitals case says nothing and only the letters are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .names import fold

T = TypeVar("T")

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?![^\W_])|[^\W_]+(?:['’ʼ`](?!s\b)[^\W_]+)*")
_GAP = re.compile(r"(?:['’]s?)?(?:[ \t\u00a0]*\n?[ \t\u00a0]*|[-–‑]\s?)", re.IGNORECASE)
_SHORT_STOP = re.compile(r"\.\s+")
_SHORT = frozenset(
    [
        "lt",
        "gen",
        "col",
        "maj",
        "brig",
        "capt",
        "st",
        "dr",
        "gov",
        "sen",
        "rep",
        "rev",
        "adm",
        "sgt",
        "cmdr",
        "mr",
        "mrs",
        "ms",
        "fr",
        "prof",
    ]
)
# Abbreviations that are also plain words: in capitals they say nothing.
_PLAIN = frozenset(
    [
        "us",
        "is",
        "it",
        "am",
        "an",
        "as",
        "at",
        "so",
        "who",
        "aid",
        "pa",
        "la",
        "no",
        "on",
        "or",
        "in",
        "to",
        "be",
        "we",
        "he",
        "go",
        "do",
        "up",
        "pi",
        "mend",
        "arm",
        "ram",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text. ``joined``: nothing but space, hyphen or 's stands before it; ``hyphen``: a hyphen does.

    ``owns`` is true where 's or a final apostrophe follows; ``key`` is the folded form that phrases are keyed by.
    """

    start: int
    end: int
    text: str
    key: str
    cap: bool
    joined: bool
    hyphen: bool
    owns: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text, in order; hyphens separate words, apostrophes inside them do not."""
    found: list[Word] = []
    last = start
    for hit in _WORD.finditer(text, start, end):
        low, high = hit.span()
        if hit.group() in {"s", "S"} and text[low - 1 : low] in {"'", "’"}:
            continue
        gap = text[last:low]
        joined = bool(found) and (bool(_GAP.fullmatch(gap)) or _after_short(found[-1], gap))
        owns = text[high : high + 1] in "'’" and high < end
        key = fold(hit.group())
        found.append(Word(low, high, hit.group(), key, hit.group()[0].isupper(), joined, "-" in gap, owns))
        last = high
    return found


def _after_short(before: Word, gap: str) -> bool:
    """Whether the full stop in a gap is that of an abbreviation or an initial."""
    return bool(_SHORT_STOP.fullmatch(gap)) and (before.key in _SHORT or (len(before.key) == 1 and before.cap))


def all_capitals(text: str) -> bool:
    """Whether a stretch is set in capitals, as old wire copy is, so that case tells nothing."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    keys: tuple[str, ...]
    shapes: tuple[str, ...]
    payload: T


class Index(Generic[T]):
    """Phrases with what they stand for; ``matches`` gives the longest first."""

    def __init__(self) -> None:
        self._heads: dict[str, list[_Entry[T]]] = {}

    def add(self, phrase: str, payload: T) -> None:
        """Add a phrase; its own capitals say which a text must have."""
        words = words_of(phrase, 0, len(phrase))
        keys = tuple(word.key for word in words)
        if not keys or not keys[0]:
            raise ValueError(f"no words in the phrase {phrase!r}")
        entries = self._heads.setdefault(keys[0], [])
        entries.append(_Entry(keys, tuple(_shape(word.text) for word in words), payload))
        entries.sort(key=lambda entry: -len(entry.keys))

    def __contains__(self, key: str) -> bool:
        """Whether a phrase begins with a folded word."""
        return key in self._heads

    def __iter__(self) -> Iterator[str]:
        """The folded words that phrases begin with."""
        return iter(self._heads)

    def matches(self, words: Sequence[Word], at: int, capitals: bool = False) -> Iterator[tuple[int, T]]:
        """What phrases begin at a word (none past the end): the index after their last word, and what they stand for."""
        if at >= len(words):
            return
        for entry in self._heads.get(words[at].key, ()):
            size = len(entry.keys)
            if at + size <= len(words) and _fits(entry, words, at, capitals):
                yield at + size, entry.payload

    def longest(self, words: Sequence[Word], at: int, capitals: bool = False) -> tuple[int, T] | None:
        """The longest phrase that begins at a word."""
        return next(self.matches(words, at, capitals), None)


def _shape(text: str) -> str:
    letters = text.replace(".", "")
    if letters.isupper() and len(letters) > 1 and len(letters) <= 6:
        return letters
    return "C" if text[0].isupper() else ""


def _fits(entry: _Entry[T], words: Sequence[Word], at: int, capitals: bool) -> bool:
    for n, key in enumerate(entry.keys):
        word = words[at + n]
        if word.key != key or (n and not word.joined):
            return False
        shape = entry.shapes[n]
        if capitals:
            if len(shape) > 1 and len(entry.keys) == 1 and key in _PLAIN and "." not in word.text:
                return False
        elif shape == "C":
            if not word.cap:
                return False
        elif shape and word.text.replace(".", "") != shape:
            return False
    return True
