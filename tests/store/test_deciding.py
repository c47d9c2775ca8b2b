"""Two analysts at one ledger: whoever decides on what has changed meanwhile is told so, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from trucewatch.records.review import Anchor, Judgement, Verdict
from trucewatch.store import StaleError, Store

NINE, TEN = datetime(2026, 3, 1, 9), datetime(2026, 3, 1, 10)
MILL = Anchor("f" * 64, "incident", ((0, 6),), "I7")
QUAY = Anchor("f" * 64, "incident", ((40, 46),), "I8")
PLACE = Judgement("", Verdict.CORRECT, MILL, "ana", NINE, field="place", value='"Oru"', seen='"Oro"')


def test_decisions_are_numbered_in_the_order_written_with_a_part_for_each_claim(where: str) -> None:
    with Store(where) as store:
        first = store.decide([PLACE, replace(PLACE, left=QUAY)], now=NINE)
        (second,) = store.decide([replace(PLACE, verdict=Verdict.ACCEPT, field=None)], now=TEN)
    assert [j.id for j in (*first, second)] == ["J1.1", "J1.2", "J2.1"]


def test_a_correction_of_what_changed_since_it_was_seen_is_refused_and_says_by_whom(where: str) -> None:
    with Store(where) as store:
        seen = store.position()
        store.decide([replace(PLACE, analyst="ben", made=TEN)], now=TEN, seen=seen)
        with pytest.raises(
            StaleError, match=r"ben decided on place of I7 at 2026-03-01 10:00 \(J1\), after you looked"
        ):
            store.decide([PLACE], now=TEN, seen=seen)
        assert [j.analyst for j in store.judgements()] == ["ben"]


def test_a_decision_on_another_record_or_field_is_no_hindrance(where: str) -> None:
    with Store(where) as store:
        seen = store.position()
        store.decide([replace(PLACE, analyst="ben", left=QUAY), replace(PLACE, field="when")], now=TEN, seen=seen)
        store.decide([PLACE], now=TEN, seen=seen)
        assert len(store.judgements()) == 3
