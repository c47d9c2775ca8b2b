"""Two people code the same reports blind; how far they agree is a number, and what they agree on enters the ledger."""

from __future__ import annotations

import csv
from typing import Any

import pytest
from tests.cli.conftest import FIRST, SECOND, Desk

ANSWERS: dict[str, dict[tuple[str, str], str]] = {
    "ana": {
        ("1", "real"): "yes", ("1", "killed"): "3", ("1", "when"): "2018-12-18", ("2", "real"): "yes", ("2", "killed"): "5",
        ("2", "when"): "2018-12-19",
    },
    "ben": {
        ("1", "real"): "yes", ("1", "killed"): "3", ("1", "when"): "2018-12-19", ("2", "real"): "yes", ("2", "killed"): "5",
        ("2", "when"): "2018-12-19",
    },
}  # fmt: skip


def as_coder(desk: Desk, coder: str, *words: str) -> Any:
    return desk.run("round", *words, "--analyst", coder)


@pytest.fixture
def coding(desk: Desk) -> Desk:
    for name, text, day in (("first.txt", FIRST, "2018-12-18"), ("second.txt", SECOND, "2018-12-19")):
        assert desk.run("read", desk.file(name, text), "--published", day).exit_code == 0
    made = desk.json("round", "new", "spring", "I1", "I2", "--field", "killed", "--field", "when")
    assert made["fields"] == ["real", "harms.killed.count", "when"]
    return desk


def answer(desk: Desk, coder: str) -> None:
    for (item, field), value in ANSWERS[coder].items():
        result = as_coder(desk, coder, "code", "spring", item, field, value)
        assert result.exit_code == 0, result.output


def test_the_sheet_shows_words_and_no_ones_answers(coding: Desk) -> None:
    answer(coding, "ana")
    sheet = coding.json("round", "sheet", "spring", "--analyst", "ben")
    assert sheet["left"] == 6 and len(sheet["items"]) == 2
    assert set(sheet["items"][0]) == {"item", "report", "published", "words", "around"}
    assert "three civilians" in sheet["items"][0]["words"]
    assert [j["verdict"] for j in coding.json("judge", "list")["judgements"]] == ["round"]


def test_nobody_sees_agreement_before_all_have_finished(coding: Desk) -> None:
    answer(coding, "ana")
    alone = coding.run("round", "agreement", "spring")
    assert alone.exit_code == 1 and "agreement needs two" in alone.stderr.replace("\n", " ")
    as_coder(coding, "ben", "code", "spring", "1", "real", "yes")
    result = coding.run("round", "agreement", "spring")
    assert result.exit_code == 1 and "ben has 5 left" in result.stderr


def test_agreement_is_krippendorffs_alpha_with_the_items_they_differ_on(coding: Desk) -> None:
    answer(coding, "ana")
    answer(coding, "ben")
    found = coding.json("round", "agreement", "spring")
    by = {f["field"]: f for f in found["fields"]}
    assert (by["harms.killed.count"]["alpha"], by["harms.killed.count"]["measure"]) == (1.0, "interval")
    assert by["real"]["alpha"] is None
    assert by["when"]["apart"] == [1]
    assert found["apart"] == [{"item": 1, "field": "when", "codes": {"ana": "18 Dec 2018", "ben": "19 Dec 2018"}}]
    assert "not defined" in coding.run("round", "agreement", "spring").stdout


def test_what_they_agree_on_enters_the_ledger_in_their_names_and_the_rest_is_marked(coding: Desk) -> None:
    answer(coding, "ana")
    answer(coding, "ben")
    made = coding.json("round", "merge", "spring")["judgements"]
    told = {(j["verdict"], j["analyst"], j.get("field")) for j in made}
    assert ("correct", "ana and ben", "harms.killed.count") in told
    assert ("unsure", "ana", None) in told
    assert coding.json("show", "I2")["harms"][0]["count"]["value"]["low"] == 5
    assert "coders differ on when: 18 Dec 2018 (ana), 19 Dec 2018 (ben)" in " ".join(
        coding.run("show", "I1").stdout.split()
    )
    assert coding.json("queue")["queue"][0]["record"] == "I1"


def test_where_they_differ_one_word_may_be_taken(coding: Desk) -> None:
    answer(coding, "ana")
    answer(coding, "ben")
    made = coding.json(
        "round", "merge", "spring", "--take", "1:when:ben", "--reason", "the dateline", "--analyst", "cy"
    )
    taken = [j for j in made["judgements"] if j.get("field") == "when" and j["analyst"] == "cy"]
    assert [j["reason"] for j in taken] == ["round spring: ben's word taken, the dateline"]
    assert not [j for j in made["judgements"] if j["verdict"] == "unsure"]


def test_a_sheet_is_filled_in_a_spreadsheet_and_taken_in_whole_or_not_at_all(coding: Desk) -> None:
    path = coding.folder / "sheet.csv"
    assert as_coder(coding, "cy", "sheet", "spring", "--out", str(path)).exit_code == 0
    rows = list(csv.DictReader(path.open(newline="")))
    for row in rows:
        row |= {"real": "yes", "harms.killed.count": "3", "when": "last week"}
    with path.open("w", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    refused = as_coder(coding, "cy", "fill", "spring", str(path))
    assert refused.exit_code == 1 and "Nothing was written" in " ".join(refused.stderr.split())
    assert coding.json("round", "sheet", "spring", "--analyst", "cy")["left"] == 6
    path.write_text(path.read_text().replace("last week", "2018-12-18"))
    assert as_coder(coding, "cy", "fill", "spring", str(path)).exit_code == 0
    assert coding.json("round", "sheet", "spring", "--analyst", "cy")["left"] == 0


def test_what_a_round_does_not_ask_is_refused(coding: Desk) -> None:
    assert "does not ask 'actor'" in as_coder(coding, "ana", "code", "spring", "1", "actor", "none").stderr.replace(
        "\n", " "
    )
    assert as_coder(coding, "ana", "code", "spring", "9", "real", "yes").exit_code == 1
    assert coding.run("round", "sheet", "autumn").exit_code == 1
    assert coding.run("round", "new", "spring", "I1").exit_code == 1
    assert coding.run("round", "new", "mixed", "I1", "T1").exit_code == 1
