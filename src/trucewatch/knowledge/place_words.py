"""Reviewed words around places: types, directions, demonyms, short forms, words that are no places."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.place import Level, Place
from .names import fold


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words around places, all in lower case.

    ``levels``: type word -> level. ``sites``: nouns that make a name a site. ``aliases``: other names of well-known
    places. ``stop``: capitalised words that are no places; ``common``: English words that some place shares.
    ``organisations``: words whose run is no place; ``people``: titles before names. ``demonyms``: adjective -> ISO code.
    ``openers``: words that begin or end a run by being capitalised; ``wide``: regions of the world and seas, of no one
    country. ``short``: short forms of first-level regions that stand anywhere, ``short_behind``: those that need the comma of
    a place before them; both give the region's name and its country. ``named_for``: nouns of institutions that bear a place's
    name; ``from_there``: small words behind a place that somebody or something is from.
    """

    levels: dict[str, str]
    sites: tuple[str, ...]
    directions: frozenset[str]
    aliases: dict[str, str]
    stop: frozenset[str]
    common: frozenset[str]
    organisations: frozenset[str]
    people: frozenset[str]
    demonyms: dict[str, str]
    country_names: dict[str, str]
    openers: frozenset[str]
    wide: dict[str, Place]
    short: dict[str, tuple[str, str]]
    short_behind: dict[str, tuple[str, str]]
    named_for: frozenset[str]
    from_there: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The reviewed words around places."""
    folder = files("trucewatch").joinpath("data", "places")
    data = tomllib.loads(folder.joinpath("words.toml").read_text("utf-8"))
    common = tomllib.loads(folder.joinpath("common.toml").read_text("utf-8"))
    named = tomllib.loads(folder.joinpath("named_for.toml").read_text("utf-8"))
    short = tomllib.loads(folder.joinpath("abbreviations.toml").read_text("utf-8"))
    return PlaceWords(
        levels=data["levels"],
        sites=tuple(sorted(data["sites"]["words"], key=len, reverse=True)),
        directions=frozenset(data["directions"]["words"]),
        aliases=data["aliases"],
        stop=frozenset(data["stop"]["words"]),
        common=frozenset(common["words"].split()),
        organisations=frozenset(data["stop"]["organisations"]),
        people=frozenset(data["stop"]["people"]),
        demonyms={word: code for code, words in data["demonyms"].items() for word in words},
        country_names=data["country_names"],
        openers=frozenset(data["openers"]["words"]),
        wide=_wide(tomllib.loads(folder.joinpath("wide.toml").read_text("utf-8"))),
        short=_short(short["anywhere"]),
        short_behind=_short(short["behind_comma"]),
        named_for=frozenset(named["words"].split()),
        from_there=frozenset(named["people"].split()),
    )


def _wide(data: dict[str, dict[str, tuple[float, float, float]]]) -> dict[str, Place]:
    """Folded name -> the area; an area of the world has no country."""
    found = {}
    for table, level in (("regions", Level.REGION), ("seas", Level.SEA)):
        for name, (lat, lon, radius) in data[table].items():
            gid = f"wide:{fold(name).replace(' ', '-')}"
            found[fold(name)] = Place(name, level, lat=lat, lon=lon, radius_km=radius, gazetteer_id=gid)
    return found


def _short(rows: dict[str, dict[str, str]]) -> dict[str, tuple[str, str]]:
    return {key: (name, country) for country, names in rows.items() for key, name in names.items()}
