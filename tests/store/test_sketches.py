"""Copies are found in the store itself, also in one written before it kept sketches."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.text import Article
from trucewatch.store import Store

NOW = datetime(2024, 3, 5, 9, 0)
DISPATCH = """Barge burnt on the Sobat

MALAKAL, March 3 (Nile Wire) - Men in two boats boarded a grain barge on the Sobat river on Sunday, took the crew's money and set the barge on fire, its owner said.

Nobody was hurt. The river police said they would send a patrol from Nasir.
"""


def _read(words: str) -> Article:
    article = read_article(words.encode(), "a.txt", published="2024-03-03")
    assert not isinstance(article, Unreadable)
    return article


FIRST = _read(DISPATCH)
COPY = _read(DISPATCH.replace("Barge burnt on the Sobat", "River robbery").replace("Nobody was hurt. ", ""))
OTHER = _read(
    "Council meets\n\nMALAKAL, March 3 - The town council met on Sunday to speak of the price of grain and fuel.\n"
)


def test_a_copy_is_found_among_what_the_store_holds(tmp_path: Path) -> None:
    with Store(tmp_path / "w.db") as store:
        store.add_readings([(FIRST, ()), (OTHER, ())], revision="r1", now=NOW)
        ((name, share),) = store.copies_of(COPY)
        assert name == FIRST.id and share > 0.6
        assert store.copies_of(OTHER) == ()


def test_an_older_store_is_sketched_when_it_is_opened(tmp_path: Path) -> None:
    with Store(tmp_path / "w.db") as store:
        store.add_readings([(FIRST, ()), (OTHER, ())], revision="r1", now=NOW)
        with store._engine.connect().execution_options(writes=True) as connection, connection.begin():
            for statement in (
                "DROP TABLE runs",
                "DROP TABLE sketches",
                "UPDATE alembic_version SET version_num = '0004'",
            ):
                connection.execute(text(statement))
    with Store(tmp_path / "w.db") as store:
        assert [name for name, _ in store.copies_of(COPY)] == [FIRST.id]
