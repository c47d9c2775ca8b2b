"""Feasts that truces are tied to, as days of the calendar."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from ...knowledge.time_words import time_words
from ...records.when import Precision, When
from .context import Context

# Day 1 of the tabular Islamic calendar, of its two epochs the one nearer to the days announced in our time.
_HIJRA = 227014


def holiday(context: Context) -> When | None:
    """The feast nearest to the reference on the side its frame looks to, or of the year stated."""
    found = _row(context.group("holiday"))
    if found is None:
        return None
    kind, numbers = found
    if context.today is None and not context.group("year"):
        return None
    if context.group("year"):
        years = [int(context.group("year"))]
        candidates = [d for y in years for d in _days(kind, numbers, y)]
    else:
        assert context.today is not None
        candidates = [d for y in range(context.today.year - 1, context.today.year + 2) for d in _days(kind, numbers, y)]
    if not candidates:
        return None
    start = candidates[0] if context.group("year") else _nearest(context, candidates, numbers[-1])
    length = timedelta(days=numbers[-1])
    return When(start, start + length, Precision.DAY, context.words, low_confidence=kind == "islamic")


def _row(words: str) -> tuple[str, tuple[int, ...]] | None:
    for kind, rows in time_words().holidays.items():
        for pattern, numbers in rows:
            if re.fullmatch(pattern, words, re.IGNORECASE):
                return kind, numbers
    return None


def _nearest(context: Context, candidates: list[datetime], days: int) -> datetime:
    """The feast that goes on, else the one next to come (forward) or nearest in time."""
    today = context.today
    assert today is not None
    going = [d for d in candidates if d <= today < d + timedelta(days=days)]
    if going and context.group("which") not in {"last", "next"}:
        return going[0]
    ahead = [d for d in candidates if d > today]
    behind = [d for d in candidates if d <= today]
    if context.group("which") == "last" and behind:
        return behind[-1]
    if (context.forward or context.group("which") == "next") and ahead:
        return ahead[0]
    return min(candidates, key=lambda d: abs(d - today))


def _days(kind: str, numbers: tuple[int, ...], year: int) -> list[datetime]:
    if kind == "fixed":
        return [datetime(year, numbers[0], numbers[1])]
    if kind in {"easter", "orthodox"}:
        first = easter(year) if kind == "easter" else orthodox_easter(year)
        return [datetime.combine(first + timedelta(days=numbers[0]), datetime.min.time())]
    return islamic(year, numbers[0], numbers[1])


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday (Meeus's Julian computus, 13 days added: right from 1900 to 2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def islamic(year: int, month: int, day: int) -> list[datetime]:
    """The days of a Gregorian year on which a day of the tabular Islamic calendar falls."""
    found = []
    first = int((year - 622) * 33 / 32)
    for hijri in range(first - 1, first + 3):
        ordinal = _HIJRA + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
        moment = datetime.fromordinal(ordinal)
        if moment.year == year:
            found.append(moment)
    return found
