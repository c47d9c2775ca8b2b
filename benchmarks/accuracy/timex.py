"""Time mentions in the value notation of TimeML (TIMEX3), which public time corpora are marked in.

The ledger keeps intervals; TimeML keeps one value per expression. This is the one place where the first is written
as the second, so that the reader can be scored on corpora that others made.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from trucewatch.records.reading import TimeKind, TimeMention
from trucewatch.records.when import Precision, When

_REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
_LETTERS = {"minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M"} | {
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
_HOURS = {"M": 1 / 60, "H": 1.0, "D": 24.0, "W": 168.0, "Q": 2190.0, "Y": 8760.0}
_PARTS = (("morning", "TMO"), ("afternoon", "TAF"), ("evening", "TEV"), ("night", "TNI"), ("dawn", "TMO"))
_SEASONS = (("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("fall", "FA"), ("winter", "WI"))
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def timex(mention: TimeMention) -> dict[str, object]:
    """One mention as ``{"start", "end", "type", "value"}``."""
    kind, value = _typed(mention)
    return {"start": mention.span.start, "end": mention.span.end, "type": kind, "value": value}


def _typed(mention: TimeMention) -> tuple[str, str]:
    if mention.kind is TimeKind.SET:
        return "SET", _repeated(mention)
    if mention.duration is not None or mention.kind is TimeKind.DURATION:
        return "DURATION", _period(mention)
    if mention.direction is not None:
        return "DATE", _REFERENCES[mention.direction]
    if mention.when is None or mention.when.start is None:
        return "DATE", "XXXX-XX-XX"
    when, words = mention.when, mention.span.quote.lower()
    timed = when.precision in {Precision.MINUTE, Precision.HOUR} or _part(words)
    # A period that is counted ("two years ago") is a unit wide about its middle.
    middle = when.start + (when.end - when.start) / 2 if when.end else when.start
    coarse = when.precision in {Precision.WEEK, Precision.MONTH, Precision.YEAR, Precision.DECADE}
    return ("TIME" if timed else "DATE"), _value(when, middle if coarse else when.start, words)


def _repeated(mention: TimeMention) -> str:
    words = mention.span.quote.lower()
    day = next((n for n, name in enumerate(_DAYS, 1) if name in words), None)
    return f"XXXX-WXX-{day}" if day else _period(mention)


def _period(mention: TimeMention) -> str:
    letter = _LETTERS.get(mention.unit, "D")
    time, letter = ("T", letter[1]) if letter.startswith("T") else ("", letter)
    if mention.vague or mention.duration is None:
        return f"P{time}X{letter}"
    hours = mention.duration / timedelta(hours=1)
    if letter in {"DE", "CE"}:
        return f"P{round(hours / (87600 if letter == 'DE' else 876000)) * (10 if letter == 'DE' else 100)}Y"
    unit = 720.0 if letter == "M" and not time else _HOURS[letter]
    number = hours / unit
    whole = int(number + 1e-6)
    if letter == "Y" and abs(number - whole) > 0.05:
        return f"P{whole}Y{round((number - whole) * 12)}M" if whole else f"P{round(number * 12)}M"
    return f"P{time}{whole if abs(number - whole) < 0.01 else round(number, 2)}{letter}"


def _part(words: str) -> str | None:
    return next((code for word, code in _PARTS if re.search(rf"\b{word}\b", words)), None)


def _value(when: When, start: datetime, words: str) -> str:
    if when.precision in {Precision.MINUTE, Precision.HOUR}:
        return f"{start:%Y-%m-%dT%H:%M}" + ("Z" if when.zone == "UTC" else "")
    part = _part(words)
    if when.precision is Precision.PART_OF_DAY:
        return f"{start:%Y-%m-%d}{part or ''}"
    if when.precision is Precision.WEEK:
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}"
    if when.precision is Precision.SEASON:
        season = next((code for word, code in _SEASONS if word in words), None)
        return f"{start:%Y}-{season}" if season else f"{start:%Y}-Q{(start.month + 2) // 3}"
    if when.precision is Precision.MONTH:
        return f"{start:%Y-%m}"
    if when.precision is Precision.YEAR:
        return f"{start:%Y}"
    if "century" in words:
        return f"{start:%Y}"[:2]
    if when.precision is Precision.DECADE:
        return f"{start:%Y}"[:3]
    if "weekend" in words:
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}-WE"
    return f"{start:%Y-%m-%d}"
