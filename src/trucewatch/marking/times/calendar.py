"""Intervals of the calendar: days, parts of days, weeks, months, seasons, years, decades."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from ...knowledge.time_words import time_words
from ...knowledge.wire import wire_words
from ...records.when import Precision, When

DAY = timedelta(days=1)


def whole_day(day: datetime, words: str) -> When:
    """00:00 to 00:00 of the next day."""
    return When(day, day + DAY, Precision.DAY, words)


def part_of(day: datetime, part: str, words: str) -> When:
    """A part of a day by the reviewed hours."""
    low, high = time_words().parts[part]
    return When(day + timedelta(hours=low), day + timedelta(hours=high), Precision.PART_OF_DAY, words)


def months(moment: datetime, by: int) -> datetime:
    """A moment moved by whole months; the 29th of February falls back to the 28th."""
    index = moment.year * 12 + moment.month - 1 + by
    day = moment.day
    while True:
        try:
            return moment.replace(year=index // 12, month=index % 12 + 1, day=day)
        except ValueError:
            day -= 1


def year(number: int, words: str) -> When:
    """A whole year."""
    return When(datetime(number, 1, 1), datetime(number + 1, 1, 1), Precision.YEAR, words)


def decade(word: str, words: str) -> When:
    """ "the 1980s", "the 90s"."""
    start = int(word) if len(word) == 4 else 1900 + int(word)
    return When(datetime(start, 1, 1), datetime(start + 10, 1, 1), Precision.DECADE, words)


def month(hit: re.Match[str], today: datetime, forward: bool, words: str) -> When:
    """A month, with or without its year; "early May" is its first third."""
    number = next(n for n, name in enumerate(wire_words().months, 1) if name.startswith(hit["month"].lower()[:3]))
    known = int(hit["year"]) if hit.groupdict().get("year") else None
    which = (hit["which"] or "").lower()
    if known is None:
        known = today.year - (number > today.month and not forward) + (number < today.month and forward)
        if which == "last" and number == today.month:
            known -= 1
    start = datetime(known, number, 1)
    end = months(start, 1)
    low, high = {"early": (0, 10), "beginning": (0, 10), "start": (0, 10), "mid": (10, 20), "middle": (10, 20)}.get(
        (hit["vague"] or "").lower(), (20, 31) if (hit["vague"] or "").lower() in {"late", "end"} else (0, 31)
    )
    if (low, high) != (0, 31):
        return When(start + low * DAY, min(end, start + high * DAY), Precision.MONTH, words, low_confidence=True)
    return When(start, end, Precision.MONTH, words)


def season(hit: re.Match[str], today: datetime, words: str) -> When | None:
    """A season of the northern hemisphere, marked low in confidence."""
    first, count = time_words().seasons[hit["season"].lower()]
    which = (hit["which"] or "").lower()
    if which in {"in", "the", "that"} and not hit["year"]:
        return None
    known = int(hit["year"]) if hit["year"] else today.year
    start = datetime(known, first, 1)
    if not hit["year"]:
        if which == "last" and months(start, count) > today:
            start = start.replace(year=known - 1)
        elif which == "next" and start <= today:
            start = start.replace(year=known + 1)
    return When(start, months(start, count), Precision.SEASON, words, low_confidence=True)


def calendar(which: str, unit: str, today: datetime, words: str) -> When:
    """Last, this or next week, month or year."""
    step = {"last": -1, "the previous": -1, "this": 0}.get(" ".join(which.split()), 1)
    if unit == "week":
        monday = today - today.weekday() * DAY + 7 * step * DAY
        return When(monday, monday + 7 * DAY, Precision.WEEK, words)
    if unit == "month":
        start = months(today.replace(day=1), step)
        return When(start, months(start, 1), Precision.MONTH, words)
    return year(today.year + step, words)
