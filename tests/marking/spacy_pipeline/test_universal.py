"""Trees of CLEAR turned into trees of Universal Dependencies, drawn by hand."""

from __future__ import annotations

import pytest

from trucewatch.extraction.roles.trees import who_does_what
from trucewatch.marking.spacy_pipeline.universal import is_clear, to_universal

# word/part of speech/head/relation in CLEAR; heads count from 1, 0 is the root. Then head and relation in UD.
CASES = {
    "a preposition becomes the case of its noun": (
        "Rebels/NOUN/2/nsubj attacked/VERB/0/ROOT in/ADP/2/prep Goma/PROPN/3/pobj",
        "2/nsubj 0/root 4/case 2/obl",
    ),
    "after a noun it is the noun's": (
        "shelling/NOUN/0/ROOT of/ADP/1/prep the/DET/4/det town/NOUN/2/pobj",
        "0/root 4/case 4/det 1/nmod",
    ),
    "the agent of a passive": (
        "Marib/PROPN/3/nsubjpass was/AUX/3/auxpass bombed/VERB/0/ROOT by/ADP/3/agent jets/NOUN/4/pobj",
        "3/nsubj:pass 3/aux:pass 0/root 5/case 3/obl:agent",
    ),
    "two prepositions, one noun": (
        "They/PRON/2/nsubj fled/VERB/0/ROOT out/ADP/2/prep of/ADP/3/prep Kessel/PROPN/4/pobj",
        "2/nsubj 0/root 5/case 5/case 2/obl",
    ),
    "a clause after a preposition": (
        "They/PRON/2/nsubj left/VERB/0/ROOT after/ADP/2/prep shelling/VERB/3/pcomp Dor/PROPN/4/dobj",
        "2/nsubj 0/root 4/mark 2/advcl 4/obj",
    ),
    "the predicate governs its copula": (
        "The/DET/2/det truce/NOUN/3/nsubj is/AUX/0/ROOT a/DET/5/det lie/NOUN/3/attr ./PUNCT/3/punct",
        "2/det 5/nsubj 5/cop 5/det 0/root 5/punct",
    ),
    "a place as predicate": (
        "Talks/NOUN/2/nsubj are/AUX/0/ROOT in/ADP/2/prep Geneva/PROPN/3/pobj",
        "4/nsubj 4/cop 4/case 0/root",
    ),
    "there is stays a verb": (
        "There/PRON/2/expl is/VERB/0/ROOT no/DET/4/det truce/NOUN/2/attr",
        "2/expl 0/root 4/det 2/xcomp",
    ),
    "all conjuncts hang on the first, the conjunction on the last": (
        "guns/NOUN/0/ROOT ,/PUNCT/1/punct tanks/NOUN/1/conj and/CCONJ/3/cc jets/NOUN/3/conj",
        "0/root 3/punct 1/conj 5/cc 1/conj",
    ),
    "an infinitive's to marks it": (
        "He/PRON/2/nsubj vowed/VERB/0/ROOT to/PART/4/aux extend/VERB/2/xcomp it/PRON/4/dobj",
        "2/nsubj 0/root 4/mark 2/xcomp 4/obj",
    ),
    "whom something is given": (
        "gave/VERB/0/ROOT them/PRON/1/dative arms/NOUN/1/dobj to/ADP/1/dative rebels/NOUN/4/pobj",
        "0/root 1/iobj 1/obj 5/case 1/obl",
    ),
    "names alone": (
        "did/AUX/3/aux not/PART/3/neg fire/VERB/0/ROOT his/PRON/5/poss gun/NOUN/3/dobj who/PRON/7/nsubj fled/VERB/5/relcl",
        "3/aux 3/advmod 0/root 5/nmod:poss 3/obj 7/nsubj 5/acl:relcl",
    ),
}


def _drawn(drawn: str) -> tuple[list[str], list[str], list[int], list[str]]:
    rows = [item.rsplit("/", 3) for item in drawn.split()]
    return [r[0] for r in rows], [r[1] for r in rows], [int(r[2]) - 1 for r in rows], [r[3] for r in rows]


@pytest.mark.parametrize("name", CASES)
def test_a_tree_of_one_scheme_in_the_other(name: str) -> None:
    clear, wanted = CASES[name]
    heads, rels = to_universal(*_drawn(clear))
    assert " ".join(f"{h + 1}/{r}" for h, r in zip(heads, rels, strict=True)) == wanted


def test_roles_are_read_off_the_turned_tree() -> None:
    words, upos, heads, rels = _drawn(CASES["the agent of a passive"][0])
    found = who_does_what(words, upos, *to_universal(words, upos, heads, rels))
    assert {(words[v], side, words[a]) for v, side, a in found} == {("bombed", "A", "jets"), ("bombed", "P", "Marib")}


def test_a_pipeline_trained_on_universal_dependencies_is_left_as_it_is() -> None:
    assert is_clear(["nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "auxpass", "attr"])
    assert not is_clear(["nsubj", "nsubj:pass", "obj", "obl", "case", "cop", "aux:pass"])
