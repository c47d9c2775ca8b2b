"""Places by exact name in the article's own world; a village no table has is kept as not found."""

from __future__ import annotations

import pytest

from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking.language import RulesModel
from trucewatch.marking.places import mark_places
from trucewatch.reading import read_article
from trucewatch.records.place import Level
from trucewatch.records.reading import PlaceMention
from trucewatch.records.text import Article

_GAZETTEER = EmbeddedGazetteer()


def _mentions(text: str, published: str = "2019-05-13") -> tuple[PlaceMention, ...]:
    article = read_article(text.encode(), "story", published=published)
    assert isinstance(article, Article)
    return mark_places(article, RulesModel().annotate(article), _GAZETTEER, load_conflicts())


def _places(text: str) -> dict[str, PlaceMention]:
    return {m.place.name: m for m in _mentions(text)}


def test_tripoli_follows_the_country_of_the_article() -> None:
    found = _places("A march in Tripoli, Lebanon, ended at the harbour of Tripoli on Sunday.")
    assert found["Tripoli"].place.country == "LB"


def test_a_village_in_no_table_is_not_found_rather_than_misplaced() -> None:
    found = _places("Shells fell on the village of Qorvath Zhemm in Ukraine on Sunday.")["Qorvath Zhemm"].place
    assert not found.found
    assert (found.lat, found.level, found.country, found.context) == (None, Level.VILLAGE, "UA", "Ukraine")


@pytest.mark.parametrize(
    ("text", "name", "country", "level"),
    [
        ("Rebels shelled the besieged Yemeni city of Taiz on Friday.", "Taiz", "YE", Level.CITY),
        ("A convoy was hit in northern Mali, the Malian army said.", "northern Mali", "ML", Level.REGION),
        ("Guns fired from eastern Donetsk in Ukraine.", "eastern Donetsk", "UA", Level.CITY),
        ("Two died in Huila Department, Colombia, on Monday.", "Huila Department", "CO", Level.PROVINCE),
        (
            "Clashes broke out in Salah al-Deen, a district of Aleppo in Syria.",
            "Salah al-Deen",
            "SY",
            Level.NEIGHBOURHOOD,
        ),
        ("Envoys of Ukraine met in New York on Monday.", "New York", "US", Level.CITY),
        ("Shelling hit the Umm Sarab refugee camp in Sudan.", "Umm Sarab refugee camp", "SD", Level.SITE),
    ],
)
def test_names_with_what_stands_beside_them(text: str, name: str, country: str, level: Level) -> None:
    text = text if name != "Salah al-Deen" else text.replace("on Monday", "")
    found = next(m.place for m in _mentions(text, "2016-05-02") if m.place.name == name)
    assert (found.country, found.level) == (country, level)


def test_distance_and_direction_move_the_point_and_distance_alone_widens_the_area() -> None:
    bamako = _places("Soldiers fought in Bamako, Mali.")["Bamako"].place
    north = _places("Soldiers fought 30 km north of Bamako, Mali.")["Bamako"].place
    assert north.relation == "30 km north of"
    assert north.lat == pytest.approx((bamako.lat or 0) + 30 / 111, abs=0.01)
    assert north.radius_km is not None and 8 < north.radius_km < 30
    away = _places("Soldiers fought 30 km from Bamako, Mali.")["Bamako"].place
    assert (away.lat, away.lon) == (bamako.lat, bamako.lon)
    assert away.radius_km is not None and away.radius_km >= 30


def test_a_part_of_a_country_is_an_area_off_its_middle_and_in_no_table() -> None:
    mali = _places("Soldiers fought in Mali.")["Mali"].place
    north = _places("Soldiers fought in northern Mali.")["northern Mali"].place
    assert not north.found
    assert north.lat is not None and mali.lat is not None and north.lat > mali.lat
    assert north.radius_km is not None and mali.radius_km is not None and 200 < north.radius_km < mali.radius_km


def test_a_site_named_for_a_town_lies_in_that_town_and_is_itself_not_found() -> None:
    site = _places("Shells struck the Bamako hospital in Mali.")["Bamako hospital"].place
    assert (site.level, site.relation, site.found) == (Level.SITE, "site in", False)
    assert site.lat is not None and site.radius_km is not None


@pytest.mark.parametrize(
    "text",
    [
        "Over the weekend Said Karim, a Syrian teacher, met Mayor Luis Mesa.",
        "More Iraqi soldiers went home, SANA reported, Reuters said.",
        "Ready or not, the White House said, talks would go on.",
        "Nice words were said of Colonel Salem and his Arab guests.",
    ],
)
def test_common_words_people_and_agencies_are_no_places(text: str) -> None:
    assert _mentions(text) == ()


