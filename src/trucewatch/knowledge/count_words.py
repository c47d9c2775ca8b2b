"""Number words, vague counts with the bound they imply, and nouns for people."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CountWords:
    """``vague`` maps a wording to its linguistic minimum; ``people`` are regular expressions."""

    numbers: dict[str, int]
    vague: dict[str, int]
    people: tuple[str, ...]


@cache
def count_words() -> CountWords:
    """The reviewed words of counting."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "counts.toml").read_text("utf-8"))
    return CountWords(data["numbers"], data["vague"], tuple(data["people"]["nouns"]))
