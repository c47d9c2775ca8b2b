"""Cases as files: a report, its truces and incidents as a careful reader enters them, and the outcome of every pair."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("cases")
NO_ROW = "no row"


@dataclass(frozen=True, slots=True)
class Case:
    """One report. ``truces`` and ``incidents`` are rows of the file; ``expected`` maps (incident, truce) to an outcome."""

    name: str
    war: str
    published: date
    report: str
    truces: tuple[Mapping[str, Any], ...]
    incidents: tuple[Mapping[str, Any], ...]
    expected: Mapping[tuple[str, str], str]


def load_cases(folder: Path = FOLDER) -> list[Case]:
    """All cases in order of name.

    Raises:
        ValueError: words that are not in the report, or an outcome missing for a pair; the message names the file.
    """
    return [_case(path) for path in sorted(folder.glob("*.toml"))]


def _case(path: Path) -> Case:
    data = tomllib.loads(path.read_text("utf-8"))
    report = data["report"].strip() + "\n"
    truces, incidents = tuple(data["truce"]), tuple(data["incident"])
    for row in (*truces, *incidents):
        if row["words"] not in report:
            raise ValueError(f"{path.name}: {row['id']}: {row['words']!r} is not in the report; cut it from there")
    expected = dict(_pairs(path, truces, incidents))
    return Case(path.stem, data["war"], date.fromisoformat(data["published"]), report, truces, incidents, expected)


def _pairs(
    path: Path, truces: tuple[Mapping[str, Any], ...], incidents: tuple[Mapping[str, Any], ...]
) -> Iterator[tuple[tuple[str, str], str]]:
    for incident in incidents:
        for truce in truces:
            if truce["id"] not in incident["expect"]:
                raise ValueError(f"{path.name}: {incident['id']}: no outcome for {truce['id']}; give one")
            yield (incident["id"], truce["id"]), incident["expect"][truce["id"]]
