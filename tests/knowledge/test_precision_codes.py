"""What a report says of place and time, in ACLED's and UCDP's precision codes."""

from __future__ import annotations

from datetime import datetime

import pytest

from trucewatch.knowledge.precision_codes import (
    acled_geo_precision,
    acled_time_precision,
    ucdp_date_prec,
    ucdp_where_prec,
)
from trucewatch.records.place import Level, Place
from trucewatch.records.when import Precision, When


@pytest.mark.parametrize(
    ("place", "acled", "ucdp"),
    [
        (Place("Tal Abta", Level.TOWN), 1, 1),
        (Place("Tal Abta hospital", Level.SITE, relation="site in"), 1, 1),
        (Place("Tal Abta", Level.TOWN, radius_km=9.0, relation="15 km north of"), 2, 2),
        (Place("Tal Abta", Level.TOWN, radius_km=44.0, relation="40 km from"), 2, 5),
        (Place("Hawija district", Level.DISTRICT), 2, 3),
        (Place("Nineveh", Level.PROVINCE), 3, 4),
        (Place("northern Nineveh", Level.REGION, relation="northern part of"), 3, 5),
        (Place("Iraq", Level.COUNTRY), None, 6),
        (Place("Red Sea", Level.SEA), 3, 7),
        (Place("Nowhere", Level.UNKNOWN), None, None),
        (None, None, None),
    ],
)
def test_where(place: Place | None, acled: int | None, ucdp: int | None) -> None:
    assert (acled_geo_precision(place), ucdp_where_prec(place)) == (acled, ucdp)


def _when(start: str, end: str, precision: Precision) -> When:
    return When(datetime.fromisoformat(start), datetime.fromisoformat(end), precision, "then")


@pytest.mark.parametrize(
    ("when", "acled", "ucdp"),
    [
        (_when("2016-05-01T06:00", "2016-05-01T06:01", Precision.MINUTE), 1, 1),
        (_when("2016-05-01T18:00", "2016-05-02T06:00", Precision.PART_OF_DAY), 1, 1),
        (_when("2016-05-01", "2016-05-02", Precision.DAY), 1, 1),
        (_when("2016-04-30", "2016-05-02", Precision.DAY), 2, 2),
        (_when("2016-04-25", "2016-05-02", Precision.WEEK), 2, 3),
        (_when("2016-04-01", "2016-05-01", Precision.MONTH), 3, 4),
        (_when("2016-01-01", "2017-01-01", Precision.YEAR), 3, 5),
        (When(None, None, Precision.VAGUE, "recently"), None, None),
        (None, None, None),
    ],
)
def test_when(when: When | None, acled: int | None, ucdp: int | None) -> None:
    assert (acled_time_precision(when), ucdp_date_prec(when)) == (acled, ucdp)
