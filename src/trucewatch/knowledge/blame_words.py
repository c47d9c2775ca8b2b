"""Reviewed words by which an act told before is laid to a party, denied, owned, or told by a second voice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..records.problems import DataFileError
from .phrase_rows import compile_phrase, load_phrases

_FILE = "blame.toml"


@dataclass(frozen=True, slots=True)
class BlameWords:
    """Compiled patterns, case ignored."""

    blamed: re.Pattern[str]
    laid: re.Pattern[str]
    said: re.Pattern[str]
    doing: re.Pattern[str]
    passive: re.Pattern[str]
    tail: re.Pattern[str]
    unreal: re.Pattern[str]
    denial: re.Pattern[str]
    self_denial: re.Pattern[str]
    owned: re.Pattern[str]
    same: re.Pattern[str]
    confirming: re.Pattern[str]
    also: re.Pattern[str]
    joining: re.Pattern[str]
    before_verb: re.Pattern[str]
    jointly: re.Pattern[str]


@cache
def blame_words() -> BlameWords:
    """The reviewed words of blame.

    Raises:
        DataFileError: a row is missing or a pattern does not compile.
    """
    data = load_phrases(_FILE)
    try:
        words: dict[str, str] = data["words"]

        def one(pattern: str, *, whole: bool = True) -> re.Pattern[str]:
            for name, body in words.items():
                pattern = pattern.replace(f"<{name}>", body)
            return compile_phrase(pattern, _FILE, whole=whole)

        def many(patterns: list[str]) -> re.Pattern[str]:
            return one("|".join(f"(?:{p})" for p in patterns))

        return BlameWords(
            many(data["blamed"]["patterns"]),
            one(data["laid"]["pattern"]),
            one(data["said"]["pattern"]),
            one(data["said"]["doing"]),
            one(data["passive"]["pattern"]),
            one(data["tail"]["pattern"], whole=False),
            one(data["unreal"]["pattern"]),
            many(data["denial"]["patterns"]),
            many(data["denial"]["self"]),
            many(data["owned"]["patterns"]),
            many(data["same"]["patterns"]),
            one(data["same"]["confirming"]),
            one(data["same"]["also"]),
            one(data["both"]["joining"], whole=False),
            one(data["both"]["before_verb"], whole=False),
            one(data["both"]["jointly"]),
        )
    except KeyError as error:
        raise DataFileError(f"{_FILE}: no row {error}; add it") from error
