"""MUC-3/4: our single incidents as templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.accuracy.corpora.task import Row, Task
from benchmarks.accuracy.muc import templates
from benchmarks.accuracy.table import Figure

_SLOTS = ("perp_individual", "perp_org", "targets", "victims", "weapon")


def answer(gold: Sequence[Row]) -> list[Row]:
    """The templates of each document."""
    return [{"id": row["id"], "incidents": templates(row)} for row in gold]


def figures(result: Any) -> dict[str, Figure]:
    """String slots together and apart, numbers, and the documents that tell of an incident."""

    def figure(name: str) -> Figure:
        return Figure(result[name]["f1"], int(result[name]["n_gold"]))

    return {
        "string slots micro F1": figure("micro_entities"),
        "with type micro F1": figure("micro_type_and_entities"),
        "killed F1": figure("n_killed"),
        "injured F1": figure("n_injured"),
        "templates F1": figure("templates"),
        **{f"{name.replace('_', ' ')} F1": figure(name) for name in _SLOTS},
        "date F1": figure("date"),
        "location F1": figure("location"),
        "relevance F1": figure("relevance"),
    }


TASK = Task(
    name="muc",
    file="muc.jsonl",
    judge="muc",
    origin="MUC-3/4, development part",
    licence="none stated; nothing of it ships",
    protocol="Templates aligned one to one for most slots; a filler fits where its words are part of a key's or share its last word. "
    "Fights of armed sides make no template there, attempts and threats make no incident with us.",
    answer=answer,
    figures=figures,
    gates={"string slots micro F1": 0.38, "killed F1": 0.50, "injured F1": 0.50},
    aims={"string slots micro F1": 0.60, "killed F1": 0.75, "injured F1": 0.75},
    bar="GTT .558 by its own protocol",
)
