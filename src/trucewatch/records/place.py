"""Places, with *not found* as an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How large a thing the name denotes."""

    SITE = "site"
    NEIGHBOURHOOD = "neighbourhood"
    VILLAGE = "village"
    TOWN = "town"
    CITY = "city"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named. ``gazetteer_id`` is None when no table has it; then lat and lon are None too, unless the text tells
    it by another place (``relation``: "site in", "20 km north of", "northern part of"): then they are the middle of that area.

    ``country`` is ISO 3166-1 alpha-2, ``lat``/``lon`` degrees WGS84, ``radius_km`` the uncertainty.
    ``within`` are names of places that contain it (by geometry or administrative membership only),
    nearest first. ``context`` is a containing place that the text itself gives.
    """

    name: str
    level: Level
    country: str | None = None
    country_name: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    gazetteer_id: str | None = None
    within: tuple[str, ...] = ()
    context: str | None = None
    relation: str | None = None

    @property
    def found(self) -> bool:
        """Whether a gazetteer or a reviewed table has this place."""
        return self.gazetteer_id is not None
