"""Reviewed words that tie an act to who does it and whom it hits."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.problems import DataFileError

_FILE = "data/extraction/roles.toml"


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Compiled look-ups; patterns ignore case, sets are lower case."""

    nouns: frozenset[str]
    light: re.Pattern[str]
    accused: re.Pattern[str]
    laid_to: re.Pattern[str]
    mutual: re.Pattern[str]
    partitive: re.Pattern[str]
    prepositions: frozenset[str]
    assets: frozenset[str]
    bearers: frozenset[str]
    pronoun: re.Pattern[str]
    transitive: frozenset[str]
    taking: re.Pattern[str]
    listed: frozenset[str]
    dying: re.Pattern[str]
    by_itself: re.Pattern[str]


@cache
def role_words() -> RoleWords:
    """The reviewed words of roles.

    Raises:
        DataFileError: a pattern does not compile or a row is missing.
    """
    data = tomllib.loads(files("trucewatch").joinpath(_FILE).read_text("utf-8"))
    pronouns = "|".join(sorted(data["pronouns"]["words"], key=len, reverse=True))
    try:
        return RoleWords(
            frozenset(data["noun"]["words"]),
            _pattern(data["light"]["pattern"]),
            _pattern(data["accused"]["pattern"]),
            _pattern(data["laid_to"]["pattern"]),
            _pattern(data["mutual"]["pattern"]),
            _pattern(data["partitive"]["pattern"]),
            frozenset(data["prepositions"]["words"]),
            frozenset(data["assets"]["words"]),
            frozenset(data["bearers"]["words"]),
            _pattern(f"(?:{pronouns})"),
            frozenset(data["transitive"]["words"]),
            _pattern(data["taking"]["pattern"]),
            frozenset(data["listed"]["words"]),
            _pattern(data["dying"]["pattern"]),
            _pattern(data["by_itself"]["pattern"]),
        )
    except (KeyError, re.error) as error:
        raise DataFileError(f"{_FILE}: {error}; mend the row it names") from error


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{body.replace(' ', chr(92) + 's+')})(?!\w)", re.IGNORECASE)
