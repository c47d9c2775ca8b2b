"""The trained language model behind the port: sentences by rules, words, trees, names and mentions by the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...records.reading import Sentence
from ...records.text import Article
from .annotated import annotated
from .readings import WordReading, joined
from .runtime import LONGEST, Runtime


class TrainedModel:
    """Implements ``ports.LanguageModel``; raises ``ModelError`` where the files are not there or not right."""

    def __init__(self, folder: Path) -> None:
        self._runtime = Runtime(folder)
        self.name = self._runtime.name

    def annotate(self, article: Article) -> tuple[Sentence, ...]:
        """Sentences of all segments but furniture, bylines and duplicates, each with one tree."""
        return annotated(article, self._read)

    def _read(self, sentences: Sequence[Sequence[str]]) -> list[WordReading]:
        parts = [self._parts(words) for words in sentences]
        readings = iter(self._runtime.read([part for some in parts for part in some]))
        return [joined([next(readings) for _ in some]) for some in parts]

    def _parts(self, words: Sequence[str]) -> list[list[str]]:
        """The sentence, or its parts where it is longer than the network reads at once, cut after a mark if it can."""
        parts: list[list[str]] = []
        part: list[str] = []
        size = 2
        for word in words:
            more = len(self._runtime.pieces.pieces(word))
            if part and (size + more > LONGEST or (size > LONGEST * 3 // 4 and part[-1] in {";", ",", "-", "–", "—"})):
                parts.append(part)
                part, size = [], 2
            part.append(word)
            size += more
        return [*parts, part]
