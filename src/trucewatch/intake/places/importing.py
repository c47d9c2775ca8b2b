"""From a table of places to a gazetteer file that readings can be made with."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ...knowledge.gazetteer import SCHEMA, country_names, region_labels
from ...knowledge.names import fold, is_latin_name, skeleton
from ...records.place import Level
from ...records.problems import DataFileError
from .geonames import geonames_rows
from .pcodes import is_pcode_head, pcode_rows
from .row import PlaceRow

KINDS = ("geonames", "pcodes")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: kind of table, places written and their names, places without a point."""

    kind: str
    places: int
    names: int
    without_point: int


def import_places(table: Path, into: Path, kind: str | None = None, country: str | None = None) -> Imported:
    """Read a table and write it to a gazetteer file, which is made anew only when all of the table could be read.

    Raises:
        DataFileError: the table is of no known layout, or damaged; it says where and how to mend it.
    """
    with closing(_lines(table)) as peek:
        first = next(peek, "")
    kind = kind or _kind(first, table)
    with closing(_lines(table)) as lines:
        rows = geonames_rows(lines, table.name) if kind == "geonames" else pcode_rows(lines, table.name, country)
        if country:
            rows = (row for row in rows if row.country == country)
        draft = into.with_name(f"{into.name}.part")
        draft.unlink(missing_ok=True)
        try:
            told = _write(rows, draft, kind)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    if not told.places:
        draft.unlink()
        raise DataFileError(
            f"{table}: no place of {country or 'any country'} in it; look at the file and the --country given"
        )
    draft.replace(into)
    return told


def _kind(first: str, table: Path) -> str:
    if first.count("\t") >= 10:
        return "geonames"
    if is_pcode_head(first):
        return "pcodes"
    raise DataFileError(
        f"{table}: neither a GeoNames dump (19 columns with tabs between) nor a P-code table (a CSV whose head has ADM1_PCODE); "
        "say which with --kind, or give the file as it was downloaded"
    )


def _lines(table: Path) -> Generator[str, None, None]:
    """The lines of a text file, or of the one table in a zip."""
    if table.suffix.lower() in {".xlsx", ".xls"}:
        raise DataFileError(f"{table}: a workbook; save its gazetteer sheet as CSV (UTF-8) and give that")
    if not table.is_file():
        raise DataFileError(f"{table}: there is no such file")
    if table.suffix.lower() != ".zip":
        with table.open(encoding="utf-8-sig", newline="") as file:
            yield from file
        return
    with zipfile.ZipFile(table) as packed:
        inside = [n for n in packed.namelist() if n.lower().endswith((".txt", ".csv")) and "readme" not in n.lower()]
        if len(inside) != 1:
            raise DataFileError(f"{table}: holds {len(inside)} tables; unpack it and give one of them")
        with packed.open(inside[0]) as raw:
            yield from io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")


def _write(rows: Iterable[PlaceRow], path: Path, kind: str) -> Imported:
    labels, known = dict(region_labels()), country_names()
    countries: set[str] = set()
    places = names = pointless = 0
    with closing(sqlite3.connect(path)) as base:
        base.executescript(SCHEMA)
        for number, row in enumerate(rows, 1):
            countries.add(row.country)
            if row.level is Level.PROVINCE and row.region:
                labels.setdefault((row.country, row.region), row.names[0])
            elif row.label:
                labels.setdefault((row.country, row.region), row.label)
            base.execute("INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?)", (number, row.gid, *_values(row)))
            keys = _keys(row)
            base.executemany("INSERT OR IGNORE INTO name VALUES(?,?)", [(key, number) for key in keys])
            bones = {b for key in keys if (b := skeleton(key)) and b != key}
            base.executemany("INSERT OR IGNORE INTO bones VALUES(?,?)", [(b, number) for b in bones])
            places, names, pointless = places + 1, names + len(keys), pointless + (row.lat is None)
        base.executemany("INSERT INTO country VALUES(?,?,'','')", [(c, known.get(c)) for c in sorted(countries)])
        told = [(c, code, label, "") for (c, code), label in labels.items() if c in countries]
        base.executemany("INSERT INTO region VALUES(?,?,?,?)", told)
        base.commit()
    return Imported(kind, places, names, pointless)


def _values(row: PlaceRow) -> tuple[object, ...]:
    place = (row.names[0], row.level.value, row.country, row.region)
    return (*place, row.lat, row.lon, row.radius_km, row.people)


def _keys(row: PlaceRow) -> set[str]:
    """Folded names: the table's own, and other spellings in Latin letters."""
    spelt = [row.names[0], *(n for n in row.names[1:] if is_latin_name(n))]
    return {key for n in spelt if (key := fold(n)) and len(key) > 1 and len(key.split()) <= _MOST_WORDS}
