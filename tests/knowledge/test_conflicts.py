"""Every reviewed row of a conflict can be used: a level, a source, coordinates that can be true, no name twice."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.knowledge.conflicts import ConflictTable, called_for, load_conflicts
from trucewatch.knowledge.names import fold
from trucewatch.knowledge.parties import general_rows
from trucewatch.records.place import Level
from trucewatch.records.problems import DataFileError

TABLES = load_conflicts()
GENERAL = {row.id: row.name for row in general_rows()}
# Generous boxes (south, north, west, east) of the conflicts' countries: a swapped or mistyped coordinate falls outside.
BOXES = {
    "AM": (38.5, 41.5, 43.0, 47.0), "AZ": (38.0, 42.0, 44.0, 51.0), "BF": (9.0, 15.5, -6.0, 3.0),
    "CD": (-14.0, 6.0, 12.0, 32.0), "CM": (1.5, 13.5, 8.0, 16.5), "CO": (-4.5, 13.0, -80.0, -66.0),
    "ER": (12.0, 18.5, 36.0, 43.5), "ET": (3.0, 15.0, 32.5, 48.5), "GE": (41.0, 43.8, 39.8, 46.8),
    "IL": (29.3, 33.5, 34.0, 36.0), "IQ": (29.0, 37.6, 38.5, 49.0), "KE": (-5.0, 5.6, 33.5, 42.2),
    "LB": (33.0, 34.8, 35.0, 36.8), "LY": (19.0, 33.5, 9.0, 25.5), "ML": (10.0, 25.5, -12.5, 4.5),
    "NE": (11.5, 24.0, 0.0, 16.5), "NG": (4.0, 14.2, 2.5, 15.0), "PS": (31.0, 32.7, 34.1, 35.7),
    "RU": (41.0, 82.0, 19.0, 180.0), "SA": (16.0, 32.5, 34.5, 56.0), "SD": (8.5, 22.5, 21.5, 39.0),
    "SO": (-2.0, 12.5, 40.5, 52.0), "SS": (3.0, 12.7, 23.5, 36.5), "SY": (32.2, 37.5, 35.5, 42.6),
    "TD": (7.0, 24.0, 13.0, 24.5), "UA": (44.0, 52.6, 22.0, 40.5), "VE": (0.5, 12.5, -73.5, -59.5),
    "YE": (11.5, 19.2, 42.0, 55.0),
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_places_have_levels_sources_and_possible_coordinates(table: ConflictTable) -> None:
    for place in table.places:
        assert place.level is not Level.UNKNOWN, place.name
        assert place.source and place.radius_km is not None and place.radius_km > 0, place.name
        assert place.lat is not None and place.lon is not None, place.name
        if place.country is None or place.country not in BOXES:
            continue
        south, north, west, east = BOXES[place.country]
        assert south <= place.lat <= north and west <= place.lon <= east, (place.name, place.country)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_no_place_is_listed_twice_in_one_conflict(table: ConflictTable) -> None:
    seen: dict[tuple[str, str | None], str] = {}
    for place in table.places:
        for key in {fold(name) for name in (place.name, *place.aliases)}:
            assert seen.setdefault((key, place.country), place.name) == place.name, (key, place.name)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_parties_are_whole(table: ConflictTable) -> None:
    assert table.countries and table.start is not None
    ids = [party.id for party in table.parties]
    assert len(ids) == len(set(ids))
    for party in table.parties:
        if party.of is not None and ":" in party.of and not party.of.startswith("state:"):
            assert party.of in ids or party.of in GENERAL, (party.id, party.of)
        if party.valid_from and party.valid_to:
            assert party.valid_from < party.valid_to, party.id


def test_a_table_is_used_only_where_country_and_date_call_for_it() -> None:
    on = date(2016, 5, 2)
    assert [t.name for t in called_for(TABLES, {"SY"}, on)] == ["syria"]
    assert called_for(TABLES, {"SY"}, date(1985, 5, 2)) == ()
    assert called_for(TABLES, {"NO"}, on) == ()


def test_no_conflict_means_no_table_and_an_unknown_one_is_an_error() -> None:
    assert load_conflicts(()) == ()
    with pytest.raises(DataFileError, match="there are: "):
        load_conflicts(("atlantis",))


def test_one_party_has_one_name_in_every_table_and_in_the_general_rows() -> None:
    named: dict[str, str] = {}
    for table in TABLES:
        for party in table.parties:
            assert named.setdefault(party.id, party.name) == party.name, (table.name, party.id)
            assert GENERAL.get(party.id, party.name) == party.name, (table.name, party.id)
