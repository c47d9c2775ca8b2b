"""Values in a reader's words: no point where there was an interval, no name of a private person, no place that was not found."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from trucewatch.export.wording import (
    count_words,
    iso_length,
    length_words,
    party_words,
    place_words,
    speaker_words,
    when_words,
)
from trucewatch.records.claim import Said
from trucewatch.records.count import Count
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.reading import Stance
from trucewatch.records.text import Cited
from trucewatch.records.when import Precision, When


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (datetime(2016, 2, 1), datetime(2016, 3, 1), Precision.MONTH, "Feb 2016"),
        (datetime(2016, 4, 30, 6), datetime(2016, 4, 30, 12), Precision.PART_OF_DAY, "30 Apr 2016 06:00–12:00"),
        (datetime(2016, 5, 2), datetime(2016, 5, 3), Precision.DAY, "2 May 2016"),
        (datetime(2016, 4, 25), datetime(2016, 5, 3), Precision.WEEK, "25 Apr – 2 May 2016"),
        (datetime(2015, 12, 30), datetime(2016, 1, 2), Precision.WEEK, "30 Dec 2015 – 1 Jan 2016"),
        (datetime(2020, 1, 12, 0, 0), datetime(2020, 1, 12, 0, 1), Precision.MINUTE, "12 Jan 2020 00:00"),
        (datetime(2020, 4, 1), None, Precision.DAY, "since 1 Apr 2020 00:00"),
    ],
)
def test_an_interval_is_told_as_finely_as_it_is_known(
    start: datetime, end: datetime | None, precision: Precision, words: str
) -> None:
    assert when_words(When(start, end, precision)) == words


def test_a_time_that_could_not_be_placed_keeps_its_own_words() -> None:
    assert when_words(When(None, None, Precision.VAGUE, "recently")) == "recently (no date)"


@pytest.mark.parametrize(
    ("low", "high", "words"), [(0, 0, "0"), (51, None, "51 or more"), (None, 20, "up to 20"), (30, 40, "30–40")]
)
def test_counts_are_bounds(low: int | None, high: int | None, words: str) -> None:
    assert count_words(Count(low, high, "as written")) == words


def test_lengths_are_hours_up_to_three_days() -> None:
    assert [length_words(timedelta(hours=h)) for h in (1, 48, 72, 240)] == ["1 hour", "48 hours", "72 hours", "10 days"]


def test_lengths_for_machines_are_iso_8601() -> None:
    lengths = [timedelta(hours=48), timedelta(days=10), timedelta(minutes=90), timedelta(seconds=61)]
    assert [iso_length(x) for x in lengths] == ["PT48H", "P10D", "PT90M", "PT61S"]


def test_a_private_person_is_shown_by_role_and_not_by_name() -> None:
    resident = Party("text:ana oruba", "Ana Oruba", PartyKind.WITNESS, private=True, role="resident of Karo")
    assert party_words(resident) == "resident of Karo"
    assert "Ana" not in speaker_words(Said(Stance.ASSERTED, Cited(resident, ())))


def test_a_place_no_table_has_says_so() -> None:
    assert place_words(Place("Tel Oru", Level.VILLAGE, context="Karo")) == "Tel Oru, Karo (not found in any table)"


def test_the_narrator_is_named_as_the_reports_own_voice() -> None:
    assert speaker_words(Said(Stance.NARRATED)) == "the report's own voice"
