"""Words and weights for telling whether two reports tell of one event: ``data/reconciliation/same_event.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError

FEATURES = ("words", "names", "figures", "days")


@dataclass(frozen=True, slots=True)
class SameEventWords:
    """``senses`` gives a word's row as one sense; ``stop`` are words that tell nothing; weights by feature and "base", and those for
    pairs of which one has no day of publication; ``together`` is how alike groups must be to be one.
    """

    senses: dict[str, str]
    stop: frozenset[str]
    title: float
    opening: float
    opening_words: int
    weights: dict[str, float]
    undated: dict[str, float]
    together: float


@cache
def same_event_words() -> SameEventWords:
    """The reviewed words and fitted weights.

    Raises:
        DataFileError: a weight is missing, or a word stands in two senses.
    """
    path = files("trucewatch").joinpath("data", "reconciliation", "same_event.toml")
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    senses: dict[str, str] = {}
    for row in data["senses"]:
        for word in row:
            if word in senses:
                raise DataFileError(
                    f"same_event.toml: {word!r} stands in the rows of {senses[word]} and {row[0]}; keep one"
                )
            senses[word] = row[0]
    missing = ({"base", *FEATURES} - set(data["weights"])) | ({"base", *FEATURES[:-1]} - set(data["undated"]))
    if missing:
        raise DataFileError(f"same_event.toml: no weight for {', '.join(sorted(missing))}; fit or add it")
    return SameEventWords(
        senses,
        frozenset(data["stop"].split()),
        data["title"],
        data["opening"],
        data["opening_words"],
        data["weights"],
        data["undated"] | {"days": 0.0},
        data["together"],
    )