def test_upper_case_copy_keeps_framed_names_and_lists_only() -> None:
    text = (
        "LIMA, 3 FEB 90 (EFE) -- [TEXT] IN ADDITION TO THE ATTACK, REBELS BURNED TOWN HALLS IN QUERCOCHA, PAMPA ALTA, AND "
        "TAYABAMBA, IN LA LIBERTAD DEPARTMENT, PERU, AN ORDER OF THE COMMANDER IN CHARGE SAID."
    )
    names = [m.place.name for m in _mentions(text, "1990-02-03")]
    assert names[0] == "LIMA"
    assert {"QUERCOCHA", "PAMPA ALTA", "TAYABAMBA"} <= set(names)
    assert not {"ADDITION", "ORDER", "CHARGE", "HALLS"} & set(names)


def test_frames_tell_locations_from_governments() -> None:
    found = {m.place.name: m for m in _mentions("Turkey said its jets bombed Afrin in Syria, U.S. officials said.")}
    assert found["Turkey"].metonym and not found["Turkey"].frame
    assert found["Afrin"].frame == "bombed" and found["Syria"].frame == "in"
    assert found["U.S."].frame == ""


def test_a_headline_adjective_is_no_part_of_a_name() -> None:
    text = "Aid reaches Yemen's Besieged Taiz\n\nTAIZ, Yemen, March 3 - Shells hit a market in Taiz on Sunday.\n"
    found = [m.place.name for m in _mentions(text)]
    assert "Taiz" in found and not any("Besieged" in name for name in found)


def test_an_armed_group_named_in_full_says_which_country_a_text_is_about() -> None:
    text = "Troops fought the Kachin Independence Army in Hpakant Township, Kachin State, on Wednesday."
    places = {m.place.name: m.place for m in _mentions(text)}
    assert places["Hpakant Township"].country == "MM" and places["Kachin State"].country == "MM"


def test_a_province_of_a_hamlets_name_lends_no_country() -> None:
    """Kachyn in Ukraine is a hamlet: "Kachin State" is not there."""
    places = {m.place.name: m.place for m in _mentions("Villagers fled from Namhpyit in Kachin State on Wednesday.")}
    assert all(place.country != "UA" for place in places.values())


def test_the_capital_of_a_people_is_its_city() -> None:
    found = _places("Artillery shook the outskirts of the Libyan capital on Monday, militia fighters said.")
    place = found["Libyan capital"].place
    assert place.country == "LY" and place.lat is not None and abs(place.lat - 32.9) < 0.2
    assert "Libyan capital" not in _places("Shells fell on the Libyan capital Tripoli.")


def _adjuncts(text: str) -> dict[str, PlaceMention]:
    article = read_article(text.encode(), "story", published="2019-05-13")
    assert isinstance(article, Article)
    marked = mark_places(article, RulesModel().annotate(article), _GAZETTEER, (), adjuncts=True)
    return {m.span.quote: m for m in marked if m.adjunct}


def test_names_inside_other_names_are_marked_only_where_asked_for() -> None:
    text = "The Mombasa Fire Department and the University of Nairobi sent Kenyan students to the old port."
    assert {"Mombasa", "Nairobi", "Kenyan"} <= set(_adjuncts(text))
    assert not {"Mombasa", "Nairobi"} & set(_places(text))


@pytest.mark.parametrize(
    "text", ["Charlotte Smith and Jordan Wells met on Sunday.", "Paris Kigen said the road was shut."]
)
def test_a_person_is_no_place_even_among_adjuncts(text: str) -> None:
    assert not _adjuncts(text)


def test_a_town_told_once_as_a_place_is_one_where_its_name_stands_alone() -> None:
    found = _adjuncts("A bus broke down in Kangaba in Mali. Kangaba lies on the river, and the road is poor.")
    assert found["Kangaba"].place.country == "ML"


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("Two shops burned in Paris, Texas, and a barn in Dallas.", "Paris", "Texas"),
        ("Deputies of Boone County met in Lebanon, Ind., and then in Lafayette.", "Lebanon", "Indiana state"),
        ("Voters in Ohio, Georgia and Maine stayed away.", "Georgia", "United States"),
    ],
)
def test_one_world_decides_between_namesakes(text: str, name: str, region: str) -> None:
    assert _places(text)[name].place.within[0] == region


def test_areas_of_the_world_are_areas_and_of_no_country() -> None:
    sahel = _places("Hunger spread across the Sahel on Sunday.")["Sahel"].place
    assert sahel.country is None
    assert sahel.radius_km is not None and sahel.radius_km > 1000


@pytest.mark.parametrize("name", ["Sanski Most", "Hoi An", "Nghe An"])
def test_small_word_that_completes_a_known_name_belongs_to_it(name: str) -> None:
    text = f"GENEVA, Oct 13, 1995 (Wire) - Troops took the town of {name} on Monday, officials said."
    assert name in _places(text)
