"""Words in the manner of the treebanks: clitics, hyphens, slashes, currency and per cent signs stand apart."""

from __future__ import annotations

import re
from collections.abc import Set

# In order: addresses; clock times and numbers; initials and short forms with inner stops; letters; the rest singly.
_WORD = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+"
    r"|\d++(?:[.,:]\d++)*+(?:st|nd|rd|th|s)?+(?![^\W\d_])"
    r"|(?:[^\W\d_]\.){2,}[^\W\d_]?|(?:[^\W\d_]\.)+(?=[^\W\d_]|\s|$)"
    r"|[^\W_]+(?:['’][^\W\d_]+)*"
    r"|\.{2,}|-{2,}|\S"
)
_NOT = re.compile(r"(?i)^(.+)(n['’]t)$")
_CLITIC = re.compile(r"(?i)^(.+)(['’](?:s|m|d|re|ve|ll))$")
_GLUED = re.compile(r"(?i)^(can)(not)$")
# Words the treebanks keep whole though a hyphen stands in them: e-mail, co-ordinate, re-open.
_PREFIX = re.compile(r"(?i)(?:e|co|re|non|un|anti|pre|post|pro|ex|sub|multi|inter|intra|semi|mini|micro|counter|vice)$")


def word_bounds(text: str, start: int, end: int, abbreviations: Set[str] = frozenset()) -> list[tuple[int, int]]:
    """Offsets of the words of ``text[start:end]``; ``abbreviations`` (lower case, no last stop) keep their stop."""
    found: list[tuple[int, int]] = []
    for hit in _WORD.finditer(text, start, end):
        for low, high in _split(text, *hit.span()):
            if found and found[-1][1] == low and _joins(text, found[-1], low, high, abbreviations):
                found[-1] = (found[-1][0], high)
            else:
                found.append((low, high))
    return found


def _split(text: str, low: int, high: int) -> list[tuple[int, int]]:
    word = text[low:high]
    for pattern in (_NOT, _CLITIC, _GLUED):
        hit = pattern.match(word)
        if hit:
            cut = low + hit.start(2)
            return [(low, cut), (cut, high)]
    return [(low, high)]


def _joins(text: str, last: tuple[int, int], low: int, high: int, abbreviations: Set[str]) -> bool:
    """Whether a mark belongs to the word before it: "Gen" + ".", "e" + "-", "e-" + "mail"."""
    word = text[last[0] : last[1]]
    if text[low:high] == ".":
        return word.lower() in abbreviations and high < len(text)
    if text[low:high] == "-":
        return bool(_PREFIX.match(word)) and text[high : high + 1].isalpha()
    return word.endswith("-") and len(word) > 1 and word[:-1].isalpha() and text[low].isalpha()
