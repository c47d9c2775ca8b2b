"""Harm as a monitor would enter it: who was killed or hurt, how many at least and at most, and whose part it is."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from tests.harms import harms_told as _harms


def _told(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(h.verb, h.count.value.low, h.count.value.high) for h in _harms(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My neighbour and her two sons died in the shelling.", [("killed", 1, 1), ("killed", 2, 2)]),
        ("A mine killed a mother and her three children.", [("killed", 1, 1), ("killed", 3, 3)]),
        ("Gunmen shot dead a teacher and his son.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("The mayor and his wife were killed by a mine.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("Three people were killed and a fourth was wounded.", [("killed", 3, 3), ("injured", 1, 1)]),
        ("A bomb killed two soldiers and wounded another.", [("killed", 2, 2), ("injured", 1, 1)]),
        ("In the port a bomb killed eight soldiers and three rebels died.", [("killed", 8, 8), ("killed", 3, 3)]),
        ("A suicide bomber killed himself and two guards.", [("killed", 2, 2)]),
        ("Gunmen killed a policeman and his driver.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("Two herders were killed and three were wounded at the well.", [("killed", 2, 2), ("injured", 3, 3)]),
        ("At least 61 died and over 1,200 were hurt.", [("killed", 61, None), ("injured", 1201, None)]),
        (
            "In the port at least 47 dockers were killed and 1,318 wounded.",
            [("killed", 47, None), ("injured", 1318, 1318)],
        ),
        ("The blast killed four guards and two clerks.", [("killed", 4, 4), ("killed", 2, 2)]),
        ("Four guards and two clerks died in the blast.", [("killed", 4, 4), ("killed", 2, 2)]),
        ("Gunmen shot up a bus, killing 34.", [("killed", 34, 34)]),
        ("It left nine dead and 14 injured.", [("killed", 9, 9), ("injured", 14, 14)]),
        ("A rocket hit the yard but caused no casualties.", [("killed", 0, 0), ("injured", 0, 0)]),
        ("There were no immediate reports of casualties.", []),
        ("It was unclear if there were casualties.", []),
        ("No one was killed in the raid.", [("killed", 0, 0)]),
        ("Shells fell and a woman was wounded.", [("injured", 1, 1)]),
        ("Three policemen from the harbour district of the old port were killed.", [("killed", 3, 3)]),
        ("The deaths of three monks were announced.", [("killed", 3, 3)]),
        ("Some 40 fighters were killed or wounded.", [("killed_or_injured", 40, 40)]),
        ("The clash produced 40 casualties.", [("killed_or_injured", 40, 40)]),
        ("Between 30 and 40 soldiers were taken prisoner.", [("captured", 30, 40)]),
        ("Raiders kidnapped six schoolgirls.", [("abducted", 6, 6)]),
        ("The shelling displaced 4,000 people.", [("displaced", 4000, 4000)]),
        ("Seven fishermen are still missing.", [("missing", 7, 7)]),
        ("Twelve bodies were found in a ditch.", [("killed", 12, 12)]),
        ("Amin Roche and Tala Roche were gunned down by the road.", [("killed", 2, 2)]),
        ("Rebels assassinated Judge Pello Ansa in his garden.", [("killed", 1, 1)]),
        ("The driver was killed.", [("killed", 1, 1)]),
        ("THREE FARMERS WERE MURDERED AND TWO OTHERS WOUNDED.", [("killed", 3, 3), ("injured", 2, 2)]),
        ("The man fired three times and fled on 6 May.", []),
        ("Hundreds of civilians have been killed.", [("killed", 200, None)]),
        ("The death toll rose to 44.", [("killed", 44, 44)]),
    ],
)
def test_figures(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert _told(text) == expected


def test_parts_name_their_whole() -> None:
    whole, part = _harms("The strike killed 12 people, including three children.")
    assert (whole.part_of, part.part_of) == (None, "12")
    assert part.who is not None and part.who.value == "children"


def test_examples_of_the_words_are_read() -> None:
    data = tomllib.loads(files("trucewatch").joinpath("data/extraction/harm.toml").read_text("utf-8"))
    for row in data["harm"]:
        assert row["verb"] in {h.verb for h in _harms(row["example"])}, row["example"]


def test_a_total_told_behind_its_parts_is_the_whole() -> None:
    told = _harms("Shelling killed two women and three children, five people in all.")
    assert [(h.count.value.low, h.part_of) for h in told] == [(2, "five"), (3, "five"), (5, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels fired on an army post in Goma, killing eight soldiers, an army captain said.", [("killed", 8, 8)]),
        ("A mine killed two men and a woman, a village chief told reporters.", [("killed", 2, 2), ("killed", 1, 1)]),
        ("A blast wounded six soldiers in Goma, a spokesman added.", [("injured", 6, 6)]),
        ("A mine killed two men and a woman, a nurse of the clinic recalled.", [("killed", 2, 2), ("killed", 1, 1)]),
        (
            "The raid killed two guards, a clerk reported killed being found alive.",
            [("killed", 2, 2), ("killed", 1, 1)],
        ),
    ],
)
def test_who_tells_of_the_dead_is_none_of_them(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert _told(text) == expected
