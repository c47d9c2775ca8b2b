"""Cues for the sort of event a report tells of: ``data/coding/acled.toml`` compiled to typed look-ups."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError

# Marks put before parties of a kind in the text that cues are matched against; no word character.
STATE_MARK, REBEL_MARK = "ⓢ", "ⓡ"
_MARKED = {"state": STATE_MARK, "troops": STATE_MARK, "rebels": REBEL_MARK}
_GAP = re.compile(r" ~(\d+) ")
_LIST = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and what it counts; ``needs`` must be found somewhere in the text for it to count at all."""

    pattern: re.Pattern[str]
    weight: float
    needs: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class EventType:
    """A type in ACLED's terms with its cues."""

    name: str
    event: str
    cues: tuple[Cue, ...]
    example: str


@dataclass(frozen=True, slots=True)
class EventTypes:
    """All types in file order; hits after the first ``opening`` characters count ``later`` times their weight."""

    opening: int
    later: float
    types: tuple[EventType, ...]


@cache
def event_types() -> EventTypes:
    """The reviewed types.

    Raises:
        DataFileError: the file is no TOML, a list is missing or a pattern does not compile.
    """
    path = files("trucewatch").joinpath("data", "coding", "acled.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"coding/acled.toml: {error}; mend the line it names") from error
    types = tuple(
        EventType(row["name"], row["event"], _cues(row, data["lists"]), row["example"]) for row in data["type"]
    )
    return EventTypes(data["opening"], data["later"], types)


def _cues(row: dict[str, Any], lists: dict[str, str]) -> tuple[Cue, ...]:
    found = []
    for number, cue in enumerate(row["cues"], 1):
        where = f"coding/acled.toml, {row['name']!r}, cue {number}"
        needs = compile_cue(f"{{{cue[2]}}}", lists, where) if len(cue) > 2 else None
        found.append(Cue(compile_cue(cue[0], lists, where), cue[1], needs))
    return tuple(found)


def compile_cue(pattern: str, lists: dict[str, str], where: str) -> re.Pattern[str]:
    """A cue's pattern: lists filled in, " ~N " as up to N words of the same sentence, spaces as any white space.

    Raises:
        DataFileError: it names no list there is, or does not compile.
    """
    try:
        filled = _LIST.sub(lambda m: _words(m.group(1), lists), pattern)
    except KeyError as error:
        raise DataFileError(f"{where}: there is no list {error}; add it or name another") from error
    body = _GAP.sub(lambda m: r"(?:[^\w.!?;]+[\w'’.-]*\w)" + f"{{0,{m.group(1)}}}" + r"[^\w.!?;]+", filled)
    body = body.replace(" ?", r"\s?").replace(" ", r"\s+")
    try:
        return re.compile(rf"(?<![\w])(?:{body})(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise DataFileError(f"{where}: the pattern {pattern!r} does not compile ({error}); mend it") from error


def _words(name: str, lists: dict[str, str]) -> str:
    mark = _MARKED.get(name)
    return f"(?:{lists[name]}{f'|{mark}[^ ]+' if mark else ''})"
