"""Candidate names with what stands around them; capitals told by their people; types inside a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...knowledge.gazetteer import capitals
from ...knowledge.names import fold
from ...knowledge.place_words import place_words
from ...ports import Gazetteer
from ...records.place import Level, Place
from ...records.reading import Sentence
from .frames import frame_before

_CAPITAL = re.compile(
    r"\b(?P<whole>(?P<people>(?:(?:North|South|Central|Sri|Sierra)\s+)?[A-Z][a-z]+)\s+capital)\b(?!\s*,?\s+(?:of\s+|city\s+(?:of\s+)?)?[A-Z]|\s+(?:punishment|gains|flows?|markets?|investment|controls?)\b)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text with the rows that bear it (none: not found), and what stands around it.

    ``sure`` is false where the rows only share a transliteration with the name; ``upper`` marks upper-case copy. ``base_end`` is where the name
    itself ends, before a type word. ``adjunct`` marks a name that is part of another ("the Kisumu Fire Department") or says where somebody is from.
    """

    start: int
    end: int
    rows: tuple[tuple[Place, int], ...]
    level: Level | None = None
    site: str | None = None
    direction: str | None = None
    distance: tuple[str, float] | None = None
    frame: str = ""
    base_end: int = 0
    sure: bool = True
    upper: bool = False
    adjunct: bool = False


def name_key(hit: Found) -> str:
    """The same for all candidates that have the same rows: that is, for one name."""
    return f"{hit.rows[0][0].gazetteer_id}/{len(hit.rows)}" if hit.rows else f"@{hit.start}"


def bears_it(text: str, hit: Found, place: Place) -> bool:
    """Whether a place's first name is that of the candidate, or no row's is: "Berea" is first a town of that name, not Aleppo's name of old."""
    name = fold(text[hit.start : hit.base_end])
    return fold(place.name) == name or all(fold(other.name) != name for other, _ in hit.rows)


def capitals_in(text: str, sentence: Sentence, gazetteer: Gazetteer) -> list[Found]:
    """ "the Sudanese capital", where its name does not stand beside it."""
    found = []
    for hit in _CAPITAL.finditer(text, sentence.start, sentence.end):
        code = place_words().demonyms.get(hit["people"].lower())
        rows = [r for r in gazetteer.candidates(capitals().get(code or "", "")) if r[0].country == code]
        if rows:
            frame = frame_before(text, sentence.start, hit.start("people"))
            end = hit.end("whole")
            found.append(Found(hit.start("people"), end, tuple(rows), Level.CITY, frame=frame, base_end=end))
    return found


def typed_inside(parts: list[str]) -> Level | None:
    """The level a capitalised type word inside the run gives: "Qasr Dib Hill", "Camp Noor"."""
    words = place_words()
    if len(parts) < 2:
        return None
    if parts[-1] in words.sites:
        return Level.SITE
    if parts[-1] in words.levels:
        return Level(words.levels[parts[-1]])
    return None
