"""Places held that their own clause does not name: "the city" told before, and sites told by their kind alone."""

from __future__ import annotations

import re

from ...knowledge.control_words import control_words
from ...records.place import Level, Place
from ...records.reading import PlaceMention, Reading, Sentence
from ...records.text import Cited, Span
from ..clauses import inside
from ..frames import region_before

_BACK = 3
_SHARE = r"(?:(?:about|around|nearly|almost|over|more\s+than|roughly|some|the)\s+)*(?:[\w.]+\s+(?:per\s?cent|percent)|(?:a|one|two|three)[\s-](?:third|fifth|quarter|half|tenth)s?|half|parts?|most|much|all|(?:large\s+)?(?:swathes?|areas?|parts)|\w+\s+(?:districts?|outskirts|suburbs))\s+of\s+"
_TYPES = r"(?P<type>towns?|city|village|port|province|region|island|peninsula|district|enclave|settlement|suburb|neighbou?rhood|hamlet|valley|territory)"
_TOLD = (
    rf"(?P<words>(?P<part>{_SHARE})?(?:the|this|that)\s+(?:(?:whole|entire|strategic|northern|southern|eastern|western|key|ruined|besieged|battered|contested|border|coastal|mining|oil|port)\s+){{0,2}}{_TYPES})"
    r"(?!\s+(?:of|in|near|at|council|hall|centre|center|police|authorities|government|officials|elders|residents|chief)\b)(?!['’-])"
)
_OBJECT = re.compile(rf"\s+(?:back\s+)?{_TOLD}(?!\s+[A-Z])", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?<!\w){_TOLD}(?:\s+(?:on|by|along|beside)\s+the\s+(?:\w+\s+)?[A-Z]\w+)?\s+(?:(?:is|was|has|had|have|were|are|been|being|be|remains?|remained|still|now|once|again|also|finally|later|reportedly|firmly|partly|largely|\w+ly)\s+)*$",
    re.IGNORECASE,
)
_AT = re.compile(r"\s+(?:in|at|of|near|outside)\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central)\s+)?")
_CASED = re.compile(r"\s+[A-Z][a-z]")
_FRAMED = re.compile(
    r"\b(?:(?:in|of|to|from|into|near|on|around|outside)\s+|(?:town|city|village|port|place)[:,]\s+)(?P<name>[A-Z][a-z][\w'’-]+(?:\s[A-Z][a-z][\w'’-]+)?)(?!\w)"
)
# "the building" of which no place is told is none that a ledger could hold.
_BARE = re.compile(r"buildings?|bridges?|stations?|headquarters|prisons?", re.IGNORECASE)
_BUILT = {"town", "towns", "city", "village", "port", "settlement", "suburb", "neighbourhood", "neighborhood", "hamlet"}
_LARGE = {Level.PROVINCE, Level.REGION}
_SMALL = {Level.CITY, Level.TOWN, Level.VILLAGE, Level.NEIGHBOURHOOD, Level.UNKNOWN, Level.SITE}


def object_told(reading: Reading, sentence: Sentence, verb: Span) -> tuple[Cited[Place], ...]:
    """What stands right behind words of control without a name of its own: "the town", "the railway station"."""
    text = reading.article.text
    hit = _OBJECT.match(text, verb.end, sentence.end)
    if hit is not None and not _CASED.match(text, hit.end()):
        return _pointing(reading, hit)
    return _sites(reading, sentence, verb.end)


def subject_told(reading: Reading, sentence: Sentence, verb: Span) -> tuple[Cited[Place], ...]:
    """ "The city fell to ...": the place told last that such a word can stand for."""
    low = max(region_before(reading.article.text, sentence.start, verb.start), verb.start - 90)
    hit = _SUBJECT.search(reading.article.text, low, verb.start)
    return _pointing(reading, hit) if hit is not None else ()


def _pointing(reading: Reading, hit: re.Match[str]) -> tuple[Cited[Place], ...]:
    known = _last(reading, hit.start("words"), hit["type"].lower())
    if known is None:
        return ()
    span = reading.article.quote(*hit.span("words"))
    if not hit["part"] or hit["part"].lower().startswith("all"):
        return (Cited(known.place, (span, known.span), f"{span.quote!r} is the place told before"),)
    whole = known.place
    part = Place(
        " ".join(span.quote.split()),
        Level.UNKNOWN,
        whole.country,
        whole.country_name,
        within=(whole.name, *whole.within),
        context=whole.name,
        relation="part",
    )
    return (Cited(part, (span, known.span), f"a part of {whole.name}, the place told before"),)


def _last(reading: Reading, position: int, kind: str) -> PlaceMention | None:
    """The place told last before a position, not longer ago than a few sentences, that a word of its kind fits."""
    index = next((s.index for s in reading.sentences if s.start <= position < s.end), 0)
    low = reading.sentences[max(0, index - _BACK)].start
    if kind in {"province", "region", "territory", "peninsula", "island", "valley", "enclave", "district"}:
        fits = _LARGE | {Level.DISTRICT, Level.UNKNOWN}
    else:
        fits = _SMALL | {Level.DISTRICT}
    told = [m for m in inside(reading.places, low, position) if not m.metonym and m.place.level in fits]
    last = told[-1] if told else None
    if kind in _BUILT and (unknown := _unknown(reading, last.span.end if last else low, position)):
        return unknown
    return last


def _unknown(reading: Reading, low: int, high: int) -> PlaceMention | None:
    """A name behind "in" or "of" that no table has and that is told later than any known place: that one is meant."""
    for hit in reversed(list(_FRAMED.finditer(reading.article.text, low, high))):
        span = reading.article.quote(*hit.span("name"))
        known = [m.span for m in inside(reading.places, low, high)]
        known += [m.span for m in inside(reading.parties, low, high)]
        known += [m.span for m in inside(reading.times, low, high)]
        if not any(k.start < span.end and span.start < k.end for k in known):
            return PlaceMention(span, Place(span.quote, Level.UNKNOWN))
    return None


def _sites(reading: Reading, sentence: Sentence, start: int) -> tuple[Cited[Place], ...]:
    """ "the railway station", "the General Command building and the air base": places by their own words."""
    text, found = reading.article.text, []
    hit = control_words().buildings.match(text, start, sentence.end)
    near = _last(reading, start, "city")
    while hit is not None:
        end, where = hit.end("site"), near.place if near else None
        beside = _AT.match(text, end, sentence.end)
        named = [m for m in inside(reading.places, end, end + 60) if beside and m.span.start == beside.end()]
        if named:
            end, where = named[0].span.end, named[0].place
        span = reading.article.quote(hit.start("site"), end)
        if near is None and not named and _BARE.fullmatch(span.quote):
            return ()
        value = Place(
            " ".join(span.quote.split()),
            Level.SITE,
            where.country if where else None,
            where.country_name if where else None,
            context=where.name if where else None,
        )
        words = (span, near.span) if near and not named else (span,)
        found.append(Cited(value, words, "a site told by its kind; no table has it"))
        hit = control_words().buildings.match(text, end, sentence.end)
    return tuple(found)
