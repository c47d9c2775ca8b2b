"""Mentions made of candidates: the chosen place, or a place kept as not found, with what the words around it add."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...knowledge.gazetteer import country_names
from ...records.place import Level, Place
from ...records.reading import PlaceMention
from ...records.text import Article
from .choice import Chooser
from .found import Found
from .frames import listed
from .nesting import COARSE, containers
from .relative import away_from, part_of, site_of
from .world import World

_SAYS = re.compile(
    r"(?:['’]s\s+\w+)?,?\s+(?:has|have|had|also|on\s+\w+day|later|then)?\s*(?:said|says|announced|agreed|accused|accuses|denied|denies|claimed|claims|"
    r"condemned|shelled|warned|bombed|attacked|insisted|insists|rejected|rejects|backed|backs|supports?|wants|wanted|called|calls|urged|"
    r"and \w+ (?:have|had) (?:agreed|said|signed))\b"
)
_SMALL = 100_000
_THEATRE = 0.5


def mentions(
    article: Article, found: Sequence[Found], asides: Sequence[Found], world: World, *, adjuncts: bool = False
) -> tuple[PlaceMention, ...]:
    """One mention per candidate that stands, in text order; ``asides`` help to choose and are given only where asked for."""
    every = sorted((*found, *asides), key=lambda hit: (hit.start, hit.adjunct))
    chooser = Chooser(article.text, every, world)
    made: list[PlaceMention] = []
    for number, hit in enumerate(every):
        if hit.adjunct and not adjuncts:
            continue
        around = containers(article.text, every, number)
        place = None if _abroad(hit) else chooser.chosen(number)
        if place is None:
            if not (hit.frame or hit.level):
                continue
            place = _not_found(article.text, hit, around, world.weights, _mate(article.text, every, number, made))
        made.append(_mention(article, hit, place))
    return tuple(made)


def _abroad(hit: Found) -> bool:
    """An embassy stands anywhere but in the country it is named for."""
    named = bool(hit.rows) and hit.rows[0][0].level is Level.COUNTRY
    return named and hit.site in {"embassy", "consulate"}


def _mate(text: str, found: Sequence[Found], number: int, made: Sequence[PlaceMention]) -> Place | None:
    """The place before this one in a list of places, where a table has it."""
    if not number or not made or made[-1].span.start != found[number - 1].start:
        return None
    place = made[-1].place
    between = text[found[number - 1].end : found[number].start]
    return place if place.country and place.level is not Level.COUNTRY and listed(between) else None


def _only(container: Found, place: Place, people: int) -> bool:
    """Whether a container's name can mean this place alone, and the place is of the kind that the words say."""
    wide = place.level in COARSE or place.level is Level.COUNTRY
    return len(container.rows) == 1 and (wide or (container.level not in COARSE and people >= _SMALL))


def _not_found(text: str, hit: Found, around: Sequence[Found], world: Mapping[str, float], mate: Place | None) -> Place:
    """A place no table has: level from the words, country from what contains it or the one theatre of the text."""
    level = hit.level or Level.UNKNOWN
    name = text[hit.start : hit.end]
    for container in around:
        outer = next((p for p, n in container.rows if p.country in world or _only(container, p, n)), None)
        if outer is not None:
            within = (text[container.start : container.end], *outer.within)
            return Place(name, level, outer.country, outer.country_name, within=within, context=within[0])
    if mate is not None:
        return Place(name, level, mate.country, mate.country_name)
    if _abroad(hit):
        return Place(name, Level.SITE)
    code = next(iter(world), None)
    if code is not None and world[code] >= _THEATRE:
        return Place(name, level, code, country_names().get(code))
    return Place(name, level)


def _mention(article: Article, hit: Found, place: Place) -> PlaceMention:
    span = article.quote(hit.start, hit.end)
    metonym = not hit.frame and place.level is Level.COUNTRY and bool(_SAYS.match(article.text, hit.end))
    name = " ".join(span.quote.split())
    if hit.site is not None and place.found and place.level is not Level.SITE:
        # The site itself is in no table; the place it is named for is where to look for it.
        place = site_of(place, name)
    elif hit.distance is not None and place.radius_km is not None:
        place = away_from(place, name, *hit.distance)
    elif hit.direction is not None and place.found:
        place = part_of(place, name, hit.direction)
    else:
        place = replace(place, name=name)
    return PlaceMention(span, place, metonym, hit.frame, hit.adjunct)
