"""Where words' order leaves an actor or a target open, the sentence's tree may say it."""

from __future__ import annotations

import pytest

from trucewatch.extraction.roles.clause import clause_of
from trucewatch.extraction.roles.parsed import actor_by_tree, is_told, target_by_tree
from trucewatch.reading import read_article
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import PartyMention, Reading, Sentence, Token
from trucewatch.records.text import SegmentKind, Span

ARMY = Party("t:army", "army", PartyKind.STATE_FORCES)
FRONT = Party("t:front", "Front", PartyKind.REBEL_GROUP)
# Words as word/upos/head/relation (heads from 1, 0 the root), the act's words, actor and target by the tree.
CASES = {
    "a participle's subject stands after it": (
        "After/SCONJ/2/mark seizing/VERB/6/advcl Goma/PROPN/2/obj the/DET/5/det army/NOUN/6/nsubj left/VERB/0/root",
        "seizing",
        ("army", None),
    ),
    "a relative clause's verb": (
        "The/DET/2/det army/NOUN/7/nsubj that/PRON/5/nsubj later/ADV/5/advmod shelled/VERB/2/acl:relcl Front/PROPN/5/obj left/VERB/0/root",
        "shelled",
        ("army", "Front"),
    ),
    "the noun of an act with both sides": (
        "Shelling/NOUN/7/nsubj of/ADP/3/case Front/PROPN/1/nmod by/ADP/6/case the/DET/6/det army/NOUN/1/nmod stopped/VERB/0/root",
        "Shelling",
        ("army", "Front"),
    ),
    "without a tree nothing is said": (
        "army/NOUN/0/dep shelled/VERB/0/dep Front/PROPN/0/dep",
        "shelled",
        (None, None),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_roles_by_tree(name: str) -> None:
    drawn, act, (actor, target) = CASES[name]
    rows = [item.rsplit("/", 3) for item in drawn.split()]
    line = " ".join(r[0] for r in rows)
    article = read_article(f"News\n\n{line}.\n".encode(), "report", published="2019-05-13")
    assert not isinstance(article, Unreadable)
    at = article.text.index(line)
    tokens = []
    for word, upos, head, rel in rows:
        start = article.text.index(word, tokens[-1].end if tokens else at)
        tokens.append(Token(start, start + len(word), word, word.lower(), upos, int(head) - 1, rel))
    mentions = tuple(
        PartyMention(article.quote(t.start, t.end), ARMY if t.text == "army" else FRONT)
        for t in tokens
        if t.text in {"army", "Front"}
    )
    sentence = Sentence(at, at + len(line), tuple(tokens), 1, SegmentKind.BODY, 0)
    reading = Reading(article, "drawn", (sentence,), parties=mentions)
    start = article.text.index(act, at)
    clause = clause_of(reading, article.quote(start, start + len(act)), at, at + len(line))
    found = actor_by_tree(clause)
    hit = target_by_tree(clause, found.mention if found else None)
    assert (found.mention.span.quote if found else None, hit.span.quote if hit else None) == (actor, target)


TOLD = {
    "as it was": ("The/DET/2/det army/NOUN/3/nsubj shelled/VERB/0/root Dor/PROPN/3/obj", "shelled", True),
    "denied": ("army/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod shell/VERB/0/root Dor/PROPN/4/obj", "shell", False),
    "meant": ("army/NOUN/2/nsubj vowed/VERB/0/root to/PART/4/mark shell/VERB/2/xcomp Dor/PROPN/4/obj", "shell", False),
    "supposed": ("If/SCONJ/3/mark army/NOUN/3/nsubj shells/VERB/0/root Dor/PROPN/3/obj", "shells", False),
    "where there is no tree": ("army/NOUN/0/dep shelled/VERB/0/dep Dor/PROPN/0/dep", "shelled", True),
}


@pytest.mark.parametrize("name", TOLD)
def test_whether_the_tree_tells_of_an_act_that_was(name: str) -> None:
    drawn, act, told = TOLD[name]
    rows = [item.rsplit("/", 3) for item in drawn.split()]
    tokens: list[Token] = []
    for word, upos, head, rel in rows:
        start = tokens[-1].end + 1 if tokens else 0
        lemma = {"shelled": "shell", "shells": "shell", "vowed": "vow", "did": "do"}.get(word, word.lower())
        tokens.append(Token(start, start + len(word), word, lemma, upos, int(head) - 1, rel))
    sentence = Sentence(0, tokens[-1].end, tuple(tokens), 0, SegmentKind.BODY, 0)
    place = next(t for t in tokens if t.text == act)
    assert is_told(sentence, Span(place.start, place.end, act)) is told
