"""Hyphened words come out as one token, and the tree stays a tree."""

from __future__ import annotations

from trucewatch.marking.model.hyphens import tokens_of
from trucewatch.marking.model.readings import WordReading
from trucewatch.marking.model.words import word_bounds


def _tokens(text: str, heads: tuple[int, ...]) -> list[tuple[str, int]]:
    bounds = word_bounds(text, 0, len(text))
    n = len(bounds)
    read = WordReading(("X",) * n, ("x",) * n, heads, ("dep",) * n, (), ())
    return [(t.text, t.head) for t in tokens_of(text, bounds, read)]


def test_a_name_with_a_hyphen_is_one_token() -> None:
    # said <- al, al <- -, al <- Absi, said <- twice
    assert _tokens("al-Absi said twice", (3, 0, 0, -1, 3)) == [("al-Absi", 1), ("said", -1), ("twice", 1)]


def test_what_hangs_on_a_part_hangs_on_the_whole() -> None:
    # "truce" is the root, "48-hour" hangs on it by "hour", "a" on "48".
    assert _tokens("a 48-hour truce", (1, 3, 3, 4, -1)) == [("a", 1), ("48-hour", 2), ("truce", -1)]


def test_the_part_nearest_the_root_decides() -> None:
    # "X" hangs on "b", which hangs on "a" of "a-c"; "c" hangs on "X": no circle comes of it.
    assert _tokens("a-c b X", (-1, 0, 4, 0, 3)) == [("a-c", -1), ("b", 0), ("X", 1)]


def test_a_dash_with_space_around_it_stands_alone() -> None:
    assert [w for w, _ in _tokens("truce - held", (-1, 0, 0))] == ["truce", "-", "held"]
