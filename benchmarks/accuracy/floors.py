"""Floors only rise: the best figures reached, with the digest of the data they were reached on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")


def figures(results: dict[str, Any]) -> dict[str, float]:
    """The F1 of each kind of record and the false alarms, by half."""
    found: dict[str, float] = {}
    for half, result in results.items():
        for kind, score in result["scores"].items():
            found[f"{half}.{kind}.f1"] = score["f1"]
        found[f"{half}.false_alarms"] = result["negative_controls"]["total"]
    return found


def check_floors(name: str, data: str, results: dict[str, Any], path: Path = FLOORS) -> int:
    """Print each figure beside its floor, raise floors that were passed, and return 1 where one fell.

    A floor is kept per data digest: other data start afresh. A fall is reported and never written.
    """
    kept = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    floors = kept.setdefault(name, {}).setdefault(data, {})
    fell = []
    print(f"\n{'measure':44} {'score':>7} {'floor':>7}")
    for measure, score in figures(results).items():
        worse = measure.endswith("false_alarms")
        floor = floors.get(measure)
        print(f"{measure:44} {score:7.3f} {'-' if floor is None else f'{floor:7.3f}'}")
        if floor is None or (score < floor if worse else score > floor):
            floors[measure] = score
        elif score != floor:
            fell.append(measure)
    path.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
    if fell:
        print(f"below the floor: {', '.join(fell)}")
    return 1 if fell else 0
