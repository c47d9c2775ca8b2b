"""Reviewed words for victims told of without a number, compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.problems import DataFileError


@dataclass(frozen=True, slots=True)
class VictimWords:
    """``roles`` and ``kin`` are regular expressions without groups; ``alone`` maps a verb of harm to what follows a name."""

    roles: str
    kin: str
    alone: dict[str, re.Pattern[str]]


@cache
def victim_words() -> VictimWords:
    """The reviewed words.

    Raises:
        DataFileError: a pattern does not compile.
    """
    data = tomllib.loads(files("trucewatch").joinpath("data", "extraction", "victims.toml").read_text("utf-8"))

    def either(words: list[str]) -> str:
        return "(?:" + "|".join(w.replace(" ", r"\s+") for w in sorted(words, key=len, reverse=True)) + ")"

    try:
        alone = {verb: re.compile(rf"\s+{either(data['alone'][verb])}\b", re.I) for verb in ("killed", "injured")}
        re.compile(either(data["roles"]["words"]) + either(data["kin"]["words"]))
    except re.error as error:
        raise DataFileError(f"victims.toml: a pattern does not compile ({error}); mend it") from error
    return VictimWords(either(data["roles"]["words"]), either(data["kin"]["words"]), alone)
