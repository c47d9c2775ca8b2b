"""The store keeps what was read, says nothing twice, and refuses files it does not understand."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from trucewatch.records.claim import Harm, PopulationClaim, Said, TollClaim
from trucewatch.records.count import Count
from trucewatch.records.ledger import Ledger, Toll
from trucewatch.records.reading import Stance
from trucewatch.records.review import Anchor, Judgement, Verdict
from trucewatch.records.text import Article, Cited, Published
from trucewatch.records.when import Precision, When
from trucewatch.store import Added, Store, StoreError
from trucewatch.store.opening import REVISIONS

NOON = datetime(2026, 3, 1, 12)
LATER = datetime(2026, 3, 2, 12)


def article(text: str = "Some 400 people remain in Oru.", source: str = "oru.txt", day: int = 4) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    when = When(datetime(2019, 5, day), datetime(2019, 5, day + 1), Precision.DAY, "May")
    return Article(digest, source, text, digest, (), "English", published=Published(when, "given"))


def claim(of: Article, low: int = 400) -> PopulationClaim:
    words = (of.quote(0, 15),)
    count = Cited(Count(low, None, "Some 400"), (of.quote(0, 8),))
    return PopulationClaim(f"c{low}", of.id, Said(Stance.NARRATED), words, "remaining", count)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_reading_an_article_twice_changes_nothing(where: str) -> None:
    with Store(where) as store:
        assert store.add_reading(article(), [claim(article())], revision="1", now=NOON) is Added.NEW
        before = store.readings()
        assert store.add_reading(article(), [claim(article())], revision="1", now=LATER) is Added.UNCHANGED
        assert store.readings() == before


def test_what_is_written_is_what_is_found_after_the_file_is_closed(where: str) -> None:
    with Store(where) as store:
        store.add_reading(article(), [claim(article())], revision="1", now=NOON)
    with Store(where) as store:
        (kept,) = store.readings()
    assert kept.article == article()
    assert kept.claims == (claim(article()),)
    assert (kept.revision, kept.recorded) == ("1", NOON)


def test_a_new_revision_is_active_and_the_old_reading_can_still_be_asked_for(where: str) -> None:
    with Store(where) as store:
        store.add_reading(article(), [claim(article())], revision="1", now=NOON)
        assert store.add_reading(article(), [claim(article(), 401)], revision="2", now=LATER) is Added.REVISED
        assert [c.id for c in store.readings()[0].claims] == ["c401"]
        assert [c.id for c in store.readings(recorded_by=NOON)[0].claims] == ["c400"]


def test_going_back_to_an_older_reading_is_a_change_of_mind_not_a_new_reading(where: str) -> None:
    with Store(where) as store:
        for low, now in ((400, NOON), (401, NOON), (400, LATER)):
            store.add_reading(article(), [claim(article(), low)], revision="1", now=now)
        assert [c.id for c in store.readings()[0].claims] == ["c400"]


def test_published_by_answers_what_the_public_could_know(where: str) -> None:
    early, late = article("A quiet day.", day=4), article("Another quiet day.", day=9)
    undated = replace(article("A day."), published=None)
    with Store(where) as store:
        for one in (early, late, undated):
            store.add_reading(one, [], revision="1", now=NOON)
        known = store.readings(published_by=datetime(2019, 5, 6))
    assert [k.article.text for k in known] == ["A quiet day."]


def test_one_text_met_in_two_places_is_one_article(where: str) -> None:
    with Store(where) as store:
        store.add_reading(article(), [], revision="1", now=NOON)
        store.add_reading(article(source="copy.html"), [], revision="1", now=LATER)
        assert len(store.readings()) == 1
        assert [s for s, _ in store.sources_of(article().id)] == ["oru.txt", "copy.html"]


def test_a_second_program_reads_while_the_first_is_open(where: str) -> None:
    with Store(where) as writer, Store(where) as reader:
        writer.add_reading(article(), [], revision="1", now=NOON)
        assert len(reader.readings()) == 1


def test_a_locked_ledger_says_so(path: Path) -> None:
    with Store(path, lock_wait_s=0.05) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked by another program"):
            store.add_reading(article(), [], revision="1", now=NOON)
        other.close()


def test_a_text_file_is_no_ledger(path: Path) -> None:
    path.write_text("Dear diary, " * 200)
    with pytest.raises(StoreError, match="is no ledger"):
        Store(path)
    assert path.read_text().startswith("Dear diary")


def test_another_programs_database_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="another program"):
        Store(path)


def test_a_ledger_of_a_newer_version_is_refused_with_the_remedy(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer Trucewatch"):
        Store(path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder must exist"):
        Store(tmp_path / "nowhere" / "ledger.db")


def test_migrations_make_exactly_the_tables_the_code_uses(path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    from trucewatch.store.tables import metadata

    Store(path).close()
    with create_engine(f"sqlite:///{path}").connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    # The database keeps its search index in tables of its own.
    strange = [change for change in found if change[0] != "remove_table" or "search_index" not in change[1].name]
    assert strange == []


def test_every_migration_script_is_known_to_the_opener() -> None:
    folder = Path("src/trucewatch/store/migrations/versions")
    assert sorted(p.name.split("_")[0] for p in folder.glob("*.py")) == list(REVISIONS)


def test_judgements_are_kept_in_order_and_by_when_they_were_recorded(where: str) -> None:
    about = Anchor("f" * 64, "truce", ((0, 5), (9, 12)), "T1")
    first = Judgement("j1", Verdict.REJECT, about, "ana", NOON, reason="a film shoot")
    second = Judgement("j2", Verdict.ACCEPT, about, "ana", LATER, undoes="j1")
    with Store(where) as store:
        store.add_judgement(first, now=NOON)
        store.add_judgement(second, now=LATER)
        assert store.judgements() == (first, second)
        assert store.judgements(recorded_by=NOON) == (first,)


def test_minted_ids_outlive_the_file_being_closed(where: str) -> None:
    one = article()
    words = (one.quote(0, 8),)
    toll = TollClaim("n", one.id, Said(Stance.NARRATED), words, Harm("killed", Cited(Count(4, 4, "4"), words)))
    compiled = Ledger(None, (one,), tolls=(Toll("toll-77ab", toll),))
    with Store(where) as store:
        store.add_reading(one, [toll], revision="1", now=NOON)
        assert store.named(compiled, [toll]).tolls[0].id == "toll-77ab"
        store.mint_ids(compiled, [toll], now=NOON)
    later = Ledger(None, (one,), tolls=(Toll("toll-03cd", toll),))
    with Store(where) as store:
        assert store.named(later, [toll]).tolls[0].id == "N1"
