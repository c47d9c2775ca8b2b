"""A store copied to another place is the same store; a damaged one is found out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from benchmarks.soak.writers import decision, report
from sqlalchemy import create_engine, text

from trucewatch.store import Store, StoreError
from trucewatch.store.copying import copy_store, faults_of

NOON = datetime(2026, 3, 1, 12)


def _fill(where: str, first: int = 0) -> None:
    with Store(where) as store:
        for n in range(first, first + 3):
            article, claim = report(n)
            store.add_reading(article, [claim], revision="1", now=NOON)
            store.decide([decision(n)], now=NOON)


def _all(where: str) -> tuple[object, ...]:
    with Store(where) as store:
        return store.readings(), store.judgements(), store.search("Oru")


def test_copy_is_the_same_store_and_goes_on_counting(where: str, tmp_path: Path) -> None:
    _fill(where)
    there = str(tmp_path / "backup.db")
    assert copy_store(where, there)["judgements"] == 3
    assert _all(there) == _all(where)
    _fill(there, 3)
    with Store(there) as store:
        assert [j.id for j in store.judgements()] == [f"J{n}.1" for n in range(1, 7)]


def test_backup_comes_back_into_an_empty_store_of_either_kind(where: str, tmp_path: Path) -> None:
    kept = str(tmp_path / "kept.db")
    _fill(kept)
    copy_store(kept, where)
    assert _all(where) == _all(kept)
    _fill(where, 3)
    assert faults_of(where) == []


def test_nothing_is_written_over(where: str, tmp_path: Path) -> None:
    _fill(where)
    other = str(tmp_path / "other.db")
    _fill(other, 7)
    before = _all(where)
    with pytest.raises(StoreError, match="is not empty"):
        copy_store(other, where)
    assert _all(where) == before


def test_whole_store_has_no_faults(where: str) -> None:
    _fill(where)
    assert faults_of(where) == []


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("UPDATE articles SET text = text || '!'", "another text"),
        ("UPDATE claims SET body = '{}'", "another body"),
        ("UPDATE judgements SET body = '{}'", "cannot be read"),
    ],
)
def test_what_was_changed_behind_our_back_is_found(where: str, damage: str, words: str) -> None:
    _fill(where)
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    with engine.begin() as connection:
        connection.execute(text(damage))
    engine.dispose()
    assert any(words in fault for fault in faults_of(where))


def test_torn_file_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    _fill(str(path))
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\x00" * (len(data) // 2 - 4096)
    path.write_bytes(data)
    try:
        assert faults_of(str(path))
    except StoreError as error:
        assert "no ledger" in str(error)
