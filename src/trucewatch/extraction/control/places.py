"""Places as objects or subjects of the words of control."""

from __future__ import annotations

import re

from ...knowledge.control_words import control_words
from ...records.place import Level, Place
from ...records.reading import PlaceMention, Reading, Sentence
from ...records.text import Cited, Span
from ..clauses import inside
from ..frames import listed_places, region_before
from .parts import cited_end, cited_places

_WORD = re.compile(r"[\w'’-]+")
_IN = re.compile(r"\b(?:in|near|at|outside|around|north|south|east|west)\b[^,;]*$", re.IGNORECASE)
_BE = re.compile(
    r"^[^;.]*?\b(?:was|were|has|have|had|is|are|been|being|be|remains?|remained|becomes?|became|lies|lay|fell|fallen|falls)\s+(?:back\s+|firmly\s+|still\s+|long\s+|\w+ly\s+|also\s+|now\s+|been\s+|reportedly\s+)*$|^\s*,\s*(?:the|a|an|one of|another|long|which)\b[^,;]{0,60}$|^\s*,?\s*(?:once\s+|now\s+|still\s+|which\s+(?:is|was|has been)\s+)?$",
    re.IGNORECASE,
)
# "broke into Monzon's house" takes no place.
_OWNS = re.compile(r"['’]s?\s+(?:house|home|residence|office|car|farm|shop|wife|son|family|body)\b", re.IGNORECASE)
_APPOSED = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}),\s+(?:the|a|an|one of|their|its|his)\s+(?:[\w'’-]+\s+){0,5}?"
    r"(?P<type>town|village|outpost|stronghold|base|city|port|headquarters|bastion|enclave|camp|island|hill|district|garrison|settlement)\b[^,;.]{0,40}$"
    r"|\b(?P<kind>town|village|outpost|stronghold|base|city|port|redoubt|bastion|enclave|camp|garrison),\s+(?P<last>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}),\s+(?:was|were|has|had|is|fell)\b[^,;.]{0,30}$"
)
_HELD = re.compile(r"[- ](?:held|controlled|ruled|run|occupied|besieged)\b", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:north|south|east|west)\w*\s+of\b|\bclose\s+to\b|\bmiles\b|\bkm\b|\bkilomet", re.IGNORECASE)
_PROPER = r"(?P<name>(?!I\b)[A-Z][\w'’-]*[a-z][\w'’-]*(?:\s[A-Z][\w'’-]+){0,2})"
_NAME = re.compile(
    rf"\s+(?:(?:all|most|much|parts|half)\s+of\s+)?(?:the\s+(?:\w+\s+)?)?{_PROPER}"
    r"(?=\s*(?:[,.;]|$|\s?\b(?:after|on|from|in|as|and|following|since|early|late|this|last|yesterday|to|by|with|without|near)\b))"
)
_KIND = r"(?:town|village|city|port|district|base|garrison|region|province|island|hamlet|settlement|stronghold|neighbou?rhood|suburb)s?"
_TYPED = re.compile(
    rf"\s+(?:[a-z][\w'’-]+\s+){{0,5}}?{_KIND}\s+of\s+{_PROPER}|\s+(?P<apposed>[A-Z][\w'’-]*[a-z][\w'’-]*),\s+(?:the|a|an)\s+(?:[\w'’-]+\s+){{0,4}}?{_KIND}\b"
)
# "control most of the province, including the towns of Kamina and Kabalo": the places named.
_INCLUDING = re.compile(r"[^,;.]{3,50},?\s+(?:including|among\s+them)(?=\s)", re.IGNORECASE)
_ONE_NAME = r"[A-Z][a-zÀ-ÿ][\w'’-]+(?:\s(?:[a-z]{2}\s)?[A-Z][\w'’-]+)?"
_OF_KIND = r"(?:(?:[Tt]he\s+)?(?:[a-z]+\s+){0,2}(?:of\s+)?)?"
_KIND_OF = r"(?:[Tt]he\s+)?(?:[a-z]+\s+){0,2}(?P<of>(?:town|city|village|port|district|hamlet|settlement|base|garrison|island)\s+of\s+)"
_NAMED_SUBJECT = re.compile(
    rf"(?:^|[,;]\s+|\band\s+|\bthat\s+)(?:(?P<kind>(?:[\w-]+\s+){{0,3}}(?:places|towns|villages|cities|ports|posts|localities|settlements|districts|hamlets|garrisons|bases)(?:,|\s+of)\s+)|{_KIND_OF}|{_OF_KIND})(?P<names>{_ONE_NAME}(?:(?:,\s+|,?\s+and\s+){_OF_KIND}{_ONE_NAME})*)(?:,?\s+and\s+(?:the|all|most)\s+[a-z][^,;.]{{2,40}}?|,\s[^,;.]{{3,50}})?,?\s+"
    r"(?:(?:has|had|have|was|were|is|are|been|being|since|now|also|again|likewise|finally|then|still|back|\w+ly)\s+)*$"
)
_JOINT = re.compile(r"\s*(?:,\s*(?:and\s)?|\sand\s)\s*", re.IGNORECASE)
_REACH = 110


def object_places(
    reading: Reading, sentence: Sentence, verb: Span, *, of_site: bool = False, land: bool = False
) -> tuple[Cited[Place], ...]:
    """The place or listed places right after words; a site in a place ("a base near Kharkiv") stands by its own words.

    ``land``: the words take no person, so that a name which nothing else explains is a place.
    """
    text = reading.article.text
    places = _usable(reading, verb.end, min(sentence.end, verb.end + _REACH))
    more = _INCLUDING.match(text, verb.end, sentence.end) if land else None
    if more is not None and not inside(reading.places, verb.end, more.end()):
        return object_places(reading, sentence, reading.article.quote(more.end() - 9, more.end()), of_site=of_site)
    unknown = _unknown(reading, sentence, verb, land=land)
    if unknown or not places:
        return unknown
    first = places[0]
    gap = text[verb.end : first.span.start]
    if re.search(r"[;:.(]|\band\b", gap) and not control_words().sites.search(gap):
        return ()
    if any(
        not (p.adjectival or _HELD.match(text, p.span.end)) for p in inside(reading.parties, verb.end, first.span.start)
    ):
        return ()
    words = [w.lower() for w in _WORD.findall(gap)]
    if len(words) <= 7 and not set(words) & control_words().stop and not _BESIDE.search(gap):
        return cited_places(reading, verb.end, listed_places(text, places, 0))
    return _site(reading, verb.end, first, of_site=of_site) if len(words) <= 12 else ()


def _unknown(reading: Reading, sentence: Sentence, verb: Span, *, land: bool) -> tuple[Cited[Place], ...]:
    """Names right behind the words that no table and no party explains: "regained Marka", "the port of Barawe"."""
    text = reading.article.text
    hit = (_NAME.match(text, verb.end, sentence.end) if land else None) or _TYPED.match(text, verb.end, sentence.end)
    if hit is None or text[sentence.start : sentence.end].isupper():
        return ()
    names: list[Cited[Place]] = []
    while hit is not None:
        start, end = hit.span("name") if hit["name"] else hit.span("apposed")
        known = [m.span for m in inside(reading.parties, start, sentence.end)]
        known += [m.span for m in inside(reading.places, start, sentence.end)]
        known += [m.span for m in inside(reading.times, start, sentence.end)]
        if any(k.start < end and start < k.end for k in known):
            break
        span = reading.article.quote(start, end)
        names.append(Cited(Place(span.quote, Level.UNKNOWN), (span,), "what is held is a place; no table has it"))
        joint = _JOINT.match(text, end, sentence.end)
        hit = _NAME.match(text, joint.end() - 1, sentence.end) if joint else None
    return tuple(names)


def _site(reading: Reading, start: int, place: PlaceMention, *, of_site: bool) -> tuple[Cited[Place], ...]:
    """ "two villages in Idlib": a place of its own, not found, with the named place as context."""
    text = reading.article.text
    hit = control_words().sites.search(text, start, place.span.start)
    if hit is None:
        return ()
    lead = [w.lower() for w in _WORD.findall(text[start : hit.start()])]
    tail = text[hit.end() : place.span.start]
    if set(lead) & control_words().stop or not re.fullmatch(
        r"\s+(?:in|near|at|of|outside|on|around|along|across|throughout|north of|south of|east of|west of)\s+(?:the\s+|[\w-]+\s+){0,5}",
        tail,
        re.IGNORECASE,
    ):
        return ()
    if of_site and re.search(r"\bof\s", tail):
        return cited_places(reading, start, [place])
    span = reading.article.quote(hit.start(), place.span.end)
    value = Place(
        " ".join(span.quote.split()),
        Level.SITE,
        place.place.country,
        place.place.country_name,
        context=place.place.name,
    )
    return (Cited(value, (span,), "a site told by its kind and the place beside it"),)


def subject_places(reading: Reading, sentence: Sentence, verb: Span) -> tuple[Cited[Place], ...]:
    """The place or listed places that a passive verb tells of: the first of its clause not behind a preposition."""
    text = reading.article.text
    low = max(region_before(text, sentence.start, verb.start), verb.start - 160)
    places = _usable(reading, low, verb.start)
    for index, mention in enumerate(places):
        if _IN.search(text[max(low, mention.span.start - 25) : mention.span.start]):
            continue
        run = listed_places(text, places, index)
        if _BE.match(text[cited_end(reading, run[-1]) : verb.start]):
            return cited_places(reading, low, run)
    return _apposed(reading, low, verb.end)


def more_places(known: tuple[Cited[Place], ...], named: tuple[Cited[Place], ...]) -> tuple[Cited[Place], ...]:
    """The list with names that no table has, where it tells of more places than those found."""
    return named if len(named) > len(known) else known


def named_subject(reading: Reading, sentence: Sentence, verb: Span, *, sure: bool = True) -> tuple[Cited[Place], ...]:
    """A name that no table and no party explains right before words that only a place can be told with ("X fell to").

    Where the words may tell of people too (not ``sure``), only names that are called places: "two towns, A and B, were taken".
    """
    hit = _NAMED_SUBJECT.search(reading.article.text[sentence.start : verb.start])
    if hit is None or verb.quote.isupper() or not (sure or hit["kind"] or hit["of"]):
        return ()
    known = [m.span for m in inside(reading.parties, sentence.start, sentence.end)]
    known += [m.span for m in inside(reading.times, sentence.start, sentence.end)]
    spans = [
        reading.article.quote(sentence.start + name.start(), sentence.start + name.end())
        for name in re.compile(_ONE_NAME).finditer(hit.string, *hit.span("names"))
    ]
    places = {m.span.start: m for m in inside(reading.places, sentence.start, sentence.end)}
    if any(s.quote.split()[0] in _NO_NAME or any(k.start < s.end and s.start < k.end for k in known) for s in spans):
        return ()
    return tuple(
        Cited(places[s.start].place, (s,))
        if s.start in places
        else Cited(Place(s.quote, Level.UNKNOWN), (s,), "what falls to a side is a place; no table has it")
        for s in spans
    )


_NO_NAME = {
    "He",
    "She",
    "It",
    "They",
    "This",
    "That",
    "These",
    "Those",
    "Both",
    "All",
    "Some",
    "Many",
    "Most",
    "Three",
    "Two",
    "Four",
    "Several",
    "Who",
    "Which",
    "We",
    "You",
    "One",
    "There",
}


def _apposed(reading: Reading, low: int, high: int) -> tuple[Cited[Place], ...]:
    """ "Pailin, the last stronghold held by": a name no table has, called a place right behind it."""
    hit = _APPOSED.search(reading.article.text, low, high)
    if hit is None:
        return ()
    span = reading.article.quote(*hit.span("name" if hit["name"] else "last"))
    return (
        Cited(
            Place(span.quote, Level.UNKNOWN),
            (span,),
            f"called a {hit['type'] or hit['kind']} in the text; no table has it",
        ),
    )


def _usable(reading: Reading, start: int, end: int) -> list[PlaceMention]:
    """Places of a stretch, but those inside a longer name of a party; what is taken is the place, no government."""
    parties = inside(reading.parties, start, end)
    return [
        m
        for m in inside(reading.places, start, end)
        if not _OWNS.match(reading.article.text, m.span.end)
        and not any(p.span.start <= m.span.start and m.span.end <= p.span.end and p.span != m.span for p in parties)
    ]
