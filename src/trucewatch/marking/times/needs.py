"""Which rows of the grammar can match a sentence at all, told by its words: most sentences name no month and no weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...knowledge.time_words import WEEKDAYS, TimePattern, time_patterns, time_words
from ...knowledge.wire import wire_words


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[^\W\d_]+|\d")
# Other words that rows without a placeholder begin from; a row that has none of these groups is always tried.
_TOLD = {
    "word": _set("yesterday today tonight tomorrow overnight night evening weekend weekends end ends day morning"),
    "present": _set("now currently current present presently moment nowadays these time point stage date"),
    "pastly": _set("recently recent past lately ago"),
    "futurely": _set("soon sooner future shortly due"),
    "regular": _set("hourly daily nightly weekly monthly yearly"),
    "quarter": _set("quarter quarters half halves"),
    "century": frozenset(["century"]),
    "added": _set("another further additional extra"),
    "tens": _set("twenties thirties forties fifties sixties seventies eighties nineties"),
}
_BY_NAME = {name: name for name in ("word", "present", "pastly", "futurely", "regular", "quarter", "century")} | {
    "iso": "digit",
    "numeric": "digit",
    "year": "digit",
    "yearago": "unit",
    "theday": "unit",
    "unit": "unit",
    "unitend": "unit",
    "monthday": "unit",
    "part": "part",
    "atpart": "part",
}
# Words of holidays that also stand everywhere else.
_EVERYWHERE = _set("the of and a an day days al el ul s new year week holy good first last great")


def rows_for(sentence: str) -> Iterator[TimePattern]:
    """The rows of the grammar that may match a sentence, in the order in which they are tried."""
    words = set(_WORD.findall(sentence.lower()))
    groups = {name for name, known in _groups().items() if not known.isdisjoint(words)}
    if any(word[:3] in _months() for word in words):
        groups.add("month")
    if any(word.isdigit() for word in words):
        groups.add("digit")
    for row, needs in _needs():
        if needs is None or needs in groups:
            yield row


@cache
def _groups() -> dict[str, frozenset[str]]:
    words = time_words()
    units = {form for unit in words.units for form in (unit, f"{unit}s", f"{unit}long", f"{unit}slong")}
    units |= {"centuries"}
    named = [set(re.findall(r"[a-z]+", pattern)) for rows in words.holidays.values() for pattern, _ in rows]
    holidays = {w for names in named for w in (names - _EVERYWHERE or names)}
    return {
        "unit": frozenset(units),
        "day": frozenset(form for day in WEEKDAYS for form in (day, f"{day}s", day[:3], day[:4], day[:5])),
        "part": frozenset(form for part in words.parts for form in (part, f"{part}s")),
        "season": frozenset(words.seasons),
        "holiday": frozenset(holidays),
        **_TOLD,
    }


@cache
def _months() -> frozenset[str]:
    return frozenset(name[:3] for name in wire_words().months)


@cache
def _needs() -> tuple[tuple[TimePattern, str | None], ...]:
    return tuple((row, _need(row)) for row in time_patterns())


def _need(row: TimePattern) -> str | None:
    """The group that a row cannot do without; None where it has none."""
    for name in ("MONTH", "HOLIDAY", "UNIT", "SEASON"):
        if name in row.places:
            return name.lower()
    if row.name == "added":
        return "added"
    if row.name == "month":
        return "month"
    if row.name == "decade":
        return "tens" if "sixties" in row.example else "digit"
    if "DAY" in row.places and row.name in {"weekday", "every", "overnight"}:
        return "day"
    return _BY_NAME.get(row.name)
