"""TimeBank, AQUAINT and MEANTIME: time expressions and their values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.accuracy.corpora.task import Row, Task, prf_figure
from benchmarks.accuracy.table import Figure
from benchmarks.accuracy.timex import timex
from trucewatch.marking.language import RulesModel
from trucewatch.marking.times import mark_times
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable

# Letters of a text's head in which its day of issue may be printed in full.
_HEAD, _FULL = 200, 10


def answer(gold: Sequence[Row]) -> list[Row]:
    """The time expressions of each text, read as of its time of publication."""
    model = RulesModel()
    return [predicted(row, model) for row in gold]


def predicted(row: Row, model: RulesModel) -> Row:
    """The time expressions of one text, in TimeML's notation."""
    day = (row.get("dct") or "")[:10]
    article = read_article(row["text"].encode(), row["id"], published=day or None)
    if isinstance(article, Unreadable):
        return {"id": row["id"], "timex": []}
    marked = [timex(m) for m in mark_times(article, model.annotate(article))]
    return {"id": row["id"], "timex": [m for m in marked if not _issued(m, day)]}


def _issued(mention: Row, day: str) -> bool:
    """Whether it is the day of issue printed in a text's head: given with the text, and in no corpus marked in it."""
    head = mention["start"] < _HEAD and mention["end"] - mention["start"] >= _FULL
    return bool(day) and mention["value"] == day and bool(head)


def figures(result: Any) -> dict[str, Figure]:
    """Found (spans overlap), and found with the same value; type and exact span beside them."""
    return {
        "found F1": prf_figure(result["relaxed"]),
        "value F1": prf_figure(result["value"]),
        "type F1": prf_figure(result["type"]),
        "equal spans F1": prf_figure(result["strict"]),
    }


def errors(gold: Sequence[Row], found: Sequence[Row]) -> None:
    """Expressions missed, invented or given another value, in text order."""
    for row, other in zip(gold, found, strict=True):
        for line in _differences(row, other):
            print(line)


def _differences(gold: Row, found: Row) -> list[str]:
    text, day = gold["text"], (gold.get("dct") or "")[:10]

    def shown(row: Row) -> str:
        around = text[max(0, row["start"] - 30) : row["start"]], text[row["end"] : row["end"] + 20]
        words = f"{around[0]}[{text[row['start'] : row['end']]}]{around[1]}"
        return f"{' '.join(words.split())!r} {row['type']} {row['value']}"

    def meeting(row: Row, others: Sequence[Row]) -> Row | None:
        return next((o for o in others if o["start"] < row["end"] and row["start"] < o["end"]), None)

    lines = []
    for row in gold["timex"]:
        other = meeting(row, found["timex"])
        if other is None:
            lines.append(f"MISSED   {day} {shown(row)}")
        elif other["value"] != row["value"]:
            lines.append(f"VALUE    {day} {shown(row)} READ {text[other['start'] : other['end']]!r} {other['value']}")
    return lines + [f"INVENTED {shown(p)}" for p in found["timex"] if meeting(p, gold["timex"]) is None]


TASK = Task(
    name="time",
    file="time.jsonl",
    judge="time",
    origin="TimeBank and AQUAINT (TempEval-3), MEANTIME",
    licence="none stated for these copies; nothing of it ships",
    protocol=(
        "As TempEval-3: found where spans overlap, value right where it is the same string. The day of issue printed in "
        "full in a text's head is given with the text and is not counted as found."
    ),
    answer=answer,
    figures=figures,
    gates={"found F1": 0.86, "value F1": 0.74},
    aims={"found F1": 0.93, "value F1": 0.85},
    bar="HeidelTime about .90 found, .776 value",
    errors=errors,
)
