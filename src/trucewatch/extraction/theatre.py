"""Where acts are whose place is told by a common noun, by a heading, or only by what the whole text is about."""

from __future__ import annotations

import re
from collections import Counter

from ..records.place import Level, Place
from ..records.reading import PlaceMention, Reading
from ..records.text import Cited, SegmentKind
from .clauses import inside
from .settings import PLACING, SAYING

_DIRECTION = r"(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|centre|center)(?:ern)?|central"
_PART = re.compile(
    rf"\b(?:in|across|throughout) (?:the )?(?P<part>(?:(?:far|extreme)\s+)?(?:{_DIRECTION})(?:\s+(?:sector|part|region|area|zone|section)s?)?\s+of\s+the\s+country|the\s+country['’]s\s+(?:{_DIRECTION}))\b".replace(
        " (?", r"\s+(?"
    ),
    re.I,
)
_DEFINITE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|around|into|to|from|hit|struck|attacked|seized|entered|of)\s+(?:the|this|that)\s+(?:same\s+|nearby\s+|besieged\s+)?(?P<noun>city|town|village|hamlet|"
    r"camp|refugee camp|island|province|district|neighbou?rhood|suburb|hospital|hospital complex|airport|base|air base|bridge|farm|prison|school|university|mosque|church|market|hill|dam|valley)\b",
    re.I,
)
_NOUN_LEVELS = {
    "city": frozenset([Level.CITY, Level.TOWN]),
    "town": frozenset([Level.TOWN, Level.CITY, Level.VILLAGE]),
    "village": frozenset([Level.VILLAGE, Level.TOWN]),
    "hamlet": frozenset([Level.VILLAGE]),
    "province": frozenset([Level.PROVINCE]),
    "district": frozenset([Level.DISTRICT, Level.NEIGHBOURHOOD]),
    "neighborhood": frozenset([Level.NEIGHBOURHOOD]),
    "neighbourhood": frozenset([Level.NEIGHBOURHOOD]),
    "suburb": frozenset([Level.NEIGHBOURHOOD, Level.TOWN]),
}


def definite_place(reading: Reading, start: int, end: int, theatre: Cited[Place] | None) -> Cited[Place] | None:
    """A place told by a common noun: "the village" is the last one named, "the north of the country" a part of it."""
    text = reading.article.text
    part = _PART.search(text, start, end)
    if part is not None:
        span = reading.article.quote(*part.span("part"))
        country = theatre.value if theatre is not None else None
        name = " ".join(span.quote.split())
        if country is None:
            return Cited(Place(name, Level.REGION), (span,))
        within = (country.name,)
        place = Place(name, Level.REGION, country.country, country.country_name, within=within, context=country.name)
        return Cited(place, (span,), f"the country is {country.name}, which the text is about")
    found = _DEFINITE.search(text, start, end)
    if found is None:
        return None
    noun = " ".join(found["noun"].lower().split())
    levels = _NOUN_LEVELS.get(noun, frozenset())
    for mention in reversed(reading.places):
        if mention.span.start >= found.start() or not mention.frame or mention.frame == "dateline":
            continue
        if mention.place.level in levels or re.search(rf"\b{noun}s?\b", mention.place.name, re.I):
            span = reading.article.quote(*found.span("noun"))
            return Cited(mention.place, (mention.span, span), f"the {noun} is the one named before")
    return None


class Theatre:
    """The country a text is about, for acts whose place it does not give; and headings that hold for what follows."""

    def __init__(self, reading: Reading) -> None:
        self._headings: list[tuple[int, PlaceMention]] = []
        votes: Counter[str] = Counter()
        named: dict[str, PlaceMention] = {}
        text = reading.article.text
        for mention in reading.places:
            place = mention.place
            if place.country is None or not mention.frame or mention.metonym:
                continue
            if mention.frame != "dateline" and SAYING.search(
                text[max(0, mention.span.start - 45) : mention.span.start]
            ):
                continue
            votes[place.country] += 2 if mention.frame in PLACING else 1
            named.setdefault(place.country, mention)
        for mention in reversed(reading.places):
            place = mention.place
            if place.level is Level.COUNTRY and place.country is not None:
                named[place.country] = mention
        for sentence in reading.sentences:
            for mention in inside(reading.places, sentence.start, sentence.end):
                alone = text[sentence.start : sentence.end].strip(" .:*#-") == mention.span.quote
                if alone and sentence.segment is not SegmentKind.DATELINE:
                    self._headings.append((sentence.start, mention))
        self._country = self._leading(votes, named)

    @staticmethod
    def _leading(votes: Counter[str], named: dict[str, PlaceMention]) -> PlaceMention | None:
        ranked = votes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return named.get(ranked[0][0])

    def heading(self, position: int) -> Cited[Place] | None:
        """The place named as a heading of its own above a position."""
        above = [m for start, m in self._headings if start < position]
        if not above:
            return None
        return Cited(above[-1].place, (above[-1].span,), "no place is given; the heading above names this one")

    def country(self) -> Cited[Place] | None:
        """The country the whole text is about; None where it is about several alike."""
        if self._country is None:
            return None
        place = self._country.place
        if place.level is not Level.COUNTRY and place.country_name is not None:
            place = Place(place.country_name, Level.COUNTRY, place.country, place.country_name)
            return Cited(place, (self._country.span,), "no place is given; the places of the text lie in this country")
        return Cited(place, (self._country.span,), "no place is given; the text is about this country")
