"""Lemma rules: how many letters to cut from the end of a word, and what to put there."""

from __future__ import annotations

from collections.abc import Mapping

Known = Mapping[str, Mapping[str, str]]


def lemma_rule(word: str, lemma: str) -> str:
    """The rule that turns a word into its lemma, as ``cut|ending`` (both lower-cased)."""
    word, lemma = word.lower(), lemma.lower()
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return f"{len(word) - same}|{lemma[same:]}"


def apply_rule(word: str, rule: str) -> str:
    """The lemma by a rule; the word itself, lower-cased, where the rule cuts more than there is."""
    cut, _, ending = rule.partition("|")
    word = word.lower()
    kept = len(word) - int(cut)
    return word[:kept] + ending if kept >= 0 else word


def lemma_of(word: str, upos: str, rule: str, known: Known) -> str:
    """The usual lemma of a known form of that part of speech ("" stands for the form itself), else by the rule."""
    form = word.lower()
    usual = known.get(upos, {}).get(form)
    return apply_rule(word, rule) if usual is None else usual or form
