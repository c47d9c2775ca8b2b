"""Candidate names: capitalised runs of a sentence, or words of upper-case copy, with the rows that bear them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from ...knowledge.gazetteer import place_words
from ...knowledge.names import fold
from ...knowledge.wire import wire_words
from ...ports import Gazetteer
from ...records.place import Level, Place
from ...records.reading import Sentence
from ...records.text import SegmentKind
from .found import Found, capitals_in, typed_inside
from .frames import (
    PLACING,
    TAKING,
    direction_before,
    distance_before,
    frame_before,
    hyphened,
    list_into_place,
    listed,
    type_after,
    type_before,
    typed_of,
)
from .runs import Words, runs_of, shouted

_ADJECTIVAL = re.compile(r"(?:u\.s\.|u\.s|us|u\.k\.|uk|e\.u\.|eu)$", re.I)
_NEXT_WORD = re.compile(
    r"\s+(?!and\b|or\b|in\b|on\b|at\b|to\b|for\b|with\b|from\b|by\b|as\b|that\b|which\b|has\b|had\b|is\b|was\b|will\b)[a-z]",
    re.I,
)
# In a headline every word has a capital: "Besieged Taiz", "Rebel-Held Goma" name no place of two words.
_DESCRIBING = re.compile(r"(?:ed|ing|-?torn|-?held|-?hit|-?stricken|-?ridden|-?ravaged)$")
_OWNED = re.compile(r"^['’]s?\s+$")
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
_BEFORE_NAME = re.compile(r"([\w.]+)\s+$")
# How many people make a name a place without a word that locates it: in mixed-case and in upper-case copy.
_LEAST_UPPER = 4
_WELL_KNOWN, _UPPER_BIG, _FRAMED_BIG = 50_000, 100_000, 500_000


@cache
def _agencies() -> frozenset[str]:
    return frozenset(fold(name) for name in wire_words().agencies)


class Finder:
    """Finds candidate names in sentences; ``reviewed`` rows by folded name come before the gazetteer's."""

    def __init__(self, text: str, gazetteer: Gazetteer, reviewed: Mapping[str, tuple[Place, ...]]) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._reviewed = reviewed

    def found(self, sentences: Iterable[Sentence]) -> list[Found]:
        """All candidates of the sentences in text order."""
        sentences = tuple(sentences)
        cased = [(s, shouted(self._text, s)) for s in sentences]
        runs = [(s, upper, run) for s, upper in cased for run in runs_of(self._text, s, upper)]
        surnames = self._surnames(runs)
        found: list[Found] = []
        for sentence, upper, words in runs:
            earlier = found[-1] if found and found[-1].start >= sentence.start else None
            found.extend(self._in_run(words, sentence, upper, earlier, surnames))
        told = [hit for s, upper in cased if not upper for hit in capitals_in(self._text, s, self._gazetteer)]
        return sorted((*found, *told), key=lambda hit: hit.start) if told else found

    def _surnames(self, runs: Iterable[tuple[Sentence, bool, Words]]) -> frozenset[str]:
        """Last words of longer runs that no table has: where they stand alone they name the same person."""
        names = set()
        for sentence, upper, words in runs:
            if upper or not 2 <= len(words) <= 4:
                continue
            first = self._text[slice(*words[0])].lower()
            if sentence.segment is SegmentKind.HEADLINE and _DESCRIBING.search(first):
                continue
            whole = self._text[words[0][0] : words[-1][1]]
            if not self._gazetteer.candidates(whole) and fold(whole) not in self._reviewed:
                last = self._text[slice(*words[-1])].lower()
                if last not in place_words().levels and last not in place_words().sites:
                    names.add(last)
        return frozenset(names)

    def _in_run(
        self, words: Words, sentence: Sentence, upper: bool, earlier: Found | None, surnames: frozenset[str]
    ) -> list[Found]:
        found: list[Found] = []
        index = 0
        while index < len(words):
            hit = self._longest(words, index, sentence, upper, found[-1] if found else earlier, surnames)
            if hit is None:
                index += 1
                continue
            found.append(hit[0])
            index = hit[1]
        if not found:
            unknown = (self._unknown_upper if upper else self._unknown)(words, sentence, earlier)
            return [unknown] if unknown else []
        return found

    def _longest(
        self,
        words: Words,
        index: int,
        sentence: Sentence,
        upper: bool,
        earlier: Found | None,
        surnames: frozenset[str],
    ) -> tuple[Found, int] | None:
        if upper and self._text[slice(*words[index])].lower() in place_words().openers:
            return None
        for last in range(min(len(words), index + self._gazetteer.longest_name()), index, -1):
            start, end = words[index][0], words[last - 1][1]
            rows, sure = self._rows(start, end, sentence, upper)
            if not rows:
                continue
            hit = replace(self._around(start, end, sentence, earlier), rows=rows, sure=sure, upper=upper)
            if self._stands(words, index, last, hit, sentence, upper, surnames):
                while last < len(words) and words[last][1] <= hit.end:
                    last += 1
                return hit, last
        return None

    def _rows(
        self, start: int, end: int, sentence: Sentence, upper: bool
    ) -> tuple[tuple[tuple[Place, int], ...], bool]:
        """The rows of a name; none for words that are no names unless a type word stands before them."""
        name = self._text[start:end]
        key = fold(name)
        words = place_words()
        reviewed = tuple((place, 0) for place in self._reviewed.get(key, ()))
        if reviewed and not (name.isupper() and len(name) < 4 and "." not in name):
            return (*reviewed, *self._gazetteer.candidates(name)), True
        if key in words.wide:
            return ((Place(name, Level.SEA if " sea" in f" {key}" else Level.REGION), 0),), True
        if (len(name) < 3 and name.lower() not in words.aliases) or key in words.demonyms or key in _agencies():
            return (), True
        if upper and key == "us":
            return (), True
        plain = key in words.stop or (
            " " not in key and (key in words.common or key in words.levels or key in words.sites)
        )
        if plain and (key in words.openers or not typed_of(self._text, sentence.start, start)):
            return (), True
        exact = tuple(self._gazetteer.candidates(name))
        if exact or upper or plain:
            return exact, True
        return tuple(self._gazetteer.transliterated(name)), False

    def _around(self, start: int, end: int, sentence: Sentence, earlier: Found | None) -> Found:
        """The candidate with type, direction, distance and frame read off the words beside it."""
        text, words = self._text, place_words()
        base_end = end
        level: Level | None = None
        site: str | None = None
        before = type_before(text, sentence.start, start)
        after = type_after(text, end, sentence.end)
        if after is not None and (after[0] not in words.levels or before is None):
            kind, end = after
            level, site = (Level(words.levels[kind]), None) if kind in words.levels else (Level.SITE, kind)
        elif before is not None and before in words.levels:
            level = Level(words.levels[before])
        direction = direction_before(text, sentence.start, start)
        low = direction[1] if direction else start
        frame = frame_before(text, sentence.start, low)
        if not frame and earlier is not None and earlier.frame and listed(text[earlier.end : low]):
            frame, level = earlier.frame, level or (earlier.level if earlier.site is None else None)
        if not frame and earlier is not None and earlier.frame and _OWNED.match(text[earlier.end : low]):
            frame = earlier.frame
        adjectival = _ADJECTIVAL.match(text[start:base_end]) and end == base_end and _NEXT_WORD.match(text, end)
        if hyphened(text, base_end) or adjectival:
            frame = ""
        if sentence.segment is SegmentKind.DATELINE:
            frame = "dateline"
        distance = distance_before(text, sentence.start, low)
        return Found(low, end, (), level, site, direction[0] if direction else None, distance, frame, base_end)

    def _stands(
        self,
        words: Words,
        index: int,
        last: int,
        hit: Found,
        sentence: Sentence,
        upper: bool,
        surnames: frozenset[str],
    ) -> bool:
        """Whether a name is a place here rather than part of a person's or an organisation's name."""
        top, people = hit.rows[0]
        known = top.gazetteer_id is not None and top.gazetteer_id.startswith("reviewed:")
        certain = known or top.level is Level.COUNTRY or (top.country is None and people == 0)
        if certain and not (known and self._titled(words[index][0], sentence)):
            return True
        if self._titled(words[index][0], sentence):
            return False
        if upper:
            after = next((self._text[a:b].lower().rstrip(".") for a, b in words[last:] if b > hit.end), "")
            if after and people < _UPPER_BIG and after not in place_words().common | place_words().openers:
                return False
            short = hit.base_end - words[index][0] < _LEAST_UPPER
            framed = hit.frame in PLACING or hit.level is not None or hit.frame == "dateline"
            return (framed and (not short or hit.frame == "dateline")) or (people >= _UPPER_BIG and not short)
        rest = {self._text[a:b].lower().rstrip(".") for k, (a, b) in enumerate(words) if k < index or b > hit.end}
        if sentence.segment is SegmentKind.HEADLINE:
            rest = {word for word in rest if not _DESCRIBING.search(word)}
        if rest - place_words().directions:
            return False
        return self._trusted(hit, people, surnames)

    def _trusted(self, hit: Found, people: int, surnames: frozenset[str]) -> bool:
        """A whole run: well-known names stand alone; smaller ones need a word that locates or types them."""
        name = self._text[hit.start : hit.base_end]
        if name.isupper() and len(name) <= 5 and "." not in name and hit.frame != "dateline":
            return False
        if name.lower() in surnames:
            return bool(hit.frame) and (people >= _FRAMED_BIG or hit.level is not None)
        if hit.level is not None:
            return True
        return bool(hit.frame) if not hit.sure else bool(hit.frame) or people >= _WELL_KNOWN

    def _titled(self, start: int, sentence: Sentence) -> bool:
        """Whether a title stands before the name: "Mayor X", "spokesman X Y"."""
        before = _BEFORE_NAME.search(self._text, max(sentence.start, start - 25), start)
        return before is not None and before[1].lower().rstrip(".") in place_words().people

    def _unknown(self, words: Words, sentence: Sentence, earlier: Found | None) -> Found | None:
        """A name no table has, with words around it that say it is a place."""
        start, end = words[0][0], words[-1][1]
        name = self._text[start:end]
        parts = [w.lower().rstrip(".") for w in name.split()]
        if not self._may_name(name, parts) or self._titled(start, sentence):
            return None
        hit = self._around(start, end, sentence, earlier)
        if hit.site in _ARMY_SITES and hit.frame not in PLACING:
            return None
        inner = typed_inside(parts)
        if inner is not None:
            return replace(hit, level=inner, site=parts[-1] if inner is Level.SITE else None)
        if any(w.isupper() and len(w) <= 6 for w in name.split()) or sentence.segment is SegmentKind.DATELINE:
            return None
        if hit.level is None and self._text[hit.end : hit.end + 2] in {"'s", "’s"}:
            return None
        placed = earlier is not None and (earlier.frame in PLACING or earlier.level is not None)
        in_list = bool(hit.frame) and placed and earlier is not None and listed(self._text[earlier.end : hit.start])
        taken = hit.frame in TAKING and bool(_TAKEN_FROM.match(self._text, hit.end))
        return hit if hit.level is not None or hit.frame in PLACING or in_list or taken else None

    def _may_name(self, name: str, parts: list[str]) -> bool:
        words = place_words()
        key = fold(name)
        if key in words.stop or key in _agencies() or len(name) < 3 or parts[0] in words.demonyms:
            return False
        if len(parts) == 1 and (key in words.common or key in words.openers):
            return False
        return not any(p in words.organisations or p in words.people for p in parts)

    def _unknown_upper(self, words: Words, sentence: Sentence, earlier: Found | None) -> Found | None:
        """In upper-case copy a name no table has needs a type word, or a list that ends in a typed place."""
        lists = place_words()
        for start, _ in words:
            end = words[-1][1]
            parts = self._text[start:end].lower().split()
            if len(parts) > 4 or any(p in lists.common or p in lists.openers for p in parts):
                continue
            before = type_before(self._text, sentence.start, start)
            if before not in lists.levels or before in {"state", "area", "areas", "region"}:
                framed = frame_before(self._text, sentence.start, start) in PLACING
                follows = earlier is not None and bool(earlier.frame) and listed(self._text[earlier.end : start])
                if not (framed or follows) or not list_into_place(self._text, end, sentence.end):
                    continue
            return self._around(start, end, sentence, earlier)
        return None
