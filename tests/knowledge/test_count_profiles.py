"""The same words, coded as three codebooks would code them."""

from __future__ import annotations

import pytest

from trucewatch.knowledge.count_profiles import Coded, coded, count_profile, profile_names
from trucewatch.records.count import Count
from trucewatch.records.problems import DataFileError


def test_the_profiles_are_chosen_by_name_and_say_version_and_source() -> None:
    assert profile_names() == ("acled", "linguistic-minimum", "ucdp")
    for name in profile_names():
        profile = count_profile(name)
        assert profile.name == name
        assert profile.version >= 1 and profile.source


@pytest.mark.parametrize(
    ("count", "acled", "least"),
    [
        (Count(24, None, "dozens"), 12, 24),
        (Count(200, None, "Hundreds"), 100, 200),
        (Count(20, None, "tens"), 10, 20),
        (Count(2, None, "several"), 3, 2),
        (Count(20_000, None, "tens of thousands"), 10_000, 20_000),
        (Count(51, None, "more than 50"), 50, 51),
        (Count(50, None, "at least 50"), 50, 50),
        (Count(24, 24, "two dozen"), 24, 24),
        (Count(10, 15, "between 10 and 15"), 10, 10),
        (Count(0, 0, "no"), 0, 0),
        (Count(None, 40, "up to 40"), None, None),
    ],
)
def test_the_best_figure_of_the_words(count: Count, acled: int | None, least: int | None) -> None:
    assert coded(count, count_profile("acled")).best == acled
    assert coded(count, count_profile("linguistic-minimum")).best == least


def test_an_unknown_plural_weighs_more_in_an_intense_war() -> None:
    several = Count(2, None, "several")
    assert coded(several, count_profile("acled"), intense=True).best == 10
    assert coded(several, count_profile("linguistic-minimum"), intense=True).best == 2


def test_a_range_keeps_its_ends() -> None:
    found = coded(Count(10, 15, "10 to 15"), count_profile("ucdp"))
    assert found == Coded(10, 10, 15, "ucdp 1", True)


def test_a_figure_the_codebook_is_not_known_to_give_is_marked() -> None:
    assert coded(Count(24, None, "dozens"), count_profile("acled")).verified
    assert not coded(Count(40, None, "scores"), count_profile("acled")).verified
    assert not coded(Count(24, None, "dozens"), count_profile("ucdp")).verified


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(DataFileError, match="linguistic-minimum"):
        count_profile("body-count")
