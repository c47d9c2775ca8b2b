"""Words of address, rank and office that stand before a person's name."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def titles() -> frozenset[str]:
    """The reviewed titles, lower case, without a full stop."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "language", "titles.toml").read_text("utf-8"))
    return frozenset(word for words in data.values() for word in words)
