"""``python -m benchmarks.accuracy.times --texts FILE.jsonl``: time expressions against a corpus marked with TIMEX3.

Each line of the file has ``id``, ``dct`` (time of publication), ``text`` and ``timex``. Scores as in TempEval-3:
found = the spans overlap; type and value = found and the attribute is the same, over all expressions of either side.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.accuracy.timex import timex
from trucewatch.marking.language import RulesModel
from trucewatch.marking.times import mark_times
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable

_SHARED = Path(os.environ.get("TRUCEWATCH_SHARED", Path(__file__).resolve().parents[3] / "shared"))


def main(argv: list[str] | None = None) -> int:
    """Mark every text, write the predictions, print found and value F1."""
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy.times", description=__doc__)
    parser.add_argument("--texts", type=Path, default=_SHARED / "data" / "dev" / "time.jsonl")
    parser.add_argument("--out", type=Path, default=Path("out/times.jsonl"))
    parser.add_argument("--errors", type=int, default=0, help="print this many differences (training texts only)")
    options = parser.parse_args(argv)
    gold = [json.loads(line) for line in options.texts.read_text("utf-8").splitlines()]
    began = time.perf_counter()
    found = [predicted(row) for row in gold]
    print(f"{len(gold)} texts in {time.perf_counter() - began:.1f} s")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("".join(json.dumps(row) + "\n" for row in found), "utf-8")
    for name, (precision, recall, f1) in scores(gold, found).items():
        print(f"{name:8} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    _show_errors(gold, found, options.errors)
    return 0


def predicted(row: dict[str, Any]) -> dict[str, Any]:
    """The time expressions of one text, read as of its time of publication."""
    day = (row.get("dct") or "")[:10]
    article = read_article(row["text"].encode(), row["id"], published=day or None)
    if isinstance(article, Unreadable):
        return {"id": row["id"], "timex": []}
    return {"id": row["id"], "timex": [timex(m) for m in mark_times(article, RulesModel().annotate(article))]}


def scores(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of expressions found (exactly, overlapping) and of their types and values."""
    right = dict.fromkeys(("exact", "found", "type", "value"), 0)
    for row, other in zip(gold, found, strict=True):
        for a, b in _pairs(row["timex"], other["timex"]):
            right["found"] += 1
            right["exact"] += (a["start"], a["end"]) == (b["start"], b["end"])
            right["type"] += a["type"] == b["type"]
            right["value"] += a["value"] == b["value"]
    wanted, given = (sum(len(row["timex"]) for row in rows) for rows in (gold, found))
    return {name: (n / max(given, 1), n / max(wanted, 1), 2 * n / max(wanted + given, 1)) for name, n in right.items()}


def _pairs(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Expressions of both sides one to one: equal spans first, then the longer overlap."""
    ranked = sorted(
        (
            ((a["start"], a["end"]) != (b["start"], b["end"]), -_overlap(a, b), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if _overlap(a, b) > 0
        )
    )
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    left, right = set[int](), set[int]()
    for _, _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _overlap(a: dict[str, Any], b: dict[str, Any]) -> int:
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def _show_errors(gold: list[dict[str, Any]], found: list[dict[str, Any]], most: int) -> None:
    """Expressions missed, invented or given another value, in text order."""
    rows = [line for g, p in zip(gold, found, strict=True) for line in _differences(g, p)]
    step = max(1, len(rows) // most) if most else 1
    for line in rows[::step][:most]:
        print(line)


def _differences(gold: dict[str, Any], found: dict[str, Any]) -> list[str]:
    text = gold["text"]

    def shown(row: dict[str, Any]) -> str:
        around = text[max(0, row["start"] - 30) : row["start"]], text[row["end"] : row["end"] + 20]
        words = f"{around[0]}[{text[row['start'] : row['end']]}]{around[1]}"
        return f"{' '.join(words.split())!r} {row['type']} {row['value']}"

    def meeting(row: dict[str, Any], others: list[dict[str, Any]]) -> dict[str, Any] | None:
        return next((o for o in others if o["start"] < row["end"] and row["start"] < o["end"]), None)

    lines = []
    day = (gold.get("dct") or "")[:10]
    for row in gold.get("timex", []):
        other = meeting(row, found["timex"])
        if other is None:
            lines.append(f"MISSED   {day} {shown(row)}")
        elif other["value"] != row["value"]:
            lines.append(f"VALUE    {day} {shown(row)} READ {text[other['start'] : other['end']]!r} {other['value']}")
    lines += [f"INVENTED {shown(p)}" for p in found["timex"] if meeting(p, gold.get("timex", [])) is None]
    return lines


if __name__ == "__main__":
    sys.exit(main())
