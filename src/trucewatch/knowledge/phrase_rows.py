"""Reviewed phrases compiled to patterns: what the loaders of phrase files share."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError


def load_phrases(file: str) -> dict[str, Any]:
    """The rows of ``data/extraction/<file>``.

    Raises:
        DataFileError: the file is no TOML.
    """
    path = files("trucewatch").joinpath("data", "extraction", file)
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{file}: {error}; mend the line it names") from error


def compile_phrase(pattern: str, where: str, *, whole: bool = True) -> re.Pattern[str]:
    """A phrase as a pattern that ignores case and how words are spaced; ``whole`` bars hits inside a word.

    Raises:
        DataFileError: the pattern does not compile.
    """
    body = pattern.replace(" ", r"\s+")
    try:
        return re.compile(rf"(?<![\w-])(?:{body})(?![\w])" if whole else body, re.IGNORECASE)
    except re.error as error:
        raise DataFileError(f"{where}: the pattern {pattern!r} does not compile ({error}); mend it") from error


def any_of(patterns: list[str], where: str) -> re.Pattern[str]:
    """One pattern for a list of phrases.

    Raises:
        DataFileError: a pattern does not compile.
    """
    return compile_phrase("|".join(f"(?:{p})" for p in patterns), where)
