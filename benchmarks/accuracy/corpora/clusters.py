"""Same event or not: reports of ECB+ and of Giveme5W1H's events, grouped from their titles and texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.accuracy.corpora.task import Row, Task, prf_figure
from benchmarks.accuracy.table import Figure
from trucewatch.reconciliation.same_event import Tellings, told


def answer(gold: Sequence[Row]) -> list[Row]:
    """The groups of all reports together."""
    reports = Tellings([told(row["id"], row["text"], row.get("title") or "") for row in gold])
    return [{"id": id, "cluster": str(n)} for n, group in enumerate(reports.groups()) for id in group]


def figures(result: Any) -> dict[str, Figure]:
    """B-cubed and pairwise F1."""
    return {
        "B-cubed F1": Figure(result["bcubed"]["f1"], result["items"]),
        "B-cubed precision": Figure(result["bcubed"]["p"], result["items"]),
        "B-cubed recall": Figure(result["bcubed"]["r"], result["items"]),
        "pairwise F1": prf_figure(result["pairwise"]),
    }


TASK = Task(
    name="clusters",
    file="clusters.jsonl",
    judge="clusters",
    origin="ECB+ and Giveme5W1H events",
    licence="Apache-2.0 repository, texts their publishers'; none stated for ECB+; nothing of it ships, nothing is fitted on it",
    protocol="All reports at once, no dates; likeness of words weighed and grouped as fitted on our own labelled pairs.",
    answer=answer,
    figures=figures,
    gates={"B-cubed F1": 0.72, "pairwise F1": 0.50},
    aims={"B-cubed F1": 0.90, "pairwise F1": 0.80},
)
