"""Demonyms: "Sudanese", "Colombians" stand for their country and locate nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...knowledge.gazetteer import country_names
from ...knowledge.place_words import place_words
from ...ports import Gazetteer
from ...records.place import Level, Place
from ...records.reading import PlaceMention, Sentence
from ...records.text import Article


@cache
def demonym_pattern() -> re.Pattern[str]:
    """Any demonym as a word of its own."""
    words = "|".join(re.escape(w) for w in sorted(place_words().demonyms, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.I)


def demonyms_in(
    article: Article, sentences: Sequence[Sentence], told: Sequence[PlaceMention], gazetteer: Gazetteer
) -> list[PlaceMention]:
    """A mention of the country for every capitalised demonym that no other mention covers."""
    taken = {at for m in told for at in range(m.span.start, m.span.end)}
    found = []
    for sentence in sentences:
        for hit in demonym_pattern().finditer(article.text, sentence.start, sentence.end):
            if not hit.group()[0].isupper() or hit.start() in taken:
                continue
            code = place_words().demonyms[hit.group().lower()]
            place = _country(code, gazetteer)
            if place is not None:
                found.append(PlaceMention(article.quote(*hit.span()), place, adjunct=True))
    return found


def _country(code: str, gazetteer: Gazetteer) -> Place | None:
    rows = gazetteer.candidates(country_names().get(code, ""))
    return next((p for p, _ in rows if p.level is Level.COUNTRY and p.country == code), None)
