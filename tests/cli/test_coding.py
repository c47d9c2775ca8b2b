"""``trucewatch code``: codes of a text without a ledger."""

from __future__ import annotations

from tests.cli.conftest import Desk

TEXT = "Turkish jets bombed a depot in Iraq on Sunday, killing nine. Baghdad condemned the raid and accused Turkey of murder."


def test_a_text_is_coded_with_its_words(desk: Desk) -> None:
    shown = desk.run("code", TEXT)
    assert shown.exit_code == 0, shown.output
    assert "Air/drone strike" in shown.stdout
    assert "FIGHT, CAMEO 19: Turkish jets → “bombed” → Iraq" in shown.stdout
    assert not desk.db.exists(), "coding keeps nothing"


def test_a_file_and_standard_input_are_coded_alike(desk: Desk) -> None:
    from_file = desk.json("code", desk.file("raid.txt", TEXT))
    assert from_file == desk.json("code", TEXT)
    assert from_file["type"]["event"] == "Explosions/Remote violence"
    assert [e["plover"] for e in from_file["events"]][:2] == ["FIGHT", "DISAPPROVE"]
    assert from_file["main_event"]["who"][0]["words"] == "Turkish jets"
    side = from_file["events"][0]["source"][0]
    assert TEXT[side["start"] : side["end"]] == side["words"] and side["country"] == "TR"


def test_a_text_of_no_event_says_so(desk: Desk) -> None:
    assert "No type" in desk.run("code", "The choir sang until noon.").stdout


def test_nothing_to_read_is_said(desk: Desk) -> None:
    result = desk.run("code", "-", stdin=b"")
    assert result.exit_code == 1
