"""One shelling told twice is one incident; two shellings are two; parts hang under their aggregate."""

from __future__ import annotations

from dataclasses import replace

from tests.stories import BAHRI, KHARTOUM, NYALA, RSF, Report, day, report

from trucewatch.reconciliation.incidents import reconcile_incidents
from trucewatch.records.claim import Grain, IncidentClaim
from trucewatch.records.ledger import Incident

DISPATCH = report("""Shells hit Bahri market, killing nine

KHARTOUM, April 22 - Shelling killed hundreds of people in Khartoum this week, including nine at a market. Shells hit a market in Bahri on 21 April, killing nine people. The attack wounded 20. Another shell struck a school in Bahri on 21 April.
""")
PAPER = report("""Market shelled

April 22 - Rockets of the Rapid Support Forces hit the market of Bahri on 21 April, and doctors counted 11 dead. Shells hit Nyala on 21 April.
""")


def _body() -> list[IncidentClaim]:
    on = DISPATCH.cite("21 April", day(21))
    market = DISPATCH.cite("a market", "market")
    return [
        DISPATCH.incident("Shells hit Bahri market, killing nine", "Shells", BAHRI, target_words=market),
        DISPATCH.incident(
            "Shells hit a market in Bahri on 21 April, killing nine people",
            "Shells",
            BAHRI,
            when=on,
            target_words=market,
            harms=(DISPATCH.harm("nine people", "killed", 9, 9),),
        ),
        DISPATCH.incident("The attack wounded 20", "attack", harms=(DISPATCH.harm("20", "injured", 20, 20),)),
        DISPATCH.incident("Another shell struck a school in Bahri on 21 April", "shell", BAHRI, when=on),
    ]


def _reconcile(claims: list[IncidentClaim], *reports: Report) -> tuple[Incident, ...]:
    return reconcile_incidents(claims, {r.article.id: r.article for r in reports})


def test_headline_body_and_the_attack_are_one_and_another_shell_is_another() -> None:
    market, school = _reconcile(_body(), DISPATCH)
    assert len(market.claims) == 3
    assert {(f.verb, f.count.low) for f in market.figures} == {("killed", 9), ("injured", 20)}
    assert school.lead.words[0].quote.startswith("Another shell")


def test_a_rival_toll_of_another_paper_stands_beside_the_first() -> None:
    rival = PAPER.incident(
        "Rockets of the Rapid Support Forces hit the market of Bahri on 21 April, and doctors counted 11 dead",
        "hit",
        BAHRI,
        when=PAPER.cite("21 April", day(21)),
        actor=PAPER.cite("Rapid Support Forces", RSF),
        target_words=PAPER.cite("market", "market"),
        harms=(PAPER.harm("11", "killed", 11, 11),),
    )
    elsewhere = PAPER.incident("Shells hit Nyala on 21 April", "Shells", NYALA, when=PAPER.cite("21 April", day(21)))
    found = _reconcile([*_body()[1:2], rival, elsewhere], DISPATCH, PAPER)
    assert [len(i.claims) for i in found] == [2, 1]
    assert sorted(f.count.low or 0 for f in found[0].figures) == [9, 11]


def test_including_makes_a_part_and_nothing_is_summed() -> None:
    whole = DISPATCH.incident(
        "Shelling killed hundreds of people in Khartoum this week",
        "Shelling",
        KHARTOUM,
        grain=Grain.AGGREGATE,
        harms=(DISPATCH.harm("hundreds of people", "killed", 200, None),),
    )
    part = DISPATCH.incident("including nine at a market", "nine at", KHARTOUM)
    aggregate, single = _reconcile([whole, part], DISPATCH)
    assert single.part_of == aggregate.id
    assert aggregate.part_of is None
    assert [f.count.low for f in aggregate.figures] == [200]


def test_an_unarmed_act_never_joins_an_armed_one() -> None:
    first = _body()[1]
    rally = replace(_body()[3], armed=False)
    assert len(_reconcile([first, rally], DISPATCH)) == 2


def test_the_order_of_claims_changes_nothing() -> None:
    assert _reconcile(_body(), DISPATCH) == _reconcile(_body()[::-1], DISPATCH)
