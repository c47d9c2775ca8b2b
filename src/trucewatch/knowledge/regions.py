"""First-level regions of countries, as the gazetteer labels them: which region a place belongs to, if that is known."""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from importlib.resources import files

from ..records.place import Level, Place
from .names import fold, skeleton

SUFFIXES = (
    " province",
    " governorate",
    " region",
    " state",
    " district",
    " department",
    " oblast",
    " county",
    " canton",
    " prefecture",
    " division",
)


@lru_cache(maxsize=65536)
def base_name(name: str) -> str:
    """The folded name without its administrative suffix: "Aleppo Governorate" and "Aleppo" meet."""
    folded = fold(name)
    for suffix in SUFFIXES:
        if folded.endswith(suffix):
            return folded.removesuffix(suffix)
    return folded


def region_of(place: Place) -> str | None:
    """Code of the first-level region that holds a place, by membership; None where no label of the country says so."""
    if place.country is None or place.level in (Level.COUNTRY, Level.SEA):
        return None
    codes = _codes().get(place.country, {})
    if place.level is Level.PROVINCE and (own := _code(codes, place.name)):
        return own
    for name in place.within:
        # A bare name is that of a town or district first; only a province's own label is sure.
        if (code := _code(codes, name)) and name != place.country_name:
            return code
    return None


def larger_regions(place: Place) -> frozenset[str] | None:
    """Names of the larger regions ("Mindanao") that the first-level region of a place is of; None where that is not known."""
    code = region_of(place)
    return None if code is None or place.country is None else _larger()[place.country, code]


@cache
def is_larger_region(name: str) -> bool:
    """Whether a name is that of a region which several first-level ones make up."""
    return any(name in names for names in _larger().values())


def _code(codes: dict[str, str], name: str) -> str | None:
    base = base_name(name)
    return codes.get(base) or codes.get(skeleton(base) or base)


@cache
def _larger() -> dict[tuple[str, str], frozenset[str]]:
    path = files("trucewatch").joinpath("data", "gazetteer.sqlite")
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        rows = db.execute("select country, code, larger from region").fetchall()
    finally:
        db.close()
    return {(country, code): frozenset(n for n in larger.split("|") if n) for country, code, larger in rows}


@cache
def _codes() -> dict[str, dict[str, str]]:
    """Country to folded label (and its skeleton) to region code."""
    path = files("trucewatch").joinpath("data", "gazetteer.sqlite")
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    found: dict[str, dict[str, str]] = {}
    try:
        for country, code, label in db.execute("select country, code, label from region order by country, code"):
            rows = found.setdefault(country, {})
            base = base_name(label)
            rows.setdefault(base, code)
            if bones := skeleton(base):
                rows.setdefault(bones, code)
    finally:
        db.close()
    return found
