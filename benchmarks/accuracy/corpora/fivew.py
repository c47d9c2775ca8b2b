"""Giveme5W1H's annotated articles: who, what, when and where of the main event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from benchmarks.accuracy.corpora.task import Row, Task
from benchmarks.accuracy.table import Figure
from trucewatch.extraction.coding import main_event_of
from trucewatch.kits import load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.problems import Unreadable

QUESTIONS = ("who", "what", "when", "where")


def answer(gold: Sequence[Row]) -> list[Row]:
    """Up to three answers a question; the title is read as the article's headline."""
    kit = load_kit()
    return [{"id": row["id"], **_answers(row, kit)} for row in gold]


def _answers(row: Row, kit: Any) -> dict[str, list[str]]:
    text = f"{row['title']}\n\n{row['text']}"
    found = read_report(text.encode(), row["id"], kit, row["date"] or None)
    if isinstance(found, Unreadable):
        return {}
    event = main_event_of(found[1])
    return {q: [a.value for a in getattr(event, q)] for q in QUESTIONS}


def token_f1(answer: str, phrase: str) -> float:
    """F1 of the words two phrases share."""
    a, b = (Counter(re.findall(r"\w+", s.lower())) for s in (answer, phrase))
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if both else 0.0


def first_answers(gold: Sequence[Row], found: Sequence[Row]) -> dict[str, Figure]:
    """Token F1 of the first answer against the phrase it fits best, over the articles that have one."""
    given = {row["id"]: row for row in found}
    figures = {}
    for question in QUESTIONS:
        scores = [
            max(
                (
                    token_f1(a, phrase["text"])
                    for a in (given[row["id"]].get(question) or [])[:1]
                    for phrase in row[question]
                ),
                default=0.0,
            )
            for row in gold
            if row.get(question)
        ]
        figures[f"{question} token F1"] = Figure(round(sum(scores) / max(1, len(scores)), 4), len(scores))
    return figures


_FOUND: list[Row] = []


def _answer_and_keep(gold: Sequence[Row]) -> list[Row]:
    _FOUND[:] = [{"gold": row} for row in gold]
    found = answer(gold)
    for kept, row in zip(_FOUND, found, strict=True):
        kept["found"] = row
    return found


def figures(result: Any) -> dict[str, Figure]:
    """Token F1 of first answers, and the scorer's share of articles where one of three answers agrees."""
    own = first_answers([k["gold"] for k in _FOUND], [k["found"] for k in _FOUND])
    return own | {f"{q}, one of three right": Figure(result[q]["hit"], result[q]["n"]) for q in QUESTIONS}


def errors(gold: Sequence[Row], found: Sequence[Row]) -> None:
    """Each article's answers beside the annotated phrases."""
    for row, own in zip(gold, found, strict=True):
        print(f"## {row['title']}")
        for q in QUESTIONS:
            print(f"   {q} {[a['text'] for a in row[q]]} ours {own.get(q)}")


TASK = Task(
    name="fivew",
    file="fivew.jsonl",
    judge="fivew",
    origin="Giveme5W1H gold",
    licence="Apache-2.0 repository, texts their publishers'; nothing of it ships",
    protocol="Token F1 of our first answer against the annotated phrase it fits best, over articles with one; beside it the scorer's "
    "share of articles where one of three answers agrees.",
    answer=_answer_and_keep,
    figures=figures,
    gates={"who token F1": 0.45, "what token F1": 0.20, "when token F1": 0.40, "where token F1": 0.55},
    aims={"who token F1": 0.65, "what token F1": 0.40, "when token F1": 0.60, "where token F1": 0.75},
    bar=".51/.16/.38/.64 (Giveme5W1H)",
    errors=errors,
)
