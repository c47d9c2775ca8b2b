"""Whether a name is a place where it stands, rather than part of a person's or an organisation's name."""

from __future__ import annotations

import re

from ...knowledge.place_words import place_words
from ...records.place import Level
from ...records.reading import Sentence
from ...records.text import SegmentKind
from .found import Found
from .frames import PLACING
from .runs import Words

# In a headline every word has a capital: "Besieged Taiz", "Rebel-Held Goma" name no place of two words.
DESCRIBING = re.compile(r"(?:ed|ing|-?torn|-?held|-?hit|-?stricken|-?ridden|-?ravaged)$")
_BEFORE_NAME = re.compile(r"([\w.]+)\s+$")
# How many people make a name a place without a word that locates it: in mixed-case and in upper-case copy.
_LEAST_UPPER = 4
_WELL_KNOWN, _UPPER_BIG, _FRAMED_BIG = 50_000, 100_000, 500_000


def stands(
    text: str,
    words: Words,
    index: int,
    last: int,
    hit: Found,
    sentence: Sentence,
    upper: bool,
    surnames: frozenset[str],
) -> bool:
    """Whether the words of a run from ``index`` to ``last`` are a place here rather than part of a person's or an organisation's name."""
    top, people = hit.rows[0]
    known = top.gazetteer_id is not None and top.gazetteer_id.startswith("reviewed:")
    certain = known or top.level is Level.COUNTRY or (top.country is None and people == 0)
    if certain and not (known and titled(text, words[index][0], sentence)):
        return True
    if titled(text, words[index][0], sentence):
        return False
    if upper:
        after = next((text[a:b].lower().rstrip(".") for a, b in words[last:] if b > hit.end), "")
        if after and people < _UPPER_BIG and after not in place_words().common | place_words().openers:
            return False
        short = hit.base_end - words[index][0] < _LEAST_UPPER
        framed = hit.frame in PLACING or hit.level is not None or hit.frame == "dateline"
        return (framed and (not short or hit.frame == "dateline")) or (people >= _UPPER_BIG and not short)
    rest = {text[a:b].lower().rstrip(".") for k, (a, b) in enumerate(words) if k < index or b > hit.end}
    if sentence.segment is SegmentKind.HEADLINE:
        rest = {word for word in rest if not DESCRIBING.search(word)}
    if rest - place_words().directions:
        return False
    return _trusted(text, hit, people, surnames)


def _trusted(text: str, hit: Found, people: int, surnames: frozenset[str]) -> bool:
    """A whole run: well-known names stand alone; smaller ones need a word that locates or types them."""
    name = text[hit.start : hit.base_end]
    if name.isupper() and len(name) <= 5 and "." not in name and hit.frame != "dateline":
        return False
    if name.lower() in surnames:
        return bool(hit.frame) and (people >= _FRAMED_BIG or hit.level is not None)
    if hit.level is not None:
        return True
    return bool(hit.frame) if not hit.sure else bool(hit.frame) or people >= _WELL_KNOWN


def titled(text: str, start: int, sentence: Sentence) -> bool:
    """Whether a title stands before the name: "Mayor X", "spokesman X Y"."""
    before = _BEFORE_NAME.search(text, max(sentence.start, start - 25), start)
    return before is not None and before[1].lower().rstrip(".") in place_words().people
