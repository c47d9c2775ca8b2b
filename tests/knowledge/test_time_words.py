"""Every row of the grammar of times is shown by its own example."""

from __future__ import annotations

import pytest

from trucewatch.knowledge.time_words import TimePattern, time_patterns, time_words


@pytest.mark.parametrize("row", time_patterns(), ids=lambda row: f"{row.name}: {row.example}")
def test_a_row_matches_its_example_whole(row: TimePattern) -> None:
    # Some rows need the word before the expression: a preposition, a bracket.
    tries = [(lead, f"{lead}{row.example}{tail}") for lead in ("", "for ", "(") for tail in ("", ")", " war")]
    ends = {
        (hit.start() - len(lead), hit.end() - len(lead)) for lead, text in tries for hit in row.pattern.finditer(text)
    }
    assert (0, len(row.example)) in ends or any(low < 0 and high == len(row.example) for low, high in ends)


def test_zones_are_names_that_the_zone_table_has() -> None:
    from zoneinfo import ZoneInfo

    assert all(ZoneInfo(name) for name in set(time_words().zones.values()))


def test_every_unit_of_time_is_longer_than_the_one_before() -> None:
    hours = list(time_words().units.values())
    assert hours == sorted(hours)
