"""Reviewed words of time, and the grammar of time expressions compiled from its rows."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError
from .count_words import count_words
from .wire import wire_words

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """``parts`` in hours of the day, ``seasons`` as first month and months, ``units`` in hours, ``zones`` as IANA names.

    ``numbers`` are words of whole numbers, ``vague_numbers`` the least that words such as "several" can be.
    ``holidays`` are rows by calendar: (pattern, numbers). ``forward`` and ``said`` are searched at the end of the
    words before a day, ``follows`` at the beginning of those after it.
    """

    parts: dict[str, tuple[float, float]]
    seasons: dict[str, tuple[int, int]]
    units: dict[str, float]
    zones: dict[str, str]
    numbers: dict[str, int]
    multiples: dict[str, int]
    vague_numbers: dict[str, int]
    ordinals: dict[str, int]
    holidays: dict[str, tuple[tuple[str, tuple[int, ...]], ...]]
    forward: re.Pattern[str]
    said: re.Pattern[str]
    follows: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TimePattern:
    """One row of the grammar: how it is resolved, what it matches, an example that it must match whole, and its place holders."""

    name: str
    pattern: re.Pattern[str]
    example: str
    places: frozenset[str] = frozenset()


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("trucewatch").joinpath(f"data/language/{name}").read_text("utf-8"))


@cache
def time_words() -> TimeWords:
    """The reviewed words of time."""
    data = _data("times.toml")

    def framing(name: str) -> re.Pattern[str]:
        return re.compile(data["frames"][name].replace(" ", r"\s+"), re.IGNORECASE)

    return TimeWords(
        {word: (low, high) for word, (low, high) in data["parts"].items()},
        {word: (first, months) for word, (first, months) in data["seasons"].items()},
        data["units"],
        data["zones"],
        count_words().numbers,
        data["multiples"],
        data["vague_numbers"],
        data["ordinals"],
        {kind: tuple((word, tuple(row)) for word, row in rows.items()) for kind, rows in data["holidays"].items()},
        framing("forward"),
        framing("said"),
        framing("follows"),
    )


def _longest(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


def _parts_of_speech() -> dict[str, str]:
    """What the placeholders of the grammar stand for."""
    words = time_words()
    number = _longest([*words.numbers, *words.multiples])
    months = "|".join(m[:3] + "(?:" + m[3:] + ")?" for m in wire_words().months if m != "may")
    return {
        "MONTH": rf"(?P<month>(?:{months}|may|sept)(?![a-z]))\.?",
        "DAY": "|".join(WEEKDAYS),
        "PART": _longest(words.parts),
        "UNIT": _longest(words.units),
        "SEASON": _longest(words.seasons),
        "ORDINAL": _longest(words.ordinals),
        "HOLIDAY": _longest([w for rows in words.holidays.values() for w, _ in rows]),
        "NUMBER": rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?: (?:and a half|1/2))?|(?:an? )?(?:{number})(?:[- ](?:{number}))*(?: and a half)?"
        rf"|half(?: an?)?|{_longest(words.vague_numbers)}|an?)",
    }


@cache
def time_patterns() -> tuple[TimePattern, ...]:
    """The grammar in the order in which it is tried.

    Raises:
        DataFileError: a row does not compile.
    """
    parts = _parts_of_speech()
    rows = []
    for row in _data("time_patterns.toml")["pattern"]:
        body = row["pattern"]
        for name, words in parts.items():
            body = body.replace(f"{{{name}}}", words)
        try:
            held = frozenset(name for name in parts if f"{{{name}}}" in row["pattern"])
            rows.append(TimePattern(row["name"], re.compile(_blanks(body), re.IGNORECASE), row["example"], held))
        except re.error as error:
            raise DataFileError(
                f"time_patterns.toml: {row['pattern']!r} does not compile ({error}); mend it"
            ) from error
    return tuple(rows)


def _blanks(pattern: str) -> str:
    """A blank stands for any white space, but inside a character class or a look-behind (of fixed width) for itself."""
    kept = re.split(r"(\[[^\]]*\]|\(\?<[=!][^)]*\))", pattern)
    return "".join(
        part if number % 2 else part.replace(" ?", r"\s*").replace(" ", r"\s+") for number, part in enumerate(kept)
    )
