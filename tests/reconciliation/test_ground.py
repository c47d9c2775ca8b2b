"""A new extractor reads the same report: every decision is kept, and those whose ground moved are listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.stories import BAHRI, KHARTOUM, NYALA, day, report

from trucewatch.pipeline import compile_ledger
from trucewatch.reconciliation.ground import Moved, ground
from trucewatch.records.claim import Claim
from trucewatch.records.fields import as_text
from trucewatch.records.review import Judgement, Verdict, anchor_of

NEWS = report("""Shells on Bahri

KHARTOUM, April 22 - Shells hit a bakery in Bahri on 21 April. A mine killed a farmer near Nyala.
""")
BAKERY = NEWS.incident("Shells hit a bakery in Bahri on 21 April", "Shells", when=NEWS.cite("21 April", day(21)))
AGAIN = replace(BAKERY, id="read-by-a-later-revision")


def judged(verdict: Verdict, **more: object) -> Judgement:
    made = Judgement("J1.1", verdict, anchor_of(BAKERY, "I1"), "ana", datetime(2023, 4, 23), reason="seen on site")
    return replace(made, **more)  # type: ignore[arg-type]


def moved(judgement: Judgement, *claims: Claim) -> tuple[Moved, ...]:
    return ground(claims, [NEWS.article], [judgement])


PLACE = judged(Verdict.CORRECT, field="place", value=as_text(BAHRI), seen=as_text(None))


def test_the_same_words_read_again_are_the_same_ground() -> None:
    assert moved(judged(Verdict.ACCEPT), AGAIN) == () and moved(PLACE, AGAIN) == ()


def test_words_that_are_read_no_more() -> None:
    (one,) = moved(judged(Verdict.ACCEPT))
    assert one.why == "the incident read from “Shells” is read no more"


def test_a_correction_stays_in_force_and_is_listed_where_another_value_is_read_now() -> None:
    when = judged(Verdict.CORRECT, field="when", value=as_text(day(20)), seen=as_text(day(21)))
    later = replace(AGAIN, when=NEWS.cite("21 April", day(19)))
    (one,) = moved(when, later)
    assert (one.was, one.now) == (day(21), day(19))
    assert compile_ledger([NEWS.article], [later], [when]).incidents[0].lead.when.value == day(20)  # type: ignore[union-attr]


def test_a_place_that_is_read_now_moves_the_ground_of_its_correction_and_of_its_words() -> None:
    later = replace(AGAIN, place=NEWS.cite("a bakery in Bahri on 21 April", KHARTOUM))
    (one,) = moved(PLACE, later)
    assert "is read from other words now" in one.why
    assert compile_ledger([NEWS.article], [later], [PLACE]).incidents[0].lead.place.value == BAHRI  # type: ignore[union-attr]


def test_a_place_read_from_the_same_words_is_another_value() -> None:
    near = replace(AGAIN, place=replace(NEWS.cite("Bahri", NYALA), evidence=BAKERY.event.evidence))
    (one,) = moved(PLACE, near)
    assert (one.was, one.now) == (None, NYALA)


def test_a_second_correction_is_held_against_what_was_read_and_not_against_the_first() -> None:
    first = judged(Verdict.CORRECT, field="when", value=as_text(day(20)), seen=as_text(day(21)))
    second = replace(first, id="J2.1", made=datetime(2023, 4, 24), value=as_text(day(18)), seen=as_text(day(20)))
    assert ground([AGAIN], [NEWS.article], [first, second]) == ()


def test_a_value_that_no_longer_fits_is_kept_and_listed() -> None:
    strange = judged(Verdict.CORRECT, field="place", value='"a string"', seen=as_text(None))
    (one,) = moved(strange, AGAIN)
    assert "no longer fits the field" in one.why
    assert compile_ledger([NEWS.article], [AGAIN], [strange]).incidents[0].lead.place is None
