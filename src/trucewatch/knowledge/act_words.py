"""Words of acts between parties: ``data/coding/acts.toml`` compiled to typed look-ups."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError
from .coding import compile_cue

_FILE = "coding/acts.toml"


@dataclass(frozen=True, slots=True)
class ActWords:
    """A kind of act: PLOVER's type ("" where PLOVER leaves it out), CAMEO's root, and its words.

    ``both``: each side does it to the other; ``receives``: the subject is whom it is done to.
    """

    act: str
    plover: str
    cameo: str
    pattern: re.Pattern[str]
    both: bool
    receives: bool
    example: str


@dataclass(frozen=True, slots=True)
class SideWords:
    """Words around the sides of an act."""

    tellers: re.Pattern[str]
    auxiliary: re.Pattern[str]
    stops: re.Pattern[str]
    actors: re.Pattern[str]
    against: re.Pattern[str]


@cache
def act_words() -> tuple[ActWords, ...]:
    """All kinds of act, in file order.

    Raises:
        DataFileError: the file is no TOML or a pattern does not compile.
    """
    data = _data()
    return tuple(
        ActWords(
            row["act"],
            row["plover"],
            row["cameo"],
            compile_cue(row["pattern"], data["lists"], f"{_FILE}, {row['act']!r}"),
            row.get("both", False),
            row.get("receives", False),
            row["example"],
        )
        for row in data["act"]
    )


@cache
def side_words() -> SideWords:
    """The reviewed words around sides.

    Raises:
        DataFileError: a pattern does not compile.
    """
    rows = _data()["sides"]

    def compiled(name: str) -> re.Pattern[str]:
        return compile_cue(f"(?:{rows[name]})", {}, f"{_FILE}, sides {name!r}")

    return SideWords(
        compiled("tellers"), compiled("auxiliaries"), compiled("stops"), compiled("actors"), compiled("against")
    )


def found_acts(text: str, start: int, end: int) -> Iterator[tuple[ActWords, int, int]]:
    """The acts told between two offsets, left to right, none over another; of two at one place the first row's."""
    hits = sorted(
        (hit.start(), number, hit.end())
        for number, row in enumerate(act_words())
        for hit in row.pattern.finditer(text, start, end)
    )
    last = start
    for low, number, high in hits:
        if low >= last:
            yield act_words()[number], low, high
            last = high


@cache
def _data() -> dict[str, Any]:
    path = files("trucewatch").joinpath("data", "coding", "acts.toml")
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{_FILE}: {error}; mend the line it names") from error
