"""A whole store copied to another place, of either database, and a store looked over for faults.

Rows are copied as one moment saw them, under their own numbers; what is derived is made anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from sqlalchemy import Connection, Engine, Table, func, inspect, select, text
from sqlalchemy.exc import DatabaseError

from ..records.codec import from_json
from ..records.review import Judgement
from .opening import StoreError, explained, hold_pen, open_engine
from .readings import CLAIM_KINDS
from .search import rebuild_search
from .tables import articles, claims, judgements, metadata, moments, search, versions

_DERIVED = frozenset({search.name, moments.name, versions.name})
_SLICE = 1000


def copied_tables() -> list[Table]:
    """The tables that hold what cannot be made again, each after those it refers to."""
    return [table for table in metadata.sorted_tables if table.name not in _DERIVED]


def copy_store(source: str, target: str) -> dict[str, int]:
    """Copy a store into an empty place and compare the two; how many rows of each table.

    Raises:
        StoreError: a store cannot be used, the target holds something, or the copy differs; the target is then left empty.
    """
    old, _ = open_engine(source)
    new, _ = open_engine(target)
    try:
        if held := _held(new):
            raise StoreError(f"{target} is not empty ({held}); name a new place, since nothing is written over")
        with _moment(old) as reading, new.connect().execution_options(writes=True) as writing, writing.begin():
            hold_pen(writing)
            for table in copied_tables():
                for rows in _rows(reading, table):
                    writing.execute(table.insert(), rows)
            _go_on_counting(writing)
            rebuild_search(writing)
            counts = _counts(reading)
            if (there := _counts(writing)) != counts or _sums(writing) != _sums(reading):
                raise StoreError(f"the copy differs from {source} ({counts} against {there}); nothing was kept of it")
            return counts
    except DatabaseError as error:
        raise explained(error, target) from error
    finally:
        old.dispose()
        new.dispose()


def faults_of(where: str) -> list[str]:
    """Everything that is wrong with a store, in words; nothing where it is whole.

    Raises:
        StoreError: it cannot be opened at all.
    """
    engine, _ = open_engine(where)
    try:
        with _moment(engine) as connection:
            return [*_broken_file(connection), *_broken_rows(connection)]
    except DatabaseError as error:
        return [str(explained(error, where))]
    finally:
        engine.dispose()


def _moment(engine: Engine) -> Connection:
    """A connection that sees one moment of the store, whatever is written meanwhile."""
    connection = engine.connect()
    if engine.dialect.name == "postgresql":
        connection = connection.execution_options(isolation_level="REPEATABLE READ")
    return connection


def _held(engine: Engine) -> str:
    with engine.connect() as connection:
        counts = {name: n for name, n in _counts(connection).items() if n}
    return ", ".join(f"{n} {name}" for name, n in counts.items())


def _rows(connection: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    keys = list(table.primary_key.columns)
    found = connection.execution_options(yield_per=_SLICE).execute(select(table).order_by(*keys))
    for part in found.mappings().partitions(_SLICE):
        yield [dict(row) for row in part]


def _go_on_counting(connection: Connection) -> None:
    """Rows to come are numbered after those copied; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in copied_tables():
        if "row" in table.c:
            last = connection.execute(select(func.max(table.c.row))).scalar_one()
            if last is not None:
                sequence = func.pg_get_serial_sequence(table.name, "row")
                connection.execute(select(func.setval(sequence, last)))


def _counts(connection: Connection) -> dict[str, int]:
    return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in copied_tables()}


def _sums(connection: Connection) -> dict[str, str]:
    """A digest of every table's rows in the order of their keys."""
    found: dict[str, str] = {}
    for table in copied_tables():
        digest = hashlib.sha256()
        for rows in _rows(connection, table):
            for row in rows:
                digest.update(json.dumps(row, default=str, sort_keys=True).encode())
        found[table.name] = digest.hexdigest()
    return found


def _broken_file(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds wrong with its file."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"the file is damaged: {said}; restore a backup"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row[0]} refers to one of {row[2]} that is not there"


def _broken_rows(connection: Connection) -> Iterator[str]:
    """Texts, claims and judgements that are not what was written."""
    for rows in _rows(connection, articles):
        for row in rows:
            if row["id"] != _digest(str(row["text"])):
                yield f"article {str(row['id'])[:12]} has another text than the one it is named by"
    for rows in _rows(connection, claims):
        for row in rows:
            body = str(row["body"])
            if row["body_sha256"] != _digest(body):
                yield f"claim {row['id']} has another body than was written"
            elif (why := _unreadable(CLAIM_KINDS[str(row["kind"])], body)) is not None:
                yield f"claim {row['id']} cannot be read: {why}"
    for rows in _rows(connection, judgements):
        for row in rows:
            if (why := _unreadable(Judgement, str(row["body"]))) is not None:
                yield f"judgement {row['id']} cannot be read: {why}"
    missing = set(metadata.tables) - set(inspect(connection).get_table_names())
    yield from (f"the table {name} is not there" for name in sorted(missing))


def _unreadable(kind: type, body: str) -> str | None:
    try:
        from_json(kind, json.loads(body))
    except (ValueError, KeyError, TypeError) as error:
        return f"{type(error).__name__}: {error}"
    return None


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
