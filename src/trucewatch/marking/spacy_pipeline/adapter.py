"""An installed spaCy pipeline as a language model. spaCy is optional and imported here alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...records.reading import Sentence
from ...records.text import Article
from ..model.annotated import annotated
from ..model.readings import ModelError, NamedWords, WordReading
from .universal import is_clear, to_universal

# spaCy's names of entities (OntoNotes) as names and as mentions. It gives no score: 1.
_NAMES = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_MENTIONS = {
    "PERSON": "Person", "PER": "Person", "ORG": "Organisation", "GPE": "Location", "LOC": "Location", "FAC": "Location",
    "NORP": "Nationality", "DATE": "Temporal", "TIME": "Temporal", "MONEY": "Money", "CARDINAL": "Quantity", "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
}  # fmt: skip


class SpacyModel:
    """Implements ``ports.LanguageModel``. Sentences and words are ours; spaCy tags, parses and names them."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        meta = pipeline.meta
        package = f"{meta['lang']}_{meta['name']}" if meta.get("name") else meta["lang"]
        self.name = f"spacy:{package}-{_digest(pipeline)[:12]}"
        parser = pipeline.get_pipe("parser") if "parser" in pipeline.pipe_names else None
        self._clear = parser is None or is_clear(tuple(parser.labels))

    @classmethod
    def load(cls, package: str) -> SpacyModel:
        """The installed pipeline of that name; ``ModelError`` says what to install."""
        try:
            import spacy
        except ImportError as error:
            raise ModelError("spaCy is not installed: pip install 'trucewatch[spacy]'") from error
        try:
            return cls(spacy.load(package))
        except OSError as error:
            remedy = f"python -m spacy download {package}"
            raise ModelError(f"spaCy has no pipeline {package!r} installed: {remedy}") from error

    def annotate(self, article: Article) -> tuple[Sentence, ...]:
        """Sentences of all segments but furniture, bylines and duplicates."""
        return annotated(article, self._read)

    def _read(self, sentences: Sequence[Sequence[str]]) -> list[WordReading]:
        from spacy.tokens import Doc

        docs = [Doc(self._pipeline.vocab, words=list(words)) for words in sentences]
        try:
            return [self._reading(doc) for doc in self._pipeline.pipe(docs)]
        except Exception as error:
            # Whatever an installed pipeline of somebody else's raises, the next model reads on.
            raise ModelError(f"{self.name} failed: {type(error).__name__}: {error}") from error

    def _reading(self, doc: Any) -> WordReading:
        words = [t.text for t in doc]
        upos = [t.pos_ or "X" for t in doc]
        lemmas = tuple((t.lemma_ or t.text).lower() for t in doc)
        heads, rels = self._tree(doc, words, upos)
        return WordReading(
            tuple(upos), lemmas, tuple(heads), tuple(rels), _named(doc, _NAMES), _named(doc, _MENTIONS)
        )  # fmt: skip

    def _tree(self, doc: Any, words: list[str], upos: list[str]) -> tuple[list[int], list[str]]:
        """One tree; where the parser saw several sentences the later ones hang on the first; none without a parser."""
        if not doc.has_annotation("DEP"):
            return [-1] * len(words), [""] * len(words)
        heads = [-1 if t.head.i == t.i else t.head.i for t in doc]
        rels = [t.dep_ for t in doc]
        if self._clear:
            heads, rels = to_universal(words, upos, heads, rels)
        roots = [i for i, h in enumerate(heads) if h < 0]
        for place in roots:
            heads[place], rels[place] = (-1, "root") if place == roots[0] else (roots[0], "parataxis")
        return heads, rels


def _named(doc: Any, kinds: dict[str, str]) -> tuple[NamedWords, ...]:
    return tuple(NamedWords(e.start, e.end, kinds[e.label_], 1.0) for e in doc.ents if e.label_ in kinds)


def _digest(pipeline: Any) -> str:
    """Of the pipeline's files; of its description where it was never saved."""
    found = hashlib.sha256()
    folder = getattr(pipeline, "path", None)
    if folder is None:
        found.update(json.dumps(pipeline.meta, sort_keys=True, default=str).encode())
        return found.hexdigest()
    for path in sorted(p for p in Path(folder).rglob("*") if p.is_file()):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()
