"""Words as the treebanks have them, each with its offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.marking.model.words import word_bounds


def _words(text: str) -> list[str]:
    return [text[a:b] for a, b in word_bounds(text, 0, len(text), frozenset({"gen", "col"}))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army's guns didn't stop.", ["The", "army", "'s", "guns", "did", "n't", "stop", "."]),
        ("Gen. Lual fired 82mm mortars.", ["Gen.", "Lual", "fired", "82mm", "mortars", "."]),
        ("a 48-hour truce from 10:30", ["a", "48", "-", "hour", "truce", "from", "10:30"]),
        ("U.S. aid of $1,200.50", ["U.S.", "aid", "of", "$", "1,200.50"]),
        ("rebels re-opened al-Rashidin", ["rebels", "re-opened", "al", "-", "Rashidin"]),
        ("they cannot “hold”…", ["they", "can", "not", "“", "hold", "”", "…"]),
        ("the 1990s and the 3rd Brigade", ["the", "1990s", "and", "the", "3rd", "Brigade"]),
    ],
)
def test_words_of_reports(text: str, words: list[str]) -> None:
    assert _words(text) == words


@given(st.text(max_size=60))
def test_words_are_in_order_apart_and_leave_out_nothing_but_space(text: str) -> None:
    bounds = word_bounds(text, 0, len(text), frozenset({"gen"}))
    assert all(a < b for a, b in bounds)
    assert all(one[1] <= two[0] for one, two in pairwise(bounds))
    covered = {i for a, b in bounds for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())
