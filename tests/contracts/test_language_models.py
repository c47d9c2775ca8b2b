"""What every language model behind the port keeps to: one body of tests, every implementation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from tests.contracts.fake_spacy import install

from trucewatch import kits
from trucewatch.kits import load_kit
from trucewatch.pipeline import read_report
from trucewatch.ports import LanguageModel
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Sentence
from trucewatch.records.text import Article, SegmentKind

REPORT = """Army shells villages north of Mezran

By Ines Duarte

MEZRAN - Government troops shelled two villages on Monday, killing a farmer and his sons, the Sahel Observatory said. \
Rebels who had seized the airport withdrew on Friday. "We didn't fire," said Colonel Taban Lual. The al-Absi family left.
"""
SPACY = "spacy:en_drawn"


@cache
def _own(name: str) -> LanguageModel:
    return load_kit((), model=name).model


@pytest.fixture(params=[*kits.MODELS, SPACY])
def model(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[LanguageModel]:
    """Each model in turn; spaCy is stood in for."""
    if request.param != SPACY:
        yield _own(request.param)
        return
    install(monkeypatch, "en_drawn")
    yield load_kit((), model=SPACY).model


def article(text: str) -> Article:
    found = read_article(text.encode(), "report", published="2019-05-13")
    assert not isinstance(found, Unreadable)
    return found


def is_tree(sentence: Sentence) -> bool:
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


def test_its_name_says_what_it_is_and_a_trained_one_has_a_digest(model: LanguageModel) -> None:
    kind, _, digest = model.name.rpartition("-")
    assert kind in {"rules", "fast", "standard", "spacy:en_drawn"}
    assert kind == "rules" or (len(digest) == 12 and int(digest, 16) >= 0)


def test_every_reading_names_it(model: LanguageModel) -> None:
    kit = load_kit(())
    read = read_report(REPORT.encode(), "report", kits.Kit(model, kit.gazetteer, ()), "2019-05-13")
    assert not isinstance(read, Unreadable)
    assert read[1].model == model.name


def test_every_word_is_cut_from_the_article_in_order(model: LanguageModel) -> None:
    text = article(REPORT)
    sentences = model.annotate(text)
    assert len(sentences) >= 4
    for index, sentence in enumerate(sentences):
        assert sentence.index == index
        last = sentence.start
        for token in sentence.tokens:
            assert last <= token.start < token.end <= sentence.end
            assert token.text == text.text[token.start : token.end]
            assert token.lemma == token.lemma.lower()
            assert token.upos
            last = token.end


def test_sentences_are_the_same_whoever_reads_and_a_byline_is_none(model: LanguageModel) -> None:
    text = article(REPORT)
    sentences = model.annotate(text)
    assert [(s.start, s.end) for s in sentences] == [(s.start, s.end) for s in _own("rules").annotate(text)]
    assert all(s.segment is not SegmentKind.BYLINE for s in sentences)


def test_each_sentence_has_one_tree_or_none_at_all(model: LanguageModel) -> None:
    for sentence in model.annotate(article(REPORT)):
        none = all(t.head == -1 and not t.rel for t in sentence.tokens)
        assert is_tree(sentence) if not model.name.startswith("rules") else none


def test_names_and_mentions_lie_inside_their_sentence_with_a_score(model: LanguageModel) -> None:
    found = 0
    for sentence in model.annotate(article(REPORT)):
        assert all(sentence.start <= n.start < n.end <= sentence.end and 0 < n.score <= 1 for n in sentence.names)
        found += len(sentence.names)
    assert bool(found) is not model.name.startswith("rules")


def test_the_same_report_is_read_the_same_twice(model: LanguageModel) -> None:
    assert model.annotate(article(REPORT)) == model.annotate(article(REPORT))


def test_odd_texts_break_nothing(model: LanguageModel) -> None:
    odd = (
        "\u0421\u0438\u0440\u0438\u044f (Syria) \u2014 \u0645\u0635\u0631, \u4e2d\u56fd: 3 dead\u2026 and \u200b one hurt. "
        + "x" * 3000
    )
    for sentence in model.annotate(article(f"Report from the front\n\nThe army said this about the villages. {odd}\n")):
        assert all(t.text for t in sentence.tokens)
