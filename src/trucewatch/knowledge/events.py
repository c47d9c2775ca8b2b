"""Reviewed words of violence and of truces, compiled to typed look-ups."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an event, in ACLED's terms.

    ``weak`` names what must stand beside it ("" for nothing; the values are listed in violence.toml).
    ``effect`` marks harm and damage, which belong to an act told beside them.
    """

    pattern: re.Pattern[str]
    event: str
    sub_event: str
    armed: bool
    weak: str
    noun: bool
    effect: bool
    example: str


@dataclass(frozen=True, slots=True)
class TruceWords:
    """Labels of truces: pattern, instrument, example."""

    labels: tuple[tuple[re.Pattern[str], str, str], ...]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("trucewatch").joinpath("data", "extraction", name).read_text("utf-8"))


_LOOK_BEHIND = re.compile(r"\(\?<[!=][^)]*\)")


def _spaced(pattern: str) -> str:
    """Spaces stand for any white space; inside a look-behind, which has a fixed width, for one."""
    fixed = _LOOK_BEHIND.sub(lambda m: m.group().replace(" ", r"\s"), pattern)
    return fixed.replace(" ?", r"\s*").replace(" ", r"\s+")


def _words(pattern: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<![\w-]){_spaced(pattern)}(?![\w])", re.IGNORECASE)
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
            row.get("role") == "effect",
            row["example"],
        )
        for n, row in enumerate(rows, 1)
    )


@cache
def _any_trigger() -> re.Pattern[str]:
    rows = _load("violence.toml")["trigger"]
    named = "|".join(f"(?P<t{n}>{_spaced(row['pattern'])})" for n, row in enumerate(rows))
    return re.compile(rf"(?<![\w-])(?:{named})(?![\w])", re.IGNORECASE)


def found_triggers(text: str, start: int, end: int) -> Iterator[tuple[Trigger, int, int]]:
    """The triggers between two offsets, left to right, none over another: trigger, start, end."""
    known = triggers()
    for hit in _any_trigger().finditer(text, start, end):
        number = int((hit.lastgroup or "t0")[1:])
        yield known[number], hit.start(), hit.end()


@cache
def truce_words() -> TruceWords:
    """The reviewed labels of truces (all other words of truces: ``knowledge.truce_words``).

    Raises:
        DataFileError: a pattern does not compile.
    """
    rows = _load("truces/labels.toml")["label"]
    return TruceWords(tuple((_words(r["pattern"], "truces/labels.toml"), r["instrument"], r["example"]) for r in rows))


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


@dataclass(frozen=True, slots=True)
class Irrealis:
    """Words that make of a trigger no event: ``before`` ends at it, ``behind`` begins right after it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def irrealis_words() -> Irrealis:
    """The reviewed words of what is denied, planned, feared, possible or aimed at.

    Raises:
        DataFileError: a pattern does not compile.
    """
    data = _load("violence.toml")["irrealis"]
    before = "|".join(_spaced(p) for p in data["before"])
    behind = "|".join(_spaced(p) for p in data["behind"])
    try:
        return Irrealis(
            re.compile(rf"\b(?:{before})\s+[\"“‘']?$", re.IGNORECASE), re.compile(rf"\s+(?:{behind})\b", re.IGNORECASE)
        )
    except re.error as error:
        raise DataFileError(f"violence.toml, irrealis: a pattern does not compile ({error}); mend it") from error
