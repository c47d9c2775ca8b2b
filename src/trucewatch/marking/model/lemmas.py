"""Lemma rules: how many letters to cut from the end of a word, and what to put there."""

from __future__ import annotations


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
