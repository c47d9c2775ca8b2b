"""Protocols that parts are swapped behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from .records.place import Place
from .records.reading import Sentence
from .records.text import Article
from .records.versions import Sketch


class LanguageModel(Protocol):
    """Sentences with tokens, part of speech, lemma and (where the model has it) a dependency tree."""

    @property
    def name(self) -> str:
        """Name and digest, kept on every reading."""
        ...

    def annotate(self, article: Article) -> tuple[Sentence, ...]:
        """Split and annotate all segments of an article but furniture and duplicates."""
        ...


class Gazetteer(Protocol):
    """Candidate places for a name; an empty answer means *not found*."""

    def candidates(self, name: str, on: date | None = None) -> Sequence[tuple[Place, int]]:
        """Places of that name (exact, then folded key), each with its population (0 unknown)."""
        ...

    def transliterated(self, name: str) -> Sequence[tuple[Place, int]]:
        """Places whose name differs only in transliteration, for names that have no exact candidate."""
        ...

    def longest_name(self) -> int:
        """Most words in any name, for scanning."""
        ...


class CopyIndex(Protocol):
    """Sketches of texts, found again by the runs of words that they hold; takes insertions at any size."""

    def add(self, article: str, sketch: Sketch) -> None:
        """Keep a sketch; one already known is left as it is."""
        ...

    def sharing(self, sketch: Sketch) -> Mapping[str, int]:
        """Articles that hold runs of a sketch, and how many."""
        ...

    def sketch(self, article: str) -> Sketch:
        """The sketch kept for an article."""
        ...
