"""Intervals of the calendar: dates, parts of days, weeks, months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from ...knowledge.time_words import WEEKDAYS, time_words
from ...knowledge.wire import wire_words
from ...records.when import Precision, When
from .context import Context

DAY = timedelta(days=1)
# Thirds that words such as "early" and "late" cut from a month or a year.
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def whole_day(day: datetime, words: str) -> When:
    """00:00 to 00:00 of the next day."""
    return When(day, day + DAY, Precision.DAY, words)


def part_of(day: datetime, part: str, words: str) -> When:
    """A part of a day by the reviewed hours."""
    low, high = time_words().parts[part]
    return When(day + timedelta(hours=low), day + timedelta(hours=high), Precision.PART_OF_DAY, words)


def weekday_index(name: str) -> int:
    """0 for Monday, from a full or shortened name."""
    return next(n for n, day in enumerate(WEEKDAYS) if day.startswith(name.lower().rstrip(".")[:3]))


def month_number(word: str) -> int:
    """1 for January, from a full or shortened name."""
    return next(n for n, name in enumerate(wire_words().months, 1) if name.startswith(word.lower()[:3]))


def months(moment: datetime, by: int) -> datetime:
    """A moment moved by whole months; the 29th of February falls back to the 28th."""
    index = moment.year * 12 + moment.month - 1 + by
    day = moment.day
    while True:
        try:
            return moment.replace(year=index // 12, month=index % 12 + 1, day=day)
        except ValueError:
            day -= 1


def full_year(word: str) -> int:
    """ "88" is 1988, "16" is 2016."""
    number = int(word)
    return number if len(word) == 4 else number + (1900 if number > 40 else 2000)


def third(whole: When, vague: str) -> When:
    """ "early May" is its first third, marked low in confidence; the whole where no such word stands."""
    part = _THIRDS.get(vague.removeprefix("the ").removesuffix(" of").strip("- "))
    if part is None or whole.start is None or whole.end is None:
        return whole
    step = (whole.end - whole.start) / 3
    start = (whole.start + part * step).replace(hour=0, minute=0, second=0, microsecond=0)
    end = (whole.start + (part + 1) * step).replace(hour=0, minute=0, second=0, microsecond=0)
    return replace(whole, start=start, end=end if part < 2 else whole.end, low_confidence=True)


def year(context: Context) -> When:
    """A whole year, or a third of it."""
    number = full_year(context.group("year"))
    whole = When(datetime(number, 1, 1), datetime(number + 1, 1, 1), Precision.YEAR, context.words)
    return third(whole, context.group("vague"))


def spelt_year(context: Context) -> When | None:
    """A year in words: "nineteen ninety-one", "the year two thousand"."""
    words = time_words().numbers
    first = {"nineteen": 1900, "twenty": 2000, "two thousand": 2000}[context.group("century")]
    number = first + sum(words[part] for part in context.group("rest").replace("-", " ").split())
    return When(datetime(number, 1, 1), datetime(number + 1, 1, 1), Precision.YEAR, context.words)


def year_ago(context: Context) -> When:
    """ "the year-ago quarter": the stretch of accounts is not told, so it is somewhere in the year before."""
    assert context.today is not None
    start = months(context.today, -12)
    return When(start - 183 * DAY, start + 182 * DAY, Precision.YEAR, context.words, low_confidence=True)


def decade(context: Context) -> When:
    """ "the 1980s", "the late 90s", "the sixties"."""
    word = context.group("decade")
    first = 1920 + 10 * _DECADES.index(word) if word in _DECADES else 0
    start = first or (int(word) if len(word) == 4 else 1900 + int(word) + (100 if int(word) < 20 else 0))
    whole = When(datetime(start, 1, 1), datetime(start + 10, 1, 1), Precision.DECADE, context.words)
    return third(whole, context.group("vague"))


def century(context: Context) -> When | None:
    """ "the 20th century" is 1900 to 1999, as it is mostly meant."""
    order = context.group("order")
    number = int(order[:-2]) if order[0].isdigit() else time_words().ordinals[order]
    if not 2 <= number <= 22:
        return None
    return When(datetime(100 * (number - 1), 1, 1), datetime(100 * number, 1, 1), Precision.VAGUE, context.words)


def month(context: Context) -> When | None:
    """A month, with or without its year; "early May" is its first third."""
    if _verb_may(context):
        return None
    number = month_number(context.group("month"))
    known = _year_stated(context)
    if known is None:
        if context.today is None:
            return When(None, None, Precision.VAGUE, context.words)
        known = _year_implied(context, number, context.today)
    start = datetime(known, number, 1)
    return third(When(start, months(start, 1), Precision.MONTH, context.words), context.group("vague"))


def _verb_may(context: Context) -> bool:
    """ "and may", "to march" are verbs; in upper-case text only a preposition of time tells the month from them."""
    word = context.hit["month"]
    if word.lower() not in {"may", "march", "mar"} or context.group("year"):
        return False
    return word.islower() or (word.isupper() and context.group("which") in {"", "and", "to", "for", "before", "after"})


def _year_stated(context: Context) -> int | None:
    if context.group("year"):
        return int(context.group("year"))
    word = context.group("yearword")
    if word and context.today is not None:
        return context.today.year + {"last": -1, "next": 1}.get(word, 0)
    if context.group("sameyear") and context.last is not None:
        return context.last.year
    return None


def _year_implied(context: Context, number: int, today: datetime) -> int:
    which = context.group("which")
    forward = (context.forward or which == "next") and not which.endswith("last")
    if number == today.month:
        return today.year + (1 if which == "next" else -1 if which.endswith("last") else 0)
    if forward:
        return today.year + (number < today.month)
    ahead = (number - today.month) % 12
    if ahead <= 2 and which not in {"this", "since"} and not which.endswith("last") and not context.after_past:
        return today.year + (number < today.month)
    if which == "this":
        return today.year
    return today.year - (number > today.month)


def season(context: Context) -> When | None:
    """A season of the northern hemisphere, marked low in confidence."""
    first, count = time_words().seasons[context.group("season")]
    which, stated = context.group("which"), context.group("year")
    if context.today is None and not stated:
        return None
    if which in {"in", "the", "that"} and not stated and context.group("season") in {"fall", "spring"}:
        return None
    known = int(stated) if stated else (context.today.year if context.today else 0)
    start = datetime(known, first, 1)
    if not stated and context.today is not None:
        if (which not in {"this", "next"} and not context.forward and start > context.today) or (
            which == "last" and months(start, count) > context.today
        ):
            start = start.replace(year=known - 1)
        elif which == "next" and start <= context.today:
            start = start.replace(year=known + 1)
    return When(start, months(start, count), Precision.SEASON, context.words, low_confidence=True)


_STEPS = {"last": -1, "the previous": -1, "this": 0, "that": 0, "the same": 0, "the current": 0, "this past": -1}

# "in the year", "for the entire month": the one the text is in.
_NOW = ("in the", "for the", "during the", "of the", "throughout the", "latest", "entire", "whole", "full")


def unit(context: Context) -> When | None:
    """Last, this or next week, month, quarter, year, decade, century; "later this week" is the whole week."""
    assert context.today is not None
    which = context.group("which")
    step = _STEPS.get(which, 0 if which.endswith(_NOW) else 1)
    if which.endswith(_NOW) and context.group("unit") == "quarter" and not context.forward:
        step = -1  # accounts are told of the quarter that has ended
    pointing = which in {"that", "the same", "the previous", "the following"} and context.last is not None
    anchor = context.last if pointing and context.last else context.today
    vague = context.group("vague")
    whole = calendar_unit(context.group("unit"), anchor, step, context.words)
    return whole if vague in {"earlier", "later"} else third(whole, vague)


def unit_end(context: Context) -> When | None:
    """ "the end of the month"."""
    assert context.today is not None
    step = 1 if context.group("which") else 0
    whole = calendar_unit(context.group("unit"), context.today, step, context.words)
    return third(whole, context.group("vague"))


def calendar_unit(name: str, anchor: datetime, step: int, words: str) -> When:
    """The calendar's week (from Monday), month, quarter, year, decade or century ``step`` from the anchor's own."""
    day = anchor.replace(hour=0, minute=0)
    if name == "week":
        monday = day - day.weekday() * DAY + 7 * step * DAY
        return When(monday, monday + 7 * DAY, Precision.WEEK, words)
    first = day.replace(day=1)
    if name == "month":
        start = months(first, step)
        return When(start, months(start, 1), Precision.MONTH, words)
    if name == "quarter":
        start = months(first.replace(month=3 * ((first.month - 1) // 3) + 1), 3 * step)
        return When(start, months(start, 3), Precision.SEASON, words)
    width = {"year": 1, "decade": 10, "century": 100}[name]
    number = first.year // width * width + step * width
    precision = {"year": Precision.YEAR, "decade": Precision.DECADE}.get(name, Precision.VAGUE)
    return When(datetime(number, 1, 1), datetime(number + width, 1, 1), precision, words)


def quarter(context: Context) -> When | None:
    """ "the third quarter", of the year stated or the latest one begun; halves likewise."""
    words = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
    order = time_words().ordinals[words.get(context.group("order"), context.group("order"))]
    width = 3 if context.group("unit") == "quarter" else 6
    if order * width > 12:
        return None
    stated = context.group("year")
    if not stated and context.today is None:
        return None
    known = int(stated) if stated else (context.today.year if context.today else 0)
    known += {"last": -1, "next": 1}.get(context.group("which"), 0)
    start = datetime(known, (order - 1) * width + 1, 1)
    if not stated and not context.group("which") and context.today and start > context.today and not context.forward:
        start = start.replace(year=known - 1)
    return When(start, months(start, width), Precision.SEASON, context.words)
