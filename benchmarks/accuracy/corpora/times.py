"""TimeBank, AQUAINT and MEANTIME: time expressions and their values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.accuracy.corpora.task import Row, Task, prf_figure
from benchmarks.accuracy.table import Figure
from benchmarks.accuracy.times import predicted


def answer(gold: Sequence[Row]) -> list[Row]:
    """The time expressions of each text."""
    return [predicted(row) for row in gold]


def figures(result: Any) -> dict[str, Figure]:
    """Found, equal spans, type and value."""
    return {
        "found F1": prf_figure(result["relaxed"]),
        "value F1": prf_figure(result["value"]),
        "type F1": prf_figure(result["type"]),
        "equal spans F1": prf_figure(result["strict"]),
    }


TASK = Task(
    name="time",
    file="time.jsonl",
    judge="time",
    origin="TimeBank, AQUAINT and MEANTIME",
    licence="none stated for these copies; nothing of it ships",
    protocol="As TempEval-3: found where spans overlap; type and value right where found and equal.",
    answer=answer,
    figures=figures,
    gates={"found F1": 0.86, "value F1": 0.74},
    aims={"found F1": 0.93, "value F1": 0.85},
    bar="HeidelTime about .90 / .776",
)
