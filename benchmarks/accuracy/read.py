"""Texts read by the whole road, in the scorer's form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from benchmarks.accuracy.prediction import prediction
from benchmarks.accuracy.texts import Text
from trucewatch.kits import Kit, load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.claim import Claim
from trucewatch.records.ledger import Incident, Ledger, Truce
from trucewatch.records.problems import Unreadable
from trucewatch.records.text import Article

NO_TABLES = ("none",)


@cache
def _kit(conflicts: tuple[str, ...] | None) -> Kit:
    return load_kit(() if conflicts == NO_TABLES else conflicts)


def read_all(texts: Sequence[Text], out: Path, conflicts: tuple[str, ...] | None) -> dict[str, str]:
    """Write a prediction for each text, and what is one record across texts; gives the canonical texts read."""
    out.mkdir(parents=True, exist_ok=True)
    ledgers: dict[str, Ledger] = {}
    articles: list[Article] = []
    claims: list[Claim] = []
    for text in texts:
        found = read_report(text.path.read_bytes(), text.id, _kit(conflicts), published=text.published)
        if isinstance(found, Unreadable):
            _write(out / f"{text.id}.pred.json", {})
            continue
        article, _, own = found
        articles.append(article)
        claims.extend(own)
        ledgers[text.id] = compile_ledger([article], own)
        _write(out / f"{text.id}.pred.json", prediction(ledgers[text.id]))
    joint = compile_ledger(articles, claims)
    clusters = {
        "incident_clusters": _clusters(joint.incidents, {n: led.incidents for n, led in ledgers.items()}),
        "truce_clusters": _clusters(joint.truces, {n: led.truces for n, led in ledgers.items()}),
    }
    _write(out / "_crossdoc.pred.json", clusters)
    return {article.source: article.text for article in articles}


def _write(path: Path, found: object) -> None:
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")


def _clusters(
    joint: Sequence[Incident | Truce], alone: dict[str, tuple[Incident, ...]] | dict[str, tuple[Truce, ...]]
) -> list[list[list[str]]]:
    """For each record of the joint ledger the records of single texts that are in it, as [text, id]."""
    home = {c.id: [name, record.id] for name, records in alone.items() for record in records for c in record.claims}
    found = []
    for record in joint:
        members: list[list[str]] = []
        for claim in record.claims:
            if home[claim.id] not in members:
                members.append(home[claim.id])
        found.append(members)
    return found
