"""PETRARCH's records: who did what to whom, in numbers of acts and three-letter codes of sides."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pycountry

from benchmarks.accuracy.corpora.coded import Coder
from benchmarks.accuracy.corpora.task import Row, Task, prf_figure
from benchmarks.accuracy.table import Figure
from trucewatch.records.coded import CodedEvent, Side

_ALONE = frozenset(["protest", "arrest", "coerce", "mobilize", "retreat"])
_PART = {"unit": 0, "petr2_gsr": 1}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("petrarch.toml").read_text("utf-8"))


_CODER = Coder()


def answer(gold: Sequence[Row]) -> list[Row]:
    """The events of each record, an act of two sides once each way."""
    return [
        {"id": row["id"], "events": [e for event in _CODER.events(row["text"]) for e in _rows(event, row["corpus"])]}
        for row in gold
    ]


def _rows(event: CodedEvent, part: str) -> Iterator[Row]:
    code = _tables()["codes"][event.act][_PART.get(part, 1)]
    sources = _codes(event.source)
    targets = _codes(event.target)
    if event.both and len(sources) > 1 and not targets:
        pairs = [(a, b) for a in sources for b in sources if a != b]
    else:
        pairs = [(a, b) for a in sources or ["---"] for b in targets or ["---"]]
        if event.act in {"meet", "will_meet"}:
            pairs += [(b, a) for a, b in pairs]
    # To this corpus an act needs both sides in its dictionaries, but for what is done to one's own.
    alone = event.act in _ALONE and not targets
    yield from ({"source": a, "target": b, "code": code} for a, b in pairs if a != "---" and (b != "---" or alone))


def _codes(sides: Sequence[Side]) -> list[str]:
    return [code for side in sides if (code := _code(side))]


def _code(side: Side) -> str | None:
    words = side.words.value
    for code, names in _tables()["names"].items():
        if any(name in words for name in names):
            return str(code)
    if side.country is None:
        return None
    found = pycountry.countries.get(alpha_2=side.country)
    return str(found.alpha_3) if found else None


def figures(result: Any) -> dict[str, Figure]:
    """Code and dyad F1 by whole numbers and by their roots."""
    return {
        "code F1": prf_figure(result["full"]["code"]),
        "dyad F1": prf_figure(result["full"]["dyad"]),
        "root code F1": prf_figure(result["root"]["code"]),
        "root dyad F1": prf_figure(result["root"]["dyad"]),
        "crashes": _CODER.figure(),
    }


def errors(gold: Sequence[Row], found: Sequence[Row]) -> None:
    """Each record whose events differ from ours."""
    for row, own in zip(gold, found, strict=True):
        sides = [
            [f"{e['source']}-{e['code']}-{e['target']}" for e in events] for events in (row["events"], own["events"])
        ]
        if sides[0] != sides[1]:
            print(f"{row['corpus']} {row['text'][:220]}\n   {sides[0]} ours {sides[1]}")


TASK = Task(
    name="petrarch_unit",
    file="petrarch_unit.jsonl",
    judge="petrarch_unit",
    origin="PETRARCH test records",
    licence="MIT; nothing of it ships",
    protocol="Multisets of numbers a record; a dyad is a number with the country codes of both sides. Its invented countries and the "
    "numbers of its two parts stand in a table beside the runner (petrarch.toml); about 40 records test one dictionary's own entries.",
    answer=answer,
    figures=figures,
    gates={"code F1": 0.55, "dyad F1": 0.60, "crashes": 0},
    aims={"code F1": 0.80, "dyad F1": 0.80, "crashes": 0},
    bar="PETRARCH2 .45–.79; .61–.80; 36 crashes",
    falling=frozenset(["crashes"]),
    errors=errors,
)
