"""Who does what to whom, read off trees drawn by hand."""

from __future__ import annotations

import pytest

from trucewatch.extraction.roles.trees import who_does_what

# Each word as word/upos/head/relation; heads count from 1, 0 is the root.
CASES = {
    "passive with its agent": (
        "Villages/NOUN/3/nsubj:pass were/AUX/3/aux:pass shelled/VERB/0/root by/ADP/5/case rebels/NOUN/3/obl:agent",
        {("shelled", "A", "rebels"), ("shelled", "P", "Villages")},
    ),
    "a second verb shares the subject": (
        "Gunmen/NOUN/2/nsubj stormed/VERB/0/root a/DET/4/det base/NOUN/2/obj and/CCONJ/6/cc fled/VERB/2/conj",
        {("stormed", "A", "Gunmen"), ("stormed", "P", "base"), ("fled", "A", "Gunmen")},
    ),
    "a participle has the subject of its clause": (
        "Jets/NOUN/2/nsubj bombed/VERB/0/root Marib/PROPN/2/obj ,/PUNCT/5/punct killing/VERB/2/advcl two/NUM/5/obj",
        {("bombed", "A", "Jets"), ("bombed", "P", "Marib"), ("killing", "A", "Jets"), ("killing", "P", "two")},
    ),
    "the relative pronoun is its noun": (
        "a/DET/2/det patrol/NOUN/0/root that/PRON/4/nsubj entered/VERB/2/acl:relcl Goma/PROPN/4/obj",
        {("entered", "A", "patrol"), ("entered", "P", "Goma")},
    ),
    "who is urged is who leaves": (
        "He/PRON/2/nsubj urged/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp",
        {("urged", "A", "He"), ("urged", "P", "rebels"), ("leave", "A", "rebels")},
    ),
    "a participle after its noun is passive": (
        "fighters/NOUN/0/root captured/VERB/1/acl by/ADP/5/case the/DET/5/det army/NOUN/2/obl:agent",
        {("captured", "A", "army"), ("captured", "P", "fighters")},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_roles(name: str) -> None:
    drawn, wanted = CASES[name]
    rows = [item.rsplit("/", 3) for item in drawn.split()]
    words = [r[0] for r in rows]
    found = who_does_what(words, [r[1] for r in rows], [int(r[2]) - 1 for r in rows], [r[3] for r in rows])
    assert {(words[v], side, words[a]) for v, side, a in found} == wanted
