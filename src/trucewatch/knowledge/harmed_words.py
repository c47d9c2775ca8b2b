"""Words by which reports name who was harmed and by whom: ``data/coding/harmed.toml`` compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .coding import compile_cue

_FILE = "coding/harmed.toml"


@dataclass(frozen=True, slots=True)
class HarmedWords:
    """``verbs`` and ``nouns`` have a named group for each kind of harm (kill, wound, abduct, attack)."""

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    stops: re.Pattern[str]
    breaks: re.Pattern[str]
    people: re.Pattern[str]
    things: re.Pattern[str]
    doers: re.Pattern[str]
    lead: re.Pattern[str]


@cache
def harmed_words() -> HarmedWords:
    """The reviewed words.

    Raises:
        DataFileError: a pattern does not compile.
    """
    data = tomllib.loads(files("trucewatch").joinpath("data", *_FILE.split("/")).read_text("utf-8"))

    def kinds(table: str) -> re.Pattern[str]:
        groups = "|".join(f"(?P<{name}>{words})" for name, words in data[table].items())
        return compile_cue(groups, {}, f"{_FILE}, {table}")

    def words(name: str) -> re.Pattern[str]:
        return compile_cue(f"(?:{data['words'][name]})", {}, f"{_FILE}, words {name!r}")

    return HarmedWords(
        kinds("kinds"),
        kinds("nouns"),
        words("stops"),
        words("breaks"),
        words("people"),
        words("things"),
        words("doers"),
        words("lead"),
    )
