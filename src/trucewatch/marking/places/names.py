"""Candidate names: capitalised runs of a sentence, or words of upper-case copy, with the rows that bear them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...knowledge.names import fold
from ...knowledge.place_words import place_words
from ...ports import Gazetteer
from ...records.place import Level, Place
from ...records.reading import Sentence
from ...records.text import SegmentKind
from .adjuncts import adjuncts_in, told_names
from .around import around
from .found import Found, capitals_in
from .frames import typed_of
from .runs import Words, runs_of, shouted
from .standing import DESCRIBING, stands
from .unknown import agencies, unknown, unknown_upper

_IN_PLACE = re.compile(r"\b(?:in|near|outside)\s+(?P<name>[A-ZÀ-Þ][\w-]+)")
_BEHIND_COMMA = re.compile(r"[A-Za-z]['’)]?,\s+$")


class Finder:
    """Finds candidate names in sentences; ``reviewed`` rows by folded name come before the gazetteer's."""

    def __init__(self, text: str, gazetteer: Gazetteer, reviewed: Mapping[str, tuple[Place, ...]]) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._reviewed = reviewed
        self.adjuncts: list[Found] = []

    def found(self, sentences: Iterable[Sentence]) -> list[Found]:
        """All candidates of the sentences in text order."""
        sentences = tuple(sentences)
        cased = [(s, shouted(self._text, s)) for s in sentences]
        runs = [(s, upper, run) for s, upper in cased for run in runs_of(self._text, s, upper, self._known)]
        surnames = self._surnames(runs)
        found: list[Found] = []
        by_run: list[list[Found]] = []
        for sentence, upper, words in runs:
            earlier = found[-1] if found and found[-1].start >= sentence.start else None
            by_run.append(self._in_run(words, sentence, upper, earlier, surnames))
            found.extend(by_run[-1])
        told = [hit for s, upper in cased if not upper for hit in capitals_in(self._text, s, self._gazetteer)]
        self.adjuncts = self._adjuncts(runs, by_run, surnames)
        return sorted((*found, *told), key=lambda hit: hit.start) if told else found

    def _adjuncts(
        self, runs: Sequence[tuple[Sentence, bool, Words]], by_run: Sequence[list[Found]], surnames: frozenset[str]
    ) -> list[Found]:
        """Names of places that are part of other names, or say where somebody is from."""
        told = told_names(self._text, [hit for hits in by_run for hit in hits])
        return [
            hit
            for (sentence, upper, words), hits in zip(runs, by_run, strict=True)
            if not upper
            for hit in adjuncts_in(
                self._text, words, sentence, hits, told, lambda s, e: self._plain_rows(s, e, surnames)
            )
        ]

    def _known(self, name: str) -> bool:
        """Whether some table has exactly that name."""
        return bool(self._reviewed.get(fold(name)) or self._gazetteer.candidates(name))

    def _plain_rows(self, start: int, end: int, surnames: frozenset[str]) -> tuple[tuple[Place, int], ...]:
        """The rows of a name that is no word, demonym or surname of the text."""
        name = self._text[start:end]
        key, words = fold(name), place_words()
        if len(name) < 4 or key in words.stop or key in words.demonyms or key in agencies() or name.lower() in surnames:
            return ()
        if " " not in key and (
            key in words.common or key in words.openers or key in words.levels or key in words.named_for
        ):
            return ()
        return (*((p, 0) for p in self._reviewed.get(key, ())), *self._gazetteer.candidates(name))

    def _surnames(self, runs: Iterable[tuple[Sentence, bool, Words]]) -> frozenset[str]:
        """Last words of longer runs that no table has: where they stand alone they name the same person."""
        names = set()
        for sentence, upper, words in runs:
            if upper or not 2 <= len(words) <= 4:
                continue
            first = self._text[slice(*words[0])].lower()
            if any(self._text[slice(*w)].lower() in place_words().named_for for w in words):
                continue
            if sentence.segment is SegmentKind.HEADLINE and DESCRIBING.search(first):
                continue
            whole = self._text[words[0][0] : words[-1][1]]
            if not self._gazetteer.candidates(whole) and fold(whole) not in self._reviewed:
                last = self._text[slice(*words[-1])].lower()
                if last not in place_words().levels and last not in place_words().sites:
                    names.add(last)
        # What somebody or something is in is a place, even where a longer name ends in it ("Rodeo Goma").
        return frozenset(names - {hit["name"].lower() for hit in _IN_PLACE.finditer(self._text)})

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
            other = (unknown_upper if upper else unknown)(self._text, words, sentence, earlier)
            return [other] if other else []
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
            hit = replace(around(self._text, start, end, sentence, earlier), rows=rows, sure=sure, upper=upper)
            if stands(self._text, words, index, last, hit, sentence, upper, surnames):
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
            return ((words.wide[key], 0),), True
        short = self._short(name, start) if "." in name or not upper else ()
        if short:
            return short, True
        if (len(name) < 3 and name.lower() not in words.aliases) or key in words.demonyms or key in agencies():
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

    def _short(self, name: str, start: int) -> tuple[tuple[Place, int], ...]:
        """The region that a short form stands for: "N.C.", and "Miss." behind the comma of a place."""
        key = name.lower().rstrip(".")
        behind = _BEHIND_COMMA.search(self._text, max(0, start - 12), start)
        wanted = place_words().short.get(key) or (place_words().short_behind.get(key) if behind else None)
        if wanted is None:
            return ()
        rows = self._gazetteer.candidates(wanted[0])
        return tuple(r for r in rows if r[0].country == wanted[1] and r[0].level is Level.PROVINCE)[:1]
