"""Reviewed words around truces: how a clause names one, what it does to it, and what frames its times."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.claim import Condition, TruceAct
from ..records.problems import DataFileError

_FILE = "data/extraction/truces.toml"


@dataclass(frozen=True, slots=True)
class TruceLexicon:
    """``labels`` name truces, ``verbs`` tell of one without naming it, ``anaphors`` point back to one.

    ``acts`` and ``conditions`` are tried in file order. ``frames`` are patterns by name: what stands between
    a truce's label and a time, a place or a party and says what that is to the truce.
    """

    labels: tuple[tuple[re.Pattern[str], str], ...]
    verbs: tuple[tuple[re.Pattern[str], str], ...]
    anaphors: re.Pattern[str]
    refuse_before: re.Pattern[str]
    refuse_after: re.Pattern[str]
    wish_before: re.Pattern[str]
    wish_near: re.Pattern[str]
    vague_before: re.Pattern[str]
    acts: tuple[tuple[TruceAct, re.Pattern[str]], ...]
    conditions: tuple[tuple[Condition, re.Pattern[str]], ...]
    frames: Mapping[str, re.Pattern[str]]
    collective: re.Pattern[str]


def _compile(pattern: str, where: str, *, whole: bool = True) -> re.Pattern[str]:
    body = pattern.replace(" ", r"\s+")
    try:
        return re.compile(rf"(?<![\w-]){body}(?!\w)" if whole else body, re.IGNORECASE)
    except re.error as error:
        raise DataFileError(f"{_FILE}: {where}: {pattern!r} does not compile ({error}); mend it") from error


@cache
def truce_lexicon() -> TruceLexicon:
    """The reviewed words of truces.

    Raises:
        DataFileError: a pattern does not compile, or an act or condition is none of the known ones.
    """
    data: dict[str, Any] = tomllib.loads(files("trucewatch").joinpath(_FILE).read_text("utf-8"))
    try:
        return TruceLexicon(
            tuple((_compile(r["pattern"], "label"), r["instrument"]) for r in data["label"]),
            tuple((_compile(r["pattern"], "verb"), r["instrument"]) for r in data["verb"]),
            _compile(data["anaphor"]["pattern"], "anaphor"),
            _compile(data["refuse"]["before"], "refuse", whole=False),
            _compile(data["refuse"]["after"], "refuse", whole=False),
            _compile(data["wish"]["before"], "wish", whole=False),
            _compile(data["wish"]["near"], "wish"),
            _compile(data["wish"]["vague"], "wish", whole=False),
            tuple((TruceAct(r["act"]), _compile(r["pattern"], r["act"])) for r in data["act"]),
            tuple((Condition(r["condition"]), _compile(r["pattern"], r["condition"])) for r in data["condition"]),
            {name: _compile(p["pattern"], name, whole=False) for name, p in data["frame"].items()},
            _compile(data["collective"]["pattern"], "collective"),
        )
    except (KeyError, ValueError) as error:
        raise DataFileError(f"{_FILE}: {error}; mend the row it names") from error
