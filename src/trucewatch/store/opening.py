"""Opening a store: a new one is made, an older one brought up to date, a strange one refused with the remedy."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

# Revisions this version knows, oldest first; a test holds them against the migration scripts.
REVISIONS = ("0001", "0002", "0003", "0004", "0005")
# "TRWC" in SQLite's application_id, so that another program's database is never touched.
APPLICATION_ID = 0x54525743
LOCK_WAIT_S = 5.0


class StoreError(Exception):
    """A store that cannot be used; the message says why and what to do."""


class BusyError(StoreError):
    """A store that cannot be written now: another program writes, or it may only be read."""


def open_engine(where: str, *, lock_wait_s: float = LOCK_WAIT_S) -> tuple[Engine, str | None]:
    """Open the database at a path (SQLite) or a database address, ready at the newest revision; and the one it had."""
    engine = _engine(where, lock_wait_s)
    try:
        with engine.connect() as connection:
            found = _revision(connection, where)
        if found != REVISIONS[-1]:
            _upgrade(engine)
    except DatabaseError as error:
        engine.dispose()
        raise explained(error, where) from error
    except StoreError:
        engine.dispose()
        raise
    return engine, found


def hold_pen(connection: Connection, *, at_once: bool = False) -> None:
    """Writers take turns: SQLite does so from the start of a write, PostgreSQL by a lock held to the end of one.

    Raises:
        BusyError: another program writes, and the turn is wanted ``at_once`` or not at all.
    """
    if connection.dialect.name != "postgresql":
        return
    if not at_once:
        connection.execute(text(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"))
    elif not connection.execute(text(f"SELECT pg_try_advisory_xact_lock({APPLICATION_ID})")).scalar_one():
        raise BusyError("another program writes")


def explained(error: DatabaseError, where: str) -> StoreError:
    """What a database error means to the person at the keyboard."""
    said = str(error.orig)
    if "locked" in said or "busy" in said:
        return BusyError(f"{where} is locked by another program; wait until it has finished and try again")
    if "not a database" in said or "malformed" in said:
        return StoreError(f"{where} is no ledger: {said}; name another file with --db, or restore a copy")
    if "unable to open" in said:
        return StoreError(f"{where} cannot be opened: its folder must exist and you must be allowed to write there")
    if "readonly" in said or "read-only" in said:
        return BusyError(f"{where} may only be read; make it writable, or name another file with --db")
    if isinstance(error, OperationalError):
        return StoreError(f"{where} cannot be used: {said}")
    return StoreError(f"{where} refused what was asked of it: {said}")


def _engine(where: str, lock_wait_s: float) -> Engine:
    if "://" in where:
        return create_engine(where)
    engine = create_engine(f"sqlite:///{Path(where)}", connect_args={"timeout": lock_wait_s})

    @event.listens_for(engine, "connect")
    def _set_up(raw: sqlite3.Connection, record: Any) -> None:
        # The driver opens no transactions of its own; ``_begin`` does.
        raw.isolation_level = None
        raw.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        writes, at_once = options.get("writes", False), options.get("at_once", False)
        if at_once:
            connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
        finally:
            if at_once:
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(lock_wait_s * 1000)}")

    return engine


def _revision(connection: Connection, where: str) -> str | None:
    """The revision of an existing store; None for an empty database."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if connection.dialect.name == "sqlite":
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if owner != APPLICATION_ID:
            raise StoreError(f"{where} is another program's database; name a file of its own with --db")
    if "alembic_version" not in tables:
        raise StoreError(f"{where} holds tables of another program; name a database of its own with --db")
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if found is not None and found not in REVISIONS:
        raise StoreError(f"{where} was written by a newer Trucewatch (schema {found}); update Trucewatch to use it")
    return found


def _upgrade(engine: Engine) -> None:
    """Bring the schema to the newest revision; two programs that start at once take turns."""
    from alembic import command
    from alembic.config import Config

    if engine.dialect.name == "sqlite":
        # Outside a transaction: the journal mode cannot be changed within one.
        raw = engine.raw_connection()
        raw.driver_connection.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]
        raw.driver_connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")  # type: ignore[union-attr]
        raw.close()
    config = Config()
    config.set_main_option("script_location", str(files("trucewatch.store") / "migrations"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
