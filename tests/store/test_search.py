"""Search in the database finds what search in memory finds, also in a ledger written before there was any."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import create_engine, text
from tests.stories import BAHRI, report

from trucewatch.query.words import claim_texts, found_in, index_keys, wanted
from trucewatch.records.claim import IncidentClaim
from trucewatch.records.text import Article
from trucewatch.store import Store

NOW = datetime(2026, 3, 1)
STORIES = (
    ("Shells hit a mill in Ḩarastā.", "Shells"),
    ("Two bombs fell on Harasta and on بحلب.", "bombs"),
    ("A drone struck the quay of Ṣanʿāʾ.", "drone"),
)
ASKED = ("harasta", "حلب", "shelling", "bomb harasta", "quay", "sanaa", "nowhere", "a", '"', "NOT quay", "qu* OR", "(")


def reading(text: str, act: str) -> tuple[Article, IncidentClaim]:
    news = report(f"{text} Several people were hurt in the attack, and many left the town for the hills that night.")
    return news.article, news.incident(text, act, BAHRI)


@pytest.fixture
def filled(where: str) -> str:
    with Store(where) as store:
        for story in STORIES:
            article, claim = reading(*story)
            store.add_reading(article, [claim], revision="1", now=NOW)
    return where


@pytest.mark.parametrize("asked", ASKED)
def test_the_database_finds_what_memory_finds(filled: str, asked: str) -> None:
    claims = [reading(*story)[1] for story in STORIES]
    needs = wanted(asked)
    expected = {c.id for c in claims if needs and found_in(needs, set(index_keys(claim_texts(c))))}
    with Store(filled) as store:
        assert store.search(asked).claims == expected


def test_articles_are_found_by_their_whole_text(filled: str) -> None:
    with Store(filled) as store:
        assert len(store.search("many hills").articles) == 3
        assert len(store.search("حلب").articles) == 1


def test_an_index_that_was_lost_is_made_anew(filled: str) -> None:
    with Store(filled) as store:
        before = store.search("harasta")
        engine = create_engine(filled if "://" in filled else f"sqlite:///{filled}")
        with engine.begin() as raw:
            raw.execute(text("DELETE FROM search"))
            if "://" not in filled:
                raw.execute(text("INSERT INTO search_index(search_index) VALUES ('rebuild')"))
        engine.dispose()
        assert store.search("harasta").claims == frozenset()
        store.rebuild_search()
        assert store.search("harasta") == before
