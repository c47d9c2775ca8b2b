"""Number words, vague counts with the bound they imply, words that bound a count, and nouns for people."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CountWords:
    """``vague`` maps a wording to its linguistic minimum; ``people`` are regular expressions.

    ``low``/``high`` map a hedge to what it adds to the number for the bound on that side ("more than" 1).
    """

    numbers: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    low: dict[str, int]
    high: dict[str, int]
    about: tuple[str, ...]
    people: tuple[str, ...]


@cache
def count_words() -> CountWords:
    """The reviewed words of counting."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "counts.toml").read_text("utf-8"))
    return CountWords(
        data["numbers"],
        data["scales"],
        data["vague"],
        data["low"],
        data["high"],
        tuple(data["about"]["words"]),
        tuple(data["people"]["nouns"]),
    )
