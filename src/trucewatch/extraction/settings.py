"""Where an act took place, rather than where it was spoken of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..records.place import Level, Place
from ..records.reading import PlaceMention, Reading, Sentence
from ..records.text import Cited, SegmentKind, Span
from .clauses import inside

_SAID = re.compile(
    r"\b(?:said|says|told|speaking|announced|reported|accused|added|warned|denied|stated|met|arrived|talks|meeting|summit|conference|signed|"
    r"spokesm[ae]n|spokeswoman|ambassador|embassy|minister|correspondent|interview|addressing|dialogue|negotiations?|condemned|denounced|critici[sz]ed|protested|deplored|rejected|welcomed|headed|bound|en route|on (?:his|her|their|the) way)\b[^,;.]{0,30}$",
    re.I,
)
_COARSE = frozenset([Level.PROVINCE, Level.REGION, Level.SEA])
_LIST = re.compile(
    r"^\s*(?:\([^)]{1,40}\)\s*)?(?:,|,?\s*and|,?\s*or|,?\s*as well as|;)\s+(?:also\s+)?(?:in\s+|near\s+|at\s+|on\s+|around\s+)?(?:the\s+)?(?:\w+\s+(?:of|in)\s+)?(?:the\s+)?$"
    r"|^\s*(?:,|,?\s*and)\s+(?:on\s+)?(?:an?|the|its|their|several|two|three|other)\s+(?:[\w-]+\s+){1,5}(?:in|at|near|outside)\s+(?:the\s+)?$",
    re.I,
)
_CONTAINED = re.compile(r"^\s*,?\s*(?:\(|,|in|of)?\s*(?:the\s+)?(?:[\w'’-]+\s+){0,5}$", re.I)
_PLACING = frozenset(
    [
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "around",
        "throughout",
        "within",
        "across",
        "off",
        "along",
        "over",
        "above",
        "surrounding",
    ]
)
# Frames that say where something goes to or comes from: a place of the act only where nothing better is told.
_LOOSE = frozenset(
    ["to", "from", "for", "toward", "towards", "leaving", "via", "beyond", "between", "through", "of", "into", "onto"]
)
_ACRONYM = 4
_COUNTRY_FRAMES = _PLACING | {"into", "of"}


def place_of(reading: Reading, sentence: Sentence, start: int, end: int, act: Span) -> tuple[Cited[Place], ...]:
    """The place or listed places that the sentence itself gives for an act; none where it gives none."""
    # What stands behind an act's stretch is told of another act.
    for low, high in ((start, end), (sentence.start, end)):
        found = _usable(reading, sentence, low, high, act)
        if found:
            return _chosen(reading, found, act)
    return ()


def _usable(reading: Reading, sentence: Sentence, start: int, end: int, act: Span) -> list[tuple[int, PlaceMention]]:
    """Mentions that may be where the act took place, each with a rank (0 best)."""
    text = reading.article.text
    parties = inside(reading.parties, start, end)
    found = []
    for mention in inside(reading.places, start, end):
        if mention.metonym or mention.frame == "dateline":
            continue
        if any(
            p.span.start <= mention.span.start
            and mention.span.end <= p.span.end
            and len(p.span.quote) > len(mention.span.quote)
            for p in parties
        ):
            continue
        if _SAID.search(text[max(sentence.start, mention.span.start - 45) : mention.span.start]):
            continue
        if _of_speaker(reading, mention):
            continue
        rank = _rank(mention, act, text)
        if rank is not None:
            found.append((rank, mention))
    return found


def _of_speaker(reading: Reading, mention: PlaceMention) -> bool:
    """Whether a place only says which speaker is meant: "a nurse at the clinic said"."""
    return any(
        s.speaker_span is not None
        and s.speaker_span.start < mention.span.start
        and mention.span.end <= s.speaker_span.end
        for s in reading.speech
    )


def _rank(mention: PlaceMention, act: Span, text: str) -> int | None:
    """0: located by its frame; 1: the object of the act, or beside it; 2: loosely framed; None: no location."""
    country = mention.place.level is Level.COUNTRY
    if mention.frame in _PLACING:
        return 0
    if mention.frame and mention.frame not in _LOOSE:
        return 0
    if mention.frame == "of" and 0 <= mention.span.start - act.end < 40:
        return 0 if text[act.end : mention.span.start].split()[:1] == ["of"] or act.quote.lower().endswith(" of") else 1
    if mention.frame in _LOOSE:
        return None if country and mention.frame not in _COUNTRY_FRAMES else 2
    if text[mention.span.end : mention.span.end + 2] in {"'s", "’s"} and not mention.frame:
        return None
    if country:
        return 1 if re.match(r"^\s+(?:the\s+)?$", text[act.end : mention.span.start] or "x") else None
    if mention.span.quote.isupper() and len(mention.span.quote) > _ACRONYM:
        # In upper-case copy a name that nothing locates may be a person's.
        return None
    if mention.place.found and mention.place.level is not Level.UNKNOWN:
        return 3 if mention.place.level in _COARSE else 2
    return 2


def _chosen(reading: Reading, found: Sequence[tuple[int, PlaceMention]], act: Span) -> tuple[Cited[Place], ...]:
    """The best framed, the most local, the nearest; a list "A, B and C" gives every member."""
    text = reading.article.text
    best = min(rank for rank, _ in found)
    pool = [m for rank, m in found if rank == best]
    fine = [m for m in pool if m.place.level not in _COARSE and m.place.level is not Level.COUNTRY]
    fine = fine or [m for m in pool if m.place.level is not Level.COUNTRY] or pool
    behind = [m for m in fine if m.span.start >= act.start]
    lead = min(behind or fine, key=lambda m: abs(m.span.start - act.end))
    mentions = [m for _, m in found]
    run = [lead]
    for mention in mentions[mentions.index(lead) + 1 :]:
        between = text[run[-1].span.end : mention.span.start]
        if _contains(mention.place, run[-1].place) or not _LIST.match(between) or not _alike(mention.place, lead.place):
            break
        run.append(mention)
    for mention in reversed(mentions[: mentions.index(lead)]):
        between = text[mention.span.end : run[0].span.start]
        if not _LIST.match(between) or not _alike(mention.place, lead.place):
            break
        run.insert(0, mention)
    return tuple(Cited(m.place, (m.span,)) for m in run)


def _alike(one: Place, other: Place) -> bool:
    coarse = (Level.COUNTRY in (one.level, other.level), one.level in _COARSE, other.level in _COARSE)
    return one.level is other.level or not (coarse[0] or coarse[1] != coarse[2])


def _contains(outer: Place, inner: Place) -> bool:
    """Whether a place is told as what contains another ("Dib, Qasr province")."""
    if outer.level is Level.COUNTRY and inner.level is not Level.COUNTRY:
        return True
    return (
        outer.name in inner.within
        or outer.name == inner.context
        or (outer.level in _COARSE and inner.level not in _COARSE)
    )


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
            if mention.frame != "dateline" and _SAID.search(text[max(0, mention.span.start - 45) : mention.span.start]):
                continue
            votes[place.country] += 2 if mention.frame in _PLACING else 1
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
