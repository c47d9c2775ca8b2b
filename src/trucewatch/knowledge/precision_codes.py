"""ACLED's and UCDP's precision codes, from what a report said of place and time.

ACLED geo_precision: 1 a particular town or site, 2 near a town or part of a region, 3 a larger region; time_precision: 1 day,
2 week, 3 month. UCDP where_prec: 1 exact, 2 within 25 km, 3 second level, 4 first level, 5 a fuzzy or linear area, 6 a country, 7 sea
or air; date_prec: 1 day, 2 two to six days, 3 a week, 4 a month, 5 longer. Codes go coarser than the words where in doubt.
"""

from __future__ import annotations

from datetime import timedelta

from ..records.place import Level, Place
from ..records.when import Precision, When

_POINTS = frozenset([Level.SITE, Level.NEIGHBOURHOOD, Level.VILLAGE, Level.TOWN, Level.CITY])
_UCDP_NEAR_KM = 25.0
_UCDP_LEVELS = {Level.DISTRICT: 3, Level.PROVINCE: 4, Level.REGION: 5, Level.COUNTRY: 6, Level.SEA: 7}
_WITHIN_A_DAY = frozenset([Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY])
_DAY = timedelta(days=1)


def acled_geo_precision(place: Place | None) -> int | None:
    """ACLED's geo_precision; None where no place is told, or a country only (ACLED codes no such event)."""
    if place is None or place.level in (Level.COUNTRY, Level.UNKNOWN):
        return None
    if place.level in _POINTS:
        return 1 if _at(place) else 2
    return 2 if place.level is Level.DISTRICT else 3


def ucdp_where_prec(place: Place | None) -> int | None:
    """UCDP's where_prec; None where no place is told or nobody can say how large it is."""
    if place is None or place.level is Level.UNKNOWN:
        return None
    if place.level in _POINTS:
        if _at(place):
            return 1
        return 2 if (place.radius_km or 0.0) <= _UCDP_NEAR_KM else 5
    if place.relation is not None and place.level in (Level.DISTRICT, Level.PROVINCE):
        return 5
    return _UCDP_LEVELS[place.level]


def acled_time_precision(when: When | None) -> int | None:
    """ACLED's time_precision; None where no time is told, or only a vague one."""
    days = _days(when)
    if days is None:
        return None
    return 1 if days <= 1 else 2 if days <= 7 else 3


def ucdp_date_prec(when: When | None) -> int | None:
    """UCDP's date_prec; None where no time is told, or only a vague one."""
    days = _days(when)
    if days is None:
        return None
    return 1 if days <= 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5


def _at(place: Place) -> bool:
    """Whether the place itself is told, not one that lies somewhere about it."""
    return place.relation is None or place.relation == "site in"


def _days(when: When | None) -> int | None:
    """Days that an interval may fall on; a night counts as one."""
    if when is None or when.start is None or when.end is None:
        return None
    if when.precision in _WITHIN_A_DAY:
        return 1
    return max(1, -((when.start - when.end) // _DAY))
