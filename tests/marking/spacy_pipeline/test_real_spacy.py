"""The adapter over spaCy itself, where it is installed: a blank pipeline with annotations set by hand."""

from __future__ import annotations

from typing import Any

import pytest

from trucewatch.extraction.roles.trees import who_does_what
from trucewatch.marking.spacy_pipeline.adapter import SpacyModel
from trucewatch.reading import read_article
from trucewatch.records.text import Article

spacy = pytest.importorskip("spacy")

LINE = "Villages were shelled by rebels in Goma ."
UPOS = ["NOUN", "AUX", "VERB", "ADP", "NOUN", "ADP", "PROPN", "PUNCT"]
HEADS = [2, 2, 2, 2, 3, 2, 5, 2]
CLEAR = ["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "prep", "pobj", "punct"]


def test_what_spacy_says_comes_out_in_universal_dependencies() -> None:
    pipeline = spacy.blank("en")

    @spacy.Language.component("drawn_by_hand")
    def drawn(doc: Any) -> Any:
        if [t.text for t in doc] != LINE.split():
            return doc
        for token, upos, head, rel in zip(doc, UPOS, HEADS, CLEAR, strict=True):
            token.pos_, token.head, token.dep_, token.lemma_ = upos, doc[head], rel, token.text.lower()
        doc.ents = [spacy.tokens.Span(doc, 6, 7, label="GPE")]
        return doc

    pipeline.add_pipe("drawn_by_hand")
    text = read_article(f"News\n\n{LINE.replace(' .', '.')}\n".encode(), "report", published="2019-05-13")
    assert isinstance(text, Article)
    model = SpacyModel(pipeline)
    assert model.name.startswith("spacy:en_pipeline-") or model.name.startswith("spacy:en-")
    sentence = model.annotate(text)[-1]
    words = [t.text for t in sentence.tokens]
    found = who_does_what(
        words, [t.upos for t in sentence.tokens], [t.head for t in sentence.tokens], [t.rel for t in sentence.tokens]
    )  # fmt: skip
    assert {(words[v], s, words[a]) for v, s, a in found} == {("shelled", "A", "rebels"), ("shelled", "P", "Villages")}
    assert [(text.text[n.start : n.end], n.kind) for n in sentence.names] == [("Goma", "LOC"), ("Goma", "Location")]
