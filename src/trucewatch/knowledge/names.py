"""Keys under which spellings of one place name meet.

``fold`` is exact but for case, accents and punctuation. ``skeleton`` folds away what transliterators
of Arabic, Persian and Slavic scripts disagree about; it is a rule, not a likeness: no scores, no near misses.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_DROP = re.compile(r"[.'`’‘ʻʼʾʿ´\"]")
_SPACE = re.compile(r"[^a-z0-9]+")
_ARTICLES = frozenset(["al", "el", "as", "ad", "ash", "an", "ar", "at", "az", "es", "ed", "ul", "il", "ath", "the"])
_TELL = frozenset(("tell", "tel", "tal", "tall"))
_DOUBLED = re.compile(r"([a-z])\1+")
_VOWELS = (
    ("ee", "i"),
    ("ou", "u"),
    ("oo", "u"),
    ("y", "i"),
    ("w", "u"),
    ("dh", "d"),
    ("q", "k"),
    ("o", "u"),
    ("e", "i"),
)
SHORTEST_SKELETON = 5


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower-case ASCII words: ``fold("Deir ez-Zor") == "deir ez zor"``."""
    plain = name if name.isascii() else anyascii(_DROP.sub("", name))
    return _SPACE.sub(" ", _DROP.sub("", plain).lower()).strip()


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """What transliterations share: ``skeleton("Tel Rifaat") == skeleton("Tall Rif'at")``.

    Empty where too little is left to tell names apart.
    """
    words = [word for word in fold(name).split() if word not in _ARTICLES]
    whole = "".join("tl" if word in _TELL else _bones(word) for word in words)
    return whole if len(whole) >= SHORTEST_SKELETON else ""


def _bones(word: str) -> str:
    for old, new in _VOWELS:
        word = word.replace(old, new)
    word = _DOUBLED.sub(r"\1", word)
    if word.endswith("ah") or word.endswith("ih"):
        word = word[:-1]
    if word.endswith("i") and len(word) > 4:
        # A final -e/-a/-i is how one ending is heard: Latakiye, Latakiya.
        word = word[:-1] + "a"
    return word


def is_latin_name(name: str) -> bool:
    """Whether a spelling is in Latin letters and a name: not a romanised lower-case key, not a code."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 3 or not letters[0].isupper() or (len(letters) <= 4 and name.isupper()):
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or "LATIN" in unicodedata.name(c, "") for c in letters)
