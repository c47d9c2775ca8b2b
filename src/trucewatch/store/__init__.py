"""The ledger's memory: articles, claims and judgements, append-only; the ledger itself is compiled from them.

The clock enters as an argument: every ``now`` is naive UTC.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import DatabaseError

from ..query.selecting import Hits
from ..query.words import wanted
from ..records.claim import Claim
from ..records.codec import from_json
from ..records.ledger import Ledger
from ..records.review import Judgement
from ..records.text import Article
from . import tables, versions
from .ids import Anchor, anchors_of, assign, records_of, renamed
from .judging import Position, StaleError, write_decision, write_judgement
from .opening import LOCK_WAIT_S, BusyError, StoreError, explained, hold_pen, open_engine
from .readings import Added, Kept, active_readings, add_reading, sources_of
from .search import find, index_reading, rebuild_search
from .sketches import copies_in, keep_sketch, rebuild_sketches

__all__ = ["Added", "Kept", "Position", "StaleError", "Store", "StoreError"]


class Store:
    """A store at a path (SQLite) or a database address. Many may read while one writes."""

    def __init__(self, where: str | Path, *, lock_wait_s: float = LOCK_WAIT_S) -> None:
        self.where = str(where)
        self._engine, before = open_engine(self.where, lock_wait_s=lock_wait_s)
        if before is not None and before < "0003":
            self.rebuild_search()
        if before is not None and before < "0005":
            with self._writing() as connection:
                rebuild_sketches(connection)

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
        return self.add_readings([(article, claims)], revision=revision, now=now)[0]

    def add_readings(
        self, found: Sequence[tuple[Article, Sequence[Claim]]], *, revision: str, now: datetime
    ) -> list[Added]:
        """Write several readings at once: all of them, or none where writing fails."""
        with self._writing() as connection:
            added = [add_reading(connection, article, claims, revision, now) for article, claims in found]
            for (article, claims), change in zip(found, added, strict=True):
                if change is not Added.UNCHANGED:
                    index_reading(connection, article, claims)
                    keep_sketch(connection, article)
            return added

    def copies_of(self, article: Article) -> tuple[tuple[str, float], ...]:
        """Articles here that carry the text of this one or that it carries, with the share (0 to 1) of the shorter's runs."""
        with self._reading() as connection:
            return copies_in(connection, article)

    def search(self, words: str) -> Hits:
        """Claims and articles that have all of the words, whatever their accents, endings or Arabic prefixes."""
        with self._reading() as connection:
            return find(connection, wanted(words))

    def rebuild_search(self) -> None:
        """Make the search index anew."""
        with self._writing() as connection:
            rebuild_search(connection)

    def readings(
        self, *, published_by: datetime | None = None, recorded_by: datetime | None = None, claims_too: bool = True
    ) -> tuple[Kept, ...]:
        """The active reading of every article, by what was public and by what was recorded at a moment."""
        with self._reading() as connection:
            return active_readings(
                connection, published_by=published_by, recorded_by=recorded_by, claims_too=claims_too
            )

    def count(self) -> int:
        """How many articles there are."""
        with self._reading() as connection:
            return int(connection.execute(select(func.count(tables.active.c.article.distinct()))).scalar_one())

    def sources_of(self, article: str) -> tuple[tuple[str, str], ...]:
        """Every (path or address, digest of raw bytes) under which an article's text was met."""
        with self._reading() as connection:
            return sources_of(connection, article)

    def decide(
        self,
        made: Sequence[Judgement],
        *,
        now: datetime,
        seen: Position | None = None,
        notes: Sequence[Article] = (),
    ) -> tuple[Judgement, ...]:
        """Write what a person decided, numbered; nothing is ever taken out, an undoing is a judgement of its own.

        ``seen`` is where the journals stood when the analyst looked, ``notes`` are texts of records added by hand.

        Raises:
            StaleError: somebody decided the same matter since, or the report was read anew under a correction.
        """
        with self._writing() as connection:
            return write_decision(connection, made, now, seen, notes)

    def add_judgement(self, judgement: Judgement, *, now: datetime) -> None:
        """Write a judgement under the id that it has."""
        with self._writing() as connection:
            write_judgement(connection, judgement, now)

    def position(self, recorded_by: datetime | None = None) -> Position:
        """Where the journals of judgements and of readings stand, or stood at a moment."""
        with self._reading() as connection:
            return versions.position_at(connection, recorded_by)

    def remember(self, ledger: Ledger, at: Position, *, published_by: datetime | None = None) -> bool:
        """Keep the versions of a ledger compiled at a state of the journals, as all of it or as one moment has it.

        Nobody waits for this: where another program writes, or the store may only be read, they are not kept.
        """
        try:
            with self._writing(at_once=True) as connection:
                versions.remember(connection, _chain(connection, published_by), at, ledger)
        except BusyError:
            return False
        return True

    def recall(self, at: Position, *, published_by: datetime | None = None) -> Ledger | None:
        """The records of a ledger once compiled at that state of the journals; None where it never was."""
        with self._reading() as connection:
            return versions.recall(connection, _chain(connection, published_by), at)

    def states(self) -> list[tuple[Position, datetime]]:
        """Every state the journals were in and since when, oldest first."""
        with self._reading() as connection:
            return versions.positions(connection)

    def forget_versions(self) -> None:
        """Drop the versions; what the ledger said at a moment is then compiled when asked for."""
        with self._writing() as connection:
            versions.forget(connection)

    def judgements(self, *, recorded_by: datetime | None = None) -> tuple[Judgement, ...]:
        """Every judgement in the order written."""
        query = select(tables.judgements.c.body).order_by(tables.judgements.c.row)
        if recorded_by is not None:
            query = query.where(tables.judgements.c.recorded <= recorded_by)
        with self._reading() as connection:
            return tuple(from_json(Judgement, json.loads(row.body)) for row in connection.execute(query))

    def mint_ids(self, ledger: Ledger, claims: Sequence[Claim], *, now: datetime) -> None:
        """Give every record of the whole ledger an id that stays; known ones keep theirs."""
        records = records_of(ledger, anchors_of(claims))
        with self._reading() as connection:
            found = assign(records, *_known(connection))
        if not (found.minted or found.anchors or found.forwards):
            return
        # Another program may have minted meanwhile: what is known is asked again under the write lock.
        with self._writing() as connection:
            found = assign(records, *_known(connection))
            for name, kind in found.minted:
                connection.execute(insert(tables.record_ids).values(id=name, kind=kind, recorded=now))
            for name, anchor in found.anchors:
                connection.execute(insert(tables.anchors).values(record=name, recorded=now, **_columns(anchor)))
            for old, new in found.forwards:
                connection.execute(insert(tables.forwards).values(old=old, new=new, recorded=now))

    def named(self, ledger: Ledger, claims: Sequence[Claim]) -> Ledger:
        """A ledger, or the part of one that one article tells, under the minted ids; nothing is written.

        Records that were never minted keep their computed ids.
        """
        with self._reading() as connection:
            anchors, age, turned = _known(connection)
        found = assign(records_of(ledger, anchors_of(claims)), anchors, age, turned)
        new = {name for name, _ in found.minted}
        return renamed(ledger, {old: name for old, name in found.names.items() if name not in new})

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
    def _writing(self, *, at_once: bool = False) -> Iterator[Connection]:
        try:
            with (
                self._engine.connect().execution_options(writes=True, at_once=at_once) as connection,
                connection.begin(),
            ):
                hold_pen(connection, at_once=at_once)
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


def _chain(connection: Connection, published_by: datetime | None) -> str:
    return versions.RECORDED if published_by is None else versions.published_chain(connection, published_by)


def _columns(anchor: Anchor) -> dict[str, str | int]:
    return {
        "article": anchor.article,
        "kind": anchor.kind,
        "start": anchor.start,
        "end": anchor.end,
        "nth": anchor.nth,
    }
