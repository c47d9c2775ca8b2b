"""Sketches of texts in the store: copies of a report are found through an index of runs that takes insertions.

Derived from the articles, so it can be dropped and rebuilt.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select

from ..reconciliation.copies.finding import MOST_HOLDERS, Copies
from ..reconciliation.copies.sketch import sketch_of
from ..records.text import Article
from ..records.versions import Sketch
from .readings import active_readings
from .tables import runs, sketches

_SLICE = 500


class StoredSketches:
    """The index of one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, article: str, sketch: Sketch) -> None:
        """Keep a sketch; one already known is left as it is."""
        known = select(sketches.c.article).where(sketches.c.article == article)
        if self._connection.execute(known).first() is not None:
            return
        body = json.dumps([sketch.prints, sketch.head])
        self._connection.execute(
            insert(sketches).values(article=article, runs=sketch.runs, text=sketch.text, body=body)
        )
        full = self._full(sketch)
        rows = [{"run": run, "article": article} for run in sorted({*sketch.prints, *sketch.head} - full)]
        if rows:
            self._connection.execute(insert(runs), rows)

    def sharing(self, sketch: Sketch) -> Mapping[str, int]:
        """Articles that hold runs of a sketch, and how many."""
        wanted = sorted({*sketch.prints, *sketch.head})
        hits: Counter[str] = Counter()
        for at in range(0, len(wanted), _SLICE):
            query = (
                select(runs.c.article, func.count().label("held"))
                .where(runs.c.run.in_(wanted[at : at + _SLICE]))
                .group_by(runs.c.article)
            )
            hits.update({row.article: row.held for row in self._connection.execute(query)})
        return hits

    def _full(self, sketch: Sketch) -> set[int]:
        """The runs of a sketch that so many texts have that no more are listed."""
        wanted, found = sorted({*sketch.prints, *sketch.head}), set[int]()
        for at in range(0, len(wanted), _SLICE):
            query = (
                select(runs.c.run)
                .where(runs.c.run.in_(wanted[at : at + _SLICE]))
                .group_by(runs.c.run)
                .having(func.count() >= MOST_HOLDERS)
            )
            found.update(self._connection.execute(query).scalars())
        return found

    def sketch(self, article: str) -> Sketch:
        """The sketch kept for an article."""
        row = self._connection.execute(select(sketches).where(sketches.c.article == article)).one()
        prints, head = json.loads(row.body)
        return Sketch(tuple(prints), row.runs, row.text, tuple(head))


def keep_sketch(connection: Connection, article: Article) -> None:
    """Make an article findable by the words it shares with others."""
    StoredSketches(connection).add(article.id, sketch_of(article))


def copies_in(connection: Connection, article: Article) -> tuple[tuple[str, float], ...]:
    """Articles of the store that are copies of a text or that it is a copy of, with the share of the shorter's runs."""
    return Copies(StoredSketches(connection)).like(sketch_of(article), article.id)


def rebuild_sketches(connection: Connection) -> None:
    """Drop the index and make it anew from the active reading of every article."""
    connection.execute(delete(runs))
    connection.execute(delete(sketches))
    for kept in active_readings(connection, claims_too=False):
        keep_sketch(connection, kept.article)
