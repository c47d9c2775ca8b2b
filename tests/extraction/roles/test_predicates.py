"""What a tree tells of each verb and noun of an act, construction by construction."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.extraction.roles.grammar import Tree
from trucewatch.extraction.roles.predicates import Predicate, counted, predicates


def _cases() -> dict[str, tuple[str, str]]:
    found = {}
    for block in Path(__file__).with_name("predicates.txt").read_text("utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        if len(lines) == 3:
            found[lines[0].removeprefix("# ")] = (lines[1], lines[2].removeprefix("= "))
    return found


CASES = _cases()


def _told(found: Predicate, words: list[str]) -> str:
    sides = [
        f"{side}={','.join(words[i] for i in places)}"
        for side, places in (("A", found.actors), ("P", found.targets))
        if places
    ]
    flags = [name for name, so in (("nominal", found.nominal), ("negated", found.negated)) if so]
    return " ".join([words[found.place], *sides, *flags, found.mood, found.tense, found.aspect])


@pytest.mark.parametrize("name", CASES)
def test_a_construction(name: str) -> None:
    drawn, wanted = CASES[name]
    words, lemmas, upos, heads, rels = (list(x) for x in zip(*(w.rsplit("/", 4) for w in drawn.split()), strict=True))
    found = {_told(p, words) for p in predicates(words, lemmas, upos, [int(h) - 1 for h in heads], rels)}
    assert set(wanted.split("; ")) <= found


def test_all_constructions_are_there() -> None:
    assert len(CASES) >= 50


def test_without_a_tree_nothing_is_said() -> None:
    assert predicates(["They", "left"], ["they", "leave"], ["PRON", "VERB"], [-1, -1], ["", ""]) == ()


def test_a_quantity_is_looked_through_and_a_noun_is_not() -> None:
    words = ["scores", "of", "villages", "of", "the", "north"]
    tree = Tree(words, ["score", "of", "village", "of", "the", "north"], ["NOUN", "ADP", "NOUN", "ADP", "DET", "NOUN"],
                [-1, 2, 0, 5, 5, 2], ["root", "case", "nmod", "case", "det", "nmod"])  # fmt: skip
    assert counted(tree, 0) == 2
    assert counted(tree, 2) == 2
