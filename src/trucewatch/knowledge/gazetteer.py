"""Gazetteers in read-only SQLite files: the embedded one (GeoNames cities, countries, regions, districts), and imported ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from ..ports import Gazetteer
from ..records.place import Level, Place
from ..records.problems import DataFileError
from .names import fold, skeleton
from .place_words import place_words

# Tables of a gazetteer file. ``gid`` is null for GeoNames' own numbers, ``radius`` (km) null where the level tells it; keys are folded names.
SCHEMA = """
CREATE TABLE place(id INTEGER PRIMARY KEY, gid TEXT, name TEXT, level TEXT, country TEXT, region TEXT,
                   lat REAL, lon REAL, radius REAL, pop INTEGER);
CREATE TABLE name(key TEXT, place INTEGER, PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE TABLE bones(key TEXT, place INTEGER, PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE TABLE region(country TEXT, code TEXT, label TEXT, larger TEXT NOT NULL, PRIMARY KEY(country, code)) WITHOUT ROWID;
CREATE TABLE country(code TEXT PRIMARY KEY, name TEXT, capital TEXT, neighbours TEXT) WITHOUT ROWID;
"""
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
_RADIUS = {"site": 1.0, "neighbourhood": 2.0, "village": 2.0, "town": 4.0, "city": 8.0}
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


@cache
def region_labels() -> dict[tuple[str, str], str]:
    """Country and GeoNames code of a first-level region -> its name for print."""
    base = sqlite3.connect(f"file:{files('trucewatch').joinpath('data', 'gazetteer.sqlite')}?mode=ro", uri=True)
    labels = {
        (country, code): label for country, code, label in base.execute("select country, code, label from region")
    }
    base.close()
    return labels


class GazetteerFile:
    """Implements ``ports.Gazetteer`` over one file of the form ``SCHEMA``.

    Raises:
        DataFileError: the file is missing or no gazetteer; it says how to make one.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file() or not _begins(path) == b"SQLite format 3":
            raise DataFileError(
                f"{path}: no gazetteer file; make one with `trucewatch places import TABLE --into {path}`"
            )
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self._seen: dict[tuple[str, str], tuple[tuple[Place, int], ...]] = {}

    def candidates(self, name: str, on: date | None = None) -> Sequence[tuple[Place, int]]:
        """Places of exactly that name once folded, most populous first; never a fuzzy match."""
        own = self._look_up(_QUERY, fold(name))
        alias = place_words().aliases.get(name.lower())
        if alias is None:
            return own
        known = self._look_up(_QUERY, fold(alias))
        return (*known, *(row for row in own if row not in known))

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


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(15)


class EmbeddedGazetteer(GazetteerFile):
    """The file in the package."""

    def __init__(self) -> None:
        super().__init__(Path(str(files("trucewatch").joinpath("data", "gazetteer.sqlite"))))


class LayeredGazetteer:
    """Several gazetteers as one: a place that an earlier one has is not taken from a later one again."""

    def __init__(self, layers: Sequence[Gazetteer]) -> None:
        self._layers = tuple(layers)

    def candidates(self, name: str, on: date | None = None) -> Sequence[tuple[Place, int]]:
        """Places of that name in all layers, countries first, then the most populous."""
        return _merged([layer.candidates(name, on) for layer in self._layers])

    def transliterated(self, name: str) -> Sequence[tuple[Place, int]]:
        """Places of all layers whose name differs only in what transliterators disagree about."""
        return _merged([layer.transliterated(name) for layer in self._layers])

    def longest_name(self) -> int:
        """Most words in a name that are tried."""
        return max(layer.longest_name() for layer in self._layers)


def _merged(found: Sequence[Sequence[tuple[Place, int]]]) -> tuple[tuple[Place, int], ...]:
    rows = {place.gazetteer_id: (place, people) for layer in reversed(found) for place, people in layer}
    return tuple(sorted(rows.values(), key=lambda row: (row[0].level is not Level.COUNTRY, -row[1])))


def _place(
    gid: str,
    name: str,
    level: str,
    code: str,
    country: str | None,
    region: str | None,
    larger: str | None,
    lat: float | None,
    lon: float | None,
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
