"""Victims told without a number: "my neighbour and her two sons", "a couple", "both pilots", "killing its driver"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...knowledge.count_words import count_words
from ...knowledge.harm_words import harm_words
from ...knowledge.victim_words import victim_words
from ...records.count import Count
from ...records.reading import CountMention, Reading
from ..clauses import inside

_COUPLE = re.compile(r"\ba\s+(?:(?:married|young|elderly|newlywed)\s+)?couple\b(?!\s+of\b)", re.I)
_BESIDE = re.compile(r"\s*(?:,|,?\s*and|,?\s*as well as|,?\s*along with|,?\s*together with)\s+$", re.I)
# What stands behind a person told of, so that the word is no first part of another noun ("the peasant family").
_NO_NOUN = "and|or|of|in|at|on|who|whose|was|were|as|with|near|from|when|after|while|by|during|to|for|before|along|plus|but|inside|outside|aboard|there"
_ABOVE = 60


@cache
def _ones() -> re.Pattern[str]:
    """One of somebody's own, one more, or the one whose kin are named beside him ("the mayor and his wife")."""
    kin = victim_words().kin
    return re.compile(
        rf"\b(?:(?:(?:my|our|his|her|their)\s+(?:(?:own|young|elder|younger|eldest|pregnant|elderly|infant|baby|newborn)\s+)?{kin})"
        r"|(?:(?:an?|the)\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|another)(?:\s+(?:one|man|woman|person))?"
        r"(?=\s+(?:was|is|died|succumbed|perished|has been|had been|later|in\s+(?:\w+\s+)?hospital)\b|\s*[.,;]|\s+and\b)"
        rf"|the\s+(?:[\w-]+\s+){{0,2}}?[a-z][\w-]+(?=\s+and\s+(?:his|her)\s+(?:[\w-]+\s+){{0,2}}?{kin}\b))\b",
        re.I,
    )


@cache
def _both() -> re.Pattern[str]:
    people = "|".join(count_words().people)
    return re.compile(
        rf"\bboth(?:\s+of)?(?:\s+(?:the|his|her|its|their|them))?\s+(?:[\w-]+\s+)?(?:{people})\b(?!\s+and\b)"
        r"|\bboth(?:\s+(?:of\s+(?:them|whom)|men|women))?(?=\s+(?:were|was|died|are|had|have)\b)",
        re.I,
    )


@cache
def _definite() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|its)\s+(?:[\w-]+['’]s\s+)?(?:[\w-]+\s+)?{victim_words().roles}(?=\s*(?:[.,;:()]|$|\s(?:{_NO_NOUN})\b))",
        re.I,
    )


def counts_in(reading: Reading, start: int, end: int) -> tuple[CountMention, ...]:
    """The counts between two offsets, those told by a number and those told without one, in text order."""
    told = inside(reading.counts, start, end)
    more = [c for c in _unnumbered(reading, start, end, told) if not _covered(c, told)]
    return tuple(sorted((*told, *more), key=lambda c: c.span.start)) if more else told


def _unnumbered(reading: Reading, start: int, end: int, told: tuple[CountMention, ...]) -> Iterator[CountMention]:
    text = reading.article.text
    taken: list[tuple[int, int]] = []
    for pattern, number in ((_ones(), 1), (_COUPLE, 2), (_both(), 2), (_definite(), 1)):
        for hit in pattern.finditer(text, start, end):
            if any(hit.start() < high and low < hit.end() for low, high in taken):
                continue
            if pattern is _definite() and not _beside(text, hit, start, told):
                continue
            taken.append(hit.span())
            span = reading.article.quote(*hit.span())
            yield CountMention(span, Count(number, number, span.quote), span)


def _beside(text: str, hit: re.Match[str], start: int, told: tuple[CountMention, ...]) -> bool:
    """Whether a definite person stands right behind a verb of harm, or right before counted people."""
    if any(v.governs.search(text, max(start, hit.start() - _ABOVE), hit.start()) for v in harm_words().verbs[:2]):
        return True
    following = next((c for c in told if c.span.start >= hit.end()), None)
    return following is not None and bool(_BESIDE.match(text[hit.end() : following.span.start]))


def _covered(count: CountMention, told: tuple[CountMention, ...]) -> bool:
    """Whether a number already counts these people."""
    return any(t.span.start < count.span.end and count.span.start < (t.of.end if t.of else t.span.end) for t in told)
