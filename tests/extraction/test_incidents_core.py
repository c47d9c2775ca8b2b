"""Harm told after its act, and the place of a speaker."""

from __future__ import annotations

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.ledger import Ledger
from trucewatch.records.problems import Unreadable


def _ledger(body: str) -> Ledger:
    text = f"Fighting in Yemen\n\nTAIZ, Yemen, March 5 - {body}\n"
    found = read_report(text.encode(), "story.txt", load_kit(()), published="2019-03-05")
    assert not isinstance(found, Unreadable)
    return compile_ledger([found[0]], found[2])


def test_soldiers_who_were_killed_belong_to_the_ambush_before() -> None:
    ledger = _ledger(
        "Gunmen ambushed an army truck near Taiz on Monday. Six soldiers were killed and ten were wounded."
    )
    (incident,) = ledger.incidents
    assert {(f.verb, f.count.low) for f in incident.figures} == {("killed", 6), ("injured", 10)}


def test_where_a_speaker_works_is_not_where_the_shell_fell() -> None:
    ledger = _ledger("A doctor at al-Rawda hospital said four civilians were wounded by shelling in Taiz on Monday.")
    (incident,) = ledger.incidents
    assert incident.lead.place is not None and incident.lead.place.value.name == "Taiz"


def test_deaths_over_a_whole_siege_are_no_incident() -> None:
    ledger = _ledger(
        "More than 200 civilians have been killed since the siege of Taiz began. Troops shelled Ibb on Monday."
    )
    assert all(f.count.low != 201 for i in ledger.incidents for f in i.figures)
    assert [t.claim.harm.count.value.low for t in ledger.tolls] == [201]


def test_harm_with_a_place_and_a_day_of_its_own_is_another_act() -> None:
    ledger = _ledger(
        "Rebels attacked the airport of Taiz on Monday. In Ibb, three people were killed by a stray shell on Monday."
    )
    events = {i.lead.place.value.name: i.lead.event.value for i in ledger.incidents if i.lead.place}
    assert events["Ibb"] == "Explosions/Remote violence"
