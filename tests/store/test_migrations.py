"""A ledger of every released schema opens under this one with all that it held."""

from __future__ import annotations

import json
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from trucewatch.store import Store
from trucewatch.store.opening import APPLICATION_ID, REVISIONS

WORDS = "Shells fell on Oru."
JUDGEMENT = {
    "id": "J1.1", "verdict": "reject", "analyst": "ana", "made": "2026-03-01T12:00:00", "reason": "a drill",
    "left": {"article": "f" * 64, "kind": "incident", "spans": [[0, 6]], "record": "I1"},
}  # fmt: skip


def _old(path: Path, revision: str) -> sqlite3.Connection:
    """A store as an older version left it."""
    config = Config()
    config.set_main_option("script_location", str(files("trucewatch.store") / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    held = sqlite3.connect(path)
    held.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return held


@pytest.mark.parametrize("revision", REVISIONS)
def test_articles_and_judgements_of_an_older_ledger_are_there(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "old.db"
    held = _old(path, revision)
    held.execute("INSERT INTO articles VALUES (?, ?, ?)", ("f" * 64, WORDS, "2026-03-01 12:00:00.000000"))
    columns = {row[1] for row in held.execute("PRAGMA table_info(judgements)")}
    row = {"analyst": "ana", "body": json.dumps(JUDGEMENT), "recorded": "2026-03-01 12:00:00.000000"}
    row |= {"id": JUDGEMENT["id"]} if "id" in columns else {}
    held.execute(f"INSERT INTO judgements ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    held.execute("INSERT INTO record_ids (id, kind, recorded) VALUES ('I1', 'incident', '2026-03-01 12:00:00.000000')")
    held.commit()
    held.close()
    with Store(path) as store:
        (judgement,) = store.judgements()
        assert (judgement.id, judgement.reason, judgement.left.record) == ("J1.1", "a drill", "I1")
        (second,) = store.decide([judgement], now=judgement.made)
        # From 0003 on what is written is made findable as it is written.
        assert store.search("shelling oru").articles == ({"f" * 64} if revision < "0003" else set())
    assert second.id == "J2.1"
    with sqlite3.connect(path) as after:
        assert after.execute("SELECT id FROM judgements ORDER BY row").fetchall() == [("J1.1",), ("J2.1",)]
        assert after.execute("SELECT text FROM articles").fetchall() == [(WORDS,)]
        assert after.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISIONS[-1],)]
