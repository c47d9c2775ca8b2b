"""The embedded gazetteer: GeoNames cities, countries and first-level regions in a read-only SQLite file."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from ..records.place import Level, Place
from .names import fold

_QUERY = """
select p.gid, p.name, p.level, p.country, c.name, r.label, p.lat, p.lon, p.radius, p.pop
from name n
join place p on p.id = n.place
left join country c on c.code = p.country
left join region r on r.country = p.country and r.code = p.region
where n.key = ?
order by p.level = 'country' desc, p.pop desc
"""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Level words before unknown names, aliases of well-known names, and words that are no places."""

    levels: dict[str, str]
    aliases: dict[str, str]
    stop: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The reviewed words around places."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "places", "words.toml").read_text("utf-8"))
    return PlaceWords(data["levels"], data["aliases"], frozenset(data["stop"]["words"]))


class EmbeddedGazetteer:
    """Implements ``ports.Gazetteer`` over the file in the package."""

    def __init__(self) -> None:
        path = files("trucewatch").joinpath("data", "gazetteer.sqlite")
        self._db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
        self._seen: dict[str, tuple[tuple[Place, int], ...]] = {}

    def candidates(self, name: str, on: date | None = None) -> Sequence[tuple[Place, int]]:
        """Places of exactly that name once folded, most populous first; never a fuzzy match."""
        wanted = fold(place_words().aliases.get(name.lower(), name))
        if wanted not in self._seen:
            self._seen[wanted] = self._look_up(wanted)
        return self._seen[wanted]

    def longest_name(self) -> int:
        """Most words in a name that are tried."""
        return 5

    def _look_up(self, wanted: str) -> tuple[tuple[Place, int], ...]:
        rows = self._db.execute(_QUERY, (wanted,))
        return tuple((_place(*row[:-1]), row[-1]) for row in rows)


def _place(
    gid: str,
    name: str,
    level: str,
    code: str,
    country: str | None,
    region: str | None,
    lat: float,
    lon: float,
    radius: float,
) -> Place:
    within = tuple(part for part in (region, country) if part and level != "country")
    return Place(
        name=name,
        level=Level(level),
        country=code,
        country_name=country,
        lat=lat,
        lon=lon,
        radius_km=radius,
        gazetteer_id=gid,
        within=within,
    )
