"""A stand-in for spaCy, for machines without it: a pipeline that makes every sentence a flat tree of CLEAR."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import pytest


class FakeToken:
    """A word with what spaCy would say of it."""

    def __init__(self, doc: FakeDoc, i: int, text: str) -> None:
        self._doc, self.i, self.text, self.lemma_ = doc, i, text, text.lower()
        self.pos_ = "PUNCT" if not any(c.isalnum() for c in text) else "PROPN" if text[0].isupper() else "NOUN"
        self.dep_, self._head = ("ROOT", 0) if i == 0 else ("dep", 0)

    @property
    def head(self) -> FakeToken:
        """The word it hangs on."""
        return self._doc.tokens[self._head]


class FakeSpan:
    """An entity."""

    def __init__(self, start: int, end: int, label: str) -> None:
        self.start, self.end, self.label_ = start, end, label


class FakeDoc:
    """Words made into tokens; every capitalised word but the first is a place."""

    def __init__(self, vocab: object, words: list[str]) -> None:
        self.tokens = [FakeToken(self, i, word) for i, word in enumerate(words)]
        self.ents = [FakeSpan(t.i, t.i + 1, "GPE") for t in self.tokens[1:] if t.pos_ == "PROPN"]

    def __iter__(self) -> Iterator[FakeToken]:
        return iter(self.tokens)

    def has_annotation(self, layer: str) -> bool:
        """A parser has run."""
        return layer == "DEP"


class FakePipeline:
    """What ``spacy.load`` gives."""

    pipe_names = ("tagger", "parser", "ner")
    vocab = object()
    path = None

    def __init__(self, failing: bool = False) -> None:
        self._failing = failing
        self.meta = {"lang": "en", "name": "drawn", "version": "1"}

    def get_pipe(self, name: str) -> Any:
        """The parser and its labels."""
        parser = ModuleType(name)
        parser.labels = ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "auxpass", "attr", "dep", "ROOT")  # type: ignore[attr-defined]
        return parser

    def pipe(self, docs: Iterable[FakeDoc]) -> Iterator[FakeDoc]:
        """The documents, or an error of the pipeline's own."""
        if self._failing:
            raise KeyError("[E999] a component of the pipeline broke")
        return iter(docs)


def install(monkeypatch: pytest.MonkeyPatch, *installed: str, failing: bool = False) -> None:
    """Put the stand-in where ``import spacy`` finds it, with those pipelines installed."""
    spacy, tokens = ModuleType("spacy"), ModuleType("spacy.tokens")

    def load(name: str) -> FakePipeline:
        if name not in installed:
            raise OSError(f"[E050] Can't find model {name!r}.")
        return FakePipeline(failing)

    spacy.load = load  # type: ignore[attr-defined]
    tokens.Doc = FakeDoc  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    monkeypatch.setitem(sys.modules, "spacy.tokens", tokens)
