"""PolNeAR: who says what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.accuracy.attribution import attributions
from benchmarks.accuracy.corpora.task import Row, Task, prf_figure
from benchmarks.accuracy.table import Figure


def answer(gold: Sequence[Row]) -> list[Row]:
    """The attributions of each text."""
    return [{"id": row["id"], "attributions": attributions(row["text"], row["id"])} for row in gold]


def figures(result: Any) -> dict[str, Figure]:
    """Cue, source and content F1, and what lies behind them."""
    return {
        "cue F1": prf_figure(result["cue_given_match"]),
        "source F1": prf_figure(result["source_given_match"]),
        "content F1": prf_figure(result["attr_content_half"]),
        "found F1": prf_figure(result["attr_relaxed"]),
    }


TASK = Task(
    name="attribution",
    file="attribution.jsonl",
    judge="attribution",
    origin="PolNeAR",
    licence="none stated; nothing of it ships",
    protocol="Attributions matched one to one by content; cue and source right where they overlap, content where half of it is shared.",
    answer=answer,
    figures=figures,
    gates={"cue F1": 0.65, "source F1": 0.55, "content F1": 0.45},
    aims={"cue F1": 0.80, "source F1": 0.72, "content F1": 0.65},
    bar="coder agreement .92",
)
