"""Flat tables: a row for each account, bounds kept, formulas defused, private names blotted out."""

from __future__ import annotations

import csv
import io

import pytest
from tests.export.test_reading_json import ledger

from trucewatch.export.tables_csv import csv_files, safe_cell
from trucewatch.knowledge.count_profiles import count_profile


def rows(name: str, *, masked: bool = True) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_files(ledger(), masked=masked)[name], newline="")))


def test_every_account_of_an_incident_is_a_row_of_its_own() -> None:
    found = rows("incidents.csv")
    assert [r["id"] for r in found] == ["I1", "I1"]
    assert (found[0]["injured_low"], found[0]["injured_high"], found[0]["killed_low"]) == ("2", "2", "")
    assert found[0]["speaker"] == "baker"
    assert found[0]["source"] == "oru.txt"


def test_quotes_leave_without_private_names_unless_asked_for() -> None:
    text = "\n".join(csv_files(ledger()).values())
    assert "Velt" not in text and "halted fire" in text


def test_a_truce_keeps_its_interval_and_length() -> None:
    (truce,) = rows("truces.csv")
    assert (truce["start_start"], truce["start_precision"], truce["durations"]) == ("2019-05-04T00:00", "day", "PT48H")


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_a_cell_that_would_run_is_defused(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


def test_ordinary_words_stay_as_they_are() -> None:
    assert safe_cell("about 20-30 shells") == "about 20-30 shells"


def test_figures_of_a_codebook_stand_beside_the_bounds_when_one_is_chosen() -> None:
    tables = csv_files(ledger(), profile=count_profile("acled"))
    first = next(csv.DictReader(io.StringIO(tables["incidents.csv"], newline="")))
    assert (first["injured_coded_best"], first["injured_coded_by"], first["injured_coded_verified"]) == (
        "2",
        "acled 1",
        "yes",
    )
    assert "injured_coded_best" not in rows("incidents.csv")[0]


def test_precision_codes_say_how_finely_time_was_told() -> None:
    (truce,) = rows("truces.csv")
    assert (truce["start_acled_precision"], truce["start_ucdp_precision"]) == ("1", "1")
