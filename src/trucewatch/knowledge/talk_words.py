"""Reviewed words of meetings and negotiations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..records.problems import DataFileError
from .phrase_rows import any_of, compile_phrase, load_phrases

_FILE = "talks.toml"
FRAMES = frozenset({"meet", "noun", "travel", "host", "sign", "signed"})
STATUSES = frozenset({"planned", "under_way", "held", "suspended", "walked_out", "agreed", "rejected"})


@dataclass(frozen=True, slots=True)
class TalkPhrase:
    """Words of a meeting; ``frame`` says where its participants stand, ``person`` that one must follow."""

    words: re.Pattern[str]
    frame: str
    example: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class TalkStatus:
    """Words that give a meeting's status; ``lead`` where they count only before the words of the meeting."""

    status: str
    near: re.Pattern[str]
    lead: bool
    example: str


@dataclass(frozen=True, slots=True)
class TalkWords:
    """``frames`` are patterns by name; ``groups`` are participants named by their part only, ``wish`` ends before the words.

    ``war`` and ``table`` are words that show a conflict's diplomacy (``elsewhere`` those of home politics), each counted once against ``least_war`` and ``least``.
    """

    phrases: tuple[TalkPhrase, ...]
    statuses: tuple[TalkStatus, ...]
    frames: Mapping[str, re.Pattern[str]]
    groups: re.Pattern[str]
    refuse: re.Pattern[str]
    wish: re.Pattern[str]
    war: re.Pattern[str]
    table: re.Pattern[str]
    elsewhere: re.Pattern[str]
    least_war: int
    least: int


@cache
def talk_words() -> TalkWords:
    """The reviewed words of talks.

    Raises:
        DataFileError: a pattern does not compile, or a frame or status is none of the known ones.
    """
    data = load_phrases(_FILE)
    frames = {n: compile_phrase(p, f"{_FILE}, {n}", whole=False) for n, p in data["frames"].items() if n != "example"}
    return TalkWords(
        tuple(_phrase(row, n) for n, row in enumerate(data["phrase"], 1)),
        tuple(_status(row) for row in data["status"]),
        frames,
        any_of(data["groups"]["nouns"], _FILE),
        any_of(data["refuse"]["words"], _FILE),
        compile_phrase(rf"(?<!\w)(?:{'|'.join(data['wish']['before'])})$", _FILE, whole=False),
        any_of(data["context"]["war"], _FILE),
        any_of(data["context"]["table"], _FILE),
        any_of(data["context"]["elsewhere"], _FILE),
        data["context"]["least_war"],
        data["context"]["least"],
    )


def _phrase(row: dict[str, Any], number: int) -> TalkPhrase:
    where = f"{_FILE}, phrase {number}"
    if row["frame"] not in FRAMES:
        raise DataFileError(f"{where}: frame {row['frame']!r} is not known; use one of {sorted(FRAMES)}")
    return TalkPhrase(compile_phrase(row["words"], where), row["frame"], row["example"], bool(row.get("person")))


def _status(row: dict[str, str]) -> TalkStatus:
    where = f"{_FILE}, status {row['status']!r}"
    if row["status"] not in STATUSES:
        raise DataFileError(f"{where} is not known; use one of {sorted(STATUSES)}")
    return TalkStatus(row["status"], compile_phrase(row["near"], where), bool(row.get("lead")), row["example"])
