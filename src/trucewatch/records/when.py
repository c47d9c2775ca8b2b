"""Times as a report gives them: intervals with a precision, never a bare instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How finely the words fix the time."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class When:
    """An interval ``[start, end)`` in local time of ``zone`` (IANA name, or None where unstated).

    ``start`` and ``end`` are naive local datetimes; None means open on that side. A day is
    00:00 to 00:00 of the next. ``alternatives`` are other readings of the same words.
    """

    start: datetime | None
    end: datetime | None
    precision: Precision
    wording: str = ""
    zone: str | None = None
    low_confidence: bool = False
    alternatives: tuple[When, ...] = ()

    def shifted(self, by: timedelta) -> When:
        """The same interval moved by ``by``."""
        return When(
            self.start + by if self.start else None,
            self.end + by if self.end else None,
            self.precision,
            self.wording,
            self.zone,
            self.low_confidence,
        )
