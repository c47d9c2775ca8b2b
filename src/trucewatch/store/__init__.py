"""The ledger's memory: articles, claims and judgements, append-only; the ledger itself is compiled from them.

The clock enters as an argument: every ``now`` is naive UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import DatabaseError

from ..records.claim import Claim
from ..records.ledger import Ledger
from ..records.text import Article
from . import tables
from .ids import Anchor, anchors_of, assign, records_of, renamed
from .opening import LOCK_WAIT_S, StoreError, explained, open_engine
from .readings import Added, Kept, active_readings, add_reading, sources_of

__all__ = ["Added", "Kept", "Store", "StoreError"]


class Store:
    """A store at a path (SQLite) or a database address. Many may read while one writes."""

    def __init__(self, where: str | Path, *, lock_wait_s: float = LOCK_WAIT_S) -> None:
        self.where = str(where)
        self._engine = open_engine(self.where, lock_wait_s=lock_wait_s)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add_reading(self, article: Article, claims: Sequence[Claim], *, revision: str, now: datetime) -> Added:
        """Write what one extractor revision read in an article; it becomes the article's active reading."""
        with self._writing() as connection:
            return add_reading(connection, article, claims, revision, now)

    def readings(
        self, *, published_by: datetime | None = None, recorded_by: datetime | None = None
    ) -> tuple[Kept, ...]:
        """The active reading of every article, by what was public and by what was recorded at a moment."""
        with self._reading() as connection:
            return active_readings(connection, published_by=published_by, recorded_by=recorded_by)

    def sources_of(self, article: str) -> tuple[tuple[str, str], ...]:
        """Every (path or address, digest of raw bytes) under which an article's text was met."""
        with self._reading() as connection:
            return sources_of(connection, article)

    def with_minted_ids(self, ledger: Ledger, claims: Sequence[Claim], *, now: datetime) -> Ledger:
        """The ledger under ids that stay: known ones are kept, new records get new ones."""
        records = records_of(ledger, anchors_of(claims))
        with self._reading() as connection:
            found = assign(records, *_known(connection))
        if found.minted or found.anchors or found.forwards:
            # Another program may have minted meanwhile: what is known is asked again under the write lock.
            with self._writing() as connection:
                found = assign(records, *_known(connection))
                for name, kind in found.minted:
                    connection.execute(insert(tables.record_ids).values(id=name, kind=kind, recorded=now))
                for name, anchor in found.anchors:
                    connection.execute(insert(tables.anchors).values(record=name, recorded=now, **_columns(anchor)))
                for old, new in found.forwards:
                    connection.execute(insert(tables.forwards).values(old=old, new=new, recorded=now))
        return renamed(ledger, found.names)

    def forwarded(self, record: str) -> str:
        """The id a record is known by now: its own, or that of the record it was merged into."""
        with self._reading() as connection:
            turned = _known(connection)[2]
        while (new := turned.get(record, record)) != record:
            record = new
        return record

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise explained(error, self.where) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                yield connection
        except DatabaseError as error:
            raise explained(error, self.where) from error


def _known(connection: Connection) -> tuple[dict[Anchor, str], dict[str, int], dict[str, str]]:
    """Anchors with their record, records with their age, forwards in force: of each the latest row counts."""
    a, f, r = tables.anchors.c, tables.forwards.c, tables.record_ids.c
    held = connection.execute(select(a.article, a.kind, a.start, a.end, a.nth, a.record).order_by(a.row))
    anchors = {Anchor(*row[:5]): row.record for row in held}
    age = {row.id: row.row for row in connection.execute(select(r.id, r.row))}
    turned = {row.old: row.new for row in connection.execute(select(f.old, f.new).order_by(f.row))}
    return anchors, age, turned


def _columns(anchor: Anchor) -> dict[str, str | int]:
    return {
        "article": anchor.article,
        "kind": anchor.kind,
        "start": anchor.start,
        "end": anchor.end,
        "nth": anchor.nth,
    }
