"""How far coders agree who coded the same items without seeing one another: Krippendorff's alpha, field by field.

Alpha is 1 where they agree on everything and 0 where they agree as often as chance would have it. It comes from NLTK;
a field where nobody ever gave a second value has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..records.count import Count
from ..records.party import Party
from ..records.place import Place
from ..records.when import When


@dataclass(frozen=True, slots=True)
class Coded:
    """What one coder said of one field of one item; ``value`` is plain, None where they say that it is not stated."""

    coder: str
    item: int
    field: str
    value: Any
    made: datetime


@dataclass(frozen=True, slots=True)
class Agreement:
    """One field: ``alpha`` None where it is not defined, ``same`` of ``items`` coded by two or more had one value.

    ``measure`` is nominal, or interval for exact numbers. ``apart`` are the items on which coders differ.
    """

    field: str
    measure: str
    alpha: float | None
    items: int
    same: int
    apart: tuple[int, ...]


def agreement(codes: Sequence[Coded]) -> tuple[Agreement, ...]:
    """The agreement on each field, in the order of first coding; items that one coder alone coded say nothing."""
    fields: dict[str, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for code in sorted(codes, key=lambda c: c.made):
        fields[code.field][code.item][code.coder] = code.value
    return tuple(_agreement(field, items) for field, items in fields.items())


def _agreement(field: str, items: dict[int, dict[str, Any]]) -> Agreement:
    twice = {item: by for item, by in items.items() if len(by) > 1}
    values = [value for by in twice.values() for value in by.values()]
    exact = bool(values) and all(_number(v) is not None for v in values)
    label: Callable[[Any], Any] = _number if exact else category
    apart = tuple(sorted(i for i, by in twice.items() if len({category(v) for v in by.values()}) > 1))
    data = [(coder, str(item), label(value)) for item, by in twice.items() for coder, value in by.items()]
    measure = "interval" if exact else "nominal"
    alpha = _alpha(data, exact) if len({one for _, _, one in data}) > 1 else None
    return Agreement(field, measure, alpha, len(twice), len(twice) - len(apart), apart)


def _alpha(data: Sequence[tuple[str, str, Any]], exact: bool) -> float:
    # NLTK takes most of a second to import, and only those who compare coders need it.
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import binary_distance, interval_distance

    task = AnnotationTask(data=list(data), distance=interval_distance if exact else binary_distance)
    return round(float(task.alpha()), 3)


def _number(value: Any) -> int | None:
    return value.low if isinstance(value, Count) and value.low is not None and value.low == value.high else None


def category(value: Any) -> str:
    """Under what a value counts as the same: bounds, interval, name; wording and case say nothing."""
    if isinstance(value, Count):
        return f"{value.low}–{value.high}"
    if isinstance(value, When):
        return f"{value.start}–{value.end}"
    if isinstance(value, (Place, Party)):
        return value.name.casefold()
    if isinstance(value, tuple):
        return " | ".join(sorted(category(v) for v in value))
    return str(getattr(value, "value", value)).casefold()
