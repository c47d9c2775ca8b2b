"""Reviewed tables per conflict: ``data/conflicts/<name>/parties.toml`` and ``places.toml``.

The head ``conflict = {countries, start, end}`` stands in parties.toml, or in places.toml where that is the
only file; a ``source`` (and for places a ``country``) at the top of a file holds for its rows that give none.
A table is used only where a text's own countries and date call for it: ``called_for``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ..records.party import PartyKind
from ..records.place import Level
from ..records.problems import DataFileError


@dataclass(frozen=True, slots=True)
class ReviewedPlace:
    """One reviewed row of a place; ``aliases`` are other spellings, ``within`` containing places, nearest first."""

    name: str
    aliases: tuple[str, ...]
    level: Level
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    within: tuple[str, ...]
    source: str
    id: str


@dataclass(frozen=True, slots=True)
class ReviewedParty:
    """One reviewed row of a party. ``valid_from``/``valid_to`` bound the years in which the names mean it.

    ``near`` lists ISO codes of countries: an ambiguous name counts only where one of them is in the text.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: PartyKind
    country: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    umbrella: bool = False
    role: str | None = None
    of: str | None = None
    near: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the preferred first."""
        return (self.name, *self.aliases)

    def valid(self, on: date | None) -> bool:
        """Whether the names mean this party on a day (an unknown day rules nothing out)."""
        if on is None:
            return True
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class ConflictTable:
    """Reviewed places and parties of one conflict, with the countries and years it covers."""

    name: str
    countries: tuple[str, ...]
    start: date | None
    end: date | None
    places: tuple[ReviewedPlace, ...]
    parties: tuple[ReviewedParty, ...]

    def covers(self, on: date | None) -> bool:
        """Whether a text of that day may speak of this conflict."""
        if on is None:
            return True
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


def called_for(
    tables: Sequence[ConflictTable], countries: Collection[str], on: date | None
) -> tuple[ConflictTable, ...]:
    """The tables whose countries (ISO codes) the text itself names and whose years cover its day."""
    return tuple(table for table in tables if table.covers(on) and any(c in countries for c in table.countries))


@cache
def load_conflicts(names: tuple[str, ...] | None = None) -> tuple[ConflictTable, ...]:
    """Load the named tables, or all of them; an unknown name is an error that lists those there are."""
    root = files("trucewatch") / "data" / "conflicts"
    there = sorted(
        entry.name
        for entry in (root.iterdir() if root.is_dir() else ())
        if entry.is_dir() and not entry.name.startswith(("_", "."))
    )
    for name in names or ():
        if name not in there:
            raise DataFileError(f"no conflict table named {name!r}; there are: {', '.join(there)}")
    return tuple(_load(root / name, name) for name in (there if names is None else names))


def _load(folder: Traversable, name: str) -> ConflictTable:
    parties = _read(folder / "parties.toml", f"data/conflicts/{name}/parties.toml")
    places = _read(folder / "places.toml", f"data/conflicts/{name}/places.toml")
    head = parties.get("conflict") or places.get("conflict")
    if not isinstance(head, dict):
        raise DataFileError(f"data/conflicts/{name}: no [conflict] table; add one with countries, start and end")
    return ConflictTable(
        name=name,
        countries=tuple(head.get("countries", ())),
        start=head.get("start"),
        end=head.get("end"),
        places=tuple(_place({**_defaults(places), **row}, name) for row in places.get("place", ())),
        parties=tuple(party_row(row, f"data/conflicts/{name}/parties.toml") for row in parties.get("party", ())),
    )


def _defaults(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: data[key] for key in ("source", "country") if key in data}


def _read(path: Traversable, label: str) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{label}: not valid TOML ({error}); mend the line it names") from error


def _place(row: Mapping[str, Any], conflict: str) -> ReviewedPlace:
    label = f"data/conflicts/{conflict}/places.toml"
    try:
        name = str(row["name"])
        return ReviewedPlace(
            name=name,
            aliases=tuple(row.get("aliases", ())),
            level=Level(row["level"]),
            country=row.get("country"),
            lat=row.get("lat"),
            lon=row.get("lon"),
            radius_km=row.get("radius_km"),
            within=tuple(row.get("within", ())),
            source=str(row["source"]),
            id=str(row.get("id", f"reviewed:{conflict}:{name}")),
        )
    except (KeyError, ValueError) as error:
        raise DataFileError(f"{label}: row {row.get('name', '?')!r}: {error}; give name, level and source") from error


def party_row(row: Mapping[str, Any], label: str) -> ReviewedParty:
    """Read one party row of a data file; ``label`` names the file in errors."""
    try:
        return ReviewedParty(
            id=str(row["id"]),
            name=str(row["name"]),
            aliases=tuple(row.get("aliases", ())),
            kind=PartyKind(row["kind"]),
            country=row.get("country"),
            valid_from=row.get("valid_from"),
            valid_to=row.get("valid_to"),
            umbrella=bool(row.get("umbrella", False)),
            role=row.get("role"),
            of=row.get("of"),
            near=tuple(row.get("near", ())),
        )
    except (KeyError, ValueError) as error:
        raise DataFileError(f"{label}: row {row.get('id', '?')!r}: {error}; give id, name and kind") from error
