"""What must hold after reading that was killed: nothing lost, doubled or unexplained, every quote in its place."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from benchmarks.soak.runs import Batch
from trucewatch.records.text import Span
from trucewatch.store import Store

_LISTED = re.compile(r"^  (?P<source>/.*?): (?P<reason>.*?)\. To mend it: .+\.$", re.M)


@dataclass(frozen=True, slots=True)
class Found:
    """How many texts are kept, and everything that is wrong (empty where all is well)."""

    articles: int
    wrong: tuple[str, ...]


def listed_in(errors: str) -> dict[str, str]:
    """Files that a run lists as unreadable, each with its reason."""
    return {m["source"]: m["reason"] for m in _LISTED.finditer(errors)}


def faults(db: Path, batches: Sequence[Batch], refused: dict[str, str]) -> Found:
    """Hold a ledger file against the inputs it was made from."""
    wrong = [*_unsound(db)]
    with Store(db) as store:
        kept = store.readings()
        sources = Counter(source for k in kept for source, _ in store.sources_of(k.article.id))
    given = {str(f) for b in batches for f in b.files}
    wrong += [f"lost: {f}" for f in sorted(given - sources.keys() - refused.keys())]
    wrong += [f"read and refused: {f}" for f in sorted(sources.keys() & refused.keys())]
    wrong += [f"from nowhere: {f}" for f in sorted(sources.keys() - given)]
    wrong += [f"under two texts: {f}" for f, n in sorted(sources.items()) if n > 1]
    wrong += [f"no reason: {f}" for f, reason in sorted(refused.items()) if not reason.strip()]
    wrong += [f"a fault of ours: {f}: {reason}" for f, reason in sorted(refused.items()) if "fault in" in reason]
    for one in kept:
        text = one.article.text
        wrong += [f"{one.article.source}: {s}" for s in _spans(one.claims) if text[s.start : s.end] != s.quote]
    return Found(len(kept), tuple(wrong))


def _unsound(db: Path) -> Iterator[str]:
    connection = sqlite3.connect(db)
    try:
        yield from (row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok")
        yield from (f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check"))
        doubled = "SELECT reading, claim FROM reading_claims GROUP BY reading, claim HAVING count(*) > 1"
        yield from (f"claim {row[1]} twice in reading {row[0]}" for row in connection.execute(doubled))
        doubled = "SELECT article, body, count(*) FROM readings GROUP BY article, body HAVING count(*) > 1"
        yield from (f"doubled reading of {row[0]}" for row in connection.execute(doubled))
    finally:
        connection.close()


def _spans(node: object) -> Iterator[Span]:
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _spans(part)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _spans(getattr(node, field.name))
