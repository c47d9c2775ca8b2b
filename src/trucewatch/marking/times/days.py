"""From a matched pattern to a mention: what interval of days, or what length, the words give."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from ...knowledge.count_words import count_words
from ...knowledge.time_words import time_words
from ...knowledge.wire import wire_words
from ...records.reading import TimeKind, TimeMention
from ...records.text import Article
from ...records.when import Precision, When
from .calendar import DAY, calendar, decade, month, months, part_of, season, whole_day, year
from .grammar import WEEKDAYS

_VAGUE_NUMBERS = {"several": 3, "few": 3, "a few": 3, "a couple of": 2, "couple of": 2}
_UNIT_PRECISION = {
    "minute": Precision.MINUTE,
    "hour": Precision.HOUR,
    "day": Precision.DAY,
    "night": Precision.DAY,
    "week": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
}


def mention_of(
    article: Article,
    name: str,
    hit: re.Match[str],
    reference: datetime | None,
    last: datetime | None,
    forward: bool,
    taken: list[TimeMention],
) -> TimeMention | None:
    """The mention a pattern's match gives; None where the words name no time ("31 June").

    ``last`` is the last time told in the sentences before: "the next day" and "two days later" count from it.
    """
    span = article.quote(hit.start(), hit.end())
    if name in {"length", "added"}:
        length = _length(hit, taken)
        return TimeMention(span, TimeKind.DURATION, None, length, name == "added") if length else None
    when = _when(name, hit, reference, last, forward, " ".join(span.quote.split()))
    return TimeMention(span, TimeKind.DATE, when) if when is not None else None


def _length(hit: re.Match[str], taken: list[TimeMention]) -> timedelta | None:
    number = _number(hit["n"])
    if number is None:
        return None
    # "another 48": the unit is that of the length given before.
    unit = (hit["unit"] or _last_unit(taken)).lower()
    return timedelta(hours=round(number * time_words().units[unit], 4))


def _last_unit(taken: list[TimeMention]) -> str:
    lengths = [t for t in taken if t.kind is TimeKind.DURATION]
    words = lengths[-1].span.quote.lower() if lengths else "hour"
    return next((unit for unit in time_words().units if unit in words), "hour")


def _number(word: str | None) -> float | None:
    word = " ".join((word or "").lower().split())
    if word in {"", "a", "an"}:
        return 1
    if word in {"half", "half a", "half an"}:
        return 0.5
    if word in _VAGUE_NUMBERS:
        return _VAGUE_NUMBERS[word]
    if word[0].isdigit():
        return float(word)
    half = word.endswith(" and a half")
    parts = re.split(r"[\s-]", word.removesuffix(" and a half"))
    numbers = count_words().numbers
    return sum(numbers[p] for p in parts) + half / 2 if all(p in numbers for p in parts) else None


def _when(
    name: str, hit: re.Match[str], reference: datetime | None, last: datetime | None, forward: bool, words: str
) -> When | None:
    if name in {"date", "range", "iso"}:
        return _date(name, hit, reference, forward, words)
    if name == "year":
        return year(int(hit["year"]), words)
    if name == "decade":
        return decade(hit["decade"], words)
    if reference is None:
        return When(None, None, Precision.VAGUE, words)
    today = reference.replace(hour=0, minute=0)
    if name == "weekday":
        return _weekday(hit, today, forward, words)
    if name in {"word", "part", "before", "atpart"}:
        return _word(name, hit, today, last, words)
    if name == "month":
        return month(hit, today, forward, words)
    if name == "season":
        return season(hit, today, words)
    if name == "unit":
        return calendar(hit["which"].lower(), hit["unit"].lower(), today, words)
    return _span(name, hit, today, last, words)


def _month_number(word: str) -> int:
    return next(n for n, name in enumerate(wire_words().months, 1) if name.startswith(word.lower()[:3]))


def _date(name: str, hit: re.Match[str], reference: datetime | None, forward: bool, words: str) -> When | None:
    number = int(hit["mon"]) if name == "iso" else _month_number(hit["month"])
    stated = hit["year"]
    known = (
        None
        if stated is None
        else int(stated)
        if len(stated) == 4
        else 1900 + int(stated)
        if int(stated) > 40
        else 2000 + int(stated)
    )
    try:
        start = datetime(known or (reference.year if reference else 2000), number, int(hit["day"]))
        end = start.replace(day=int(hit["last"])) + DAY if name == "range" else start + DAY
    except ValueError:  # "31 June" in a text names no day
        return None
    if known is None:
        if reference is None:
            return When(None, None, Precision.VAGUE, words)
        step = _year_step(start, reference, forward)
        start, end = months(start, 12 * step), months(end, 12 * step)
    part = hit.groupdict().get("part") or hit.groupdict().get("pre")
    if part:
        return part_of(start, part.lower(), words)
    return When(start, end, Precision.DAY, words) if end > start else None


def _year_step(start: datetime, reference: datetime, forward: bool) -> int:
    """A day without a year is the nearest one on the side that the frame looks to."""
    if not forward and start > reference + 7 * DAY:
        return -1
    return 1 if forward and start < reference - 180 * DAY else 0


def _weekday(hit: re.Match[str], today: datetime, forward: bool, words: str) -> When:
    name = hit["day"].lower().rstrip(".")
    index = next(n for n, day in enumerate(WEEKDAYS) if day.startswith(name[:3]))
    which = " ".join((hit["next"] or "").lower().split())
    week = " ".join((hit["week"] or "").lower().split())
    back = (today.weekday() - index) % 7
    if week:
        shift = {"last week": -7, "of last week": -7, "next week": 7}.get(week, 0)
        day = today - today.weekday() * DAY + index * DAY + shift * DAY
    elif which in {"next", "this coming"} or (forward and which not in {"last", "past", "this past"} and back != 0):
        day = today + (7 - back) * DAY
    else:
        day = today - (back or (7 if which in {"last", "past", "this past"} else 0)) * DAY
    part = hit["part"]
    return part_of(day, part.lower(), words) if part else _shaded(day, (hit["vague"] or "").lower(), words)


def _shaded(day: datetime, vague: str, words: str) -> When:
    """ "early Sunday" is its first eight hours, "late Sunday" its last six."""
    if vague == "early":
        return When(day, day + timedelta(hours=8), Precision.PART_OF_DAY, words)
    if vague == "late":
        return When(day + timedelta(hours=18), day + DAY, Precision.PART_OF_DAY, words)
    return whole_day(day, words)


def _word(name: str, hit: re.Match[str], today: datetime, last: datetime | None, words: str) -> When:
    anchor = (last or today).replace(hour=0, minute=0)
    if name == "before":
        which = (hit["which"] or "").strip().lower()
        return whole_day((today if which == "yesterday" else anchor) - (2 if which == "yesterday" else 1) * DAY, words)
    if name == "atpart":
        return part_of(anchor if last else today, hit["part"].lower(), words)
    if name == "part":
        moved = {"yesterday": -1, "late yesterday": -1, "tomorrow": 1}.get(" ".join(hit["when"].lower().split()), 0)
        day = anchor if hit["when"].lower() in {"that", "the same"} else today + moved * DAY
        return part_of(day, hit["part"].lower(), words)
    word = " ".join(hit["word"].lower().split())
    if word in {"overnight", "throughout the night", "during the night", "in the night", "last night", "last evening"}:
        return When(today - timedelta(hours=6), today + timedelta(hours=6), Precision.PART_OF_DAY, words)
    if word == "tonight":
        return part_of(today, "night", words)
    if word.endswith("weekend"):
        saturday = today - ((today.weekday() - 5) % 7) * DAY + (7 * DAY if word.startswith("next") else timedelta())
        return When(saturday, saturday + 2 * DAY, Precision.DAY, words)
    relative = {"the same day": 0, "that day": 0, "the following day": 1, "the next day": 1, "the previous day": -1}
    if word in relative:
        return whole_day(anchor + relative[word] * DAY, words)
    if word == "late yesterday":
        return _shaded(today - DAY, "late", words)
    return whole_day(today + {"yesterday": -1, "tomorrow": 1}.get(word, 0) * DAY, words)


def _span(name: str, hit: re.Match[str], today: datetime, last: datetime | None, words: str) -> When | None:
    number = _number(hit["n"])
    if number is None:
        return None
    unit = hit["unit"].lower()
    bare = not (hit["n"] or "").strip()
    vague = (hit["n"] or "").strip().lower() in _VAGUE_NUMBERS or (
        name == "past" and bare and words.lower().split()[-1].endswith("s")
    )
    number = 3 if vague and bare else number
    length = timedelta(hours=number * time_words().units[unit])
    precision = _UNIT_PRECISION[unit]
    if name == "ago":
        return _point(today - length, precision, words, vague)
    if name == "later":
        return _point((last or today).replace(hour=0, minute=0) + length, precision, words, vague)
    if name == "ahead":
        return When(today, today + length, precision, words, low_confidence=vague)
    return When(today - length, today + DAY, precision, words, low_confidence=vague)


def _point(day: datetime, precision: Precision, words: str, vague: bool) -> When:
    """A moment counted in units is no finer than its unit: "three months ago" is a month wide."""
    width = {Precision.WEEK: 7, Precision.MONTH: 30, Precision.YEAR: 365, Precision.DECADE: 3650}.get(precision, 1)
    start = day - timedelta(days=width // 2)
    return When(start, start + timedelta(days=width), precision, words, low_confidence=vague)
