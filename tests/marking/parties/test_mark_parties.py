"""Who is named in a text: reviewed names, states, words without a name, persons; what is only a place stays one."""

from __future__ import annotations

import pytest

from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.party import PartyKind
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import PartyMention, Reading

_GAZETTEER = EmbeddedGazetteer()


def reading_of(text: str, published: str = "2014-06-02") -> Reading:
    article = read_article(text.encode(), "a.txt", published=published)
    assert not isinstance(article, Unreadable)
    return mark(article, RulesModel(), _GAZETTEER, load_conflicts())


def parties_of(text: str, published: str = "2014-06-02") -> list[PartyMention]:
    return list(reading_of(text, published).parties)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Kenyan police fired on a bus.", "Kenyan police", PartyKind.STATE_FORCES),
        ("The government of Togo denied it.", "Togolese government", PartyKind.GOVERNMENT),
        ("Uruguay's army crossed the river.", "Uruguayan army", PartyKind.STATE_FORCES),
        ("Suspected rebels burned the mill.", "rebels", PartyKind.REBEL_GROUP),
        ("Unidentified gunmen shot a teacher.", "unidentified gunmen", PartyKind.POLITICAL_MILITIA),
        ("Maoist guerrillas blew up the bridge.", "Maoist guerrillas", PartyKind.REBEL_GROUP),
        ("Residents fled to the hills.", "residents", PartyKind.CIVILIANS),
        ("Witnesses heard three blasts.", "witnesses", PartyKind.WITNESS),
        ("UNHCR counted 900 tents.", "UNHCR", PartyKind.INTERNATIONAL_ORGANISATION),
        ("The Free Valley Liberation Front took the pass.", "Free Valley Liberation Front", PartyKind.REBEL_GROUP),
    ],
)
def test_a_party_by_its_words(text: str, name: str, kind: PartyKind) -> None:
    found = parties_of(text)
    assert [(m.party.name, m.party.kind) for m in found][:1] == [(name, kind)]


def test_words_that_name_no_organisation_are_umbrellas() -> None:
    found = parties_of("Rebels shelled the depot, the army said.")
    assert [(m.party.name, m.party.umbrella) for m in found] == [("rebels", True), ("army", True)]


@pytest.mark.parametrize("text", ["Peru denied it had fired first.", "Allies tried to force Lima to halt the raids."])
def test_a_country_or_capital_that_acts_stands_for_a_government(text: str) -> None:
    reading = reading_of(text)
    assert [m.party.country for m in reading.parties] == ["PE"]
    assert all(p.metonym for p in reading.places if p.place.country == "PE")


def test_a_capital_that_somebody_goes_to_stays_a_place() -> None:
    reading = reading_of("The envoy flew to Lima for talks. He met monks in Bangkok.")
    assert not [m for m in reading.parties if m.party.country in {"PE", "TH"}]
    assert not [p for p in reading.places if p.metonym]


def test_an_adjective_says_whose_the_act_is() -> None:
    found = parties_of("Turkish shelling and rebel mortar attacks hit the hamlet.")
    assert [(m.party.name, m.adjectival) for m in found] == [("Turkey", True), ("rebels", True)]


def test_a_person_speaks_for_somebody_and_is_known_again_by_surname() -> None:
    found = parties_of("Chadian Foreign Minister Moussa Abakar left. Abakar said the column had turned back.")
    assert [(m.party.name, m.party.role, m.party.of) for m in found] == [
        ("Moussa Abakar", "foreign minister", "state:TD"),
        ("Moussa Abakar", "foreign minister", "state:TD"),
    ]


def test_a_witness_is_a_private_person() -> None:
    found = parties_of("Samir Haddou, 41, a shopkeeper, saw two jets.")
    assert [(m.party.name, m.party.private) for m in found] == [("Samir Haddou", True)]


def test_held_by_rebels_is_no_act_of_rebels() -> None:
    assert not parties_of("Aid reached the rebel-held hill.")


def test_old_wire_copy_in_capitals_is_read_too() -> None:
    found = parties_of("GUERRILLAS ATTACKED THE ARMY BASE NEAR THE PERUVIAN TOWN AT DAWN", "1989-03-02")
    assert [m.party.name for m in found][:1] == ["guerrillas"]
    assert "army" in [m.party.name for m in found]


@pytest.mark.parametrize(
    ("text", "name", "umbrella"),
    [
        ("Zandaar fighters seized the port.", "Zandaar", False),
        ("The raid by Mai-Kura militiamen failed.", "Mai-Kura", False),
        ("Sources near Darfur rebels spoke.", "Darfur rebels", True),
        ("Fleeing rebels left their guns.", "rebels", True),
    ],
)
def test_a_name_before_fighters_is_a_groups_name(text: str, name: str, umbrella: bool) -> None:
    found = parties_of(text)
    assert (name, umbrella) in [(m.party.name, m.party.umbrella) for m in found]


def test_two_names_with_an_article_between_are_two() -> None:
    found = parties_of("Near Gambella the Plains Liberation Army burned a bridge.")
    assert [m.party.name for m in found] == ["Plains Liberation Army"]


def test_who_nobody_identified_is_marked_so_unless_a_side_is_named() -> None:
    found = parties_of("Gunmen killed a trader. Palestinian gunmen fired back.")
    assert [m.party.unidentified for m in found if m.party.kind is PartyKind.POLITICAL_MILITIA] == [True]


def test_the_army_of_the_one_country_a_text_is_set_in_is_that_countrys() -> None:
    found = parties_of("LIBREVILLE, June 2 - The army sealed the port on Monday.")
    assert [(m.party.name, m.party.country, m.party.of) for m in found] == [("army", "GA", "state:GA")]


def test_forces_by_whom_they_follow() -> None:
    found = parties_of("General Abel Mbongo's troops fled. Forces loyal to Henri Oba took the airport.")
    assert [m.party.name for m in found] == ["Abel Mbongo's troops", "forces loyal to Henri Oba"]


def test_a_place_before_a_title_is_no_person() -> None:
    found = parties_of("A shell killed a woman in Lima, the governor of the region said.")
    assert "Lima" not in [m.party.name for m in found]


def test_an_office_and_the_name_behind_it_are_one_person() -> None:
    found = parties_of("UN Secretary-General Kofi Annan flew in.")
    assert [(m.party.name, m.party.of) for m in found] == [("Kofi Annan", "un")]
