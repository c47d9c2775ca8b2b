"""Every contract test of the store runs on SQLite and on a real PostgreSQL server, where one is given.

``TRUCEWATCH_TEST_POSTGRESQL`` is the address of a server on which databases may be made (``tools/postgresql.sh start``).
Without it those tests are skipped and say so; with ``TRUCEWATCH_CI`` set a missing server is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

SERVER = "TRUCEWATCH_TEST_POSTGRESQL"


def server() -> str:
    """The address of the server given for tests."""
    address = os.environ.get(SERVER)
    if address is None:
        reason = f"no PostgreSQL server: start one with tools/postgresql.sh and set {SERVER}"
        if os.environ.get("TRUCEWATCH_CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return address


@contextmanager
def new_database() -> Iterator[str]:
    """An empty database of its own, gone afterwards."""
    address = server()
    name = f"trucewatch_{uuid4().hex[:12]}"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        try:
            yield make_url(address).set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty store may be: a path, or the address of an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    with new_database() as address:
        yield address
