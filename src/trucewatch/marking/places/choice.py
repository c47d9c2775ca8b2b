"""Which place of a name is meant: the article's world, the words around it and the places beside it decide."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...knowledge.gazetteer import country_names
from ...knowledge.names import fold
from ...records.place import Level, Place
from ...records.reading import PlaceMention
from ...records.text import Article
from .found import Found
from .frames import listed

_SAYS = re.compile(
    r"(?:['’]s\s+\w+)?,?\s+(?:has|have|had|also|on\s+\w+day|later|then)?\s*(?:said|says|announced|agreed|accused|accuses|denied|denies|claimed|claims|"
    r"condemned|shelled|warned|bombed|attacked|insisted|insists|rejected|rejects|backed|backs|supports?|wants|wanted|called|calls|urged|"
    r"and \w+ (?:have|had) (?:agreed|said|signed))\b"
)
_WITHIN = re.compile(r"^\s*(?:,|\(|,?\s+in)\s*(?:the\s+)?(?:[\w'’-]+\s+){0,4}$", re.I)
_WORLD_BONUS, _CONTAINED, _REVIEWED, _LEVEL, _COUNTRY = 6.0, 10.0, 4.0, 5.0, 3.0
# Outside the article's countries only a large place is taken for the one that is meant.
_LARGE = 300_000
_THEATRE = 0.5
_SMALL, _MAINLY = 100_000, 0.6
# "New York" is not the village of that name in the article's country.
_WORLD_CITY, _DWARFED = 1_000_000, 100
_COARSE = frozenset([Level.PROVINCE, Level.REGION])


def mentions(article: Article, found: Sequence[Found], world: Mapping[str, float]) -> tuple[PlaceMention, ...]:
    """One mention per candidate that stands, in text order."""
    anchors = [f.rows[0][0] for f in found if len(f.rows) == 1 and f.rows[0][0].lat is not None]
    made: list[PlaceMention] = []
    for number, hit in enumerate(found):
        around = _containers(article.text, found, number)
        place = None if _abroad(hit) else _chosen(hit, around, world, anchors)
        if place is None:
            if not (hit.frame or hit.level):
                continue
            place = _not_found(article.text, hit, around, world, _mate(article.text, found, number, made))
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


def _containers(text: str, found: Sequence[Found], number: int) -> list[Found]:
    """Places the text puts this one in: right behind its comma, or right before it ("Qasr province's Dib")."""
    hit = found[number]
    around = []
    if number + 1 < len(found):
        after = found[number + 1]
        if after.start - hit.end < 50 and _WITHIN.match(text[hit.end : after.start]):
            around.append(after)
    if number:
        before = found[number - 1]
        if 0 <= hit.start - before.end < 40 and re.match(r"^['’]s?\s", text[before.end : hit.start]):
            around.append(before)
    return around


def _chosen(hit: Found, around: Sequence[Found], world: Mapping[str, float], anchors: Sequence[Place]) -> Place | None:
    best: tuple[float, Place] | None = None
    for place, people in hit.rows:
        if not _may_be(place, people, hit, around, world):
            continue
        score = _fit(place, people, hit, around, world, anchors)
        if best is None or score > best[0]:
            best = (score, place)
    return best[1] if best else None


def _may_be(place: Place, people: int, hit: Found, around: Sequence[Found], world: Mapping[str, float]) -> bool:
    if people < hit.rows[0][1] / _DWARFED and hit.rows[0][1] >= _WORLD_CITY and not _known(place):
        return any(_contains(c, place) for c in around)
    if place.level is Level.COUNTRY or place.country is None or _known(place) or _of_world(place, people, world):
        return (
            hit.level not in _COARSE or hit.site is not None or place.level in _COARSE or _known(place) or people == 0
        )
    large = _WORLD_CITY if hit.upper else _LARGE
    return (people >= large and hit.sure) or any(_contains(c, place) for c in around)


def _of_world(place: Place, people: int, world: Mapping[str, float]) -> bool:
    """Small places count only in a country the text is mainly about; larger ones in any it names."""
    share = world.get(place.country or "", 0.0)
    return share > 0 and (people >= _SMALL or share >= _MAINLY * max(world.values()))


def _known(place: Place) -> bool:
    return place.gazetteer_id is not None and place.gazetteer_id.startswith("reviewed:")


def _contains(container: Found, place: Place) -> bool:
    for outer, _ in container.rows[:8]:
        if outer.country != place.country:
            continue
        if outer.level is Level.COUNTRY or (
            outer.level in _COARSE and fold(outer.name) in {fold(w) for w in place.within}
        ):
            return True
    return False


def _fit(
    place: Place, people: int, hit: Found, around: Sequence[Found], world: Mapping[str, float], anchors: Sequence[Place]
) -> float:
    """Country of the article, level and container told by the text, size, and nearness to places of one reading."""
    score = math.log10(people + 10) + (_COUNTRY if place.level is Level.COUNTRY else 0.0)
    if place.country is not None and place.country in world:
        score += _WORLD_BONUS * (0.5 + 0.5 * world[place.country])
    if any(_contains(c, place) for c in around):
        score += _CONTAINED
    if _known(place):
        score += _REVIEWED
    if hit.level in _COARSE:
        score += _LEVEL if place.level in _COARSE else 0.0
    elif place.level in _COARSE:
        # A bare name that city and province share is the city.
        score -= _LEVEL
    if place.lat is not None and place.lon is not None and anchors:
        near = min(abs(place.lat - (a.lat or 0)) + abs(place.lon - (a.lon or 0)) for a in anchors)
        score -= min(near, 30) / 10
    return score


def _only(container: Found, place: Place, people: int) -> bool:
    """Whether a container's name can mean this place alone, and the place is of the kind that the words say."""
    wide = place.level in _COARSE or place.level is Level.COUNTRY
    return len(container.rows) == 1 and (wide or (container.level not in _COARSE and people >= _SMALL))


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
    if hit.site is not None and place.found and not _named_site(place):
        # The site itself is in no table; the place it is named for is where to look for it.
        place = Place(
            name, Level.SITE, place.country, place.country_name, within=(place.name, *place.within), context=place.name
        )
    elif hit.distance is not None and place.radius_km is not None:
        place = replace(place, name=name, relation=hit.distance[0], radius_km=place.radius_km + hit.distance[1])
    elif hit.direction is not None and place.found:
        place = _part(place, name, hit.direction)
    else:
        place = replace(place, name=name)
    return PlaceMention(span, place, metonym, hit.frame)


def _named_site(place: Place) -> bool:
    return place.level is Level.SITE


def _part(place: Place, name: str, direction: str) -> Place:
    """A part of a place: no point of its own in a country or province, the place's own point in a town."""
    part = replace(place, name=name, relation=f"{direction.lower()} part of", within=(place.name, *place.within))
    if place.level in _COARSE or place.level is Level.COUNTRY:
        return replace(part, level=Level.REGION, lat=None, lon=None, radius_km=None, gazetteer_id=None)
    return part
