"""Names that lie together: of the places that names of one article can mean, those close to one another are likelier meant."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from ...records.place import Level, Place
from .found import Found, name_key

Cell = tuple[int, int]
_WIDE = frozenset([Level.COUNTRY, Level.REGION, Level.SEA, Level.PROVINCE])


class Together:
    """A grid of one-degree cells with the names that have a place in each; a name of many places counts little in each."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._cells: defaultdict[Cell, dict[str, float]] = defaultdict(dict)
        for hit in found:
            key, weight = name_key(hit), 1.0 / math.sqrt(len(hit.rows) or 1)
            for place, _ in hit.rows:
                cell = _cell(place)
                if cell is not None:
                    self._cells[cell][key] = weight

    def weight(self, key: str, place: Place) -> float:
        """Weight of the other names that have a place in the same cell or one beside it (0: none)."""
        cell = _cell(place)
        if cell is None:
            return 0.0
        near: dict[str, float] = {}
        for lat in (cell[0] - 1, cell[0], cell[0] + 1):
            for lon in (cell[1] - 1, cell[1], cell[1] + 1):
                near.update(self._cells.get((lat, lon), {}))
        return sum(weight for other, weight in near.items() if other != key)


def _cell(place: Place) -> Cell | None:
    if place.lat is None or place.lon is None or place.level in _WIDE:
        return None
    return math.floor(place.lat), math.floor(place.lon)
