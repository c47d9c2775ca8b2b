"""Days told by name or by pointing: "Thursday", "early on Saturday morning", "the next day", "overnight"."""

from __future__ import annotations

from datetime import datetime, timedelta

from ...records.when import Precision, When
from .calendar import DAY, part_of, weekday_index, whole_day
from .context import Context

# A day that is further away is one of history, which "the day" does not go on from.
_NEAR_DAYS = 14
_LAST = {"last", "past", "this past", "the previous"}
_POINTING = {
    "the same day": 0,
    "on the day": 0,
    "that day": 0,
    "the following day": 1,
    "the next day": 1,
    "the day after": 1,
    "the previous day": -1,
}
_NIGHTS = {
    "overnight",
    "throughout the night",
    "all through the night",
    "during the night",
    "in the night",
    "all night",
    "last night",
    "last evening",
}


def weekday(context: Context) -> When:
    """The last such day, the reference included; the next one where the frame looks forward."""
    day = _weekday(context)
    part, vague, before = context.group("part"), context.group("vague"), context.group("pre")
    if part and vague in {"early", "late"}:
        return _narrowed(part_of(day, part, context.words), vague)
    if part or (before and "hours" not in before):
        return part_of(day, part or before, context.words)
    return shaded(day, "early" if before else vague, context.words)


def _weekday(context: Context) -> datetime:
    assert context.today is not None
    today, index = context.today, weekday_index(context.group("day"))
    which, week = context.group("next"), context.group("week")
    if which == "the following" and context.last is not None:
        return context.last + ((index - context.last.weekday() - 1) % 7 + 1) * DAY
    if which == "the previous" and context.last is not None:
        return context.last - ((context.last.weekday() - index - 1) % 7 + 1) * DAY
    back = (today.weekday() - index) % 7
    if week:
        shift = {"last": -7, "next": 7}.get(week.split()[-2], 0)
        return today - today.weekday() * DAY + index * DAY + shift * DAY
    ahead = which in {"next", "this coming", "coming", "the following"}
    if ahead or (context.forward and which not in _LAST and back != 0):
        return today + (7 - back) * DAY
    return today - (back or (7 if which in _LAST else 0)) * DAY


def shaded(day: datetime, vague: str, words: str) -> When:
    """ "early Sunday" is its first eight hours, "late Sunday" its last six."""
    if vague == "early":
        return When(day, day + timedelta(hours=8), Precision.PART_OF_DAY, words)
    if vague == "late":
        return When(day + timedelta(hours=18), day + DAY, Precision.PART_OF_DAY, words)
    return whole_day(day, words)


def _narrowed(part: When, vague: str) -> When:
    """ "early Saturday morning" is the first half of the morning, "late" the second; early morning begins at midnight."""
    assert part.start is not None and part.end is not None
    middle = part.start + (part.end - part.start) / 2
    if vague == "late":
        return When(middle, part.end, part.precision, part.wording)
    start = part.start.replace(hour=0) if "morning" in part.wording.lower() else part.start
    return When(start, middle, part.precision, part.wording)


def overnight(context: Context) -> When:
    """ "overnight Monday to Tuesday": the night that ends on the second day; with one day, the night that begins on it."""
    start = _weekday(context)
    if context.group("last"):
        start += ((weekday_index(context.group("last")) - start.weekday() - 1) % 7) * DAY
        return _night(start, context.words)
    eve = _night(start - DAY, context.words)
    night = _night(start, context.words)
    return When(night.start, night.end, Precision.PART_OF_DAY, context.words, None, True, (eve,))


def _night(day: datetime, words: str) -> When:
    return When(day + timedelta(hours=18), day + timedelta(hours=30), Precision.PART_OF_DAY, words)


def day_before(context: Context) -> When:
    """ "the day before", "the night before last"."""
    assert context.today is not None
    which, words = context.group("which"), context.words
    if which in {"yesterday", "last"}:
        day = context.today - 2 * DAY
    else:
        day = (context.last or context.today).replace(hour=0, minute=0) - DAY
    part = next((p for p in ("night", "evening") if p in words.lower()), None)
    return part_of(day, part, words) if part else whole_day(day, words)


def same_day(context: Context) -> When:
    """ "later in the day": the day told last, else that of the reference."""
    assert context.today is not None
    last = context.last
    near = last is not None and abs(last - context.today) < timedelta(days=_NEAR_DAYS)
    day = last if last is not None and near else context.today
    return whole_day(day.replace(hour=0, minute=0), context.words)


def at_part(context: Context) -> When:
    """ "at dawn": of the day told last, else of the reference; of the next day where the frame looks forward."""
    assert context.today is not None
    day = (context.last or context.today).replace(hour=0, minute=0)
    part = context.group("part")
    if context.forward and day == context.today and part in {"dawn", "daybreak", "sunrise"}:
        day += DAY
    return part_of(day, part, context.words)


def part_of_pointed(context: Context) -> When:
    """ "this evening", "yesterday morning", "that night"."""
    assert context.today is not None
    which = context.group("when")
    day = context.today
    if which in {"that", "the same", "the previous", "the following", "the next"}:
        step = {"the previous": -1, "the following": 1, "the next": 1}.get(which, 0)
        day = (context.last or context.today).replace(hour=0, minute=0) + step * DAY
    elif which.endswith("yesterday"):
        day -= DAY
    elif which == "tomorrow":
        day += DAY
    return part_of(day, context.group("part"), context.words)


def pointed(context: Context) -> When:
    """ "yesterday", "overnight", "the weekend", "the following day"."""
    assert context.today is not None
    today, word, words = context.today, context.group("word").replace("week-end", "weekend"), context.words
    anchor = (context.last or today).replace(hour=0, minute=0)
    if word in _NIGHTS:
        return When(today - timedelta(hours=6), today + timedelta(hours=6), Precision.PART_OF_DAY, words)
    if word == "tonight":
        return part_of(today, "night", words)
    if word.rstrip("s").endswith("weekend"):
        return _weekend(context, word)
    if word in _POINTING:
        return whole_day(anchor + _POINTING[word] * DAY, words)
    if word in {"the following morning", "the next morning"}:
        return part_of(anchor + DAY, "morning", words)
    step = {"day after tomorrow": 2, "tomorrow": 1, "yesterday": -1}.get(
        word.split()[-1] if "after" not in word else word, 0
    )
    vague = word.split()[0] if word.split()[0] in {"early", "late"} else ""
    return shaded(today + step * DAY, vague, words)


def _weekend(context: Context, word: str) -> When:
    assert context.today is not None
    today = context.today
    back = (today.weekday() - 5) % 7
    saturday = today - back * DAY
    ahead = word.startswith(("next", "this coming", "the following")) or (
        back > 1 and (context.forward or word.startswith("this weekend"))
    )
    if ahead and (back > 1 or not word.startswith("this")):
        saturday += 7 * DAY
    elif word.startswith(("last", "this past", "the previous")) and back < 2:
        saturday -= 7 * DAY
    return When(saturday, saturday + 2 * DAY, Precision.DAY, context.words)
