"""Places: capitalised runs looked up exactly, one world per article, *not found* where no table has the name."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..knowledge.conflicts import ConflictTable, ReviewedPlace
from ..knowledge.gazetteer import place_words
from ..knowledge.names import fold
from ..ports import Gazetteer
from ..records.place import Level, Place
from ..records.reading import PlaceMention, Sentence
from ..records.text import Article

_NAME = r"[A-ZÀ-Þ][\w'’-]*\.?(?:[A-Z]\.)*"
_RUN = re.compile(rf"{_NAME}(?:\s+(?:(?:de|al|el|of|the|du|la|do|dos|da)\s+)?{_NAME})*")
_TYPED = re.compile(r"\b(?P<type>[a-z]+)\s+(?:of\s+)?$")
_SAYS = re.compile(
    r"\s+(?:said|says|has|announced|agreed|accused|accuses|denied|claimed|condemned|shelled|warned|had agreed|and \w+ (?:have|had) agreed)\b"
)
_LIST_GAP = re.compile(r"^\s*(?:,|,?\s*and)\s+$")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    rows: tuple[tuple[Place, int], ...]


def mark_places(
    article: Article, sentences: Sequence[Sentence], gazetteer: Gazetteer, tables: tuple[ConflictTable, ...]
) -> tuple[PlaceMention, ...]:
    """Places in text order. Names near place words but in no table are kept as not found, never misplaced."""
    reviewed = _reviewed(tables)
    found: list[_Found] = []
    for sentence in sentences:
        found.extend(_in_sentence(article.text, sentence, gazetteer, reviewed))
    countries = Counter(p.country for f in found for p, _ in f.rows[:1] if p.level is Level.COUNTRY)
    world = {c for c, _ in countries.most_common(4) if c}
    anchors = [f.rows[0][0] for f in found if len(f.rows) == 1 and f.rows[0][0].lat is not None]
    return tuple(_mention(article, f, world, anchors) for f in found)


def _reviewed(tables: tuple[ConflictTable, ...]) -> dict[str, Place]:
    rows: dict[str, Place] = {}
    for table in tables:
        for reviewed in table.places:
            for name in (reviewed.name, *reviewed.aliases):
                rows.setdefault(fold(name), _row(reviewed))
    return rows


def _row(row: ReviewedPlace) -> Place:
    return Place(
        row.name, row.level, row.country, None, row.lat, row.lon, row.radius_km, f"reviewed:{row.id}", row.within
    )


def _in_sentence(text: str, sentence: Sentence, gazetteer: Gazetteer, reviewed: dict[str, Place]) -> list[_Found]:
    found: list[_Found] = []
    for run in _RUN.finditer(text, sentence.start, sentence.end):
        words = [(m.start() + run.start(), m.end() + run.start()) for m in re.finditer(r"\S+", run.group())]
        index = 0
        while index < len(words):
            hit = _longest(text, words, index, gazetteer, reviewed)
            if hit is None:
                index += 1
                continue
            found.append(hit[0])
            index = hit[1]
        if not any(run.start() <= f.start < run.end() for f in found):
            unknown = _unknown(text, sentence, run.start(), run.end(), found)
            if unknown is not None:
                found.append(unknown)
    return found


def _longest(
    text: str, words: list[tuple[int, int]], index: int, gazetteer: Gazetteer, reviewed: dict[str, Place]
) -> tuple[_Found, int] | None:
    whole = len(words)
    for last in range(min(whole, index + gazetteer.longest_name()), index, -1):
        start, end = words[index][0], words[last - 1][1]
        name = re.sub(r"['’]s?$", "", text[start:end])
        end = start + len(name)
        if fold(name) in place_words().stop or (len(name) < 3 and "." not in name):
            continue
        row = reviewed.get(fold(name))
        rows = ((row, 0),) if row is not None else tuple(gazetteer.candidates(name))
        # One word of a longer run of names is a part of a person's or an organisation's name, unless a country.
        partial = last - index < whole
        if not rows or (partial and row is None and rows[0][0].level is not Level.COUNTRY and rows[0][1] < 500_000):
            continue
        return _Found(start, end, rows), last
    return None


def _unknown(text: str, sentence: Sentence, start: int, end: int, found: list[_Found]) -> _Found | None:
    """A name no table has, with words around it that say it is a place."""
    typed = _TYPED.search(text, max(sentence.start, start - 30), start)
    level = place_words().levels.get(typed["type"]) if typed else None
    if level is None and found and not found[-1].rows[0][0].found and _LIST_GAP.match(text[found[-1].end : start]):
        level = found[-1].rows[0][0].level.value
    if level is None:
        return None
    return _Found(start, end, ((Place(text[start:end], Level(level)), 0),))


def _mention(article: Article, found: _Found, world: set[str], anchors: list[Place]) -> PlaceMention:
    place = max(found.rows, key=lambda row: _fit(row[0], row[1], world, anchors))[0]
    span = article.quote(found.start, found.end)
    metonym = place.level is Level.COUNTRY and bool(_SAYS.match(article.text, found.end))
    return PlaceMention(span, replace(place, name=span.quote), metonym)


def _fit(place: Place, people: int, world: set[str], anchors: list[Place]) -> float:
    """Country of the article, size, and nearness to places of one reading only."""
    score = (
        math.log10(people + 10)
        + (6.0 if place.country in world else 0.0)
        + (3.0 if place.level is Level.COUNTRY else 0.0)
    )
    if place.lat is not None and place.lon is not None and anchors:
        near = min(abs(place.lat - (a.lat or 0)) + abs(place.lon - (a.lon or 0)) for a in anchors)
        score -= min(near, 30) / 10
    return score
