"""Reviewed words of violence and of truces, compiled to typed look-ups."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an event, in ACLED's terms.

    ``weak`` names what must stand beside it: means, party, control, context; "" for nothing.
    """

    pattern: re.Pattern[str]
    event: str
    sub_event: str
    armed: bool
    weak: str
    noun: bool
    example: str


@dataclass(frozen=True, slots=True)
class TruceWords:
    """Labels of truces: pattern, instrument, example."""

    labels: tuple[tuple[re.Pattern[str], str, str], ...]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("trucewatch").joinpath("data", "extraction", name).read_text("utf-8"))


def _words(pattern: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<![\w-]){pattern.replace(' ', chr(92) + 's+')}(?![\w])", re.IGNORECASE)
    except re.error as error:
        raise DataFileError(f"{where}: the pattern {pattern!r} does not compile ({error}); mend it") from error


@cache
def triggers() -> tuple[Trigger, ...]:
    """All reviewed triggers, in file order.

    Raises:
        DataFileError: a pattern does not compile.
    """
    rows = _load("violence.toml")["trigger"]
    return tuple(
        Trigger(
            _words(row["pattern"], f"violence.toml, trigger {n}"),
            row["event"],
            row["sub_event"],
            row.get("armed", True),
            row.get("weak", ""),
            row["as"] == "noun",
            row["example"],
        )
        for n, row in enumerate(rows, 1)
    )


@cache
def truce_words() -> TruceWords:
    """The reviewed labels of truces (all other words of truces: ``knowledge.truce_words``).

    Raises:
        DataFileError: a pattern does not compile.
    """
    rows = _load("truces.toml")["label"]
    return TruceWords(tuple((_words(r["pattern"], "truces.toml"), r["instrument"], r["example"]) for r in rows))


@dataclass(frozen=True, slots=True)
class EventWords:
    """Nouns for targets, and words that mark aggregates and background."""

    targets: re.Pattern[str]
    aggregate: re.Pattern[str]
    background: re.Pattern[str]


@cache
def event_words() -> EventWords:
    """The reviewed words around events.

    Raises:
        DataFileError: a pattern does not compile.
    """
    data, where = _load("violence.toml"), "violence.toml"
    return EventWords(
        _words(f"(?:{'|'.join(data['targets']['nouns'])})", where),
        _words(f"(?:{'|'.join(data['aggregate']['patterns'])})", where),
        _words(f"(?:{'|'.join(data['background']['patterns'])})", where),
    )
