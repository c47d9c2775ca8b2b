"""An analyst at the terminal: every decision is signed, takes effect, can be taken back, and comes as JSON too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.cli.conftest import SECOND, Desk

NURSE = """Bakery hit as Hodeidah truce begins

HODEIDAH, Dec 18 - A ceasefire in the Yemeni port city of Hodeidah took effect at 6 a.m. on Tuesday. Houthi fighters shelled a bakery in Hodeidah on Tuesday, wounding five people, said Salma Idris, a nurse.
"""


@pytest.fixture
def judging(desk: Desk) -> Desk:
    for name, text, day in (("first.txt", NURSE, "2018-12-18"), ("second.txt", SECOND, "2018-12-19")):
        assert desk.run("read", desk.file(name, text), "--published", day).exit_code == 0
    return desk


def incident(desk: Desk, name: str = "I1") -> Any:
    return desk.json("show", name)


def decide(desk: Desk, *words: str) -> Any:
    return desk.json("judge", *words)


def refused(desk: Desk, *words: str) -> str:
    before = desk.run("judge", "list").stdout
    result = desk.run("judge", *words)
    assert result.exit_code == 1, result.output
    assert desk.run("judge", "list").stdout == before
    return " ".join(result.stderr.split())


def test_a_correction_shows_with_its_note_and_is_undone_and_the_undoing_undone(judging: Desk) -> None:
    decide(judging, "correct", "I1", "injured", "6+", "--reason", "clinic list")
    (harm,) = incident(judging)["harms"]
    assert (harm["count"]["value"]["low"], harm["count"]["value"]["high"]) == (6, None)
    assert harm["count"]["evidence"] == [{"analyst": "ana", "reason": "clinic list"}]
    assert "correct harms.injured.count: 6 or more (was 5), clinic list" in judging.run("show", "I1").stdout
    assert decide(judging, "undo", "J1")["decision"] == "J2"
    assert incident(judging)["harms"][0]["count"]["value"]["low"] == 5
    decide(judging, "undo", "J2")
    assert incident(judging)["harms"][0]["count"]["value"]["low"] == 6
    assert [j["stands"] for j in decide(judging, "list")["judgements"]] == [True, False, True]


def test_a_correction_of_what_changed_since_it_was_seen_is_refused(judging: Desk) -> None:
    decide(judging, "correct", "I1", "injured", "6", "--was", "5", "--reason", "clinic list")
    said = refused(judging, "correct", "I1", "injured", "7", "--was", "5", "--reason", "the mayor")
    assert "is 6 now, not 5: it has changed since you saw it, and nothing was written" in said


@pytest.mark.parametrize(
    ("field", "value", "remedy"),
    [
        ("injured", "many", "give 5, 51+, 30-40 or up to 20"),
        ("when", "yesterday", "2018-12-18T06:00"),
        ("type", "bombing", "Shelling/artillery/missile attack"),
        ("actor", "Karm Brigade", "Karm Brigade (KIND)"),
        ("where", "Tripoli", "Tripoli, North, Lebanon"),
        ("event", "none", "cannot be left without a value"),
        ("colour", "red", "there are: said.speaker"),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused_with_what_would(
    judging: Desk, field: str, value: str, remedy: str
) -> None:
    assert remedy in refused(judging, "correct", "I1", field, value, "--reason", "x")


def test_merged_records_are_one_until_a_claim_is_split_off(judging: Desk) -> None:
    assert len(judging.json("incidents")["incidents"]) == 2
    decide(judging, "merge", "I1", "I2", "--reason", "one volley")
    (one,) = judging.json("incidents")["incidents"]
    assert incident(judging, "I2")["id"] == "I1"
    decide(judging, "split", "I1", one["other_accounts"][0]["id"][:8], "--reason", "another day")
    assert [i["id"] for i in judging.json("incidents")["incidents"]] == ["I1", "I2"]


def test_truce_and_incident_cannot_be_merged(judging: Desk) -> None:
    assert "cannot be one" in refused(judging, "merge", "I1", "T1")


def test_a_breach_is_verified_only_by_a_person_and_never_against_a_test_that_says_no(judging: Desk) -> None:
    decide(judging, "confirm", "I1", "T1", "--reason", "our team saw it")
    breach = next(b for b in judging.json("breaches")["breaches"] if b["incident"] == "I1")
    assert breach["outcome"] == "verified_violation"
    assert breach["reason"].startswith("confirmed by ana")
    decide(judging, "correct", "I1", "when", "2018-12-01", "--reason", "the nurse's diary")
    decide(judging, "undo", "J1")
    assert "answers no" in refused(judging, "confirm", "I1", "T1", "--reason", "our team saw it")
    assert "before_entry_into_force" in refused(judging, "deny", "I1", "T1", "--as", "nothing", "--reason", "x")
    decide(judging, "deny", "I1", "T1", "--as", "permitted", "--reason", "a warning shot")
    breach = next(b for b in judging.json("breaches")["breaches"] if b["incident"] == "I1")
    assert (breach["outcome"], breach["alleged_party"]) == ("permitted", None)


def test_sources_and_claims_are_graded_and_unknown_grades_refused(judging: Desk) -> None:
    decide(judging, "grade", "first.txt", "B")
    decide(judging, "grade", "I1", "3", "--reason", "one nurse")
    assert "grade claim 3, one nurse" in judging.run("show", "I1").stdout
    assert "F reliability cannot be judged" in refused(judging, "grade", "first.txt", "Z")
    assert "first.txt" in refused(judging, "grade", "Daily Nonsuch", "B")


def test_a_redacted_person_is_in_no_export_and_no_list(judging: Desk) -> None:
    decide(judging, "reveal", "Salma Idris", "--reason", "she speaks for the clinic")
    assert "Salma Idris" in judging.run("incidents").stdout.replace("\n", " ") or "Salma" in str(incident(judging))
    decide(judging, "redact", "Salma Idris")
    page = judging.folder / "page.html"
    assert judging.run("report", "--html", str(page)).exit_code == 0
    assert judging.run("export", "json", "--out", str(judging.folder / "l.json")).exit_code == 0
    for shown in (page.read_text(), (judging.folder / "l.json").read_text(), json.dumps(decide(judging, "list"))):
        assert "Idris" not in shown


def test_a_name_that_no_reading_found_is_redacted_too(judging: Desk) -> None:
    decide(judging, "redact", "Yemeni", "--reason", "not a person, but a word of the text that nothing read as one")
    page = judging.folder / "page.html"
    judging.run("report", "--html", str(page))
    assert "Yemeni port" not in page.read_text()


def test_a_record_added_by_hand_in_a_note_is_never_what_the_public_knew(judging: Desk) -> None:
    made = decide(
        judging, "add", "incident", "sub_event=Armed clash", "place=Hodeidah (city)", "when=2018-12-19", "killed=2",
        "actor=Houthis", "--reason", "Two fighters were killed in a clash on 19 December, told by phone.",
    )  # fmt: skip
    found = incident(judging, "I3")
    assert found["place"]["evidence"][0]["analyst"] == "ana"
    assert (found["event"]["value"], found["speaker"]["value"]["name"]) == ("Battles", "ana")
    assert len(judging.json("incidents", "--published-by", "2019-01-01")["incidents"]) == 2
    judging.run("judge", "undo", made["decision"])
    assert len(judging.json("incidents")["incidents"]) == 2


def test_a_record_added_to_a_report_has_its_words(judging: Desk) -> None:
    decide(
        judging, "add", "toll", "injured=5", "--article", "first.txt", "--words", "wounding five people", "--reason", "a toll",
    )  # fmt: skip
    (toll,) = judging.json("tolls")["tolls"]
    assert toll["evidence"][0]["quote"] == "wounding five people"
    assert "needs" in refused(judging, "add", "truce", "label=truce", "--reason", "x")
    assert "does not have the words" in refused(
        judging, "add", "toll", "injured=5", "--article", "first.txt", "--words", "ten", "--reason", "x"
    )


def test_decisions_whose_words_are_read_no_more_are_kept_and_listed(judging: Desk) -> None:
    decide(judging, "reject", "I1", "--reason", "a drill")
    assert decide(judging, "moved")["moved"] == []
    from datetime import datetime

    from trucewatch.store import Store

    with Store(judging.db) as store:
        kept = next(k for k in store.readings() if k.article.source.endswith("first.txt"))
        store.add_reading(kept.article, [], revision="another", now=datetime(2030, 1, 1))
    (moved,) = decide(judging, "moved")["moved"]
    assert "is read no more" in moved["why"] and "shelled" in moved["why"]
    assert moved["judgement"]["reason"] == "a drill"


def test_nothing_is_decided_by_nobody_and_nothing_taken_away_without_a_reason(judging: Desk) -> None:
    result = judging.run("judge", "accept", "I1", "--analyst", " ")
    assert result.exit_code == 1 and "signed" in result.stderr
    assert "needs a reason" in refused(judging, "reject", "I1")


def test_grades_and_decisions_are_told_wherever_the_record_is(judging: Desk) -> None:
    decide(judging, "grade", "first.txt", "B", "--reason", "its stringer is on site")
    decide(judging, "grade", "I1", "3")
    decide(judging, "correct", "I1", "injured", "6", "--reason", "clinic list")
    told = " ".join(judging.run("why", "I1", "injured").stdout.split())
    assert "the outlet graded B, usually reliable, by ana; graded 3, possibly true, by ana" in told
    out = judging.folder / "ledger.json"
    judging.run("export", "json", "--out", str(out))
    decided = json.loads(out.read_text())["decided"]
    assert [(d["judgement"], d["verdict"], d["analyst"]) for d in decided] == [
        ("J1", "grade_source", "ana"), ("J2", "grade_claim", "ana"), ("J3", "correct", "ana"),
    ]  # fmt: skip


def test_figures_are_not_joined_by_hand(judging: Desk) -> None:
    for n in ("5", "7"):
        decide(judging, "add", "toll", f"injured={n}", "--reason", f"{n} were hurt, by phone")
    assert "correct or reject it instead" in refused(judging, "merge", "N1", "N2")
