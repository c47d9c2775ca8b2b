"""MUC templates filled and joined."""

from __future__ import annotations

from typing import Any

from benchmarks.accuracy.muc import templates


def _made(text: str) -> list[dict[str, Any]]:
    return templates({"id": "t", "text": text, "date": "1989-08-20"})


def test_named_victims_and_their_killers_fill_the_slots() -> None:
    made = _made("BOGOTA, 20 AUG 89 -- GUNMEN KILLED SENATOR JUAN SOLER IN BOGOTA ON FRIDAY.")
    assert len(made) == 1
    assert made[0]["victims"] == ["SENATOR JUAN SOLER"]
    assert made[0]["perp_individual"] == ["GUNMEN"]
    assert made[0]["n_killed"] == [1, 1]


def test_one_attack_told_twice_is_one_template() -> None:
    made = _made(
        "LIMA, 20 AUG 89 -- A BOMB EXPLODED AT A BANK IN LIMA ON FRIDAY, WOUNDING TWO GUARDS.\n\n"
        "THE BOMB EXPLODED AT THE BANK IN LIMA ON FRIDAY, THE POLICE SAID."
    )
    assert [t["type"] for t in made] == ["BOMBING"]


def test_a_text_without_harm_makes_no_template() -> None:
    assert _made("LIMA, 20 AUG 89 -- THE CONGRESS OPENED ITS SESSION WITH A SPEECH ON PRICES.") == []


def test_people_told_apart_are_summed() -> None:
    made = _made(
        "BOGOTA, 20 AUG 89 -- GUNMEN KILLED SENATOR JUAN SOLER, HIS DRIVER AND THREE BODYGUARDS IN BOGOTA ON FRIDAY."
    )
    assert [t["n_killed"] for t in made] == [[5, 5]]
