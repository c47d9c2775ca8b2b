"""First-level regions of countries at war are in the embedded gazetteer, and the larger ones they make up."""

import pytest

from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.knowledge.geography import Lie, lie
from trucewatch.records.place import Level, Place


def _place(name: str) -> Place:
    return EmbeddedGazetteer().candidates(name)[0][0]


@pytest.mark.parametrize(
    ("city", "region"),
    [
        ("Fallujah", "Anbar"),
        ("Banda Aceh", "Aceh"),
        ("Sittwe", "Rakhine"),
        ("Goma", "North Kivu"),
        ("Lashkar Gah", "Helmand"),
        ("Srinagar", "Jammu and Kashmir"),
        ("Mekele", "Tigray"),
        ("Grozny", "Chechnya"),
        ("Popayan", "Cauca"),
        ("Tiraspol", "Transnistria"),
    ],
)
def test_city_lies_in_its_first_level_region(city: str, region: str) -> None:
    assert _place(city).within[0] == region
    assert lie(_place(city), _place(region)) in (Lie.WITHIN, Lie.SAME)


def test_region_that_others_make_up_holds_its_members_and_no_other() -> None:
    mindanao = _place("Mindanao")
    assert mindanao.level is Level.REGION
    assert lie(_place("Cotabato"), mindanao) is Lie.WITHIN
    assert lie(_place("Davao"), mindanao) is Lie.WITHIN
    assert lie(_place("Iloilo"), mindanao) is Lie.APART
    assert lie(mindanao, _place("Iloilo")) is Lie.APART


def test_region_over_two_countries_has_no_country() -> None:
    kashmir = _place("Kashmir")
    assert kashmir.country is None
    assert lie(_place("Srinagar"), kashmir) is Lie.WITHIN


@pytest.mark.parametrize("word", ["Unity", "Bay", "Lakes", "Rivers", "Delta"])
def test_english_word_is_a_region_only_with_its_kind(word: str) -> None:
    assert all(place.level is not Level.PROVINCE for place, _ in EmbeddedGazetteer().candidates(word))


def test_region_named_by_a_word_is_found_with_its_kind() -> None:
    assert _place("Unity state").country == "SS"
