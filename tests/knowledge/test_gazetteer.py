"""What the embedded gazetteer has, and where it puts it."""

import pytest

from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.records.place import Level, Place

_GAZETTEER = EmbeddedGazetteer()


def _named(name: str, level: Level, country: str) -> Place:
    return next(p for p, _ in _GAZETTEER.candidates(name) if p.level is level and p.country == country)


@pytest.mark.parametrize(
    ("country", "lat", "lon"),
    [("Canada", 60, -95), ("Russia", 60, 100), ("Kenya", 0.6, 37.8), ("Libya", 26.9, 18.0), ("Indonesia", -5, 120)],
)
def test_country_stands_at_its_middle_not_amid_its_cities(country: str, lat: float, lon: float) -> None:
    place = _GAZETTEER.candidates(country)[0][0]
    assert place.level is Level.COUNTRY
    assert (place.lat, place.lon) == (lat, lon)
    assert place.radius_km is not None and place.radius_km > 200


@pytest.mark.parametrize(
    ("region", "country"), [("New South Wales", "AU"), ("Carinthia", "AT"), ("Chaco", "AR"), ("Minas Gerais", "BR")]
)
def test_first_level_region_is_known_by_the_listing_of_its_cities(region: str, country: str) -> None:
    assert _named(region, Level.PROVINCE, country).lat is not None


def test_region_with_an_empty_half_is_put_in_its_middle() -> None:
    # Most towns of Ontario lie at its southern tip; the province reaches to Hudson Bay.
    ontario = _named("Ontario", Level.PROVINCE, "CA")
    assert ontario.lat is not None and ontario.lat > 46


def test_second_level_units_are_found_by_their_name_and_inside_their_region() -> None:
    county = _named("Boone County", Level.DISTRICT, "US")
    assert county.within[-1] == "United States"
    fife = _named("Fife", Level.DISTRICT, "GB")
    assert fife.within[0] == "Scotland"


def test_a_district_known_by_one_town_is_wider_than_that_town() -> None:
    assert all((p.radius_km or 0) >= 15 for p, _ in _GAZETTEER.candidates("Boone County"))
