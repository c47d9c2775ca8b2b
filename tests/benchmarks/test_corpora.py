"""The corpora's runner: a task of our own, a scorer of our own, floors that hold."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from benchmarks.accuracy.corpora import docs, run
from benchmarks.accuracy.corpora.registry import TASKS
from benchmarks.accuracy.corpora.task import Task
from benchmarks.accuracy.table import Figure

SCORER = (
    "def colours(gold, pred):\n    return sum(g['colour'] == p['colour'] for g, p in zip(gold, pred)) / len(gold)\n"
)


def _task(colour: str) -> Task:
    def figures(result: Any) -> dict[str, Figure]:
        return {"accuracy": Figure(result, 2)}

    return Task(
        name="colours", file="c.jsonl", judge="colours", origin="ours", licence="ours", protocol="equal colours",
        answer=lambda gold: [{"id": row["id"], "colour": colour} for row in gold],
        figures=figures, gates={"accuracy": 0.5},
    )  # fmt: skip


def test_a_corpus_is_answered_judged_and_held_to_its_floor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"id": "1", "colour": "red"}, {"id": "2", "colour": "blue"}]
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    (tmp_path / "score.py").write_text(SCORER)
    monkeypatch.setattr(run, "KEPT", tmp_path / "figures")
    monkeypatch.setattr(run.check_floors, "__defaults__", (None, tmp_path / "floors.json"))
    argv = ["--texts", str(tmp_path / "c.jsonl"), "--scorer", str(tmp_path / "score.py"), "--out", str(tmp_path / "p")]
    assert run.run_task(_task("red"), [*argv, "--write"]) == 0
    assert "0.500 (n 2)  gate 0.5 met" in capsys.readouterr().out
    assert json.loads((tmp_path / "figures" / "colours.json").read_text())["figures"]["accuracy"]["score"] == 0.5
    assert run.run_task(_task("green"), argv) == 1, "below the floor"


def test_a_missing_corpus_is_said_and_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.run_task(_task("red"), ["--texts", str(tmp_path / "none")]) == 0
    assert "not measured" in capsys.readouterr().out


def test_every_gate_and_aim_is_of_a_named_measure() -> None:
    for name, task in TASKS.items():
        assert task.name == name
        assert task.protocol and task.licence
        assert set(task.gates) <= set(task.aims), "a gate leads to an aim"


def test_the_page_tells_figures_gates_and_causes(tmp_path: Path) -> None:
    (tmp_path / "colours.json").write_text(
        json.dumps(
            {"date": "2031-01-01", "commit": "abc", "data": "d1", "figures": {"accuracy": {"score": 0.4, "n": 2}}}
        )
    )
    assert docs.write({"colours": _task("red")}, tmp_path / "page.md", tmp_path) == 0
    page = (tmp_path / "page.md").read_text()
    assert "| colours | accuracy | 0.400 (2) | 0.5 **missed** |" in page
    assert "Last run 2031-01-01, commit abc, data d1." in page


def test_every_measured_corpus_has_its_causes_told() -> None:
    causes = tomllib.loads(Path(docs.__file__).with_name("causes.toml").read_text("utf-8"))
    assert {p.stem for p in run.KEPT.glob("*.json")} <= set(causes)


def test_a_task_of_models_is_not_measured_without_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text("{}\n")
    (tmp_path / "score.py").write_text(SCORER)
    argv = ["--texts", str(tmp_path / "t.jsonl"), "--scorer", str(tmp_path / "score.py")]
    assert run.run_task(TASKS["entities"], argv) == 0
    assert "--model" in capsys.readouterr().out
