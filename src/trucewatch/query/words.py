"""Words as full-text search knows them: folded to plain letters, with a light stem beside each.

The keys are made here, in Python, and stored; so every database serves them alike. "Ḩarastā" has the key of "harasta",
بحلب ("in Aleppo") that of حلب, "shelling" that of "shells". A stem stands beside the word, never in its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache

from ..knowledge.names import fold
from ..records.claim import Claim
from ..records.text import Article

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ`ʻʿʾ‘][^\W_]+)*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
# Alif with its carriers, ta marbuta and ha, alif maqsura and ya are written one for the other.
_ARABIC_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي", "ـ": None}
)
_ARABIC_BEFORE = re.compile(r"^(?:[وف]?(?:[بكل]?ال|لل|[بلك])|[وف])(?=.{3})")
_ARABIC_AFTER = re.compile(r"(?<=.{3})(?:ها|ان|ات|ون|ين|يه|ه|ي)$")
# Transliterators double a vowel or not: Sanaa, Sana.
_DOUBLED = re.compile(r"([aeiou])\1+")
_ARTICLES = frozenset(
    ["al", "el", "ad", "ash", "ar", "az", "es", "ed", "the", "a", "an", "of", "in", "on", "at", "and"]
)
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


@lru_cache(maxsize=65536)
def keys_of(word: str) -> frozenset[str]:
    """The keys of one word: itself folded, and its stem."""
    if _ARABIC.search(word):
        plain = _unpointed(word)
        bare = _ARABIC_BEFORE.sub("", plain)
        found = {plain, bare, _ARABIC_AFTER.sub("", bare)}
    else:
        found = {word}
    folded = {key for one in found for key in fold(one).split()}
    folded |= {_DOUBLED.sub(r"\1", key) for key in folded}
    return frozenset(folded | {stem for key in folded if (stem := _stem(key))})


def _unpointed(word: str) -> str:
    """Arabic without vowel signs, its interchangeable letters made one."""
    bare = "".join(c for c in unicodedata.normalize("NFKC", word) if not unicodedata.combining(c))
    return bare.translate(_ARABIC_ALIKE)


def _stem(key: str) -> str:
    for ending, left in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) + len(left) >= 4 and not key.endswith("ss"):
            stem = key[: -len(ending)] + left
            doubled = len(stem) > 4 and stem[-1] == stem[-2] and stem[-1] not in "lsz" and ending in ("ing", "ed")
            return stem[:-1] if doubled else stem
    return ""


def words_in(text: str) -> Iterator[str]:
    """The words of a text."""
    return (hit.group() for hit in _WORD.finditer(text))


def index_keys(texts: Iterable[str]) -> tuple[str, ...]:
    """Every key under which texts are found, each once, in order."""
    return tuple(sorted({key for text in texts for word in words_in(text) for key in keys_of(word)}))


def wanted(text: str) -> tuple[frozenset[str], ...]:
    """What is looked for: for each word its keys, one of which must be there. Little words count only alone."""
    needs = [keys for word in words_in(text) if (keys := keys_of(word))]
    telling = [keys for keys in needs if not keys & _ARTICLES]
    return tuple(dict.fromkeys(telling or needs))


def found_in(needs: Iterable[frozenset[str]], keys: Collection[str]) -> bool:
    """Whether one key of each word looked for is there."""
    return all(not need.isdisjoint(keys) for need in needs)


def claim_texts(claim: Claim) -> Iterator[str]:
    """Everything that a claim says in words: its clause, names of places and parties, labels, kinds."""
    return _texts(claim)


def article_texts(article: Article) -> Iterator[str]:
    """What a report says."""
    yield article.text


_SILENT = frozenset({"id", "article", "gazetteer_id", "country", "zone"})


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, Enum):
        yield str(node.value).replace("_", " ")
    elif isinstance(node, str):
        yield node.replace("_", " ")
    elif isinstance(node, tuple):
        for part in node:
            yield from _texts(part)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            if field.name not in _SILENT:
                yield from _texts(getattr(node, field.name))
