"""Days, lengths, names and spans in the flat form that article scorers read."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from trucewatch.records.party import Party
from trucewatch.records.text import Cited, Span
from trucewatch.records.when import Precision, When


def day(moment: datetime | None) -> str | None:
    """A moment as its day."""
    return moment.date().isoformat() if moment else None


def dates(when: When | None) -> tuple[str | None, str | None]:
    """First and last day of an interval; the last day is inclusive."""
    if when is None or when.start is None:
        return None, None
    if when.end is None:
        return day(when.start), None
    return day(when.start), day(max(when.start, when.end - timedelta(seconds=1)))


def point(value: Cited[When] | None) -> str | None:
    """A date as the scorer reads it: a day, a month, or first/last day."""
    when = value.value if value else None
    first, last = dates(when)
    if when is not None and when.precision is Precision.MONTH and when.start:
        return f"{when.start:%Y-%m}"
    if when is not None and when.precision is Precision.YEAR and when.start:
        return f"{when.start:%Y}"
    return first if first == last or last is None else f"{first}/{last}"


def hours(values: tuple[Cited[timedelta], ...]) -> float | None:
    """The first of several lengths, in hours."""
    return values[0].value.total_seconds() / 3600 if values else None


def names(parties: tuple[Cited[Party], ...]) -> list[str]:
    """Names of parties, each once."""
    return list(dict.fromkeys(name(p.value) for p in parties))


def name(party: Party) -> str:
    """How a party is named."""
    return party.name


def evidence(spans: tuple[object, ...]) -> list[dict[str, Any]]:
    """Spans as a scorer reads them."""
    return [{"start": s.start, "end": s.end, "text": s.quote} for s in spans if isinstance(s, Span)]
