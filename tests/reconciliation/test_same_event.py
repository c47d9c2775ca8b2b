"""Whether two reports tell of one event: the score, the reasons a reader sees, groups, and the labelled pairs."""

from __future__ import annotations

from datetime import date

import pytest
from benchmarks.same_event.__main__ import figures, grouped, pairs, tellings

from trucewatch.knowledge.same_event import same_event_words
from trucewatch.reconciliation.same_event import Tellings, Told, told

FERRY = "A ferry sank off Kolda on Tuesday and 37 people drowned, the coast guard said."
FERRY_AGAIN = "Thirty-seven drowned when an overloaded ferry capsized near Kolda, officials in Kolda said."
MARKET = "Shells hit the market of Bor on Tuesday and killed 12 shoppers, doctors said."
MARKET_LATER = "Bor buried shoppers killed by artillery in its market; doctors now count 14 dead."
VOTE = "The mayor of Lund won the run-off on Tuesday with 53 per cent of the votes."


def _reports(*texts: tuple[str, str, date | None]) -> Tellings:
    return Tellings([told(id, text, day=day) for id, text, day in texts])


@pytest.fixture
def reports() -> Tellings:
    day, next_day = date(2031, 5, 6), date(2031, 5, 7)
    return _reports(
        ("ferry", FERRY, day),
        ("ferry again", FERRY_AGAIN, day),
        ("market", MARKET, day),
        ("market later", MARKET_LATER, next_day),
        ("vote", VOTE, day),
    )


def test_two_tellings_of_one_event_are_alike_for_reasons_a_reader_sees(reports: Tellings) -> None:
    likeness = reports.likeness("market", "market later")
    assert likeness.score > reports.likeness("market", "vote").score
    shown = {reason.what: reason.sentence for reason in likeness.reasons}
    assert "market" in shown["shared words"]
    assert "2031-05-06 against 2031-05-07" in shown["published 1 day apart"]


def test_other_words_for_the_same_thing_count_as_the_same(reports: Tellings) -> None:
    features = reports.features("ferry", "ferry again")
    assert features["words"] > 0.1
    assert "sink" in reports.reports["ferry"].words
    assert "sink" in reports.reports["ferry again"].words


def test_the_same_day_alone_says_nothing(reports: Tellings) -> None:
    assert reports.likeness("ferry", "vote").score < 0.3
    assert reports.likeness("ferry", "market").score < 0.5


def test_groups_hold_one_event_each(reports: Tellings) -> None:
    assert reports.groups() == [["ferry", "ferry again"], ["market", "market later"], ["vote"]]


def test_the_order_of_reports_changes_nothing(reports: Tellings) -> None:
    turned = Tellings(list(reversed(list(reports.reports.values()))))
    assert turned.groups() == reports.groups()
    assert turned.likeness("market", "market later").score == reports.likeness("market later", "market").score


def test_an_unknown_day_speaks_neither_for_nor_against() -> None:
    undated = _reports(("a", MARKET, None), ("b", MARKET_LATER, date(2031, 5, 7)), ("c", VOTE, None))
    assert not [r for r in undated.likeness("a", "b").reasons if "apart" in r.what]


def test_a_report_without_words_is_like_nothing() -> None:
    empty = Tellings([told("a", "..."), told("b", MARKET)])
    assert isinstance(empty.reports["a"], Told)
    assert empty.groups() == [["a"], ["b"]]


def test_the_labelled_pairs_are_told_apart() -> None:
    rows = pairs("fit") + pairs("held")
    assert len(rows) >= 500
    precision, recall, _, accuracy = figures(tellings(), rows)
    assert precision > 0.8 and recall > 0.6 and accuracy > 0.9
    assert grouped(tellings())[0] > 0.65


def test_no_word_stands_in_two_senses() -> None:
    assert len(same_event_words().senses) > 150
