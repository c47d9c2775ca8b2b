"""GeoNames dumps (``XX.txt``, ``allCountries.txt``): 19 columns with tabs between and no head, as GeoNames' readme has them.

geonameid, name, asciiname, alternatenames (with commas), latitude, longitude, feature class, feature code, country code, cc2, admin1,
admin2, admin3, admin4, population, elevation, dem, timezone, modification date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...records.place import Level
from ...records.problems import DataFileError
from .row import PlaceRow

COLUMNS = 19
# Feature codes with a level of their own; others go by their class. Countries are in the package already.
_CODES = {
    "ADM1": Level.PROVINCE,
    "ADM1H": None,
    "PCLI": None,
    "PCLS": None,
    "PCLD": None,
    "PPLX": Level.NEIGHBOURHOOD,
    "PPLH": None,
    "PPLQ": Level.VILLAGE,
    "OCN": Level.SEA,
    "SEA": Level.SEA,
    "GULF": Level.SEA,
    "STRT": Level.SEA,
    "MILB": Level.SITE,
}
_CLASSES = {
    "A": Level.DISTRICT,
    "S": Level.SITE,
    "R": Level.SITE,
    "H": Level.REGION,
    "T": Level.REGION,
    "L": Level.REGION,
}
_RADII = {Level.PROVINCE: 80.0, Level.DISTRICT: 20.0, Level.REGION: 15.0, Level.SEA: 200.0}
_CITY, _TOWN = 100_000, 5_000


def geonames_rows(lines: Iterable[str], source: str) -> Iterator[PlaceRow]:
    """The places of a dump; historical units, countries and features under the sea are left out.

    Raises:
        DataFileError: a line is not of the layout; it names the line and what would mend it.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        parts = line.rstrip("\n").split("\t")
        if len(parts) != COLUMNS:
            raise DataFileError(
                f"{source}, line {number}: {len(parts)} columns, and GeoNames dumps have {COLUMNS} with tabs between; give the "
                "unpacked XX.txt or allCountries.txt as downloaded, not a spreadsheet made of it"
            )
        row = _row(parts, f"{source}, line {number}")
        if row is not None:
            yield row


def _row(parts: list[str], where: str) -> PlaceRow | None:
    gid, name, ascii_name, others, lat, lon, kind, code, country = parts[:9]
    people = int(parts[14]) if parts[14].isdigit() else 0
    level = _level(kind, code, people)
    if level is None:
        return None
    try:
        point = float(lat), float(lon)
    except ValueError:
        raise DataFileError(f"{where}: {lat!r}, {lon!r} is no latitude and longitude; the line is damaged") from None
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180) or not gid.isdigit():
        raise DataFileError(f"{where}: id {gid!r} at {lat}, {lon} is not on the earth; the line is damaged")
    names = tuple(dict.fromkeys((name, ascii_name, *(n for n in others.split(",") if n))))
    label = name if level is Level.PROVINCE else ""
    return PlaceRow(
        f"geonames:{gid}", names, level, country, parts[10], label, point[0], point[1], _RADII.get(level), people
    )


def _level(kind: str, code: str, people: int) -> Level | None:
    if code in _CODES:
        return _CODES[code]
    if kind == "P":
        return Level.CITY if people >= _CITY else Level.TOWN if people >= _TOWN else Level.VILLAGE
    return None if code.endswith("H") and kind == "A" else _CLASSES.get(kind)
