"""How places lie to one another, and where the answer is unknown."""

from __future__ import annotations

import pytest

from trucewatch.knowledge.geography import Lie, lie
from trucewatch.records.place import Level, Place


def _place(name: str, level: Level, *within: str, at: tuple[float, float] | None = None) -> Place:
    lat, lon = at or (None, None)
    return Place(name, level, "SY", "Syria", lat, lon, None, f"t:{name}" if at else None, (*within, "Syria"))


SYRIA = Place("Syria", Level.COUNTRY, "SY", "Syria", 34.9, 37.1, 243, "t:syria")
CITY = _place("Homs", Level.CITY, "Homs province", at=(34.73, 36.71))
PROVINCE = Place("Homs", Level.PROVINCE, "SY", "Syria", 34.5, 38.0, 120, "t:homs-province", ("Syria",))
QUARTER = _place("Al Waer", Level.NEIGHBOURHOOD, "Homs", "Homs province", at=(34.74, 36.66))
VILLAGE = _place("Dar Kabira", Level.VILLAGE, "Homs province")
ELSEWHERE = _place("Sarmin", Level.TOWN, "Idlib province")
NORTH = _place("northern Homs province", Level.REGION, "Homs province")


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        (CITY, CITY, Lie.SAME),
        (CITY, SYRIA, Lie.WITHIN),
        (QUARTER, CITY, Lie.WITHIN),
        (CITY, QUARTER, Lie.CONTAINS),
        (CITY, PROVINCE, Lie.WITHIN),
        (VILLAGE, PROVINCE, Lie.WITHIN),
        # The province's name says nothing of the city that shares it.
        (VILLAGE, CITY, Lie.UNKNOWN),
        (ELSEWHERE, NORTH, Lie.APART),
        (CITY, NORTH, Lie.UNKNOWN),
        (Place("Sarmin", Level.TOWN, "TR"), SYRIA, Lie.APART),
        (Place("the lost village", Level.VILLAGE), CITY, Lie.UNKNOWN),
    ],
)
def test_lie(left: Place, right: Place, how: Lie) -> None:
    assert lie(left, right) is how
