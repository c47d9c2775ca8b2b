"""Days named before an act, heads of lists, finer places, aims of what is fired, words that tell of no act."""

from __future__ import annotations

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.claim import Grain
from trucewatch.records.ledger import Incident
from trucewatch.records.problems import Unreadable


def _told(body: str) -> list[Incident]:
    text = f"JUBA, South Sudan, March 25 (AFP) - {body}\n\nThe rebels and the army have fought for years.\n"
    found = read_report(text.encode(), "story.txt", load_kit(), published="2014-03-25")
    assert not isinstance(found, Unreadable)
    ledger = compile_ledger([found[0]], found[2])
    return [i for i in ledger.incidents if i.lead.grain is not Grain.BACKGROUND]


def _day(incident: Incident) -> str | None:
    when = incident.lead.when
    return when.value.start.date().isoformat() if when is not None and when.value.start is not None else None


def test_the_day_that_opens_the_sentence_before_is_the_acts() -> None:
    (one,) = _told(
        "On March 7, the governor and his guests had just sat down in Bor. They were eating when a bomb went off, killing nine people."
    )
    assert _day(one) == "2014-03-07"


def test_what_happened_at_the_same_time_has_the_same_day() -> None:
    found = _told(
        "A car bomb outside a barracks in Bor on March 7 killed nine people.\n\n"
        "A nearly simultaneous bombing outside a police station in Malakal killed four others."
    )
    assert [_day(i) for i in found] == ["2014-03-07", "2014-03-07"]


def test_the_head_of_a_list_is_no_act_beside_its_items() -> None:
    found = _told(
        "Government forces conducted three airstrikes in the country on Monday.\n\n"
        "Near Bor, an airstrike hit a rebel camp on Monday.\n\nNear Malakal, two airstrikes hit a rebel depot on Monday."
    )
    assert [i.lead.place.value.name for i in found if i.lead.place] == ["Bor", "Malakal"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Rebels attacked army posts in Jonglei, especially in Bor, on Monday.", {"Bor"}),
        ("The town of Bor, on the Malakal road, fell to rebels on Monday, a militia commander said.", {"Bor"}),
        ("An army air raid on Bor and Malakal was condemned by the rebels on Monday.", {"Bor", "Malakal"}),
    ],
)
def test_the_place_meant(body: str, place: set[str]) -> None:
    assert {i.lead.place.value.name for i in _told(body) if i.lead.place} == place


@pytest.mark.parametrize(
    ("body", "hit"),
    [
        ("Rebels fired mortars at a grain store in Bor on Monday.", "grain store"),
        ("Gunmen hurled grenades into a wedding tent in Bor on Monday.", "wedding tent"),
    ],
)
def test_the_aim_is_what_is_hit_and_not_the_weapon(body: str, hit: str) -> None:
    (one,) = _told(body)
    assert one.lead.target_words is not None and one.lead.target_words.value == hit


@pytest.mark.parametrize(
    "body",
    [
        "The army, which has 900 men in Bor, moved from offensive operations to patrols on Monday.",
        'The governor said troops were sent to Bor to "intimidate and murder" voters on Monday.',
    ],
)
def test_words_that_tell_of_no_act(body: str) -> None:
    assert _told(body) == []


@pytest.mark.parametrize(
    ("body", "event"),
    [
        ("A camp of peacekeepers in Bor came under stray fire on Monday.", None),
        ("Small-arms fire near the airport of Bor on Monday forced a convoy to turn back.", "Battles"),
        ("Police said a militia was behind two killings in Bor on Monday.", "Violence against civilians"),
    ],
)
def test_acts_without_an_author(body: str, event: str | None) -> None:
    (one,) = _told(body)
    assert one.lead.place is not None and one.lead.place.value.name.endswith("Bor")
    assert event is None or one.lead.event.value == event


def test_the_lead_and_its_telling_are_one_abduction() -> None:
    found = _told(
        "A trader was kidnapped near Bor, local media said on Tuesday.\n\n"
        "Unknown men stopped the trader at a ford near Bor on Monday and kidnapped him, radio reports said."
    )
    assert len(found) == 1 and len(found[0].claims) == 2
