"""A toll that grew over six days, told by five reports, while one outlet still prints the third figure on the last day."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Desk

FIGHT = "The army and the Rapid Support Forces have fought over the city for months."
STRIKE = "air strike on the main market of Nyala, Sudan, on June 2"
DOCTORS = "civilians, the Darfur Doctors Union said on"
STORIES = {
    "first": ("2026-06-03", f"Air strike hits market in Nyala\n\nKHARTOUM, June 3 - An {STRIKE} killed 14 {DOCTORS} Wednesday. {FIGHT}"),
    "second": ("2026-06-04", f"Toll of market strike rises\n\nKHARTOUM, June 4 - An {STRIKE} killed 27 {DOCTORS} Thursday. {FIGHT}"),
    "third": ("2026-06-05", f"Bodies pulled from Nyala market\n\nKHARTOUM, June 5 - The {STRIKE} killed 41 {DOCTORS} Friday. {FIGHT}"),
    "fifth": ("2026-06-07", f"Doctors raise toll\n\nKHARTOUM, June 7 - The {STRIKE} killed more than 50 {DOCTORS} Sunday. {FIGHT}"),
    "sixth": ("2026-06-08", f"Market toll rises again\n\nKHARTOUM, June 8 - The {STRIKE} killed 55 {DOCTORS} Monday. {FIGHT}"),
    "convoy": (
        "2026-06-08",
        "Aid convoy reaches Darfur\n\nCAIRO, June 8 - An aid convoy reached South Darfur in Sudan on Monday. "
        f"An {STRIKE} killed 41 civilians. {FIGHT}",
    ),
}  # fmt: skip
RIGHT = {
    "2026-06-03": (14, 14),
    "2026-06-04": (27, 27),
    "2026-06-05": (41, 41),
    "2026-06-07": (51, None),
    "2026-06-08": (55, 55),
}


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("market"))
    for name, (day, text) in STORIES.items():
        assert desk.run("read", desk.file(f"{name}.txt", text), "--published", day).exit_code == 0
    return desk


def strike(desk: Desk) -> str:
    found = desk.json("incidents", "--type", "strike")["incidents"]
    assert len(found) == 1 and len(found[0]["other_accounts"]) >= 5
    return str(found[0]["id"])


def test_one_screen_gives_the_right_reading_at_each_day(market: Desk) -> None:
    readings = market.json("history", strike(market), "killed")["readings"]
    assert {r["at"][:10]: (r["low"], r["high"]) for r in readings} == RIGHT
    screen = " ".join(market.run("history", strike(market)).stdout.split())
    assert "the range over the latest figure of each origin; nothing is added up" in screen


def test_late_print_is_not_late_knowledge(market: Desk) -> None:
    last = market.json("history", strike(market))["readings"][-1]
    (late,) = [r for r in last["rows"] if r["outlet"] == "convoy.txt"]
    assert late["state"] == "stale"
    assert late["why"] == "prints what Darfur Doctors Union said on 05 Jun 2026, and has since replaced"
    assert [r["count"]["wording"] for r in last["rows"] if r["state"] == "stands"] == ["55"]


@pytest.mark.parametrize("day", RIGHT)
def test_what_the_public_knew_on_a_day_is_the_reading_of_that_day(market: Desk, day: str) -> None:
    readings = market.json("history", strike(market), "--published-by", day)["readings"]
    assert (readings[-1]["low"], readings[-1]["high"]) == RIGHT[day]


def test_why_answers_down_to_words_and_rules(market: Desk) -> None:
    told = " ".join(market.run("why", strike(market), "killed").stdout.split())
    assert "killed [more than 50] civilians, the Darfur Doctors Union said on Sunday" in told
    assert "“more than 50” is 51 or more" in told
    assert "the reading is 55: the range over the latest figure of each origin" in told
    assert "every value is shown beside the others, none is chosen" in told
    kind = market.json("why", strike(market), "type")
    assert (
        "is a word of Explosions/Remote violence: Air/drone strike in the reviewed words"
        in kind["grounds"][0]["rules"][0]
    )
    place = market.json("why", strike(market), "where")
    assert "the tables have Nyala, South Darfur, Sudan as a city" in place["grounds"][0]["rules"][0]
    assert "in a report published 5 Jun 2026 is 2 Jun 2026" in str(market.json("why", strike(market), "when"))
    assert market.json("why", strike(market), "joined")["rules"]
    refused = market.run("why", strike(market), "colour")
    assert refused.exit_code == 1 and "harms.VERB.count" in refused.stderr


def test_what_changed_between_two_days_and_why(market: Desk) -> None:
    found = market.json("diff", "2026-06-04", "2026-06-05")["changes"]
    (toll,) = [c for c in found if c["record"] == strike(market) and c["field"] == "harms.killed.count"]
    assert (toll["before"], toll["after"], toll["why"]) == ("", "41", ["“Bodies pulled from Nyala market”"])
    new = market.json("diff", "2026-06-01", "2026-06-03", "--type", "strike")["changes"]
    assert [c["what"] for c in new] == ["new"]
    assert market.json("diff", "2026-06-09", "2026-06-10")["changes"] == []
    assert market.run("diff", "2026-06-05", "2026-06-04").exit_code == 1


def test_what_people_changed_is_told_with_who_and_why(market: Desk) -> None:
    from trucewatch.cli.saying import now

    before = now().isoformat()
    market.json("judge", "correct", strike(market), "killed", "28", "--was", "27", "--reason", "the morgue's list")
    found = market.json("diff", "--recorded", before, "2100-01-01")["changes"]
    (change,) = [c for c in found if c["field"] == "harms.killed.count"]
    assert (change["before"], change["after"]) == ("27", "28")
    assert change["why"] == ["J1 of ana: correct, the morgue's list"]
    told = market.json("why", strike(market), "killed")
    assert any("what was read there is 27" in r for g in told["grounds"] for r in g["rules"])
    market.run("judge", "undo", "J1")
