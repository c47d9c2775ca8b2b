"""A record written as JSON reads back as the same record; what is not that record is refused by name."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from trucewatch.records.claim import Condition, Grain, Harm, IncidentClaim, Said, TruceAct, TruceClaim
from trucewatch.records.codec import CodecError, from_json, to_json
from trucewatch.records.count import Count
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.reading import Stance
from trucewatch.records.text import Cited, Evidence, Note, Row, Span
from trucewatch.records.when import Precision, When

WORDS = Span(0, 30, "The army halted fire for a day")
ARMY = Cited(Party("text:army", "the army", PartyKind.STATE_FORCES), (Span(0, 8, "The army"),))
DAY = When(datetime(1994, 6, 1), datetime(1994, 6, 2), Precision.DAY, "Wednesday")
TRUCE = TruceClaim(
    id="a1",
    article="f" * 64,
    said=Said(Stance.NARRATED, responses=((Stance.DENIED, ARMY, WORDS), (Stance.DISPUTED, None, WORDS))),
    words=(WORDS,),
    label=Cited("halted fire", (Span(9, 20, "halted fire"),)),
    instrument="truce",
    act=TruceAct.IN_FORCE,
    area=Cited(Place("Vukovar", Level.TOWN, "HR", lat=45.0, lon=19), (Row("places.toml", 3, "name", "Vukovar"),)),
    declared_by=(ARMY,),
    start=Cited(When(None, DAY.end, Precision.VAGUE, alternatives=(DAY,)), (WORDS,), "by antecedent"),
    duration=Cited(timedelta(hours=24), (WORDS,)),
    condition=Cited(Condition.HOLDING, (Note("ana", "heard on the radio"),)),
    unilateral=True,
)


def _through_text(value: object) -> object:
    return json.loads(json.dumps(to_json(value), ensure_ascii=False))


def test_a_truce_claim_returns_whole() -> None:
    assert from_json(TruceClaim, _through_text(TRUCE)) == TRUCE


def test_an_alleged_breach_by_nobody_named_stays_apart_from_no_allegation() -> None:
    claim = IncidentClaim(
        "b2", "f" * 64, Said(Stance.NARRATED), (WORDS,), Cited("Battles", (WORDS,)), "Armed clash", Grain.INCIDENT,
        harms=(Harm("killed", Cited(Count(0, 0, "no one"), (WORDS,))),), breach_alleged=Cited(None, (WORDS,)),
    )  # fmt: skip
    back = from_json(IncidentClaim, _through_text(claim))
    assert back.breach_alleged == Cited(None, (WORDS,))
    assert back.harms[0].count.value == Count(0, 0, "no one")


def test_defaults_are_left_out_so_that_older_rows_read_after_a_field_is_added() -> None:
    assert set(to_json(DAY)) == {"start", "end", "precision", "wording"}


@pytest.mark.parametrize("evidence", [WORDS, Row("a.csv", 1, "b", "c"), Note("ana", "why")])
def test_each_kind_of_evidence_is_told_by_its_fields(evidence: Evidence) -> None:
    assert from_json(Cited[int], _through_text(Cited(1, (evidence,)))) == Cited(1, (evidence,))


@pytest.mark.parametrize(
    ("kind", "data", "named"),
    [
        (Count, {"low": "three", "high": None, "wording": "three"}, "Count.low"),
        (Count, {"low": 3}, "missing"),
        (When, {"start": None, "end": None, "precision": "fortnight"}, "When.precision"),
        (Span, {"start": 0, "end": 1, "quote": "a", "page": 2}, "unknown"),
        (Cited[int], {"value": 1, "evidence": [{"start": 0, "quote": "a"}]}, "evidence"),
    ],
)
def test_what_is_not_the_record_is_refused_with_the_field(kind: type, data: object, named: str) -> None:
    with pytest.raises(CodecError, match=named):
        from_json(kind, data)


def test_a_thing_without_a_form_is_refused() -> None:
    with pytest.raises(CodecError, match="set"):
        to_json({1, 2})
