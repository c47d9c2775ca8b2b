"""Mentions of one truce meet, different truces stay apart, rival terms stand side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.stories import ARMY, BAHRI, KHARTOUM, RSF, SUDAN, Report, day, hour, report

from trucewatch.reconciliation.truces import reconcile_truces
from trucewatch.records.claim import TruceAct, TruceClaim
from trucewatch.records.ledger import Truce
from trucewatch.records.place import Level, Place

# No gazetteer has it: how it lies to Sudan follows from its country alone.
NAMED = Place("Sudan north and east", Level.COUNTRY, "SD", "Sudan")
FIRST = report("""Guns fall silent in Sudan for the feast

KHARTOUM, April 22 - The Rapid Support Forces agreed to a truce in Sudan from 06:00 on 21 April. The truce is for 72 hours. A local ceasefire covers the hospital quarter of Khartoum from 22 April.
""")
SECOND = report("""Army statement

KHARTOUM, April 22 - The army said the truce in Sudan began at 06:00 on 21 April and would end on 23 April. Soldiers and fighters were seen at the bridges.
""")


def _first() -> list[TruceClaim]:
    return [
        FIRST.truce(
            "agreed to a truce in Sudan from 06:00 on 21 April",
            "truce",
            TruceAct.AGREED,
            SUDAN,
            start=FIRST.cite("06:00 on 21 April", hour(21, 6)),
            declared_by=(FIRST.cite("Rapid Support Forces", RSF),),
        ),
        FIRST.truce(
            "The truce is for 72 hours",
            "truce",
            TruceAct.IN_FORCE,
            SUDAN,
            duration=FIRST.cite("72 hours", timedelta(hours=72)),
        ),
        FIRST.truce(
            "A local ceasefire covers the hospital quarter of Khartoum from 22 April",
            "ceasefire",
            TruceAct.IN_FORCE,
            KHARTOUM,
            scope="local",
            start=FIRST.cite("22 April", day(22)),
        ),
    ]


def _second() -> list[TruceClaim]:
    return [
        SECOND.truce(
            "the truce in Sudan began at 06:00 on 21 April and would end on 23 April",
            "truce",
            TruceAct.IN_FORCE,
            SUDAN,
            start=SECOND.cite("06:00 on 21 April", hour(21, 6)),
            end=SECOND.cite("23 April", day(23)),
            declared_by=(SECOND.cite("army", ARMY),),
        )
    ]


def _reconcile(claims: list[TruceClaim], *reports: Report) -> tuple[Truce, ...]:
    return reconcile_truces(claims, {r.article.id: r.article for r in reports})


def test_two_mentions_are_one_truce_and_a_local_one_stands_under_it() -> None:
    wide, local = _reconcile(_first(), FIRST)
    assert [c.act for c in wide.claims] == [TruceAct.AGREED, TruceAct.IN_FORCE]
    assert [d.value for d in wide.durations] == [timedelta(hours=72)]
    assert local.parent == wide.id
    assert wide.parent is None


def test_every_joining_says_why() -> None:
    wide, _ = _reconcile(_first(), FIRST)
    (likeness,) = wide.joined
    assert 0.5 <= likeness.score <= 1
    assert "both for Sudan" in [r.sentence for r in likeness.reasons]


def test_a_second_report_adds_its_end_and_overwrites_nothing() -> None:
    wide, _ = _reconcile(_first() + _second(), FIRST, SECOND)
    assert [e.value.start for e in wide.ends] == [day(23).start]
    assert [d.value for d in wide.durations] == [timedelta(hours=72)]
    assert {p.value.name for p in wide.declared_by} == {"Rapid Support Forces", "Sudanese army"}
    assert len({c.article for c in wide.claims}) == 2


def test_the_order_of_claims_changes_nothing() -> None:
    claims = _first() + _second()
    assert _reconcile(claims, FIRST, SECOND) == _reconcile(claims[::-1], SECOND, FIRST)


def test_a_truce_of_another_month_is_another_truce() -> None:
    first, later = _first()[0], _second()[0]
    later = replace(later, start=SECOND.cite("21 April", hour(21, 6, month=8)))
    assert len(_reconcile([first, later], FIRST, SECOND)) == 2


def test_unilateral_truces_of_two_sides_stay_two() -> None:
    ours, theirs = (replace(c, unilateral=True) for c in (_first()[0], _second()[0]))
    assert len(_reconcile([ours, theirs], FIRST, SECOND)) == 2


def test_a_place_described_is_named_by_what_points_back() -> None:
    news = report("""Shells near the quay

ADEN, April 22 - Shells tested a ceasefire for the old port that took effect on 20 April. The truce, covering Khartoum, held elsewhere. Soldiers fired back.
""")
    port = Place("old port", Level.UNKNOWN)
    first = news.truce(
        "a ceasefire for the old port that took effect on 20 April",
        "ceasefire",
        TruceAct.IN_FORCE,
        port,
        start=news.cite("20 April", day(20)),
    )
    later = news.truce("The truce, covering Khartoum, held elsewhere", "truce", TruceAct.MENTIONED, KHARTOUM)
    (truce,) = _reconcile([first, later], news)
    assert truce.area is not None and truce.area.value.name == "Khartoum"


def test_where_a_truce_is_broken_is_not_its_area() -> None:
    made = FIRST.truce("agreed to a truce in Sudan", "truce", TruceAct.AGREED, SUDAN)
    broken = FIRST.truce("The truce is for 72 hours", "truce", TruceAct.VIOLATED, NAMED)
    (truce,) = _reconcile([broken, made], FIRST)
    assert truce.area is not None and truce.area.value.name == "Sudan"


def test_a_place_named_in_a_passing_mention_is_no_better_than_the_country_inferred() -> None:
    news = report("""Holiday truce

KHARTOUM, April 22 - A truce began on 21 April. Gunmen of Bahri, whom the army has long said that it will not cover by the truce, fired again.
""")
    began = news.truce(
        "A truce began on 21 April", "truce", TruceAct.IN_FORCE, SUDAN, start=news.cite("21 April", day(21))
    )
    assert began.area is not None
    began = replace(began, area=replace(began.area, derivation="most of the text's places"))
    passing = news.truce(
        "Gunmen of Bahri, whom the army has long said that it will not cover by the truce",
        "truce",
        TruceAct.MENTIONED,
        None,
    )
    passing = replace(passing, area=news.cite("Bahri", BAHRI))
    (truce,) = reconcile_truces([began, passing], {news.article.id: news.article})
    assert truce.area is not None and truce.area.value == SUDAN
