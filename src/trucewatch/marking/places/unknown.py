"""Names that no table has, with words around them that say they are places."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ...knowledge.names import fold
from ...knowledge.place_words import place_words
from ...knowledge.wire import wire_words
from ...records.place import Level
from ...records.reading import Sentence
from ...records.text import SegmentKind
from .around import around
from .found import Found, typed_inside
from .frames import PLACING, TAKING, frame_before, list_into_place, listed, type_before
from .runs import Words
from .standing import titled

# Sites that any armed group has: named for it, they are no place ("a Qasr Brigade base").
_ARMY_SITES = frozenset(
    [
        "base",
        "military base",
        "army base",
        "camp",
        "training camp",
        "compound",
        "outpost",
        "checkpoint",
        "complex",
        "plant",
        "factory",
    ]
)
_TAKEN_FROM = re.compile(r"\s*(?:[,.]|(?:from|on|in|after|early|late|last|yesterday|and|without|with)\b)")


@cache
def agencies() -> frozenset[str]:
    """Folded names of news agencies."""
    return frozenset(fold(name) for name in wire_words().agencies)


def unknown(text: str, words: Words, sentence: Sentence, earlier: Found | None) -> Found | None:
    """A name no table has, with words around it that say it is a place."""
    start, end = words[0][0], words[-1][1]
    name = text[start:end]
    parts = [w.lower().rstrip(".") for w in name.split()]
    if not _may_name(name, parts) or titled(text, start, sentence):
        return None
    hit = around(text, start, end, sentence, earlier)
    if hit.site in _ARMY_SITES and hit.frame not in PLACING:
        return None
    inner = typed_inside(parts)
    if inner is not None:
        return replace(hit, level=inner, site=parts[-1] if inner is Level.SITE else None)
    if any(w.isupper() and len(w) <= 6 for w in name.split()) or sentence.segment is SegmentKind.DATELINE:
        return None
    if hit.level is None and text[hit.end : hit.end + 2] in {"'s", "’s"}:
        return None
    placed = earlier is not None and (earlier.frame in PLACING or earlier.level is not None)
    in_list = bool(hit.frame) and placed and earlier is not None and listed(text[earlier.end : hit.start])
    taken = hit.frame in TAKING and bool(_TAKEN_FROM.match(text, hit.end))
    return hit if hit.level is not None or hit.frame in PLACING or in_list or taken else None


def _may_name(name: str, parts: list[str]) -> bool:
    words = place_words()
    key = fold(name)
    if key in words.stop or key in agencies() or len(name) < 3 or parts[0] in words.demonyms:
        return False
    if len(parts) == 1 and (key in words.common or key in words.openers):
        return False
    return not any(p in words.organisations or p in words.people for p in parts)


def unknown_upper(text: str, words: Words, sentence: Sentence, earlier: Found | None) -> Found | None:
    """In upper-case copy a name no table has needs a type word, or a list that ends in a typed place."""
    lists = place_words()
    for start, _ in words:
        end = words[-1][1]
        parts = text[start:end].lower().split()
        if len(parts) > 4 or any(p in lists.common or p in lists.openers for p in parts):
            continue
        before = type_before(text, sentence.start, start)
        if before not in lists.levels or before in {"state", "area", "areas", "region"}:
            framed = frame_before(text, sentence.start, start) in PLACING
            follows = earlier is not None and bool(earlier.frame) and listed(text[earlier.end : start])
            if not (framed or follows) or not list_into_place(text, end, sentence.end):
                continue
        return around(text, start, end, sentence, earlier)
    return None
