"""Parts of places: "most of the valley", "the city's eastern half" are held, and not the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...records.place import Level, Place
from ...records.reading import PlaceMention, Reading
from ...records.text import Cited

_PART = re.compile(
    r"(?P<part>(?:(?:about|around|nearly|almost|over|more than|roughly|the)\s+)*"
    r"(?:[\w.]+\s+(?:per\s?cent|percent)|(?:a|one|two|three)[\s-](?:third|fifth|quarter|half|tenth)s?|half|parts?|most|much|some|swathes?|areas?|districts?|outskirts|suburbs|edges?"
    r"|(?:large|large\s+swathes|wide|small)\s+(?:parts?|areas|swathes)|(?:\w+ern|\w+-?east|\w+-?west|north|south|central|upper|lower)\s+(?:parts?|half|side|outskirts|districts?|edges?|suburbs|sector|bank))"
    r"\s+of\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central|whole)\s+)?(?:(?:town|city|village|province|district|region)\s+of\s+)?)$",
    re.IGNORECASE,
)
_OWN_PART = re.compile(
    r"['’]s?\s+(?:(?:[a-z-]+\s+){0,2}(?:half|part|parts|side|outskirts|suburbs|districts?|quarters?|airport|port|centre|center|base|neighbou?rhoods?)|(?:[A-Z][\w-]+\s?){1,3}(?<!\s))"
)


def cited_end(reading: Reading, mention: PlaceMention) -> int:
    """Where the words of a place end, with the part of it that they name ("Aleppo's Old City")."""
    hit = _OWN_PART.match(reading.article.text, mention.span.end)
    return hit.end() if hit else mention.span.end


def cited_places(reading: Reading, low: int, run: Sequence[PlaceMention]) -> tuple[Cited[Place], ...]:
    """The places of a list with their words; a part of one is a place of its own, with the whole as context."""
    return tuple(_cited(reading, low if n == 0 else m.span.start, m) for n, m in enumerate(run))


def _cited(reading: Reading, low: int, mention: PlaceMention) -> Cited[Place]:
    text, whole = reading.article.text, mention.place
    before = _PART.search(text[low : mention.span.start])
    end = cited_end(reading, mention)
    if before is None and end == mention.span.end:
        return Cited(whole, (mention.span,))
    start = low + before.start("part") if before else mention.span.start
    span = reading.article.quote(start, end)
    part = replace(
        whole,
        name=" ".join(span.quote.split()),
        level=Level.UNKNOWN,
        lat=None,
        lon=None,
        radius_km=None,
        gazetteer_id=None,
        within=(whole.name, *whole.within),
        context=whole.name,
        relation="part",
    )
    return Cited(part, (span,), f"a part of {whole.name}, not all of it")
