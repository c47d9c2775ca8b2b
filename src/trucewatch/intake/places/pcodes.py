"""OCHA's P-code tables (COD-AB gazetteers) as CSV: a row for each unit of the lowest level, with those above it.

Heads are ``ADM1_EN``, ``ADM1_PCODE`` and so on, or ``adm1_name``, ``adm1_pcode`` in newer tables; ``ADM2_REF`` and ``ADM2ALT1EN`` are other
spellings, ``validTo`` ends a unit. Points are in some tables only (``center_lat``/``center_lon``, ``lat``/``lon``, ``y``/``x``): without one a
unit is known by name and has no point.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping

from ...records.place import Level
from ...records.problems import DataFileError
from .row import PlaceRow

_NAME = re.compile(r"adm(?P<level>[0-4])_(?:name|en|name_en)$")
_CODE = re.compile(r"adm(?P<level>[0-4])_?pcode$")
_OTHER = re.compile(r"adm(?P<level>[0-4])_?(?:ref|alt\d?[a-z]{2}|name[123]|altname\d?)(?:_\w+)?$")
_POINTS = (("center_lat", "center_lon"), ("lat", "lon"), ("latitude", "longitude"), ("y", "x"), ("y_coord", "x_coord"))
_LEVELS = {1: Level.PROVINCE, 2: Level.DISTRICT, 3: Level.DISTRICT, 4: Level.VILLAGE}
_RADII = {1: 80.0, 2: 25.0, 3: 12.0, 4: 4.0}


def is_pcode_head(line: str) -> bool:
    """Whether a line is the head of a P-code table."""
    return any(_CODE.match(h) for h in _heads(line.strip().split(",")).values())


def _heads(given: Iterable[str]) -> dict[str, str]:
    return {head: head.strip().strip('"').lower().lstrip("\ufeff") for head in given}


def pcode_rows(lines: Iterable[str], source: str, country: str | None = None) -> Iterator[PlaceRow]:
    """The units of a table, each once; units that have ended are left out.

    ``country`` (ISO 3166-1) is needed where the table's own P-codes do not begin with it.

    Raises:
        DataFileError: the table has no P-code columns, or a row lacks one; it says what would mend it.
    """
    reader = csv.DictReader(lines)
    heads = _heads(reader.fieldnames or ())
    names = {int(m["level"]): h for h, low in heads.items() if (m := _NAME.match(low))}
    codes = {int(m["level"]): h for h, low in heads.items() if (m := _CODE.match(low))}
    others = [(int(m["level"]), h) for h, low in heads.items() if (m := _OTHER.match(low))]
    levels = sorted(set(names) & set(codes) - {0})
    if not levels:
        raise DataFileError(
            f"{source}: no columns such as ADM1_EN and ADM1_PCODE (or adm1_name and adm1_pcode) among "
            f"{', '.join(heads) or 'nothing'}; save the gazetteer sheet of the COD-AB workbook as CSV with its head"
        )
    point = next((p for p in _POINTS if set(p) <= set(heads.values())), None)
    by_low = {low: head for head, low in heads.items()}
    seen: set[str] = set()
    for number, row in enumerate(reader, 2):
        if any((row.get(h) or "").strip() for h, low in heads.items() if low == "validto"):
            continue
        for level in levels:
            code = (row.get(codes[level]) or "").strip()
            if not code:
                raise DataFileError(f"{source}, line {number}: {codes[level]} is empty; every unit needs its P-code")
            if code in seen:
                continue
            seen.add(code)
            spelt = [row.get(names[level]), *(row.get(h) for at, h in others if at == level)]
            where = _point(row, point, by_low, f"{source}, line {number}") if level == levels[-1] else (None, None)
            yield _unit(level, code, [s.strip() for s in spelt if s and s.strip()], row, names, codes, country, where)


def _point(
    row: Mapping[str, str | None], heads: tuple[str, str] | None, by_low: Mapping[str, str], where: str
) -> tuple[float | None, float | None]:
    """The point of the lowest unit of a row, where the table has one."""
    given = [(row.get(by_low[h]) or "").strip() for h in heads] if heads else []
    if not any(given):
        return None, None
    try:
        lat, lon = float(given[0]), float(given[1])
    except ValueError:
        raise DataFileError(f"{where}: {given} is no latitude and longitude in degrees; mend or empty both") from None
    return lat, lon


def _unit(
    level: int,
    code: str,
    spelt: list[str],
    row: Mapping[str, str | None],
    names: Mapping[int, str],
    codes: Mapping[int, str],
    country: str | None,
    where: tuple[float | None, float | None],
) -> PlaceRow:
    top = (row.get(codes[1]) or "").strip() if 1 in codes else ""
    label = (row.get(names[1]) or "").strip() if 1 in names else ""
    radius = _RADII[level] if where[0] is not None else None
    of = country or code[:2].upper()
    return PlaceRow(f"pcode:{code}", tuple(spelt), _LEVELS[level], of, top, label, *where, radius)
