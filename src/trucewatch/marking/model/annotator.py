"""The trained language model behind the port: sentences by rules, words, trees, names and mentions by the network."""

from __future__ import annotations

from pathlib import Path

from ...knowledge.lexicon import abbreviations
from ...records.reading import NameMention, Sentence
from ...records.text import Article, SegmentKind
from ..sentences import sentence_bounds
from .hyphens import tokens_of
from .runtime import LONGEST, NamedWords, Runtime, WordReading
from .words import word_bounds

_SKIP = {SegmentKind.FURNITURE, SegmentKind.BYLINE}
Bounds = list[tuple[int, int]]


class TrainedModel:
    """Implements ``ports.LanguageModel``; raises ``ModelError`` where the files are not there or not right."""

    def __init__(self, folder: Path) -> None:
        self._runtime = Runtime(folder)
        self.name = self._runtime.name

    def annotate(self, article: Article) -> tuple[Sentence, ...]:
        """Sentences of all segments but furniture, bylines and duplicates, each with one tree."""
        places: list[tuple[int, int, int]] = []
        for number, segment in enumerate(article.segments):
            if segment.kind not in _SKIP and segment.duplicate_of is None:
                places += [(*b, number) for b in sentence_bounds(article.text, segment.start, segment.end)]
        bounds = [word_bounds(article.text, a, b, abbreviations()) for a, b, _ in places]
        parts = [self._parts([article.text[a:b] for a, b in words]) for words in bounds]
        readings = iter(self._runtime.read([part for some in parts for part in some]))
        found = []
        for index, ((start, end, number), words, some) in enumerate(zip(places, bounds, parts, strict=True)):
            read = joined([next(readings) for _ in some])
            kind = article.segments[number].kind
            tokens = tokens_of(article.text, words, read)
            found.append(Sentence(start, end, tokens, number, kind, index, _mentions(words, read)))
        return tuple(found)

    def _parts(self, words: list[str]) -> list[list[str]]:
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


def joined(parts: list[WordReading]) -> WordReading:
    """The parts of a long sentence as one reading: later parts hang on the first one's root."""
    if len(parts) == 1:
        return parts[0]
    root = parts[0].heads.index(-1)
    heads: list[int] = []
    rels: list[str] = []
    for part in parts:
        base = len(heads)
        later = base > 0
        heads += [root if later and h < 0 else h + base if h >= 0 else -1 for h in part.heads]
        rels += ["parataxis" if later and r == "root" else r for r in part.rels]
    starts = [sum(len(p.heads) for p in parts[:i]) for i in range(len(parts))]

    def moved(pick: str) -> tuple[NamedWords, ...]:
        return tuple(
            NamedWords(n.start + at, n.end + at, n.kind, n.score)
            for at, part in zip(starts, parts, strict=True)
            for n in getattr(part, pick)
        )

    return WordReading(
        tuple(u for p in parts for u in p.upos),
        tuple(x for p in parts for x in p.lemmas),
        tuple(heads),
        tuple(rels),
        moved("names"),
        moved("mentions"),
    )


def _mentions(words: Bounds, read: WordReading) -> tuple[NameMention, ...]:
    found = [NameMention(words[n.start][0], words[n.end - 1][1], n.kind, n.score, proper=True) for n in read.names]
    found += [NameMention(words[n.start][0], words[n.end - 1][1], n.kind, n.score) for n in read.mentions]
    return tuple(sorted(found, key=lambda m: (m.start, m.end, not m.proper)))
