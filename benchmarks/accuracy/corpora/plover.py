"""PLOVER's gold records: who did what to whom, in PLOVER's event types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.accuracy.corpora.coded import Coder
from benchmarks.accuracy.corpora.task import Row, Task, prf_figure
from benchmarks.accuracy.table import Figure

_CODER = Coder()


def answer(gold: Sequence[Row]) -> list[Row]:
    """The events of each record."""
    found = []
    for row in gold:
        events = _CODER.events(row["text"])
        found.append(
            {
                "id": row["id"],
                "events": [
                    {
                        "code": e.plover,
                        "source": [{"text": s.words.value} for s in e.source],
                        "target": [{"text": s.words.value} for s in e.target],
                    }
                    for e in events
                    if e.plover
                ],
            }
        )
    return found


def figures(result: Any) -> dict[str, Figure]:
    """Code and dyad F1."""
    return {"code F1": prf_figure(result["code"]), "dyad F1": prf_figure(result["dyad"]), "crashes": _CODER.figure()}


def errors(gold: Sequence[Row], found: Sequence[Row]) -> None:
    """Each record with its events and ours."""
    for row, own in zip(gold, found, strict=True):
        print(f"{row['text'][:250]}")
        for mark, events in (("gold", row["events"]), ("ours", own["events"])):
            for e in events:
                print(f"   {mark} {e['code']} {[s['text'] for s in e['source']]} > {[s['text'] for s in e['target']]}")


TASK = Task(
    name="plover_gsr",
    file="plover_gsr.jsonl",
    judge="plover_gsr",
    origin="PLOVER gold standard records",
    licence="CC BY-SA 4.0; nothing of it ships",
    protocol="Multisets of codes a record; a dyad is a code with both sides, sides by their words (head or part).",
    answer=answer,
    figures=figures,
    gates={"code F1": 0.55, "dyad F1": 0.60, "crashes": 0},
    aims={"code F1": 0.80, "dyad F1": 0.80, "crashes": 0},
    bar="PETRARCH2 .45–.79; .61–.80; 36 crashes",
    falling=frozenset(["crashes"]),
    errors=errors,
)
