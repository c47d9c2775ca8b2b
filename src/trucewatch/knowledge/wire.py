"""Reviewed words of wire dress: agencies, page furniture, months, profiles of languages."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class WireWords:
    """Compiled look-ups; ``profiles`` are function words by language."""

    agencies: tuple[str, ...]
    furniture: re.Pattern[str]
    months: tuple[str, ...]
    profiles: tuple[tuple[str, frozenset[str]], ...]


@cache
def wire_words() -> WireWords:
    """The reviewed words of wire dress."""
    path = files("trucewatch").joinpath("data", "reading", "wire.toml")
    data = tomllib.loads(path.read_text("utf-8"))
    return WireWords(
        tuple(sorted(data["agencies"], key=len, reverse=True)),
        re.compile(rf"\s*(?:{'|'.join(data['furniture'])})\s*", re.IGNORECASE),
        tuple(data["months"]),
        tuple((name, frozenset(words)) for name, words in data["profiles"].items()),
    )
