"""Search meets across accents, apostrophes, endings and Arabic prefixes, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.query.words import found_in, index_keys, keys_of, wanted


def finds(asked: str, text: str) -> bool:
    return found_in(wanted(asked), index_keys([text]))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("harasta", "Shells fell on Ḩarastā at dawn"),
        ("Ḩarastā", "the town of Harasta"),
        ("حلب", "قصف بحلب ليلا"),
        ("حلب", "وحلب القديمة"),
        ("الغوطة", "هدنة في الغوطه الشرقية"),
        ("غوطة", "بالغوطة"),
        ("shelling", "two shells hit the mill"),
        ("shells", "The army shelled the quay"),
        ("Sana'a", "in Sanaa on Monday"),
        ("sanaa", "near Ṣanʿāʾ"),
        ("deir ez-zor", "Deir ez Zor province"),
        ("the city", "cities of the coast"),
        ("Đakovica", "Dakovica"),
    ],
)
def test_found(asked: str, text: str) -> None:
    assert finds(asked, text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [("harasta", "Hama"), ("حلب", "حمص"), ("shelling hama", "shells on Homs"), ("بلد", "لد"), ("mass", "mas")],
)
def test_not_found(asked: str, text: str) -> None:
    assert not finds(asked, text)


@given(st.text(max_size=30))
def test_every_text_that_has_words_is_found_by_itself_under_plain_keys(text: str) -> None:
    assert finds(text, text)
    assert all(key.isascii() and key.isalnum() for key in index_keys([text]))


def test_a_stem_stands_beside_the_word() -> None:
    assert keys_of("shelling") == {"shelling", "shell"}
    assert keys_of("stopped") >= {"stopped", "stop"}
