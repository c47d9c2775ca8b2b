"""One world per article: what the places chosen for other names say about this one's region and surroundings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ...records.place import Level, Place

Key = str
_NEAR_KM = 120.0
_KM_PER_DEGREE = 111.0
_AREAS = frozenset([Level.PROVINCE, Level.DISTRICT])


@dataclass(frozen=True, slots=True)
class Pick:
    """The place chosen for one name; ``weight`` says how sure the choice is (1: the name can mean nothing else)."""

    key: Key
    place: Place
    weight: float


class Neighbours:
    """Places chosen for the names of an article, asked about one name at a time without its own choice."""

    def __init__(self, picks: Sequence[Pick]) -> None:
        self._picks = tuple({pick.key: pick for pick in picks}.values())
        self._regions: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._own: dict[Key, tuple[tuple[str, str], float]] = {}
        for pick in self._picks:
            region = region_key(pick.place)
            if region is not None:
                self._regions[region] += pick.weight
                self._own[pick.key] = (region, pick.weight)
        self._points = [
            (p.key, p.place.lat, p.place.lon, p.weight)
            for p in self._picks
            if p.place.lat is not None and p.place.lon is not None and p.place.level is not Level.COUNTRY
        ]

    def region_share(self, key: Key, place: Place) -> float:
        """Share (0 to 1) of the other names' weight that lies in the place's first-level region."""
        region = region_key(place)
        own = self._own.get(key)
        total = sum(self._regions.values()) - (own[1] if own else 0.0)
        if region is None or total <= 0:
            return 0.0
        held = self._regions.get(region, 0.0) - (own[1] if own and own[0] == region else 0.0)
        # One other name alone is no world.
        return held / (total + 1.0)

    def country_share(self, key: Key, place: Place) -> float:
        """Share (0 to 1) of the other names' weight that lies in the place's country."""
        total = held = 0.0
        for pick in self._picks:
            if pick.key != key and pick.place.country is not None:
                total += pick.weight
                held += pick.weight if pick.place.country == place.country else 0.0
        return held / (total + 1.0)

    def support(self, key: Key, place: Place) -> float:
        """Weight of the other names in the place's region."""
        region = region_key(place)
        own = self._own.get(key)
        return self._regions.get(region, 0.0) - (own[1] if own and own[0] == region else 0.0) if region else 0.0

    def nearness(self, key: Key, place: Place) -> float:
        """From 0 (nothing near) to 1 (another place of the article at the same spot)."""
        if place.lat is None or place.lon is None:
            return 0.0
        shrink = math.cos(math.radians(place.lat))
        best = 0.0
        for other, lat, lon, weight in self._points:
            if other != key:
                north, east = (place.lat - lat) * _KM_PER_DEGREE, (place.lon - lon) * _KM_PER_DEGREE * shrink
                best = max(best, weight * math.exp(-math.hypot(north, east) / _NEAR_KM))
        return best


def region_key(place: Place) -> tuple[str, str] | None:
    """Country and first-level region of a place; of a region, itself."""
    if place.country is None or place.level in (Level.COUNTRY, Level.SEA):
        return None
    if place.level is Level.PROVINCE:
        return place.country, place.name
    return (place.country, place.within[0]) if len(place.within) > 1 else None
