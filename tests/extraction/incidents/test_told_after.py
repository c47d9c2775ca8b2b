"""Harm told in a sentence of its own, by words that tell of no act, belongs to the act told right before."""

from __future__ import annotations

import pytest
from tests.harms import claims_told

from trucewatch.records.claim import IncidentClaim, TollClaim

_WAR = "\n\nArtillery and mortars were heard along the front as militias and rebels fought on."


def _figures(text: str, place: str) -> list[tuple[str, int | None, int | None]]:
    claims = [c for c in claims_told(text + _WAR) if isinstance(c, IncidentClaim)]
    here = [c for c in claims if c.place is not None and c.place.value.name == place]
    return sorted((h.verb, h.count.value.low, h.count.value.high) for c in here for h in c.harms)


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        (
            "A rocket hit a market in Donetsk on Sunday morning. Seven people lost their lives. Another 20 were taken to hospital.",
            "Donetsk",
            [("injured", 20, 20), ("killed", 7, 7)],
        ),
        (
            "Mortar rounds fell on Taiz at 0220 on Monday. A policeman and a watchman lost their lives.",
            "Taiz",
            [("killed", 1, 1), ("killed", 1, 1)],
        ),
        (
            "A bomb went off in Jos on Sunday, police said. Hospital staff counted nine bodies.",
            "Jos",
            [("killed", 9, 9)],
        ),
        (
            "Gunmen attacked a checkpoint near Jalalabad on Sunday. Two policemen died at the scene and a third succumbed to his wounds.",
            "Jalalabad",
            [("killed", 1, 1), ("killed", 2, 2)],
        ),
        (
            "Rebels bombed a bus near Ayacucho on Friday. As a result of the attack four soldiers were killed.",
            "Ayacucho",
            [("killed", 4, 4)],
        ),
    ],
)
def test_harm_of_the_act_before(text: str, place: str, expected: list[tuple[str, int, int]]) -> None:
    assert _figures(text, place) == expected


def test_harm_somewhere_else_is_not_the_acts() -> None:
    assert _figures("Shells hit Wau on Monday. In Aweil, nine people were taken to hospital.", "Wau") == []


def test_a_wars_dead_are_not_the_acts() -> None:
    text = "A mortar hit a barracks in Wau on Monday. Twenty years, forty thousand dead."
    assert _figures(text, "Wau") == []
    assert [c.harm.count.value.low for c in claims_told(text + _WAR) if isinstance(c, TollClaim)] == [40000]


def test_one_figure_for_two_places_is_given_to_neither() -> None:
    text = "Bombings in Kano and Jos on Sunday killed 58 people."
    assert _figures(text, "Kano") == _figures(text, "Jos") == []
    assert [c.harm.count.value.low for c in claims_told(text + _WAR) if isinstance(c, TollClaim)] == [58]
