"""Names of places that locate nothing: parts of other names ("the Kisumu Fire Department"), and places somebody is from.

They are no locations of what is told, but they say where a text is at home, and so which of several places a name means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ...knowledge.place_words import place_words
from ...records.place import Level, Place
from ...records.reading import Sentence
from .found import Found
from .frames import PLACING
from .runs import Words
from .standing import titled

Rows = Callable[[int, int], tuple[tuple[Place, int], ...]]
_NEXT = re.compile(r"(?:['’]s)?\s+(?P<word>[a-z]+)\b")
_OF = re.compile(r"\b(?:of|at)\s+(?:the\s+)?$", re.I)
_MOST_WORDS = 4


def adjuncts_in(
    text: str, words: Words, sentence: Sentence, hits: Sequence[Found], told: frozenset[str], rows: Rows
) -> list[Found]:
    """The names of places within a run that no candidate with rows covers. ``told`` are names the text uses as places elsewhere."""
    found: list[Found] = []
    index = 0
    while index < len(words):
        hit = None if _covered(words[index], hits) else _longest(text, words, index, sentence, told, rows)
        if hit is None:
            index += 1
            continue
        found.append(hit)
        while index < len(words) and words[index][0] < hit.end:
            index += 1
    return found


def _covered(word: tuple[int, int], hits: Sequence[Found]) -> bool:
    return any(hit.rows and hit.start <= word[0] < hit.end for hit in hits)


def _longest(text: str, words: Words, index: int, sentence: Sentence, told: frozenset[str], rows: Rows) -> Found | None:
    if index and not _OF.search(text, words[0][0], words[index][0]) and not _direction(text, words[index - 1]):
        return None
    if titled(text, words[index][0], sentence):
        return None
    for last in range(min(len(words), index + _MOST_WORDS), index, -1):
        start, end = words[index][0], words[last - 1][1]
        known = rows(start, end)
        if known and _names_a_place(text, words, index, last, told):
            return replace(Found(start, end, known), base_end=end, adjunct=True)
    return None


def _direction(text: str, word: tuple[int, int]) -> bool:
    return text[slice(*word)].lower() in place_words().directions


def _names_a_place(text: str, words: Words, index: int, last: int, told: frozenset[str]) -> bool:
    """Whether what stands behind or before the name says that it is a place's, not a person's."""
    lists = place_words()
    rest = [text[slice(*w)].lower().rstrip(".") for w in words[last:]]
    if rest:
        return any(word in lists.named_for for word in rest)
    if index:
        before = [text[slice(*w)].lower() for w in words[:index]]
        return any(word in lists.named_for for word in before)
    name = text[words[index][0] : words[last - 1][1]].lower()
    if name in told:
        return True
    behind = _NEXT.match(text, words[last - 1][1])
    return behind is not None and behind["word"] in lists.from_there


def told_names(text: str, hits: Sequence[Found]) -> frozenset[str]:
    """Names that a text uses as places: located or typed by the words beside them."""
    names = set()
    for hit in hits:
        placed = hit.frame in PLACING or hit.frame == "dateline" or hit.level is not None
        if hit.rows and placed and hit.rows[0][0].level is not Level.COUNTRY:
            names.add(text[hit.start : hit.base_end].lower())
    return frozenset(names)
