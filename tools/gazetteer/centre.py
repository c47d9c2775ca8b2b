"""Where an area lies, told by the cities in it."""

from __future__ import annotations

import math
from statistics import fmean

Point = tuple[float, float]
# Cities on both sides of the date line have no mean longitude.
_HALF_WORLD = 180.0


def spread(points: list[Point], middle: Point | None = None) -> tuple[float, float, float]:
    """Centre (degrees) of the area that some places span, or the ``middle`` given, and the radius (km) that holds nine in ten of them."""
    lat, lon = middle or centre(points)
    far = sorted(km(point, (lat, lon)) for point in points)
    return round(lat, 3), round(lon, 3), round(max(5.0, far[int(len(far) * 0.9) - 1 if len(far) > 1 else 0]), 0)


def km(one: Point, other: Point) -> float:
    """Distance on a flat earth about ``other``: good enough inside a country."""
    return math.hypot((one[0] - other[0]) * 111, (one[1] - other[1]) * 111 * math.cos(math.radians(other[0])))


def centre(points: list[Point]) -> Point:
    """The middle of the hull, so that an empty half of a region counts; the mean where there is no hull."""
    hull = _hull(sorted(set(points)))
    doubled = sum(_cross(hull[i - 1], hull[i]) for i in range(len(hull)))
    if len(hull) < 3 or abs(doubled) < 1e-6 or max(p[1] for p in hull) - min(p[1] for p in hull) > _HALF_WORLD:
        return fmean(p[0] for p in points), fmean(p[1] for p in points)
    pairs = [(hull[i - 1], hull[i]) for i in range(len(hull))]
    lat = sum((a[0] + b[0]) * _cross(a, b) for a, b in pairs) / (3 * doubled)
    lon = sum((a[1] + b[1]) * _cross(a, b) for a, b in pairs) / (3 * doubled)
    return lat, lon


def _cross(a: Point, b: Point) -> float:
    return a[0] * b[1] - b[0] * a[1]


def _hull(points: list[Point]) -> list[Point]:
    """Andrew's monotone chain."""
    if len(points) < 3:
        return points
    return _half(points) + _half(points[::-1])


def _half(points: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
