"""One place of an imported table, whatever its layout."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.place import Level


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """``gid`` is the table's own id with its prefix. ``region`` is the first-level code, ``label`` the region's name (of its own row, or told).

    ``lat`` and ``lon`` are degrees WGS84, None where the table has no point; ``radius_km`` None where the level tells it.
    """

    gid: str
    names: tuple[str, ...]
    level: Level
    country: str
    region: str = ""
    label: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    people: int = 0
