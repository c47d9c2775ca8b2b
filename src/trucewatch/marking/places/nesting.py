"""Which places the text puts a place in: "X, Y", "Y's X"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ...knowledge.names import fold
from ...knowledge.regions import base_name
from ...records.place import Level, Place
from .found import Found
from .frames import listed

_MARGIN_KM, _CITY = 15.0, 100_000
_SETTLED = frozenset([Level.CITY, Level.TOWN, Level.VILLAGE])
COARSE = frozenset([Level.PROVINCE, Level.REGION])
_WITHIN = re.compile(r"^\s*(?:,|\(|,?\s+in)\s*(?:the\s+)?(?:[\w'’-]+\s+){0,4}$", re.I)


def containers(text: str, found: Sequence[Found], number: int) -> list[Found]:
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


def regions_beside(text: str, found: Sequence[Found], number: int) -> frozenset[str]:
    """Countries of whose first-level regions a name is told to be one: it closes "X, Y", or is listed with such regions."""
    hit = found[number]
    told = set()
    if number and _WITHIN.match(text[found[number - 1].end : hit.start]):
        inner = found[number - 1]
        for place, _ in hit.rows:
            if place.level is Level.PROVINCE and any(place.name in p.within for p, _ in inner.rows):
                told.add(place.country or "")
    for other, between in _mates(text, found, number):
        top = other.rows[0][0] if other.rows else None
        if top is not None and top.level is Level.PROVINCE and listed(between) and not shared(top, other):
            told.add(top.country or "")
    return frozenset(told)


def shared(region: Place, hit: Found) -> bool:
    """Whether a city, or a town of the region itself, has the region's name too."""
    own = base_name(region.name)
    return any(
        p.level in _SETTLED and p.country == region.country and (n >= _CITY or own in map(base_name, p.within))
        for p, n in hit.rows
    )


def _mates(text: str, found: Sequence[Found], number: int) -> list[tuple[Found, str]]:
    """The candidates before and after one, with the words between."""
    mates = []
    if number:
        mates.append((found[number - 1], text[found[number - 1].end : found[number].start]))
    if number + 1 < len(found):
        mates.append((found[number + 1], text[found[number].end : found[number + 1].start]))
    return mates


def contains(container: Found, place: Place) -> bool:
    """Whether one of the places a name can mean holds the place: by membership, or a district by distance."""
    for outer, _ in container.rows[:8]:
        if outer.country != place.country:
            continue
        if outer.level is Level.COUNTRY or (
            outer.level in COARSE and fold(outer.name) in {fold(w) for w in place.within}
        ):
            return True
        if outer.level is Level.DISTRICT and place.level not in COARSE and _inside(place, outer):
            return True
    return False


def _inside(place: Place, district: Place) -> bool:
    """Whether a place lies about as far from a district's middle as its towns do."""
    if None in (place.lat, place.lon, district.lat, district.lon, district.radius_km):
        return False
    lat, lon = district.lat or 0.0, district.lon or 0.0
    north, east = (place.lat or 0.0) - lat, ((place.lon or 0.0) - lon) * math.cos(math.radians(lat))
    return 111.0 * math.hypot(north, east) <= (district.radius_km or 0.0) + _MARGIN_KM
