"""What the encoder's tokenizer does with characters beyond ASCII, pinned so that no Python's Unicode tables matter."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.problems import DataFileError


@dataclass(frozen=True, slots=True)
class Characters:
    """``removed`` are dropped first, ``marks`` when letters have been taken apart; ``punctuation`` stands alone.

    ``unmoved`` are neither taken apart nor sorted among marks; ``lower`` has small forms newer than some Pythons.
    """

    removed: frozenset[str]
    marks: frozenset[str]
    punctuation: frozenset[str]
    unmoved: frozenset[str]
    lower: Mapping[str, str]


@cache
def characters() -> Characters:
    """The package's table."""
    source = files("trucewatch").joinpath("data", "model", "characters.toml")
    data = tomllib.loads(source.read_text("utf-8"))
    try:
        return Characters(
            _spread(data["removed"]),
            _spread(data["marks"]),
            _spread(data["punctuation"]),
            _spread(data["whole"]) | _spread(data["still"]),
            {chr(large): chr(small) for large, small in data["lower"]},
        )
    except (KeyError, ValueError, TypeError) as error:
        raise DataFileError(f"{source}: {error!r}", "write it anew with training/characters.py") from error


def _spread(ranges: list[list[int]]) -> frozenset[str]:
    return frozenset(chr(code) for low, high in ranges for code in range(low, high + 1))
