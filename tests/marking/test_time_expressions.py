"""A table of time expressions as news writes them: what a monitor would enter, with the day each was read on."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from trucewatch.marking.language import RulesModel
from trucewatch.marking.times import mark_times
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import TimeKind, TimeMention

_TAIL = " The people of the valley told it to the reporters who came with the convoy."


def _times(text: str, published: str) -> list[TimeMention]:
    article = read_article((text + _TAIL).encode(), "story.txt", published=published)
    assert not isinstance(article, Unreadable)
    return list(mark_times(article, RulesModel().annotate(article)))


# Read on, the words, beginning and end of the interval.
_INTERVALS = [
    ("2016-05-02", "The truce holds until Thursday.", "2016-05-05", "2016-05-06"),
    ("2016-05-02", "Planes circled throughout the night.", "2016-05-01T18:00", "2016-05-02T06:00"),
    ("2016-05-02", "A shell fell early on Sunday.", "2016-05-01", "2016-05-01T08:00"),
    ("2016-05-02", "Guns opened up at dawn on Saturday.", "2016-04-30T04:00", "2016-04-30T07:00"),
    ("2016-05-02", "They left on the night of 27 April.", "2016-04-27T18:00", "2016-04-28T06:00"),
    ("2016-05-02", "The villagers fled on Saturday, April 30, 2016.", "2016-04-30", "2016-05-01"),
    ("2016-05-02", "The pause expires tomorrow night.", "2016-05-03T18:00", "2016-05-04T06:00"),
    ("2016-05-02", "Fighting has gone on over the past three weeks.", "2016-04-11", "2016-05-03"),
    ("2016-05-02", "Aid will go in over the next 48 hours.", "2016-05-02", "2016-05-04"),
    ("2016-05-02", "The column left two days ago.", "2016-04-30", "2016-05-01"),
    ("2016-05-02", "The pact lapsed on the 14th of this month.", "2016-05-14", "2016-05-15"),
    ("1999-06-10", "The talks resume the day after tomorrow.", "1999-06-12", "1999-06-13"),
    ("1999-06-10", "The raid came the day before yesterday.", "1999-06-08", "1999-06-09"),
    ("1999-06-10", "Both armies withdrew last month.", "1999-05-01", "1999-06-01"),
    ("1999-06-10", "The bridge was blown up in March.", "1999-03-01", "1999-04-01"),
    ("1999-06-10", "The bridge was blown up in September.", "1998-09-01", "1998-10-01"),
    ("1999-06-10", "Observers will leave by September.", "1999-09-01", "1999-10-01"),
    ("1999-06-10", "They have fought since early 1998.", "1998-01-01", "1998-05-02"),
    ("1999-06-10", "They have fought since mid-April.", "1999-04-11", "1999-04-21"),
    ("1994-02-20", "The ultimatum ends next week.", "1994-02-21", "1994-02-28"),
    ("1994-02-20", "The town was shelled at the weekend.", "1994-02-19", "1994-02-21"),
    ("1994-02-20", "It was the worst raid of the 1990s.", "1990-01-01", "2000-01-01"),
    ("1994-02-20", "The army came back in the late 1980s.", "1986-09-01", "1990-01-01"),
    ("1994-02-20", "The border was drawn in the 19th century.", "1800-01-01", "1900-01-01"),
    ("2008-08-12", "The column moved in on 08/08/2008.", "2008-08-08", "2008-08-09"),
    ("2008-08-12", "The column moved in on 27/07/08.", "2008-07-27", "2008-07-28"),
    ("2008-08-12", "The camp was emptied between 9 and 11 August.", "2008-08-09", "2008-08-12"),
    ("2008-08-12", "The paper was signed in the summer of 1992.", "1992-06-01", "1992-09-01"),
    ("1998-03-01", "The bank failed in nineteen ninety-one.", "1991-01-01", "1992-01-01"),
    ("1998-03-01", "All was to be settled by the year two thousand.", "2000-01-01", "2001-01-01"),
    ("1998-03-01", "It was the worst flood since '82.", "1982-01-01", "1983-01-01"),
    ("1998-03-04", "A bus was shot at on Monday. Later in the day a mine went off.", "1998-03-02", "1998-03-03"),
    ("1998-03-04", "The rains were late, but earlier in the year a well dried up.", "1998-01-01", "1999-01-01"),
    ("1987-12-20", "THE GUERRILLAS WILL CEASE FIRE ON 24 DEC.", "1987-12-24", "1987-12-25"),
    ("1987-12-20", "THE PATROL WAS AMBUSHED YESTERDAY MORNING.", "1987-12-19T06:00", "1987-12-19T12:00"),
    ("1987-12-20", "The rebels offered to stop shooting for Christmas.", "1987-12-25", "1987-12-26"),
    ("2003-04-10", "No shots were heard on Good Friday.", "2003-04-18", "2003-04-19"),
    ("2018-06-07", "The guns fell silent for Eid al-Fitr.", "2018-06-14", "2018-06-17"),
    ("2018-06-07", "He spoke on Wednesday. The next day a bomb went off.", "2018-06-06", "2018-06-07"),
    ("2023-04-18", "The paramilitaries struck overnight Monday to Tuesday.", "2023-04-17T18:00", "2023-04-18T06:00"),
    ("2023-04-18", "The convoy reached the port on 29 February.", "2020-02-29", "2020-03-01"),
    ("2023-04-18", "Mediators meet at the end of the month.", "2023-04-21", "2023-05-01"),
]


@pytest.mark.parametrize(("published", "text", "start", "end"), _INTERVALS)
def test_the_interval_of_the_words(published: str, text: str, start: str, end: str) -> None:
    when = _times(text, published)[0].when
    assert when is not None
    assert (when.start, when.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "hours", "unit"),
    [
        ("A 72-hour truce was read out.", 72, "hour"),
        ("They agreed on three days of quiet.", 72, "day"),
        ("A ten-day truce was read out.", 240, "day"),
        ("The pause was for a week.", 168, "week"),
        ("It was renewed for forty-eight hours.", 48, "hour"),
        ("It holds for a year and a half.", 1.5 * 8760, "year"),
        ("It was a month-long truce.", 720, "month"),
        ("They stopped for half an hour.", 0.5, "hour"),
        ("It holds for two and a half months.", 1800, "month"),
        ("It was prolonged for one hundred days.", 2400, "day"),
    ],
)
def test_a_length_and_its_unit(text: str, hours: float, unit: str) -> None:
    found = _times(text, "2016-05-02")[0]
    assert found.kind is TimeKind.DURATION
    assert found.duration == timedelta(hours=hours) and found.unit == unit and not found.vague


@pytest.mark.parametrize(
    "text", ["They fought for several days.", "It took two or three weeks.", "They wept for months."]
)
def test_a_length_of_no_one_number_is_vague(text: str) -> None:
    assert _times(text, "2016-05-02")[0].vague


@pytest.mark.parametrize("words", ["another 48", "another 48 hours", "a further 48 hours", "48 more hours"])
def test_what_is_added_to_a_term(words: str) -> None:
    times = _times(f"The pause, at first for 24 hours, was extended by {words}.", "2016-05-02")
    assert times[-1].added and times[-1].duration == timedelta(hours=48)


@pytest.mark.parametrize(
    ("text", "start", "zone"),
    [
        ("It takes effect at 0100 GMT on Friday.", "2016-05-06T01:00", "UTC"),
        ("It takes effect at 9 p.m. local time tomorrow.", "2016-05-03T21:00", None),
        ("It took effect at noon Damascus time on Sunday.", "2016-05-01T12:00", "Asia/Damascus"),
        ("It took effect at 00:00 (Moscow time) on 1 May.", "2016-05-01T00:00", "Europe/Moscow"),
        ("It took effect at 6 in the evening on Sunday.", "2016-05-01T18:00", None),
        ("It took effect at 10 o'clock today.", "2016-05-02T10:00", None),
        ("It took effect one minute after midnight on 27 February.", "2016-02-27T00:01", None),
        ("It takes effect at 19:00 on Thursday.", "2016-05-05T19:00", None),
    ],
)
def test_clock_times_and_their_zones(text: str, start: str, zone: str | None) -> None:
    whens = [m.when for m in _times(text, "2016-05-02") if m.when is not None]
    assert [(w.start, w.zone) for w in whens] == [(datetime.fromisoformat(start), zone)]


def test_either_order_of_a_date_in_figures_stands_beside_the_other() -> None:
    when = _times("The column moved in on 03/05/2016.", "2016-06-01")[0].when
    assert when is not None and when.low_confidence
    assert {when.start, when.alternatives[0].start} == {datetime(2016, 5, 3), datetime(2016, 3, 5)}


@pytest.mark.parametrize(("word", "direction"), [("now", "present"), ("recently", "past"), ("soon", "future")])
def test_words_that_give_no_more_than_a_direction(word: str, direction: str) -> None:
    found = _times(f"The border is {word} to be closed.", "2016-05-02")[0]
    assert found.direction == direction and found.when is not None and found.when.start is None


@pytest.mark.parametrize("words", ["daily", "every day", "each Friday", "every two weeks", "on Fridays"])
def test_what_comes_again_and_again_is_a_set(words: str) -> None:
    assert _times(f"The crossing opens {words}.", "2016-05-02")[0].kind is TimeKind.SET


@pytest.mark.parametrize(
    "text",
    [
        "The troops may march to the river.",
        "The mother is 52 years old.",
        "Three-quarters of the houses burned.",
        "The 1,998 tents were white.",
        "He met on 31 June the elders.",
        "The index fell by 2.36%.",
        "Jan Kovar and Mar Elias spoke.",
        "The side won 4-2 and then lost 0-3.",
        "The girl is 12-year-old Nadia.",
    ],
)
def test_words_that_are_no_time(text: str) -> None:
    assert [m for m in _times(text, "2016-05-02") if m.when is None or m.when.start is not None] == []
