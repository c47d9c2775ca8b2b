"""Lemma rules lead from the word to its lemma."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.marking.model.lemmas import apply_rule, lemma_of, lemma_rule


def test_rules_carry_over_to_other_words() -> None:
    rule = lemma_rule("shelled", "shell")
    assert rule == "2|"
    assert apply_rule("Attacked", rule) == "attack"
    assert apply_rule("a", "2|") == "a"


@given(st.text("abcdehlst", min_size=1, max_size=8), st.text("abcdehlst", min_size=1, max_size=8))
def test_a_rule_undoes_its_own_word(word: str, lemma: str) -> None:
    assert apply_rule(word, lemma_rule(word, lemma)) == lemma


def test_a_known_form_needs_no_rule() -> None:
    known = {"VERB": {"fought": "fight", "halt": ""}}
    assert lemma_of("Fought", "VERB", "0|", known) == "fight"
    assert lemma_of("halt", "VERB", "1|", known) == "halt"
    assert lemma_of("fought", "NOUN", "0|", known) == "fought"
