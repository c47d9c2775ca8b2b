"""The language models behind the port: one body of tests for the rules and the trained model of the package."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from trucewatch import kits
from trucewatch.kits import load_kit
from trucewatch.marking.model.runtime import ModelError, Runtime
from trucewatch.ports import LanguageModel
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Sentence
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


def _is_tree(sentence: Sentence) -> bool:
    heads = [t.head for t in sentence.tokens]
    if heads.count(-1) != 1:
        return False
    for node in range(len(heads)):
        steps = 0
        while node >= 0 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if steps > len(heads):
            return False
    return True


@pytest.mark.parametrize("name", kits.MODELS)
def test_every_word_is_cut_from_the_article_in_order(name: str) -> None:
    article = _article(REPORT)
    sentences = _model(name).annotate(article)
    assert len(sentences) >= 3
    for index, sentence in enumerate(sentences):
        assert sentence.index == index
        last = sentence.start
        for token in sentence.tokens:
            assert last <= token.start < token.end <= sentence.end
            assert token.text == article.text[token.start : token.end]
            assert token.lemma == token.lemma.lower()
            last = token.end


@pytest.mark.parametrize("name", kits.MODELS)
def test_the_same_report_is_read_the_same_twice(name: str) -> None:
    assert _model(name).annotate(_article(REPORT)) == _model(name).annotate(_article(REPORT))


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
        assert _is_tree(sentence)
        assert sum(len(t.text) for t in sentence.tokens) == sum(
            not c.isspace() for c in article.text[sentence.start : sentence.end]
        )


def test_every_sentence_of_the_samples_has_one_tree() -> None:
    for path in sorted(Path("src/trucewatch/data/samples").glob("*.txt"))[:6]:
        article = read_article(path.read_bytes(), path.name, published="2019-05-13")
        assert not isinstance(article, Unreadable)
        sentences = _model("standard").annotate(article)
        assert sentences
        assert all(_is_tree(s) for s in sentences)


def test_a_changed_graph_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(kits.WEIGHTS, tmp_path / "model")
    about = json.loads((folder / "model.json").read_text())
    about["files"]["relations.onnx"] = "0" * 64
    (folder / "model.json").write_text(json.dumps(about))
    with pytest.raises(ModelError, match="SHA-256"):
        Runtime(folder)


def test_without_its_files_the_rules_read_and_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kits, "WEIGHTS", tmp_path)
    with pytest.warns(RuntimeWarning, match="reading by rules instead"):
        assert load_kit((), model="standard").model.name.startswith("rules")
