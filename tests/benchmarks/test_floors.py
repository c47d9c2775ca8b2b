"""Floors only rise, and a fall is told, not written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.accuracy.floors import check_floors
from benchmarks.accuracy.table import Figure


def _found(f1: float, alarms: int) -> dict[str, Figure]:
    return {"untouched: truces F1": Figure(f1, 20), "untouched: false alarms": Figure(alarms, 6, rises=False)}


def test_a_floor_rises_and_a_fall_is_reported(tmp_path: Path) -> None:
    kept = tmp_path / "floors.json"
    assert check_floors("articles", "d1", _found(0.5, 2), path=kept) == 0
    assert check_floors("articles", "d1", _found(0.6, 1), path=kept) == 0
    assert check_floors("articles", "d1", _found(0.4, 3), path=kept) == 1
    entry = json.loads(kept.read_text("utf-8"))["articles"]["d1"]
    assert entry["floors"] == {"untouched: truces F1": 0.6, "untouched: false alarms": 1}
    assert entry["last"] == {"untouched: truces F1": 0.4, "untouched: false alarms": 3}


def test_other_data_start_afresh(tmp_path: Path) -> None:
    kept = tmp_path / "floors.json"
    check_floors("articles", "d1", _found(0.9, 0), path=kept)
    assert check_floors("articles", "d2", _found(0.2, 5), path=kept) == 0


def test_the_table_shows_the_figure_without_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check_floors("articles", "d1", _found(0.9, 0), _found(0.7, 1), tmp_path / "floors.json")
    line = next(row for row in capsys.readouterr().out.splitlines() if "truces" in row)
    assert line.split()[-5:] == ["20", "0.900", "0.700", "-", "-"]
