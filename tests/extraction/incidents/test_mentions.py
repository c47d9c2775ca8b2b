"""One act told twice, places of lists and of asides, towns that fall, deaths that are no act."""

from __future__ import annotations

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.claim import Grain
from trucewatch.records.ledger import Incident
from trucewatch.records.problems import Unreadable


def _told(body: str) -> list[Incident]:
    text = f"NAIROBI, Kenya, March 5 (Reuters) - {body}\n\nThe rebels and the army have fought for years.\n"
    found = read_report(text.encode(), "story.txt", load_kit(), published="2014-03-05")
    assert not isinstance(found, Unreadable)
    ledger = compile_ledger([found[0]], found[2])
    return [i for i in ledger.incidents if i.lead.grain is not Grain.BACKGROUND]


def _where(body: str) -> list[str | None]:
    return [i.lead.place.value.name if i.lead.place else None for i in _told(body)]


@pytest.mark.parametrize(
    "mention",
    [
        "Two suspects in the Mombasa bombing were flown to Lamu.",
        "The president condemned the bombing.",
        "Investigators said nails were used in the Mombasa blast.",
        "Nobody has claimed responsibility for Monday's bombing.",
        "Flags flew at half mast after the hotel bombing.",
        "Relatives of victims of the explosion were flown in from Kisumu.",
    ],
)
def test_an_act_that_is_only_spoken_of_again_is_the_one_told(mention: str) -> None:
    assert _where(f"A bomb exploded at a hotel in Mombasa on Monday, killing 12 people. {mention}") == ["Mombasa"]


def test_a_mention_before_the_telling_is_the_one_told_behind_it() -> None:
    found = _told(
        "Police questioned five men on Wednesday about the attack in Mombasa.\n\n"
        "A bomb exploded at a hotel in Mombasa on Monday, killing 12 people."
    )
    (one,) = found
    assert one.lead.harms


def test_a_mention_of_another_target_stays_an_act_of_its_own() -> None:
    found = _where(
        "A bomb exploded at a hotel in Mombasa on Monday, killing 12 people. "
        "It came a day after the bombing of a church in Garissa on Sunday."
    )
    assert "Mombasa" in found


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            "Bombs at markets in Kisumu, Kenya, and Gulu, Uganda, killed nine people on Monday.",
            {"Kisumu", "Gulu"},
        ),
        ("Garissa, 70 km west of Dadaab, was shelled by rebels on Monday.", {"Garissa"}),
        ("A car bomb outside the French embassy in Bamako killed four guards on Monday.", {"Bamako"}),
        (
            "Eight days after the attack in Garissa, soldiers shot dead three rebels in Lamu on Monday.",
            {"Lamu"},
        ),
        ("The town of Garissa fell without a shot on Monday.", {"Garissa"}),
        ("Garissa and Lamu were taken on Monday, and the garrison fled.", {"Garissa", "Lamu"}),
    ],
)
def test_the_place_is_that_of_the_act(body: str, places: set[str]) -> None:
    assert set(_where(body)) == places


@pytest.mark.parametrize(
    "body",
    [
        "More than 300 people are known to have died in Garissa, and the toll will rise.",
        "The commander is responsible for planning roadside bomb attacks on convoys near Garissa.",
    ],
)
def test_what_tells_of_no_act_makes_none(body: str) -> None:
    assert _told(body) == []


def test_the_same_dead_in_lead_and_detail_are_one_act() -> None:
    found = _told(
        "Six rebels died in a clash with the army, a spokesman said on Wednesday.\n\n"
        "The rebels were driving a lorry on Monday when a patrol stopped them near Garissa. "
        "A clash ensued and six rebels were killed."
    )
    assert len([i for i in found if i.lead.armed]) == 1


@pytest.mark.parametrize(
    ("body", "armed"),
    [("Gunmen looted a post in Garissa on Monday.", True), ("Thieves stole goats in Garissa on Monday.", False)],
)
def test_looting_is_armed_by_who_does_it(body: str, armed: bool) -> None:
    assert all(i.lead.armed is armed for i in _told(body)) and (not armed or _told(body))


def test_a_clash_with_demonstrators_is_unrest() -> None:
    (one,) = _told("Security forces clashed with demonstrators in Kisumu on Monday.")
    assert one.lead.event.value == "Riots"


@pytest.mark.parametrize(
    ("body", "hit"),
    [
        ("A stretch of the northern pipeline was blown up near Garissa on Monday.", "pipeline"),
        ("Rockets were launched at the harbour of Lamu on Monday by rebels.", "harbour"),
    ],
)
def test_what_is_hit_is_told_by_its_own_words(body: str, hit: str) -> None:
    (one,) = _told(body)
    assert one.lead.target_words is not None and hit in one.lead.target_words.value
