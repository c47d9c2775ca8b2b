"""Times counted in units from another: "two days ago", "three weeks later", "over the next 48 hours"."""

from __future__ import annotations

from datetime import datetime, timedelta

from ...records.reading import TimeKind, TimeMention
from ...records.when import Precision, When
from .calendar import DAY, months, weekday_index
from .context import Context
from .lengths import hours, number_of

_PRECISION = {
    "second": Precision.MINUTE,
    "minute": Precision.MINUTE,
    "hour": Precision.HOUR,
    "day": Precision.DAY,
    "night": Precision.DAY,
    "week": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.SEASON,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.VAGUE,
}
_WIDTH = {"week": 7, "fortnight": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3650, "century": 36500}


def span_mention(name: str, context: Context) -> TimeMention | None:
    """A point so many units from another, or the period that lies between (then with its length)."""
    unit = context.group("unit")
    bare = not context.group("n")
    plural = context.words.lower().rstrip(".").endswith(f"{unit}s")
    found = (3.0, True) if bare and plural else number_of(context.group("n"))
    if found is None or context.today is None:
        return _undated(context)
    number, vague = found
    precision = _PRECISION[unit]
    if name in {"ago", "later", "fromnow"}:
        return _dated(context, _point(context, name, number, vague, precision))
    length = hours(number, unit)
    back = name == "past"
    low, high = _period(context.today, number, unit, back=back)
    when = When(low, high, precision, context.words, low_confidence=vague)
    if vague and plural and bare:
        direction = "past" if back else "future"
        return TimeMention(context.span, TimeKind.DATE, when, None, unit=unit, vague=True, direction=direction)
    return TimeMention(context.span, TimeKind.DATE, when, length, unit=unit, vague=vague)


def _undated(context: Context) -> TimeMention | None:
    return _dated(context, When(None, None, Precision.VAGUE, context.words)) if context.today is None else None


def _dated(context: Context, when: When) -> TimeMention:
    return TimeMention(context.span, TimeKind.DATE, when)


def _moved(day: datetime, number: float, unit: str) -> datetime:
    """A day moved by units of the calendar: a month is a month, not thirty days."""
    width = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if width is not None and float(number * width).is_integer():
        index = day.year * 12 + day.month - 1 + int(number * width)
        if 12 <= index < 12 * 9999:
            return months(day, int(number * width))
    try:
        return day + hours(number, unit)
    except OverflowError:
        return day


def _period(today: datetime, number: float, unit: str, *, back: bool) -> tuple[datetime, datetime]:
    if back:
        return _moved(today, -number, unit), today + DAY
    return today, _moved(today, number, unit) + (DAY if unit in {"day", "week", "fortnight"} else timedelta())


def _point(context: Context, name: str, number: float, vague: bool, precision: Precision) -> When:
    """A moment counted in units is no finer than its unit: "three months ago" is a month wide."""
    assert context.today is not None
    unit = context.group("unit")
    since = context.group("from") in {"earlier", "before", "previously"} or name == "later"
    # "a year earlier" compares with now; "two days earlier" goes on from the day told before.
    near = unit not in {"quarter", "year", "decade", "century"}
    anchor = (context.last if since and near and context.last else context.today).replace(hour=0, minute=0)
    if name == "fromnow" and context.group("from") not in {"now", "today"}:
        anchor += ((weekday_index(context.group("from")) - anchor.weekday()) % 7) * DAY
    day = _moved(anchor, -number if name == "ago" else number, unit)
    width = _WIDTH.get(unit, 1)
    start = day - timedelta(days=width // 2)
    return When(start, start + timedelta(days=width), precision, context.words, low_confidence=vague)
