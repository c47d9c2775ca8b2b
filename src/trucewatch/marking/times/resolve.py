"""From a matched row of the grammar to a mention: what interval, length or direction the words give."""

from __future__ import annotations

from collections.abc import Callable

from ...records.reading import TimeKind, TimeMention
from ...records.when import Precision, When
from . import calendar, dates, days
from .context import Context
from .holidays import holiday
from .lengths import length_mention, repeated_mention
from .spans import span_mention

# Rows that need no day of reference.
_ABSOLUTE: dict[str, Callable[[Context], When | None]] = {
    "iso": dates.iso,
    "numeric": dates.numeric,
    "range": dates.date,
    "date": dates.date,
    "month": calendar.month,
    "year": calendar.year,
    "spelt": calendar.spelt_year,
    "decade": calendar.decade,
    "century": calendar.century,
    "quarter": calendar.quarter,
    "season": calendar.season,
    "holiday": holiday,
}
_RELATIVE: dict[str, Callable[[Context], When | None]] = {
    "monthday": dates.month_day,
    "before": days.day_before,
    "word": days.pointed,
    "part": days.part_of_pointed,
    "weekday": days.weekday,
    "overnight": days.overnight,
    "atpart": days.at_part,
    "theday": days.same_day,
    "yearago": calendar.year_ago,
    "unit": calendar.unit,
    "unitend": calendar.unit_end,
    "weekof": dates.date,
}
_LENGTHS = {"length", "lengths", "added", "manyof"}
_REPEATED = {"every", "regular"}
_SPANS = {"ago", "later", "fromnow", "ahead", "within", "past"}
_DIRECTIONS = {"present": "present", "pastly": "past", "futurely": "future"}


def mention_of(name: str, context: Context) -> TimeMention | None:
    """The mention a row's match gives; None where the words name no time ("31 June")."""
    if name in _LENGTHS:
        return length_mention(name, context)
    if name in _REPEATED:
        return repeated_mention(name, context)
    if name in _SPANS:
        return span_mention(name, context)
    undated = When(None, None, Precision.VAGUE, context.words)
    if name in _DIRECTIONS:
        return TimeMention(context.span, TimeKind.DATE, undated, direction=_DIRECTIONS[name])
    if name in _ABSOLUTE:
        when = _ABSOLUTE[name](context)
    else:
        when = _RELATIVE[name](context) if context.today is not None else undated
    return TimeMention(context.span, TimeKind.DATE, when) if when is not None else None
