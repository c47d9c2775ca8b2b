"""Places told by another place: a site named for it, a part of it, so many kilometres from it, as areas with a radius."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from ...records.place import Level, Place
from .nesting import COARSE

_KM_PER_DEGREE = 111.0
_WIDE = COARSE | {Level.COUNTRY, Level.SEA}
# How far from the middle of an area its north or east lies, and how wide that part is, as shares of the area's radius.
_AWAY, _PART = 0.5, 0.6
# A place told by distance and direction lies this share of the distance about the point so reached.
_LOOSE = 0.25
_BEARINGS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_COMPASS = re.compile(r"north|south|east|west")


def bearing(words: str) -> float | None:
    """Degrees from north that words of direction give ("northeastern": 45); None where they give none."""
    given = [_BEARINGS[w] for w in _COMPASS.findall(words.lower())]
    if not given:
        return None
    north = sum(math.cos(math.radians(b)) for b in given)
    east = sum(math.sin(math.radians(b)) for b in given)
    if math.hypot(north, east) < 0.1:
        return None
    return math.degrees(math.atan2(east, north)) % 360


def moved(place: Place, km: float, towards: float) -> tuple[float, float] | None:
    """The point so many kilometres from a place's middle; None where the place has none."""
    if place.lat is None or place.lon is None:
        return None
    lat = place.lat + km * math.cos(math.radians(towards)) / _KM_PER_DEGREE
    shrink = max(0.05, math.cos(math.radians(lat)))
    lon = place.lon + km * math.sin(math.radians(towards)) / _KM_PER_DEGREE / shrink
    return round(max(-90.0, min(90.0, lat)), 3), round((lon + 180.0) % 360.0 - 180.0, 3)


def site_of(place: Place, name: str) -> Place:
    """A site no table has, named for a place: it is looked for within that place where this is a settlement."""
    within = (place.name, *place.within)
    site = Place(name, Level.SITE, place.country, place.country_name, within=within, context=place.name)
    if place.level in _WIDE or place.radius_km is None:
        return site
    return replace(
        site,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        relation="site in",
    )


def part_of(place: Place, name: str, direction: str) -> Place:
    """A part of a place: of a country or province an area off its middle, of a town the town's own area."""
    part = replace(place, name=name, relation=f"{direction.lower()} part of", within=(place.name, *place.within))
    if place.level not in _WIDE:
        return part
    part = replace(part, level=Level.REGION, gazetteer_id=None, lat=None, lon=None, radius_km=None)
    towards = bearing(direction)
    if place.radius_km is None:
        return part
    point = moved(place, place.radius_km * _AWAY, towards) if towards is not None else (place.lat, place.lon)
    lat, lon = point or (None, None)
    return replace(part, lat=lat, lon=lon, radius_km=round(place.radius_km * _PART))


def away_from(place: Place, name: str, words: str, km: float) -> Place:
    """A place so far from another: about the point that distance and direction reach, else anywhere within the distance."""
    towards = bearing(words)
    radius = place.radius_km or 0.0
    point = moved(place, km, towards) if towards is not None else None
    if point is None:
        return replace(place, name=name, relation=words, radius_km=radius + km)
    return replace(
        place, name=name, relation=words, lat=point[0], lon=point[1], radius_km=round(radius + km * _LOOSE, 1)
    )
