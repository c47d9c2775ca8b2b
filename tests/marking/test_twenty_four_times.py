"""The two dozen expressions that general readers of time get wrong in news of a truce, all read on 2 May 2016, a Monday."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from trucewatch.marking.language import RulesModel
from trucewatch.marking.times import mark_times
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import TimeKind, TimeMention

_READ_ON = "2016-05-02"


def _time(text: str, words: str) -> TimeMention:
    article = read_article(f"{text} The mediators wrote it all down.".encode(), "story.txt", published=_READ_ON)
    assert not isinstance(article, Unreadable)
    marked = mark_times(article, RulesModel().annotate(article))
    return next(m for m in marked if words.lower() in m.span.quote.lower())


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The lull in the valley lasts until Thursday.", "Thursday", "2016-05-05", "2016-05-06"),
        ("The mill burned down on Thursday.", "Thursday", "2016-04-28", "2016-04-29"),
        ("The mill burned down on Monday.", "Monday", "2016-05-02", "2016-05-03"),
        ("More than ninety raids were counted in April.", "April", "2016-04-01", "2016-05-01"),
        ("The camp had been empty since February.", "February", "2016-02-01", "2016-03-01"),
        ("Drones hummed throughout the night.", "the night", "2016-05-01T18:00", "2016-05-02T06:00"),
        ("The calm begins on Saturday morning.", "Saturday morning", "2016-05-07T06:00", "2016-05-07T12:00"),
        ("The road was shelled early on Sunday.", "Sunday", "2016-05-01", "2016-05-01T08:00"),
        ("Two wells were blown up last week.", "last week", "2016-04-25", "2016-05-02"),
        ("The envoys sit down again next month.", "next month", "2016-06-01", "2016-07-01"),
        ("The guns fell silent at midnight on Friday.", "midnight", "2016-04-29", "2016-04-30T00:01"),
        ("The bakery was hit the day before yesterday.", "day before", "2016-04-30", "2016-05-01"),
        ("The buses leave the day after tomorrow.", "day after", "2016-05-04", "2016-05-05"),
        ("Four nurses have died over the past two days.", "two days", "2016-04-30", "2016-05-03"),
        ("The hospital was struck five days ago.", "five days", "2016-04-27", "2016-04-28"),
        ("The valley was quiet at the weekend.", "weekend", "2016-04-30", "2016-05-02"),
        ("The first bus was stopped at dawn on Saturday.", "dawn", "2016-04-30T04:00", "2016-04-30T07:00"),
        ("The front has not moved since mid-March.", "mid-March", "2016-03-11", "2016-03-21"),
        ("The dam was lost in the 1990s.", "1990s", "1990-01-01", "2000-01-01"),
    ],
)
def test_the_interval_that_the_frame_asks_for(text: str, words: str, start: str, end: str) -> None:
    when = _time(text, words).when
    assert when is not None
    assert (when.start, when.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "words", "hours"),
    [
        ("A 72-hour truce was read out on the square.", "72-hour", 72),
        ("A pause of two and a half days was asked for.", "days", 60),
        ("The generals gave a 48 hour ultimatum.", "48 hour", 48),
        ("A week-long lull ended in the hills.", "week-long", 168),
    ],
)
def test_a_length_is_no_date(text: str, words: str, hours: float) -> None:
    mention = _time(text, words)
    assert mention.kind is TimeKind.DURATION
    assert mention.duration == timedelta(hours=hours)


def test_another_48_is_hours_when_the_truce_was_told_in_hours() -> None:
    mention = _time("The truce, at first for 24 hours, was stretched by another 48.", "another 48")
    assert (mention.duration, mention.unit) == (timedelta(hours=48), "hour")
