"""Which records a question means; unknown never rounds up, and what cannot be told is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from tests.stories import ARMY, BAHRI, CIVILIANS, KHARTOUM, NYALA, RSF, SUDAN, day, report

from trucewatch.pipeline import compile_ledger
from trucewatch.query.asked import Query, parsed
from trucewatch.query.selecting import Hits, Selected, select
from trucewatch.records.claim import TruceAct
from trucewatch.records.review import Judgement, Verdict, anchor_of
from trucewatch.records.when import Precision, When

NEWS = report("""Shells on Bahri

KHARTOUM, April 22 - Shells fired by the RSF hit a bakery in Bahri on 21 April, killing four people, the Sudanese army said. Drones struck a depot in Nyala last week. A blast shook a road. A ceasefire in Khartoum began on 20 April.
""")
WEEK = When(datetime(2023, 4, 10), datetime(2023, 4, 22), Precision.WEEK, "last week")
SHELLS = NEWS.incident(
    "Shells fired by the RSF hit a bakery in Bahri on 21 April", "Shells", BAHRI,
    when=NEWS.cite("21 April", day(21)), actor=NEWS.cite("RSF", RSF), target=NEWS.cite("bakery", CIVILIANS),
    harms=(NEWS.harm("four people", "killed", 4, 4),), said=NEWS.said(ARMY, by="Sudanese army"),
)  # fmt: skip
DRONES = NEWS.incident(
    "Drones struck a depot in Nyala last week", "struck", NYALA, when=NEWS.cite("last week", WEEK),
    sub_event="Air/drone strike", means=(NEWS.cite("Drones", "drone"),),
)  # fmt: skip
BLAST = NEWS.incident("A blast shook a road", "blast", sub_event="Remote explosive/landmine/IED")
TRUCE = NEWS.truce(
    "A ceasefire in Khartoum began on 20 April",
    "ceasefire",
    TruceAct.IN_FORCE,
    KHARTOUM,
    start=NEWS.cite("20 April", day(20)),
)
CLAIMS = (SHELLS, DRONES, BLAST, TRUCE)
NAMES = {SHELLS.id: "shells", DRONES.id: "drones", BLAST.id: "blast"}


def asked(text: str, *judgements: Judgement) -> Selected:
    return select(
        compile_ledger([NEWS.article], CLAIMS, judgements),
        CLAIMS,
        parsed(text),
        areas=(SUDAN,) if "Sudan" in text else (),
    )


def told(text: str) -> list[str]:
    return sorted(NAMES[i.lead.id] for i in asked(text).ledger.incidents)


@pytest.mark.parametrize(
    ("text", "expected", "undecided"),
    [
        ("since=2023-04-21&until=2023-04-21", ["shells"], 2),
        ("since=2023-04-10&until=2023-04-30", ["drones", "shells"], 1),
        ("since=2023-05-01", [], 1),
        ("area=Khartoum", ["shells"], 2),
        ("area=Sudan", ["drones", "shells"], 1),
        ("type=shelling", ["shells"], 0),
        ("type=drone", ["drones"], 0),
        ("type=drone&type=shelling", ["drones", "shells"], 0),
        ("party=Rapid Support Forces", ["shells"], 2),
        ("source=Sudanese army", ["shells"], 0),
        ("source=a report", ["blast", "drones", "shells"], 0),
        ("stance=asserted", ["shells"], 0),
        ("text=bakeries", ["shells"], 0),
        ("precision=day", ["shells"], 0),
        ("precision=week", ["drones", "shells"], 0),
        ("precision=town", ["shells"], 0),
        ("precision=city", ["drones", "shells"], 0),
        ("area=Sudan&type=shelling", ["shells"], 0),
        ("status=unreviewed", ["blast", "drones", "shells"], 0),
        ("status=alleged_violation", ["shells"], 0),
    ],
)
def test_incidents_meant(text: str, expected: list[str], undecided: int) -> None:
    assert told(text) == expected
    assert asked(text).undecided.get("incidents", 0) == undecided
    assert set(told(f"{text}&unsure=yes")) >= set(expected)
    assert len(told(f"{text}&unsure=yes")) == len(expected) + undecided


def test_a_truce_is_meant_where_its_term_touches_the_days() -> None:
    assert len(asked("since=2023-04-25").ledger.truces) == 1
    assert asked("until=2023-04-19").ledger.truces == ()


def test_incidents_of_a_truce_and_its_breaches() -> None:
    whole = compile_ledger([NEWS.article], CLAIMS)
    found = select(whole, CLAIMS, Query(truce=(whole.truces[0].id,)))
    assert "shells" in [NAMES[i.lead.id] for i in found.ledger.incidents]
    assert {b.truce for b in found.ledger.breaches} == {whole.truces[0].id}
    assert {b.incident for b in found.ledger.breaches} == {i.id for i in found.ledger.incidents}


def test_what_people_decided_can_be_asked_for() -> None:
    judged = Judgement("J1.1", Verdict.UNSURE, anchor_of(BLAST), "ana", datetime(2023, 4, 23), reason="a mine?")
    assert [i.lead.id for i in asked("status=unsure", judged).ledger.incidents] == [BLAST.id]
    assert len(asked("status=unreviewed", judged).ledger.incidents) == 2


def test_what_search_found_is_taken_at_its_word() -> None:
    whole = compile_ledger([NEWS.article], CLAIMS)
    hits = Hits(frozenset({DRONES.id}), frozenset())
    assert [i.lead.id for i in select(whole, CLAIMS, Query(text="bakery"), hits=hits).ledger.incidents] == [DRONES.id]


def test_without_questions_nothing_is_left_out() -> None:
    whole = compile_ledger([NEWS.article], CLAIMS)
    assert select(whole, CLAIMS, Query(at="2023-05-01")).ledger is whole
    assert replace(Query(), unsure=True).filters is False
