"""Times as a monitor would enter them, read on Monday 2 May 2016."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from trucewatch.marking.language import RulesModel
from trucewatch.marking.times import mark_times
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import TimeMention
from trucewatch.records.when import Precision

_TAIL = " That is what the people of the valley told the reporters who came with the convoy."


def _times(text: str) -> list[TimeMention]:
    article = read_article((text + _TAIL).encode(), "story.txt", published="2016-05-02")
    assert not isinstance(article, Unreadable)
    return list(mark_times(article, RulesModel().annotate(article)))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The deal takes effect on Thursday.", "2016-05-05", "2016-05-06"),
        ("The bridge was hit on Thursday.", "2016-04-28", "2016-04-29"),
        ("The pause lasts until 9 May.", "2016-05-09", "2016-05-10"),
        ("Shells fell between 9 and 12 March.", "2016-03-09", "2016-03-13"),
        ("Shells fell on March 3-5.", "2016-03-03", "2016-03-06"),
        ("On Dec. 6th troops moved in.", "2015-12-06", "2015-12-07"),
        ("The pact of 21 MARCH 1988 ended.", "1988-03-21", "1988-03-22"),
        ("Clashes broke out over the weekend.", "2016-04-30", "2016-05-02"),
        ("It began last week.", "2016-04-25", "2016-05-02"),
        ("It was agreed in February.", "2016-02-01", "2016-03-01"),
        ("They fought in the 1980s.", "1980-01-01", "1990-01-01"),
    ],
)
def test_days_and_longer(text: str, start: str, end: str) -> None:
    when = _times(text)[0].when
    assert when is not None
    assert (when.start, when.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("It takes effect at noon on Saturday.", "2016-05-07T12:00"),
        ("It came into force at 00:01 on 27 February.", "2016-02-27T00:01"),
        ("Fighting stops at 4 a.m. tomorrow.", "2016-05-03T04:00"),
        ("THEY ANNOUNCED A TRUCE FROM 0600 TO 1200 TODAY.", "2016-05-02T06:00"),
    ],
)
def test_clock_times_join_their_day(text: str, start: str) -> None:
    when = _times(text)[0].when
    assert when is not None and when.start == datetime.fromisoformat(start)
    assert when.precision is Precision.MINUTE


def test_midnight_on_a_day_keeps_both_readings() -> None:
    when = _times("It began at midnight on Monday.")[0].when
    assert when is not None and when.low_confidence
    assert [a.start for a in when.alternatives] == [datetime(2016, 5, 2), datetime(2016, 5, 3)]
    assert (when.start, when.end) == (datetime(2016, 5, 2), datetime(2016, 5, 3, 0, 1))


def test_another_48_takes_the_unit_of_the_length_before() -> None:
    first, second = _times("The truce, at first for 24 hours, was extended by another 48.")
    assert (first.duration, second.duration) == (timedelta(hours=24), timedelta(hours=48))
    assert second.added and not first.added


def test_two_days_later_counts_from_the_day_told_before() -> None:
    times = _times("The town fell on 20 April. Two days later it was retaken.")
    assert times[1].when is not None and times[1].when.start == datetime(2016, 4, 22)


@pytest.mark.parametrize(
    "text", ["The boy, aged 24, won 3-1.", "Resolution 1701 of the council.", "Version 2.30 of the map."]
)
def test_numbers_that_are_no_times(text: str) -> None:
    assert _times(text) == []
