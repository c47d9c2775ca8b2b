"""How two places lie to one another: by identity, by stated or administrative membership, by region, by distance; else unknown."""

from __future__ import annotations

from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from ..records.place import Level, Place
from .names import fold, skeleton
from .regions import base_name, is_larger_region, larger_regions, region_of

_EARTH_KM = 6371.0
_RADII = {
    Level.SITE: 1.0,
    Level.NEIGHBOURHOOD: 2.0,
    Level.VILLAGE: 3.0,
    Level.TOWN: 5.0,
    Level.CITY: 10.0,
    Level.DISTRICT: 25.0,
}
_WIDE = frozenset({Level.DISTRICT, Level.PROVINCE, Level.REGION, Level.COUNTRY, Level.SEA})
_PARTS = frozenset(
    [
        "the",
        "of",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "upper",
        "lower",
        "greater",
        "old",
        "new",
        "rural",
        "countryside",
        "area",
        "areas",
        "outskirts",
        "suburb",
        "suburbs",
        "city",
        "town",
        "village",
        "district",
        "quarter",
        "neighbourhood",
        "neighborhood",
    ]
)


class Lie(StrEnum):
    """How the first place lies to the second."""

    SAME = "same"
    WITHIN = "within"
    CONTAINS = "contains"
    APART = "apart"
    UNKNOWN = "unknown"


def distance_km(left: Place, right: Place) -> float | None:
    """Great-circle distance between two points in km; None where either has none."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    a, b = radians(left.lat), radians(right.lat)
    dlat, dlon = b - a, radians(right.lon - left.lon)
    h = sin(dlat / 2) ** 2 + cos(a) * cos(b) * sin(dlon / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(h))


def radius_of(place: Place) -> float | None:
    """The radius in which the place lies, in km: as given, else by its level; None for wide areas without one."""
    return place.radius_km if place.radius_km is not None else _RADII.get(place.level)


def is_wide(place: Place) -> bool:
    """Whether the name denotes an area rather than a point on a town's scale."""
    return place.level in _WIDE


def same_name(left: str, right: str) -> bool:
    """Whether two spellings are of one name, administrative suffixes aside."""
    return _alike(base_name(left), base_name(right))


def stem(name: str) -> str:
    """The name without the words for a part or sort of it: "the countryside of northern Latakia province" is Latakia."""
    words = [w for w in base_name(name).split() if w not in _PARTS]
    return " ".join(words) or base_name(name)


def _alike(a: str, b: str) -> bool:
    return a == b or bool(skeleton(a) and skeleton(a) == skeleton(b))


def _holds(name: str, place: Place) -> bool:
    """Whether a containing name is that of a place: a province's label never means the city of its name."""
    if _alike(fold(name), fold(place.name)):
        return True
    return is_wide(place) and same_name(name, place.name)


def containers(place: Place) -> tuple[str, ...]:
    """Names of the places that contain this one: by membership, then by the text's own words, then its country."""
    country = (place.country_name,) if place.country_name and place.level is not Level.COUNTRY else ()
    return (*place.within, *((place.context,) if place.context else ()), *country)


def lie(left: Place, right: Place) -> Lie:
    """How ``left`` lies to ``right``; ``APART`` only where countries or first-level regions differ, or the discs do not touch."""
    if left.country and right.country and left.country != right.country:
        return Lie.APART
    if left.gazetteer_id is not None and left.gazetteer_id == right.gazetteer_id:
        return Lie.SAME
    named = same_name(left.name, right.name)
    if named and left.level is right.level:
        return Lie.SAME
    if right.level is Level.COUNTRY and left.country == right.country is not None:
        return Lie.SAME if left.level is Level.COUNTRY else Lie.WITHIN
    if left.level is Level.COUNTRY and left.country == right.country is not None:
        return Lie.CONTAINS
    if any(_holds(name, right) for name in containers(left)):
        return Lie.WITHIN
    if any(_holds(name, left) for name in containers(right)):
        return Lie.CONTAINS
    if named:
        # One name at two levels (a city and its province): the wider contains the narrower.
        return Lie.WITHIN if is_wide(right) and not is_wide(left) else Lie.CONTAINS if is_wide(left) else Lie.SAME
    regions = region_of(left), region_of(right)
    if None not in regions and regions[0] != regions[1]:
        return Lie.APART
    if _outside_larger(left, right) or _outside_larger(right, left):
        return Lie.APART
    return _by_distance(left, right)


def _outside_larger(place: Place, region: Place) -> bool:
    """Whether the region is made up of first-level ones, and that of the place is none of them."""
    if region.level is not Level.REGION or not is_larger_region(region.name):
        return False
    held = larger_regions(place)
    return held is not None and region.name not in held


def _by_distance(left: Place, right: Place) -> Lie:
    far, a, b = distance_km(left, right), radius_of(left), radius_of(right)
    if far is None or a is None or b is None:
        return Lie.UNKNOWN
    if far > a + b:
        return Lie.APART
    if far + a <= b:
        return Lie.WITHIN
    return Lie.CONTAINS if far + b <= a else Lie.UNKNOWN
