"""A reading as JSON keeps to its schema, keeps its offsets, and names no private person where it leaves the house."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import jsonschema
import pytest

from trucewatch.export.privacy import Redaction
from trucewatch.export.reading_json import reading_json, schema
from trucewatch.records.claim import (
    Condition,
    ControlClaim,
    Grain,
    Harm,
    IncidentClaim,
    PopulationClaim,
    PositionClaim,
    RelationClaim,
    Said,
    TalkClaim,
    TollClaim,
    TruceAct,
    TruceClaim,
)
from trucewatch.records.count import Count
from trucewatch.records.ledger import (
    Answer,
    Breach,
    Incident,
    InstrumentState,
    Ledger,
    Outcome,
    Term,
    TermStep,
    Toll,
    Truce,
    TruceState,
)
from trucewatch.records.ledger import (
    Test as SevenTest,
)
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.reading import Stance
from trucewatch.records.text import Article, Cited, Published, Row, Segment, SegmentKind, Span
from trucewatch.records.when import Precision, When

TEXT = (
    "ORU, May 4 - The army halted fire in Oru for 48 hours. Shells wounded two women on Saturday, "
    "said Mira Velt, a baker. Velt counted 400 people left in Oru."
)
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()
SATURDAY = When(datetime(2019, 5, 4), datetime(2019, 5, 5), Precision.DAY, "Saturday")


def cut(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words), words),)


ARMY = Cited(Party("text:army", "The army", PartyKind.STATE_FORCES, umbrella=True), cut("The army"))
BAKER = Cited(Party("text:mira velt", "Mira Velt", PartyKind.WITNESS, private=True, role="baker"), cut("Mira Velt"))
ORU = Cited(Place("Oru", Level.TOWN, "XX"), cut("Oru"))
SAID = Said(Stance.CLAIMED_UNVERIFIED, BAKER, responses=((Stance.DENIED, ARMY, cut("Shells")[0]),))
NARRATED = Said(Stance.NARRATED)


def ledger() -> Ledger:
    start = Cited(SATURDAY, cut("May 4"), "the dateline")
    length = Cited(timedelta(hours=48), cut("48 hours"))
    truce = TruceClaim(
        "t", DIGEST, NARRATED, cut("halted fire"), Cited("halted fire", cut("halted fire")), "truce",
        TruceAct.IN_FORCE, ORU, declared_by=(ARMY,), start=start, duration=length,
    )  # fmt: skip
    harm = Harm("injured", Cited(Count(2, 2, "two"), cut("two")), Cited("women", cut("women")), said=SAID)
    act = IncidentClaim(
        "i", DIGEST, SAID, cut("Shells wounded two women"), Cited("Explosions/Remote violence", cut("Shells")),
        "Shelling/artillery/missile attack", Grain.INCIDENT, place=ORU, when=Cited(SATURDAY, cut("Saturday")),
        harms=(harm,), breach_alleged=Cited(None, cut("Shells")),
    )  # fmt: skip
    toll = TollClaim("n", DIGEST, NARRATED, cut("two women"), harm, ORU)
    people = Cited(Count(400, 400, "400"), cut("400"))
    row = (Row("places.toml", 3, "name", "Oru"),)
    return Ledger(
        at=datetime(2019, 5, 4, 23, 59),
        articles=(
            Article(
                DIGEST, "oru.txt", TEXT, DIGEST, (Segment(SegmentKind.BODY, 0, len(TEXT)),), "English",
                published=Published(SATURDAY, "dateline", cut("May 4")),
            ),
        ),
        truces=(
            Truce(
                "T1", "halted fire", (truce.label,), "truce", ORU, "local", (truce,), declared_by=(ARMY,),
                starts=(start,), durations=(length,), conditions=(Cited(Condition.STRAINED, cut("Shells")),),
            ),
        ),
        terms=(("T1", Term((TermStep("48 h from 4 May", SATURDAY, None),), SATURDAY, None)),),
        states=(TruceState("T1", datetime(2019, 5, 4, 23, 59), InstrumentState.IN_FORCE, "why", Condition.STRAINED),),
        incidents=(Incident("I1", (act, act)),),
        tolls=(Toll("N1", toll, rivals=("N2",)),),
        control=(ControlClaim("c", DIGEST, NARRATED, cut("Oru"), "control", Cited(ORU.value, row), ARMY),),
        talks=(TalkClaim("k", DIGEST, NARRATED, cut("Oru"), Cited("held", cut("Oru")), (ARMY,)),),
        positions=(PositionClaim("p", DIGEST, NARRATED, cut("Oru"), ARMY, Cited("refuses", cut("Oru")), Cited("x", row)),),
        relations=(RelationClaim("r", DIGEST, NARRATED, cut("Oru"), ARMY, Cited("backs", cut("Oru")), BAKER),),
        population=(PopulationClaim("q", DIGEST, SAID, cut("400 people"), "remaining", people, ORU),),
        breaches=(
            Breach("I1", "T1", (SevenTest("inside", Answer.UNKNOWN, "no area"),), Outcome.UNATTRIBUTED, "no actor", True),
        ),
    )  # fmt: skip


def strict(part: Any) -> Any:
    """The schema with every object closed: a field that is not described is then an error."""
    if isinstance(part, list):
        return [strict(p) for p in part]
    if not isinstance(part, dict):
        return part
    closed = {k: strict(v) for k, v in part.items()}
    return {**closed, "additionalProperties": False} if "properties" in part and "required" in part else closed


def spans(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [s for p in part for s in spans(p)]
    if not isinstance(part, dict):
        return []
    return [part] if "quote" in part else [s for p in part.values() for s in spans(p)]


@pytest.mark.parametrize("masked", [False, True])
def test_every_field_is_in_the_schema_and_every_quote_at_its_offsets(masked: bool) -> None:
    found = reading_json(ledger(), "1", masked=masked)
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(found, strict(schema()))
    text = found["doc"]["text"]
    assert len(spans(found)) > 20
    assert all(text[s["start"] : s["end"]] == s["quote"] for s in spans(found))


def test_a_private_person_appears_by_role() -> None:
    (incident,) = reading_json(ledger(), "1")["incidents"]
    assert incident["speaker"]["value"]["name"] == "baker"
    assert incident["speaker"]["value"]["id"] is None


def test_masked_for_outside_no_private_name_is_left_anywhere() -> None:
    inside, outside = str(reading_json(ledger(), "1")), str(reading_json(ledger(), "1", masked=True))
    assert "Velt" in inside
    assert "Velt" not in outside and "Mira" not in outside
    assert "The army" in outside


def test_an_allegation_in_the_articles_own_voice_differs_from_none() -> None:
    (incident,) = reading_json(ledger(), "1")["incidents"]
    assert incident["breach_alleged"]["value"] is None
    assert incident["breach_alleged"]["evidence"][0]["quote"] == "Shells"


def test_lengths_are_iso_8601_and_intervals_carry_their_precision() -> None:
    (truce,) = reading_json(ledger(), "1")["truces"]
    assert truce["durations"][0]["value"] == "PT48H"
    assert truce["starts"][0]["value"]["precision"] == "day"
    assert truce["starts"][0]["derivation"] == "the dateline"


def test_residents_name_nobody_and_nothing_is_blotted_out_for_them() -> None:
    crowd = Cited(Party("text:residents", "residents", PartyKind.CIVILIANS, private=True), cut("women"))
    assert (
        Redaction(Ledger(None, positions=(replace(ledger().positions[0], actor=crowd),))).blot("civilians")
        == "civilians"
    )
    assert Redaction(ledger()).blot("MIRA VELT, and Velt again") == "████ ████, and ████ again"
