"""``read``: what is shown, what is kept, and what bad input gets told."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import FIRST, Desk

from trucewatch.export.reading_json import schema
from trucewatch.extraction.identity import REVISION


def test_one_report_shows_its_truces_and_incidents_as_of_its_publication(desk: Desk) -> None:
    result = desk.run("read", desk.file("first.txt", FIRST), "--published", "2018-12-18")
    assert result.exit_code == 0, result.output
    assert "Shells hit mill as Hodeidah truce begins" in result.stdout
    assert "as of 18 Dec 2018" in result.stdout
    assert "killed" in result.stdout and "T1" in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 100


def test_reading_again_changes_nothing(desk: Desk) -> None:
    path = desk.file("first.txt", FIRST)
    desk.run("read", path, "--published", "2018-12-18")
    before = desk.json("incidents")
    again = desk.run("read", path, "--published", "2018-12-18")
    assert "read before, with the same result" in again.stdout
    assert desk.json("incidents") == before


def test_json_is_one_reading_on_each_line_and_keeps_to_the_schema(desk: Desk) -> None:
    desk.file("first.txt", FIRST)
    desk.file("third.txt", FIRST.replace("three", "four"))
    result = desk.run("read", str(desk.folder), "--published", "2018-12-18", "--json")
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(readings) == 2
    for reading in readings:
        jsonschema.validate(reading, schema())


def test_reports_without_a_date_are_counted(desk: Desk) -> None:
    paths = [desk.file(f"{n}.txt", f"The truce in Hodeidah, Yemen, held on Monday, day {n}.") for n in (1, 2)]
    assert "2 without a publication time" in desk.run("read", *paths).stdout


def test_an_unknown_model_is_refused_with_those_there_are(desk: Desk) -> None:
    result = desk.run("read", desk.file("first.txt", FIRST), "--model", "oracle")
    assert result.exit_code == 1 and "rules, fast, standard, spacy:<pipeline>" in result.stderr


@pytest.mark.slow
def test_what_another_model_reads_is_a_revision_of_its_own(desk: Desk) -> None:
    path = desk.file("first.txt", FIRST)
    for model in ("rules", "standard"):
        assert desk.run("read", path, "--published", "2018-12-18", "--model", model).exit_code == 0
    (article,) = desk.json("articles")["articles"]
    assert article["revision"].startswith(f"{REVISION}-standard-")


def test_standard_input_is_read(desk: Desk) -> None:
    result = desk.run("read", "-", "--published", "2018-12-18", stdin=FIRST.encode())
    assert result.exit_code == 0 and "1 read" in result.stdout


def test_no_conflict_table_and_an_unknown_one(desk: Desk) -> None:
    path = desk.file("first.txt", FIRST)
    assert desk.run("read", path, "--conflict", "none").exit_code == 0
    result = desk.run("read", path, "--conflict", "atlantis")
    assert result.exit_code == 1
    assert "atlantis" in result.stderr and "syria" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
        ("arabic.txt", ("أعلن الجيش وقف إطلاق النار في حلب لمدة ثمان وأربعين ساعة. " * 8).encode(), "only English"),
    ],
)
def test_a_bad_file_is_named_with_its_reason_and_remedy(desk: Desk, name: str, content: bytes, reason: str) -> None:
    result = desk.run("read", desk.file(name, content))
    assert result.exit_code == 1
    assert name in result.stderr and reason in result.stderr and "To mend it" in result.stderr


def test_bad_files_among_good_ones_are_counted_and_the_rest_is_read(desk: Desk) -> None:
    desk.file("first.txt", FIRST)
    desk.file("empty.txt", b"")
    (desk.folder / "huge.txt").open("wb").truncate(50 * 1024 * 1024)
    result = desk.run("read", str(desk.folder), str(desk.folder / "nowhere.txt"), "--published", "2018-12-18")
    assert result.exit_code == 0
    assert "1 read" in result.stdout
    assert "3 of 4 could not be read" in result.stderr
    assert "50 MB" in result.stderr and "no such file" in result.stderr


def test_a_day_that_does_not_exist_is_refused_before_any_work(desk: Desk) -> None:
    result = desk.run("read", desk.file("first.txt", FIRST), "--published", "2018-02-30")
    assert result.exit_code == 1 and "2018-02-30" in result.stderr
    assert not desk.db.exists()


def test_a_fault_of_ours_in_one_report_is_listed_and_the_run_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import trucewatch.pipeline

    honest = trucewatch.pipeline.read_report

    def broken(data: bytes, source: str, *rest: object) -> object:
        if source.endswith("bad.txt"):
            raise KeyError("verb")
        return honest(data, source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(trucewatch.pipeline, "read_report", broken)
    result = desk.run("read", desk.file("bad.txt", FIRST), desk.file("good.txt", FIRST), "--workers", "1")
    assert "1 read" in result.stdout
    assert "fault in Trucewatch, KeyError" in result.stderr


def test_a_ledger_that_is_no_ledger_is_left_alone(desk: Desk) -> None:
    desk.db.write_text("shopping list " * 100)
    result = desk.run("read", desk.file("first.txt", FIRST))
    assert result.exit_code == 1 and "is no ledger" in result.stderr
    assert Path(desk.db).read_text().startswith("shopping list")


@pytest.mark.slow
def test_many_reports_are_read_the_same_by_one_process_and_by_two(desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    for n in range(45):
        desk.file(f"in/{n}.txt", FIRST.replace("three", str(n + 2)))
    ways = []
    for workers in ("1", "2"):
        db = str(desk.folder / f"{workers}.db")
        result = desk.run(
            "read", str(desk.folder / "in"), "--published", "2018-12-18", "--workers", workers, "--db", db
        )
        assert result.exit_code == 0, result.output
        ways.append(desk.json("claims", "--db", db))
    assert ways[0] == ways[1]


def test_a_run_that_is_stopped_keeps_what_was_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import trucewatch.cli.reading as reading

    honest = reading.read_job

    def stopped(job: reading.Job) -> object:
        if job.source.endswith("second.txt"):
            raise KeyboardInterrupt
        return honest(job)

    monkeypatch.setattr(reading, "read_job", stopped)
    result = desk.run(
        "read", desk.file("first.txt", FIRST), desk.file("second.txt", FIRST), "--published", "2018-12-18"
    )
    assert result.exit_code == 130 and "1 of 2 were read" in result.stderr
    assert desk.json("incidents")["incidents"]


def test_a_model_that_is_not_installed_is_told_of_and_the_next_one_reads(desk: Desk) -> None:
    with pytest.warns(RuntimeWarning, match="spacy.*; reading by standard-"):
        result = desk.run("read", desk.file("first.txt", FIRST), "--model", "spacy:en_atlantis")
        assert result.exit_code == 0, result.output
    (article,) = desk.json("articles")["articles"]
    assert article["revision"].startswith(f"{REVISION}-standard-")
