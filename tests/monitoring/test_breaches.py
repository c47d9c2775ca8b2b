"""The seven tests: who is named by whom, where and when, and what stays unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.stories import (
    ARMY,
    BAHRI,
    CIVILIANS,
    DOCTORS,
    JIHAD,
    KHARTOUM,
    NYALA,
    REBELS,
    RSF,
    SUDAN,
    day,
    hour,
    report,
)

from trucewatch.monitoring import find_breaches, term_of
from trucewatch.reconciliation.incidents import reconcile_incidents
from trucewatch.reconciliation.truces import reconcile_truces
from trucewatch.records.claim import Grain, IncidentClaim, TruceAct
from trucewatch.records.ledger import Answer, Breach, Outcome
from trucewatch.records.place import Level, Place
from trucewatch.records.reading import Stance

NEWS = report("""Truce in Khartoum

KHARTOUM, April 22 - A truce in Khartoum between the army and the Rapid Support Forces began at 06:00 on 21 April for 72 hours. It leaves out Ansar al-Nasr. Shells fell on Bahri on 22 April, the doctors' union said. Rebels fired on civilians.
""")
BATH = Place("Wad Hajar", Level.VILLAGE, None)


def _rows(*, area: Place = KHARTOUM, **more: object) -> list[Breach]:
    truce = NEWS.truce(
        "A truce in Khartoum between the army and the Rapid Support Forces began at 06:00 on 21 April",
        "truce",
        TruceAct.IN_FORCE,
        area,
        start=NEWS.cite("06:00 on 21 April", hour(21, 6)),
        duration=NEWS.cite("72 hours", timedelta(hours=72)),
        bound=(NEWS.cite("army", ARMY), NEWS.cite("Rapid Support Forces", RSF)),
        excluded=(NEWS.cite("Ansar al-Nasr", JIHAD),),
    )
    place = more.pop("where", BAHRI)
    shells = NEWS.incident("Shells fell on Bahri on 22 April", "Shells", place, when=NEWS.cite("22 April", day(22)))  # type: ignore[arg-type]
    incident: IncidentClaim = replace(shells, **more)  # type: ignore[arg-type]
    articles = {NEWS.article.id: NEWS.article}
    truces = reconcile_truces([truce], articles)
    return list(find_breaches(reconcile_incidents([incident], articles), truces, [(t.id, term_of(t)) for t in truces]))


def _outcome(**more: object) -> Outcome:
    (row,) = _rows(**more)  # type: ignore[arg-type]
    return row.outcome


def _answers(**more: object) -> dict[str, Answer]:
    (row,) = _rows(**more)  # type: ignore[arg-type]
    return {t.name: t.answer for t in row.tests}


def test_nobody_named_is_unattributed() -> None:
    (row,) = _rows()
    assert row.outcome is Outcome.UNATTRIBUTED and row.counted and row.alleged_party is None
    assert len(row.tests) == 7 and all(t.reason for t in row.tests)


def test_a_named_source_names_a_party() -> None:
    said = NEWS.said(DOCTORS, by="doctors' union")
    (row,) = _rows(actor=NEWS.cite("Rapid Support Forces", RSF), said=said)
    assert row.outcome is Outcome.ALLEGED
    assert row.alleged_party == "Rapid Support Forces"
    assert row.reason == "doctors' union names Rapid Support Forces"


def test_an_umbrella_word_is_bound_by_no_text_and_still_alleged() -> None:
    rebels = NEWS.cite("Rebels", REBELS)
    assert _outcome(actor=rebels) is Outcome.ALLEGED
    assert _answers(actor=rebels)["actor bound"] is Answer.UNKNOWN


def test_the_accused_denies() -> None:
    said = NEWS.said(DOCTORS, by="doctors' union")
    answer = (Stance.DENIED, NEWS.cite("Rapid Support Forces", RSF), NEWS.words("Rebels fired"))
    said = replace(said, responses=(answer,))
    assert _outcome(actor=NEWS.cite("Rapid Support Forces", RSF), said=said) is Outcome.DISPUTED


def test_an_excluded_actor_or_target_is_exempt_wherever_it_was() -> None:
    jihad = NEWS.cite("Ansar al-Nasr", JIHAD)
    assert _outcome(actor=jihad) is Outcome.EXEMPT
    assert _outcome(target=jihad, actor=NEWS.cite("army", ARMY), where=None) is Outcome.EXEMPT


def test_before_and_after_the_term() -> None:
    assert _outcome(when=NEWS.cite("22 April", day(20))) is Outcome.BEFORE
    assert _outcome(when=NEWS.cite("22 April", day(25))) is Outcome.AFTER


def test_a_day_that_straddles_the_start_is_unknown() -> None:
    straddles = NEWS.cite("22 April", day(21))
    assert _answers(when=straddles)["in force"] is Answer.UNKNOWN
    assert _outcome(when=straddles) is Outcome.UNATTRIBUTED


def test_outside_by_geometry_and_unknown_without_any() -> None:
    assert _outcome(where=NYALA) is Outcome.OUTSIDE
    assert _answers(where=BATH)["inside the area"] is Answer.UNKNOWN
    assert _answers(where=None)["inside the area"] is Answer.UNKNOWN


def test_a_place_wider_than_the_area_is_unknown() -> None:
    assert _answers(where=SUDAN)["inside the area"] is Answer.UNKNOWN


def test_civilians_are_protected() -> None:
    assert _answers(target=NEWS.cite("civilians", CIVILIANS))["target protected"] is Answer.YES


def test_aggregates_are_assessed_and_not_counted() -> None:
    (row,) = _rows(grain=Grain.AGGREGATE)
    assert row.outcome is Outcome.UNATTRIBUTED and not row.counted


def test_unarmed_acts_have_no_row() -> None:
    assert _rows(armed=False) == []


def test_a_denied_report_is_not_assessable() -> None:
    denied = NEWS.said(DOCTORS, Stance.DENIED, by="doctors' union")
    assert _outcome(actor=NEWS.cite("army", ARMY), said=denied) is Outcome.NOT_ASSESSABLE


def test_an_act_before_the_day_of_signing_is_before_and_one_after_it_may_be_within() -> None:
    signed = NEWS.truce(
        "A truce in Khartoum between the army and the Rapid Support Forces began at 06:00 on 21 April",
        "truce",
        TruceAct.AGREED,
        KHARTOUM,
        announced=NEWS.cite("22 April", day(22)),
    )
    articles = {NEWS.article.id: NEWS.article}
    truces = reconcile_truces([signed], articles)
    for on, outcome, force in ((20, Outcome.BEFORE, Answer.NO), (25, Outcome.UNATTRIBUTED, Answer.UNKNOWN)):
        shells = NEWS.incident("Shells fell on Bahri on 22 April", "Shells", BAHRI, when=NEWS.cite("22 April", day(on)))
        incidents = reconcile_incidents([shells], articles)
        (row,) = find_breaches(incidents, truces, [(t.id, term_of(t)) for t in truces])
        assert (row.outcome, row.tests[0].answer) == (outcome, force)


def test_an_inferred_area_puts_nothing_outside() -> None:
    stated = NEWS.truce(
        "A truce in Khartoum", "truce", TruceAct.IN_FORCE, KHARTOUM, start=NEWS.cite("21 April", day(21))
    )
    assert stated.area is not None
    inferred = replace(stated, area=replace(stated.area, derivation="the area of the truce named before"))
    shells = NEWS.incident("Shells fell on Bahri on 22 April", "Shells", NYALA, when=NEWS.cite("22 April", day(22)))
    articles = {NEWS.article.id: NEWS.article}
    found = []
    for claim in (stated, inferred):
        truces = reconcile_truces([claim], articles)
        (row,) = find_breaches(reconcile_incidents([shells], articles), truces, [(t.id, term_of(t)) for t in truces])
        found.append(row.outcome)
    assert found == [Outcome.OUTSIDE, Outcome.NOT_ASSESSABLE]
