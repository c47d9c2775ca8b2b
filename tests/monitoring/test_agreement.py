"""Agreement of coders, held against the figures that Krippendorff published for his own example."""

from __future__ import annotations

from datetime import datetime

import pytest

from trucewatch.monitoring.agreement import Coded, agreement
from trucewatch.records.count import Count
from trucewatch.records.place import Level, Place

NOW = datetime(2026, 3, 1)
# Computing Krippendorff's Alpha-Reliability (2011), section E: four observers, twelve units, blanks where one did not code.
TABLE = {
    "A": (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    "B": (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    "C": (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    "D": (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
}


def codes(kind: type[str] | type[Count]) -> list[Coded]:
    def value(n: int) -> object:
        return Count(n, n, str(n)) if kind is Count else str(n)

    return [Coded(who, unit, "f", value(n), NOW) for who, row in TABLE.items() for unit, n in enumerate(row) if n]


@pytest.mark.parametrize(("kind", "measure", "alpha"), [(str, "nominal", 0.743), (Count, "interval", 0.849)])
def test_alpha_is_that_of_the_published_example(kind: type[str] | type[Count], measure: str, alpha: float) -> None:
    (found,) = agreement(codes(kind))
    assert (found.measure, found.alpha) == (measure, alpha)
    # The twelfth unit was coded by one observer alone.
    assert (found.items, found.same) == (11, 8)


def test_names_meet_whatever_their_case_and_what_differs_is_listed() -> None:
    oru, lower, mill = (Place(n, Level.TOWN) for n in ("Oru", "oru", "Mill"))
    given = [Coded("ana", 1, "place", oru, NOW), Coded("ben", 1, "place", lower, NOW), Coded("ana", 2, "place", oru, NOW),
             Coded("ben", 2, "place", mill, NOW)]  # fmt: skip
    (found,) = agreement(given)
    assert (found.same, found.items, found.apart) == (1, 2, (2,))


def test_alpha_is_not_defined_where_one_value_is_all_there_is() -> None:
    (found,) = agreement([Coded("ana", 1, "real", True, NOW), Coded("ben", 1, "real", True, NOW)])
    assert (found.alpha, found.same) == (None, 1)


def test_the_last_word_of_a_coder_counts() -> None:
    first, then = Coded("ana", 1, "type", "Attack", NOW), Coded("ana", 1, "type", "Arrests", datetime(2026, 3, 2))
    (found,) = agreement([then, first, Coded("ben", 1, "type", "arrests", NOW)])
    assert found.apart == ()
