"""What the ledger said at a moment is looked up, and is what compiling it then would give; dropped, it is compiled."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import FIRST, SECOND, Desk

from trucewatch.cli.ledgers import asked, view
from trucewatch.query.asked import Query
from trucewatch.store import Store

STEPS: tuple[tuple[str, ...], ...] = (
    ("judge", "correct", "I1", "killed", "4", "--reason", "morgue list"),
    ("judge", "merge", "I1", "I2", "--reason", "one volley"),
    ("judge", "confirm", "I1", "T1", "--reason", "seen"),
    ("judge", "undo", "J2"),
    ("judge", "add", "incident", "sub_event=Attack", "killed=2", "--reason", "Two were shot near the mill, by phone."),
    ("judge", "reject", "I2", "--reason", "a drill"),
    ("judge", "undo", "J6"),
)  # fmt: skip


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("worked"))
    assert desk.run("read", desk.file("a.txt", FIRST), "--published", "2018-12-18").exit_code == 0
    assert desk.run("read", desk.file("b.txt", SECOND), "--published", "2018-12-19").exit_code == 0
    for step in STEPS:
        result = desk.run(*step)
        assert result.exit_code == 0, result.output
    return desk


def moments(db: Path) -> list[datetime]:
    with Store(db) as store:
        return [time for _, time in store.states()]


def test_every_state_was_kept_as_it_was_compiled(worked: Desk) -> None:
    times = moments(worked.db)
    assert len(times) >= len(STEPS) + 2
    with Store(worked.db) as store:
        for time in times:
            query = Query(recorded_by=time.isoformat())
            looked_up, compiled = view(store, query, claims_too=False), view(store, query)
            assert looked_up.claims == () and compiled.claims
            assert looked_up.ledger == compiled.ledger


def test_a_day_of_publication_is_looked_up_the_second_time(worked: Desk) -> None:
    query = Query(published_by="2018-12-18")
    with Store(worked.db) as store:
        first = view(store, query)
        again = view(store, Query(published_by="2018-12-19T05:00"), claims_too=False)
    assert again.claims == () and again.ledger.incidents == first.ledger.incidents


def test_versions_can_be_dropped_and_made_anew(worked: Desk) -> None:
    times = [t.isoformat() for t in moments(worked.db)]

    def said() -> list[Any]:
        return [worked.json("incidents", "--recorded-by", t) for t in times]

    before = said()
    with Store(worked.db) as store:
        store.forget_versions()
        assert store.recall(store.position()) is None
    assert said() == before
    assert worked.run("rebuild").exit_code == 0
    with Store(worked.db) as store:
        assert all(store.recall(store.position(datetime.fromisoformat(t))) is not None for t in times)
        assert asked(store, Query(recorded_by=times[0])).view.claims == ()
    assert said() == before


def test_what_was_never_compiled_is_compiled_when_asked_for(worked: Desk) -> None:
    with Store(worked.db) as store:
        kept = store.readings()[0]
        moment = datetime(2100, 1, 1)
        store.add_reading(kept.article, [], revision="later", now=moment)
        assert store.recall(store.position()) is None
        assert view(store, Query(recorded_by="2100-01-02"), claims_too=False).claims


def test_who_only_looks_never_waits_for_who_writes(worked: Desk) -> None:
    import sqlite3
    import time

    assert worked.run("incidents").exit_code == 0
    with Store(worked.db) as store:
        store.forget_versions()
    writer = sqlite3.connect(worked.db, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    began = time.perf_counter()
    assert worked.run("incidents").exit_code == 0
    assert worked.run("truces", "--published-by", "2018-12-18").exit_code == 0
    assert time.perf_counter() - began < 4
    writer.execute("ROLLBACK")
    writer.close()
    with Store(worked.db) as store:
        assert store.recall(store.position()) is None
        assert store.remember(view(store).ledger, store.position())
