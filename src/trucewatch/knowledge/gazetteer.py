"""The embedded gazetteer: GeoNames cities, countries, regions and districts in a read-only SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from ..records.place import Level, Place
from .names import fold, skeleton
from .place_words import place_words

_QUERY = """
select coalesce(p.gid, 'geonames:' || p.id), p.name, p.level, p.country, c.name, r.label, r.larger, p.lat, p.lon, p.radius, p.pop
from name n
join place p on p.id = n.place
left join country c on c.code = p.country
left join region r on r.country = p.country and r.code = p.region
where n.key = ?
order by p.level = 'country' desc, p.pop desc
"""
# Kilometres within which a place of that level lies around its point, where the table gives none.
_RADIUS = {"village": 2.0, "town": 4.0, "city": 8.0}
_BONES = _QUERY.replace("from name n", "from bones n")


@cache
def country_names() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code -> the country's name as reports print it."""
    base = sqlite3.connect(f"file:{files('trucewatch').joinpath('data', 'gazetteer.sqlite')}?mode=ro", uri=True)
    names = {code: name.strip() for code, name in base.execute("select code, name from country")}
    base.close()
    return names | place_words().country_names


@cache
def capitals() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code -> the name of the country's capital."""
    base = sqlite3.connect(f"file:{files('trucewatch').joinpath('data', 'gazetteer.sqlite')}?mode=ro", uri=True)
    names = {code: name for code, name in base.execute("select code, capital from country where capital != ''")}
    base.close()
    return names


class EmbeddedGazetteer:
    """Implements ``ports.Gazetteer`` over the file in the package."""

    def __init__(self) -> None:
        path = files("trucewatch").joinpath("data", "gazetteer.sqlite")
        self._db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
        self._seen: dict[tuple[str, str], tuple[tuple[Place, int], ...]] = {}

    def candidates(self, name: str, on: date | None = None) -> Sequence[tuple[Place, int]]:
        """Places of exactly that name once folded, most populous first; never a fuzzy match."""
        return self._look_up(_QUERY, fold(place_words().aliases.get(name.lower(), name)))

    def transliterated(self, name: str) -> Sequence[tuple[Place, int]]:
        """Places whose name differs only in what transliterators disagree about (``names.skeleton``)."""
        bones = skeleton(name)
        return self._look_up(_BONES, bones) if bones else ()

    def longest_name(self) -> int:
        """Most words in a name that are tried."""
        return 5

    def _look_up(self, query: str, wanted: str) -> tuple[tuple[Place, int], ...]:
        if (query, wanted) not in self._seen:
            rows = self._db.execute(query, (wanted,))
            self._seen[query, wanted] = tuple((_place(*row[:-1]), row[-1]) for row in rows)
        return self._seen[query, wanted]


def _place(
    gid: str,
    name: str,
    level: str,
    code: str,
    country: str | None,
    region: str | None,
    larger: str | None,
    lat: float,
    lon: float,
    radius: float | None,
) -> Place:
    parts = (region, *(larger or "").split("|"), country)
    within = tuple(part for part in parts if part and part != name and level != "country")
    return Place(
        name=name,
        level=Level(level),
        country=code,
        country_name=place_words().country_names.get(code, country),
        lat=lat,
        lon=lon,
        radius_km=radius if radius is not None else _RADIUS.get(level),
        gazetteer_id=gid,
        within=within,
    )
