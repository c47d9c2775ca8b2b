"""Days told by their date: "30 April 2016", "March 9-12", "27/02/2016", "the 14th of this month"."""

from __future__ import annotations

from datetime import datetime

from ...records.when import Precision, When
from .calendar import DAY, full_year, month_number, months, part_of, whole_day
from .context import Context

# "announced on 21 December and running to 30 April": a day so long before the one told is that of the year after.
_FAR = 150 * DAY


def date(context: Context) -> When | None:
    """A day or a range of days of one month; a day without a year is the nearest the frame allows."""
    number = month_number(context.group("month"))
    stated = context.group("year")
    known = full_year(stated) if stated else None
    try:
        start = datetime(known or (context.today.year if context.today else 2000), number, int(context.group("day")))
        last = context.group("last")
        end = start.replace(day=int(last)) + DAY if last else start + DAY
    except ValueError:  # "31 June" in a text names no day
        return _leap_day(context, number) if known is None else None
    if known is None:
        if context.today is None:
            return When(None, None, Precision.VAGUE, context.words)
        step = _year_step(start, context)
        start, end = months(start, 12 * step), months(end, 12 * step)
        earlier = context.last is not None and start < context.last
        far = context.last is not None and context.last - start > _FAR
        if earlier and (context.continues or (far and context.forward)):
            start, end = months(start, 12), months(end, 12)
    part = context.group("part") or context.group("pre")
    if part:
        return part_of(start, part, context.words)
    return When(start, end, Precision.DAY, context.words) if end > start else None


def _leap_day(context: Context, number: int) -> When | None:
    """The 29th of February without a year is the last one there was."""
    if number != 2 or context.group("day") != "29" or context.today is None:
        return None
    known = next(y for y in range(context.today.year, 0, -1) if y % 4 == 0 and (y % 100 or y % 400 == 0))
    return whole_day(datetime(known, 2, 29), context.words)


def _year_step(start: datetime, context: Context) -> int:
    """A day without a year is the nearest one on the side that the frame looks to."""
    assert context.today is not None
    near = 31 if context.after_past else 62
    if not context.forward and start > context.today + near * DAY:
        return -1
    return 1 if context.forward and start < context.today - 180 * DAY else 0


def iso(context: Context) -> When | None:
    """ "2016-05-02"."""
    try:
        day = datetime(int(context.group("year")), int(context.group("mon")), int(context.group("day")))
    except ValueError:
        return None
    return whole_day(day, context.words)


def numeric(context: Context) -> When | None:
    """ "27/02/2016"; where both orders are days, the nearer past one stands and the other beside it."""
    known = full_year(context.group("year"))
    first, second = int(context.group("first")), int(context.group("second"))
    days = []
    for number, day in ((second, first), (first, second)):
        try:
            days.append(datetime(known, number, day))
        except ValueError:
            continue
    if not days:
        return None
    if len(set(days)) == 1:
        return whole_day(days[0], context.words)
    if context.today is not None:
        today = context.today
        days.sort(key=lambda d: (d > today, abs(d - today)))
    other = whole_day(days[1], context.words)
    return When(days[0], days[0] + DAY, Precision.DAY, context.words, None, True, (other,))


def month_day(context: Context) -> When | None:
    """ "the 14th of this month"."""
    if context.today is None:
        return None
    which = context.group("which")
    anchor = context.last if which == "the same" and context.last else context.today
    start = months(anchor.replace(day=1, hour=0, minute=0), {"last": -1, "next": 1}.get(which, 0))
    try:
        return whole_day(start.replace(day=int(context.group("day"))), context.words)
    except ValueError:
        return None
