"""LGL and GeoVirus: where the places named in news stand on the map."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from benchmarks.accuracy.corpora.task import Row, Task, prf_figure
from benchmarks.accuracy.table import Figure
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking.language import RulesModel
from trucewatch.marking.places import mark_places
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import PlaceMention


def answer(gold: Sequence[Row]) -> list[Row]:
    """The places of each text, from the embedded gazetteer alone (no conflict table)."""
    model, gazetteer = RulesModel(), EmbeddedGazetteer()
    return [{"id": row["id"], "places": _places(row, model, gazetteer)} for row in gold]


def _places(row: Row, model: RulesModel, gazetteer: EmbeddedGazetteer) -> list[Row]:
    day = date.fromisoformat(row["date"][:10]).isoformat() if row.get("date") else None
    article = read_article(row["text"].encode(), row.get("url") or row["id"], published=day)
    if isinstance(article, Unreadable):
        return []
    shift = _shifts(article.text, row["text"])
    found = mark_places(article, model.annotate(article), gazetteer, (), adjuncts=True)
    return [_row(mention, shift) for mention in found]


def _shifts(read: str, given: str) -> list[int]:
    """For every offset of the text as read, the offset of the same letter as given (spaces may differ)."""
    letters = [m.start() for m in re.finditer(r"\S", given)]
    places, seen = [], 0
    for letter in read:
        places.append(letters[min(seen, len(letters) - 1)] if letters else 0)
        seen += not letter.isspace()
    return places


def _row(mention: PlaceMention, shift: Sequence[int]) -> Row:
    place = mention.place
    point = {"lat": place.lat, "lon": place.lon} if place.lat is not None and place.lon is not None else {}
    return {"start": shift[mention.span.start], "end": shift[mention.span.end - 1] + 1, **point}


def figures(result: Any) -> dict[str, Figure]:
    """Found, placed within 161 km given found, and both at once."""
    resolved = result["resolution_all"]
    return {
        "found F1": prf_figure(result["relaxed"]),
        "within 161 km, given found": Figure(resolved["acc161"], int(resolved["n"])),
        "within 161 km, given found and answered": Figure(
            result["resolution_answered"]["acc161"], int(result["resolution_answered"]["n"])
        ),
        "end to end F1 at 161 km": prf_figure(result["end_to_end_161"]),
    }


TASK = Task(
    name="places",
    file="places.jsonl",
    judge="places",
    origin="LGL and GeoVirus",
    licence="research corpora, none stated (LGL); GeoVirus from Wikinews, CC BY; nothing of either ships",
    protocol="Found: spans overlap. Placed: the point given lies within 161 km of the gold's.",
    answer=answer,
    figures=figures,
    gates={"found F1": 0.72, "within 161 km, given found": 0.82, "end to end F1 at 161 km": 0.55},
    aims={"found F1": 0.86, "within 161 km, given found": 0.92, "end to end F1 at 161 km": 0.68},
    bar="Mordecai3 .83 on LGL given found, with a search server",
)
