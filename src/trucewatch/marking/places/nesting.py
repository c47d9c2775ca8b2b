"""Which places the text puts a place in: "X, Y", "Y's X"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ...knowledge.names import fold
from ...records.place import Level, Place
from .found import Found

_MARGIN_KM = 15.0
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
