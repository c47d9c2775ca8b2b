"""Harm to people as a clause tells it: killed, injured, missing, captured, abducted, displaced.

A figure comes only from a count the text gives; "no casualties" is an explicit zero.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.claim import Harm
from ..records.count import Count
from ..records.reading import CountMention, Reading, Sentence
from ..records.text import Cited
from .clauses import inside

# Between harm word and count only a few words may stand: "killed, police said, at least four".
_REACH = 45


@dataclass(frozen=True, slots=True)
class _Words:
    rows: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    none: re.Pattern[str]
    lumped: re.Pattern[str]


@cache
def _words() -> _Words:
    path = files("trucewatch").joinpath("data", "extraction", "harm.toml")
    data = tomllib.loads(path.read_text("utf-8"))

    def pattern(words: str) -> re.Pattern[str]:
        return re.compile(rf"\b{words}\b".replace(" ", r"\s+"), re.IGNORECASE)

    rows = tuple((r["verb"], pattern(r["after"]), pattern(r["before"])) for r in data["harm"])
    return _Words(rows, pattern(data["none"]), pattern(data["lumped"]))


def harms_in(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[Harm, ...]:
    """Harm told between two offsets of a sentence, each figure once, in text order."""
    text, words = reading.article.text, _words()
    zero = words.none.search(text, start, end)
    if zero:
        span = reading.article.quote(zero.start(), zero.end())
        return tuple(Harm(v, Cited(Count(0, 0, span.quote), (span,))) for v in ("killed", "injured"))
    lump = words.lumped.search(text, start, end)
    found: list[Harm] = []
    for count in inside(reading.counts, start, end):
        verb = _verb_of(text, words, count, start, end)
        if verb is None:
            continue
        if lump and verb[0] in {"killed", "injured"} and lump.start() <= verb[1] < lump.end():
            verb = ("killed_or_injured", verb[1])
        who = Cited(count.of.quote, (count.of,)) if count.of else None
        found.append(Harm(verb[0], Cited(count.count, (count.span,)), who))
    return tuple(found)


def _verb_of(text: str, words: _Words, count: CountMention, start: int, end: int) -> tuple[str, int] | None:
    """The harm word a count belongs to: nearest before it in the active, nearest after it in the passive."""
    tail = count.of.end if count.of else count.span.end
    best: tuple[int, str, int] | None = None
    for verb, after, before in words.rows:
        for hit in after.finditer(text, max(start, count.span.start - _REACH), count.span.start):
            best = _nearer(best, (count.span.start - hit.end(), verb, hit.start()))
        for hit in before.finditer(text, tail, min(end, tail + _REACH)):
            best = _nearer(best, (hit.start() - tail, verb, hit.start()))
    return (best[1], best[2]) if best else None


def _nearer(old: tuple[int, str, int] | None, new: tuple[int, str, int]) -> tuple[int, str, int]:
    return new if old is None or new[0] < old[0] else old
