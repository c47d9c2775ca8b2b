"""A person brings a table of places, and a report's village is found."""

from __future__ import annotations

import json

from tests.cli.conftest import FIRST, Desk

_VILLAGE = "9000001\tZhembela\tZhembela\t\t14.6\t43.2\tP\tPPL\tYE\t\t08\t\t\t\t900\t\t300\tAsia/Aden\t2024-01-01\n"
_REPORT = FIRST.replace("civilians in Hodeidah", "civilians in the village of Zhembela")


def test_a_village_of_an_imported_table_is_found_in_a_report(desk: Desk) -> None:
    table = desk.file("YE.txt", _VILLAGE)
    into = str(desk.folder / "yemen.sqlite")
    told = desk.run("places", "import", table, "--into", into)
    assert told.exit_code == 0, told.output
    assert "1 places" in told.output
    report = desk.file("report.txt", _REPORT)
    read = desk.run("read", report, "--published", "2018-12-18", "--places", into)
    assert read.exit_code == 0, read.output
    shown = json.loads(desk.run("incidents", "--json").output)
    assert "geonames:9000001" in json.dumps(shown)


def test_a_name_that_no_table_has_is_said_to_be_in_none(desk: Desk) -> None:
    assert "No table has 'Zhembela'" in desk.run("places", "find", "Zhembela").output
    found = json.loads(desk.run("places", "find", "Hodeidah", "--json").output)
    assert found[0]["country"] == "YE"


def test_trouble_with_a_table_is_said_with_what_would_mend_it(desk: Desk) -> None:
    table = desk.file("places.csv", "name,lat,lon\nZhembela,14,43\n")
    told = desk.run("places", "import", table)
    assert told.exit_code == 1
    assert "ADM1_PCODE" in told.output
    told = desk.run("read", desk.file("report.txt", _REPORT), "--places", table)
    assert told.exit_code == 1
    assert "places import" in told.output
