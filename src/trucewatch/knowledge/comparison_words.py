"""Reviewed words by which two tellings are compared: sorts of target, growth of tolls, versions of a report."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError
from ..records.versions import VersionKind
from .phrase_rows import any_of

_SITES, _VERSIONS = "reconciliation/sites.toml", "reconciliation/versions.toml"


@dataclass(frozen=True, slots=True)
class VersionWords:
    """Words by which a report calls itself a version; ``place`` is headline or note."""

    kind: VersionKind
    place: str
    words: re.Pattern[str]


@lru_cache(maxsize=16384)
def sorts_of(words: str) -> frozenset[str]:
    """The sorts of target that words name ("a school in the camp": school and camp); empty where none is known."""
    return frozenset(name for name, pattern in _sorts() if pattern.search(words))


@cache
def phrases(name: str) -> re.Pattern[str]:
    """One of the lists of versions.toml: growth, from, anew, within, several, headlined.

    Raises:
        DataFileError: a pattern does not compile.
    """
    return any_of(_load(_VERSIONS)[name]["words"], f"{_VERSIONS}, {name}")


@cache
def version_words() -> tuple[VersionWords, ...]:
    """How reports call themselves versions of earlier ones, in file order.

    Raises:
        DataFileError: a pattern does not compile, or a kind is not one known.
    """
    return tuple(_version(n, row) for n, row in enumerate(_load(_VERSIONS)["version"], 1))


def _version(number: int, row: dict[str, Any]) -> VersionWords:
    where = f"{_VERSIONS}, version {number}"
    try:
        words = _slug(row["words"], where) if row["at"] == "headline" else any_of(row["words"], where)
        return VersionWords(VersionKind(row["kind"]), row["at"], words)
    except ValueError as error:
        raise DataFileError(f"{where}: {error}; name one of {', '.join(VersionKind)}") from error


def _slug(patterns: list[str], where: str) -> re.Pattern[str]:
    """Slugs before a headline are known by their capitals, and the headline follows without a space."""
    try:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})\s*")
    except re.error as error:
        raise DataFileError(f"{where}: a pattern does not compile ({error}); mend it") from error


@cache
def _sorts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = _load(_SITES)["sorts"]
    return tuple(
        (name, any_of([f"{re.escape(w)}(?:s|es)?" for w in words], f"{_SITES}, {name}")) for name, words in rows.items()
    )


@cache
def _load(file: str) -> dict[str, Any]:
    path = files("trucewatch").joinpath("data", *file.split("/"))
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{file}: {error}; mend the line it names") from error
