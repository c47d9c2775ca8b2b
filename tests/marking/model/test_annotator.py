"""The trained models of the package: what they say of a report, and that odd texts get a tree."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.contracts.test_language_models import is_tree

from trucewatch.kits import load_kit
from trucewatch.ports import LanguageModel
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.text import Article

REPORT = """Army shells villages north of Mezran

MEZRAN - Government troops shelled two villages on Monday, killing a farmer and his sons, the Sahel Observatory said. \
Rebels who had seized the airport withdrew on Friday. "We didn't fire," said Colonel Taban Lual.
"""


def _article(text: str) -> Article:
    article = read_article(text.encode(), "report", published="2019-05-13")
    assert not isinstance(article, Unreadable)
    return article


@cache
def _model(name: str) -> LanguageModel:
    return load_kit((), model=name).model


def test_the_trained_model_says_who_shelled_what() -> None:
    sentence = next(s for s in _model("standard").annotate(_article(REPORT)) if "shelled" in [t.text for t in s.tokens])
    words = [t.text for t in sentence.tokens]
    shelled = words.index("shelled")
    assert sentence.tokens[shelled].lemma == "shell"
    assert sentence.tokens[words.index("troops")].head == shelled
    assert sentence.tokens[words.index("villages")].rel == "obj"


def test_names_and_mentions_lie_inside_their_sentence() -> None:
    article = _article(REPORT)
    found = [(article.text[n.start : n.end], n.kind) for s in _model("standard").annotate(article) for n in s.names]
    assert ("Taban Lual", "PER") in found
    assert ("Mezran", "LOC") in found
    for sentence in _model("standard").annotate(article):
        assert all(sentence.start <= n.start < n.end <= sentence.end and 0 < n.score <= 1 for n in sentence.names)


@pytest.mark.parametrize(
    "text",
    [
        "They shelled the town, and the army said so, " * 60 + "and no end of it.",
        "x" * 3000,
        "ARMY SAYS REBELS BROKE TRUCE IN THE EAST OF THE COUNTRY ON SUNDAY NIGHT",
        "\u0421\u0438\u0440\u0438\u044f (Syria) \u2014 \u0645\u0635\u0631, \u4e2d\u56fd: 3 dead\u2026 and \u200b one hurt.",
    ],
)
def test_odd_texts_get_one_tree_a_sentence(text: str) -> None:
    article = _article(f"Report from the front\n\nThe army said this about the villages. {text}\n")
    for sentence in _model("standard").annotate(article):
        assert is_tree(sentence)
        assert sum(len(t.text) for t in sentence.tokens) == sum(
            not c.isspace() for c in article.text[sentence.start : sentence.end]
        )


def test_every_sentence_of_the_samples_has_one_tree() -> None:
    for path in sorted(Path("src/trucewatch/data/samples").glob("*.txt"))[:6]:
        article = read_article(path.read_bytes(), path.name, published="2019-05-13")
        assert not isinstance(article, Unreadable)
        sentences = _model("standard").annotate(article)
        assert sentences
        assert all(is_tree(s) for s in sentences)
