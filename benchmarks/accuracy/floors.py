"""Floors only rise: the best figures reached, and the last, with the digest of the data they were reached on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.accuracy.table import HEAD, Figure, row

FLOORS = Path(__file__).with_name("floors.json")


def held(measure: str, figure: Figure) -> bool:
    """Whether a measure has a floor: the F1 of a kind of record, an accuracy, and every count of what must not be."""
    return measure.endswith((" F1", "accuracy")) or not figure.rises


def check_floors(
    name: str,
    data: str,
    found: dict[str, Figure],
    without: dict[str, Figure] | None = None,
    path: Path = FLOORS,
) -> int:
    """Print each figure beside the one without conflict tables, its floor and the last; return 1 where one fell.

    Floors that were passed rise; a fall is reported and never written. Floors are kept per data digest:
    other data start afresh. Shares of slots right have none: they are taken over the records that matched, so finding
    harder records lowers them.
    """
    kept: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    entry = kept.setdefault(name, {}).setdefault(data, {})
    floors, last = entry.setdefault("floors", {}), entry.setdefault("last", {})
    print(f"data {data}\n{HEAD}")
    fell = []
    for measure, figure in found.items():
        bare = (without or {}).get(measure)
        floor = floors.get(measure)
        print(row(measure, figure.n, figure.score, bare.score if bare else None, floor, last.get(measure)))
        if held(measure, figure) and (
            floor is None or (figure.score > floor if figure.rises else figure.score < floor)
        ):
            floors[measure] = figure.score
        elif floor is not None and figure.score != floor:
            fell.append(measure)
        last[measure] = figure.score
    path.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
    if fell:
        print(f"below the floor: {', '.join(fell)}")
    return 1 if fell else 0
