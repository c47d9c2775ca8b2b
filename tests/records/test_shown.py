"""A notebook shows a record with its words, escapes what it shows, and hides no absence."""

from __future__ import annotations

from tests.records.test_codec import TRUCE

from trucewatch.records.ledger import Ledger, Toll
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.text import Cited, Span


def test_a_claim_shows_each_value_with_its_words() -> None:
    page = TRUCE._repr_html_()
    assert "<q>halted fire</q>" in page
    assert "1 day, 0:00:00" in page and "Vukovar (town, not found)" in page
    assert "by antecedent" in page
    assert "mediated" not in page


def test_what_is_shown_is_escaped() -> None:
    page = Cited("<script>", (Span(0, 1, "<b>"),))._repr_html_()
    assert "<script>" not in page and "&lt;script&gt;" in page and "<q>&lt;b&gt;</q>" in page


def test_a_private_person_is_shown_by_role() -> None:
    person = Cited(Party("text:mira", "Mira", PartyKind.WITNESS, private=True, role="baker"), ())
    assert "baker" in person._repr_html_() and "Mira" not in person._repr_html_()


def test_a_ledger_folds_its_records() -> None:
    page = Ledger(None, tolls=tuple(Toll(f"N{n}", TRUCE) for n in range(40)))._repr_html_()  # type: ignore[arg-type]
    assert page.count("<details>") >= 30
    assert "Toll N1" in page and "and 10 more" in page


def test_a_place_that_was_found_says_no_more_than_its_level() -> None:
    assert "Oru (town)" in Cited(Place("Oru", Level.TOWN, gazetteer_id="1"), ())._repr_html_()
