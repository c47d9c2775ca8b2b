"""What waits for a person: a breach before a rally, a doubt before a certainty, many dead before none, today before last year."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.stories import BAHRI, CIVILIANS, KHARTOUM, REBELS, RSF, day, report

from trucewatch.monitoring.queue import Waiting, queue
from trucewatch.pipeline import compile_ledger
from trucewatch.records.claim import Claim, IncidentClaim, TruceAct
from trucewatch.records.review import Judgement, Verdict, anchor_of

NEWS = report("""Shells on Bahri

KHARTOUM, April 22 - Shells hit a bakery in Bahri on 21 April, killing 12 people. Shells hit a wall in Bahri on 20 April. A ceasefire in Khartoum began on 19 April.
""")
WALL = NEWS.incident(
    "Shells hit a wall in Bahri on 20 April",
    "Shells",
    BAHRI,
    when=NEWS.cite("20 April", day(20)),
    actor=NEWS.cite("Shells", RSF),
)
BAKERY = NEWS.incident(
    "Shells hit a bakery in Bahri on 21 April", "Shells", BAHRI, when=NEWS.cite("21 April", day(21)), actor=NEWS.cite("Shells", RSF),
    target=NEWS.cite("bakery", CIVILIANS), harms=(NEWS.harm("12 people", "killed", 12, 12),),
)  # fmt: skip
TRUCE = NEWS.truce(
    "A ceasefire in Khartoum began on 19 April",
    "ceasefire",
    TruceAct.IN_FORCE,
    KHARTOUM,
    start=NEWS.cite("19 April", day(19)),
)


def judged(verdict: Verdict, of: Claim, hour: int = 9) -> Judgement:
    return Judgement(f"J{hour}.1", verdict, anchor_of(of), "ana", datetime(2023, 4, 23, hour), reason="seen")


def waiting(*claims: Claim, judgements: tuple[Judgement, ...] = (), at: datetime | None = None) -> list[Waiting]:
    return list(queue(compile_ledger([NEWS.article], claims, judgements, at), judgements))


def score(claim: IncidentClaim, *others: Claim, at: datetime | None = None) -> float:
    return next(w.score for w in waiting(claim, *others, at=at) if w.kind == "incident")


def test_each_part_counts() -> None:
    assert score(WALL, TRUCE) > score(WALL)
    assert score(replace(WALL, actor=NEWS.cite("Shells", REBELS)), TRUCE) > score(WALL, TRUCE)
    assert score(BAKERY, TRUCE) > score(replace(BAKERY, harms=()), TRUCE)
    assert score(WALL, TRUCE) > score(WALL, TRUCE, at=datetime(2024, 4, 22))


def test_the_order_is_that_of_the_product_and_the_reasons_are_in_words() -> None:
    found = waiting(WALL, BAKERY, TRUCE)
    assert [w.score for w in found] == sorted((w.score for w in found), reverse=True)
    first = next(w for w in found if "12 or more killed" in w.why)
    assert "alleged violation of" in first.why[0]
    assert first.score == pytest.approx(first.relevance * first.uncertainty * first.severity * first.newness, abs=0.002)


def test_what_is_accepted_waits_no_more_until_the_acceptance_is_undone() -> None:
    accept = judged(Verdict.ACCEPT, WALL)
    undo = replace(accept, id="J10.1", undoes="J9.1", made=accept.made + timedelta(hours=1))
    assert waiting(WALL, judgements=(accept,)) == []
    assert len(waiting(WALL, judgements=(accept, undo))) == 1


def test_what_somebody_is_unsure_of_waits_before_its_like() -> None:
    unsure = judged(Verdict.UNSURE, WALL)
    (one,) = waiting(WALL, judgements=(unsure,))
    assert one.score > score(WALL) and "somebody is unsure of it" in one.why


def test_an_accepted_record_comes_back_when_another_report_joins_it() -> None:
    later = report("Bahri\n\nKHARTOUM, April 23 - Shells hit a wall in Bahri on 20 April.", "2023-04-23")
    again = later.incident(
        "Shells hit a wall in Bahri on 20 April", "Shells", BAHRI, when=later.cite("20 April", day(20))
    )
    accept, same = judged(Verdict.ACCEPT, WALL), replace(judged(Verdict.SAME, WALL, 10), right=anchor_of(again))
    ledger = compile_ledger([NEWS.article, later.article], [WALL, again], [accept, same])
    (one,) = queue(ledger, [accept, same])
    assert "told of again since it was looked at" in one.why


def test_a_decision_whose_ground_moved_brings_the_record_back() -> None:
    accept = judged(Verdict.ACCEPT, WALL)
    ledger = compile_ledger([NEWS.article], [WALL], [accept])
    (one,) = queue(ledger, [accept], {ledger.incidents[0].id: "its words are read otherwise"})
    assert "the ground of a decision moved: its words are read otherwise" in one.why
