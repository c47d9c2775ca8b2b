"""Lengths of time: "72-hour", "two or three days", "another 48", and the numbers they are told in."""

from __future__ import annotations

import re
from datetime import timedelta

from ...knowledge.time_words import time_words
from ...records.reading import TimeKind, TimeMention
from .context import Context


def number_of(words: str) -> tuple[float, bool] | None:
    """The number that words give, and whether they only bound it from below ("several"); None where they give none."""
    words = " ".join(words.lower().split()).strip()
    lexicon = time_words()
    if words in {"", "a", "an"}:
        return 1, False
    if words in {"half", "half a", "half an"}:
        return 0.5, False
    if words in lexicon.vague_numbers:
        return lexicon.vague_numbers[words], True
    half = bool(re.search(r" (?:and a half|1/2)$", words))
    body = re.sub(r" (?:and a half|1/2)$", "", words)
    value = float(body.replace(",", "")) if body[0].isdigit() else _spelt(body)
    return None if value is None else (value + half / 2, False)


def _spelt(words: str) -> float | None:
    """ "forty-eight", "a hundred", "two dozen"."""
    lexicon = time_words()
    total = 0
    for part in re.split(r"[\s-]", words.removeprefix("an ").removeprefix("a ")):
        if part in lexicon.multiples:
            total = max(total, 1) * lexicon.multiples[part]
        elif part in lexicon.numbers:
            total += lexicon.numbers[part]
        else:
            return None
    return total


def hours(number: float, unit: str) -> timedelta:
    """A number of units as a length. Months and years are told apart from days by the mention's ``unit``."""
    return timedelta(hours=round(number * time_words().units[unit], 4))


def length_mention(name: str, context: Context) -> TimeMention | None:
    """A length; "another 48" takes its unit from the length told before."""
    found = number_of(context.group("n"))
    if found is None:
        return None
    number, vague = found
    added = name == "added"
    unit = context.group("unit") or (_last_unit(context) if added else "")
    if not unit or (unit == "quarter" and not added):
        return None  # "three quarters" is a share, or a stretch of accounts
    if name == "manyof":
        number, vague = 3, True
    if name == "lengths":
        vague = True
    if "and a half" in context.words.lower() and "half" not in context.group("n"):
        number += 0.5
    length = hours(number, unit)
    return TimeMention(context.span, TimeKind.DURATION, None, length, added, unit, vague)


def _last_unit(context: Context) -> str:
    lengths = [t for t in context.taken if t.kind is TimeKind.DURATION and t.span.end <= context.span.start]
    return max(lengths, key=lambda t: t.span.start).unit if lengths else ""


_REGULAR = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}


def repeated_mention(name: str, context: Context) -> TimeMention | None:
    """ "daily", "every two days", "each Friday"."""
    if name == "regular":
        unit = _REGULAR.get(context.group("word"), "day")
        return TimeMention(context.span, TimeKind.SET, None, hours(1, unit), unit=unit)
    if not context.group("unit"):
        return TimeMention(context.span, TimeKind.SET, None, hours(1, "week"), unit="week")
    words = context.group("n")
    found = (2.0, False) if words == "other" else number_of(words)
    if found is None:
        return None
    unit = context.group("unit")
    return TimeMention(context.span, TimeKind.SET, None, hours(found[0], unit), unit=unit)
