"""Reviewed words of who holds a place: verbs by the frame their parties and places stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..records.problems import DataFileError
from .phrase_rows import any_of, compile_phrase, load_phrases

_FILE = "control.toml"
FRAMES = frozenset({"take", "fall", "lose", "leave", "onto", "held", "change", "expel", "noun", "hands"})
KINDS = frozenset({"control", "entered", "contested", "besieged", "supply_cut", "no_change", "aspiration"})


@dataclass(frozen=True, slots=True)
class ControlPhrase:
    """Words about a place's holder; ``frame`` says where holder, place and former holder stand, ``land`` that no person follows.

    ``background`` marks words that take the holding for granted.
    """

    words: re.Pattern[str]
    frame: str
    kind: str
    example: str
    land: bool = False
    background: bool = False


@dataclass(frozen=True, slots=True)
class ControlWords:
    """``wish``, ``failed`` and ``claimed`` end right before a verb; ``stop`` are words no place follows as object.

    ``buildings`` matches one right behind a verb, or joined to another; its group ``site`` leaves the article out. ``bearers``
    are words for a holder that name no party.
    """

    phrases: tuple[ControlPhrase, ...]
    wish: re.Pattern[str]
    failed: re.Pattern[str]
    claimed: re.Pattern[str]
    stop: frozenset[str]
    sites: re.Pattern[str]
    buildings: re.Pattern[str]
    bearers: re.Pattern[str]


@cache
def control_words() -> ControlWords:
    """The reviewed words of control.

    Raises:
        DataFileError: a pattern does not compile, or a frame or kind is none of the known ones.
    """
    data = load_phrases(_FILE)
    before, between = data["before"], data["between"]
    return ControlWords(
        tuple(_phrase(row, n) for n, row in enumerate(data["phrase"], 1)),
        _ending(before["wish"]),
        _ending(before["failed"]),
        _ending(before["claimed"]),
        frozenset(between["stop"]),
        any_of(between["sites"], _FILE),
        _building(between["buildings"]),
        any_of(between["bearers"], _FILE),
    )


def _phrase(row: dict[str, Any], number: int) -> ControlPhrase:
    where = f"{_FILE}, phrase {number}"
    if row["frame"] not in FRAMES or row["kind"] not in KINDS:
        raise DataFileError(
            f"{where}: frame {row['frame']!r} or kind {row['kind']!r} is not known; use {sorted(FRAMES)}"
        )
    return ControlPhrase(
        compile_phrase(row["words"], where),
        row["frame"],
        row["kind"],
        row["example"],
        bool(row.get("land")),
        bool(row.get("background")),
    )


def _building(kinds: list[str]) -> re.Pattern[str]:
    body = "|".join(f"(?:{k})" for k in kinds)
    part = r"(?:(?:most|all|much|half|parts?|the\s+(?:\w+ern\s+)?(?:part|half|side|section|perimeter))\s+of\s+)?"
    lead = rf"(?:\s*,)?\s+(?:and\s+)?(?:of\s+)?{part}(?:the|its|their|a|an|(?P<number>two|three|four|five|six|several|\d+))\s+"
    site = rf"(?:(?!from\b|of\b|in\b|on\b|at\b|and\b|near\b|outside\b)[\w'’-]+\s+){{0,3}}?(?:{body})"
    return compile_phrase(rf"{lead}(?P<site>{site})(?![\w-])", _FILE, whole=False)


def _ending(patterns: list[str]) -> re.Pattern[str]:
    body = "|".join(f"(?:{p})" for p in patterns)
    return compile_phrase(rf"(?<!\w)(?:{body})$", _FILE, whole=False)
