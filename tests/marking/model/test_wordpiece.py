"""Word pieces as the encoder's own tokenizer cuts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.marking.model.wordpiece import WordPiece

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "cease",
    "##fire",
    "##s",
    "al",
    "-",
    "sham",
    "idlib",
    "é",
    "e",
    "'",
    "fire",
]


def _pieces(word: str) -> list[str]:
    return [VOCABULARY[i] for i in WordPiece(VOCABULARY).pieces(word)]


def test_a_known_word_is_cut_at_its_longest_pieces() -> None:
    assert _pieces("Ceasefires") == ["cease", "##fire", "##s"]


def test_marks_stand_alone_and_accents_go() -> None:
    assert _pieces("al-Shàm") == ["al", "-", "sham"]
    assert _pieces("Idlib's") == ["idlib", "'", "[UNK]"]


def test_one_unknown_end_makes_the_whole_part_unknown() -> None:
    assert _pieces("ceasefirex") == ["[UNK]"]


def test_each_word_is_found_at_its_first_piece() -> None:
    ids, first = WordPiece(VOCABULARY).encode(["Ceasefire", "\u200b", "Idlib"])
    assert [VOCABULARY[i] for i in ids] == ["[CLS]", "cease", "##fire", "idlib", "[SEP]"]
    assert first == [1, 0, 3]


@given(st.text(max_size=12))
def test_no_text_breaks_it_and_the_answer_is_kept(text: str) -> None:
    pieces = WordPiece(VOCABULARY)
    assert pieces.pieces(text) == pieces.pieces(text)
    assert all(0 <= number < len(VOCABULARY) for number in pieces.pieces(text))


@given(st.lists(st.sampled_from(["cease", "fire", "al", "sham", "idlib"]), min_size=1, max_size=4))
def test_white_space_inside_a_word_parts_it(parts: list[str]) -> None:
    assert _pieces(" ".join(parts).upper()) == parts
