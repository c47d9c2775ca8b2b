"""Floors only rise, and a fall is told, not written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.accuracy.floors import check_floors


def _results(f1: float, alarms: int) -> dict[str, Any]:
    return {"untouched": {"scores": {"truces": {"f1": f1}}, "negative_controls": {"total": alarms}}}


def test_a_floor_rises_and_a_fall_is_reported(tmp_path: Path) -> None:
    kept = tmp_path / "floors.json"
    assert check_floors("articles", "d1", _results(0.5, 2), kept) == 0
    assert check_floors("articles", "d1", _results(0.6, 1), kept) == 0
    assert check_floors("articles", "d1", _results(0.4, 3), kept) == 1
    floors = json.loads(kept.read_text("utf-8"))["articles"]["d1"]
    assert floors == {"untouched.truces.f1": 0.6, "untouched.false_alarms": 1}


def test_other_data_start_afresh(tmp_path: Path) -> None:
    kept = tmp_path / "floors.json"
    check_floors("articles", "d1", _results(0.9, 0), kept)
    assert check_floors("articles", "d2", _results(0.2, 5), kept) == 0
