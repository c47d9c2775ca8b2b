"""Reviewed words of time: parts of the day, seasons, units."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TimeWords:
    """``parts`` in hours of the day, ``seasons`` as first month and months, ``units`` in hours, ``zones`` as IANA names."""

    parts: dict[str, tuple[float, float]]
    seasons: dict[str, tuple[int, int]]
    units: dict[str, float]
    zones: dict[str, str]


@cache
def time_words() -> TimeWords:
    """The reviewed words of time."""
    data = tomllib.loads(files("trucewatch").joinpath("data/language/times.toml").read_text("utf-8"))
    return TimeWords(
        {word: (low, high) for word, (low, high) in data["parts"].items()},
        {word: (first, months) for word, (first, months) in data["seasons"].items()},
        data["units"],
        data["zones"],
    )
