"""re3d: names and mentions. Only models that have not seen a text may answer it, so models are given, each with its texts.

    python -m benchmarks.accuracy entities --model FOLD1=ids1.txt --model FOLD2=ids2.txt

``FOLDER=FILE`` is the folder of an exported model and a file of the ids it answers, one a line; ``FOLDER`` alone answers all.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy.attribution import article_of
from benchmarks.accuracy.corpora.task import Row, Task, prf_figure
from benchmarks.accuracy.table import Figure
from trucewatch.marking.model.annotator import TrainedModel
from trucewatch.ports import LanguageModel


def answer(gold: Sequence[Row], models: Sequence[str] = ()) -> list[Row]:
    """The mentions each text's own model finds; a text that no model answers has none."""
    found: dict[str, list[Row]] = {}
    for given in models:
        folder, _, file = given.partition("=")
        ids = set(Path(file).read_text("utf-8").split()) if file else {row["id"] for row in gold}
        model = TrainedModel(Path(folder))
        found |= {row["id"]: _mentions(row, model) for row in gold if row["id"] in ids}
    return [{"id": row["id"], "entities": found.get(row["id"], [])} for row in gold]


def _mentions(row: Row, model: LanguageModel) -> list[Row]:
    article = article_of(row["text"], row["id"])
    return [
        {"start": name.start, "end": name.end, "type": name.kind}
        for sentence in model.annotate(article)
        for name in sentence.names
        if not name.proper
    ]


def figures(result: Any) -> dict[str, Figure]:
    """Strict F1 as scored, relaxed and untyped beside it."""
    return {
        "strict F1": prf_figure(result["strict"]),
        "relaxed F1": prf_figure(result["relaxed"]),
        "untyped strict F1": prf_figure(result["untyped_strict"]),
    }


TASK = Task(
    name="entities",
    file="entities.jsonl",
    judge="entities",
    origin="re3d",
    licence="per source: public domain, OGL, CC BY, CC BY-NC; the shipped weights have seen part of it",
    protocol="Equal spans and types, of annotations with confidence .5 and more; each text by a model that has not seen it.",
    answer=answer,
    figures=figures,
    gates={"strict F1": 0.52},
    aims={"strict F1": 0.66},
    models=True,
)
