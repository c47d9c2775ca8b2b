"""What models share: an article's sentences and words by rules, handed to a reader of words, as sentences of the port."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...knowledge.lexicon import abbreviations
from ...records.reading import NameMention, Sentence
from ...records.text import Article, SegmentKind
from ..sentences import Bounds, sentence_bounds
from .hyphens import tokens_of
from .readings import WordReading
from .words import word_bounds

_SKIP = {SegmentKind.FURNITURE, SegmentKind.BYLINE}
Reader = Callable[[Sequence[Sequence[str]]], Sequence[WordReading]]


def annotated(article: Article, read: Reader) -> tuple[Sentence, ...]:
    """Sentences of all segments but furniture, bylines and duplicates; ``read`` gives one reading a list of words."""
    places: list[tuple[int, int, int]] = []
    for number, segment in enumerate(article.segments):
        if segment.kind not in _SKIP and segment.duplicate_of is None:
            places += [(*b, number) for b in sentence_bounds(article.text, segment.start, segment.end)]
    bounds = [word_bounds(article.text, a, b, abbreviations()) for a, b, _ in places]
    readings = read([[article.text[a:b] for a, b in words] for words in bounds])
    found = []
    for index, ((start, end, number), words, reading) in enumerate(zip(places, bounds, readings, strict=True)):
        tokens = tokens_of(article.text, words, reading)
        kind = article.segments[number].kind
        found.append(Sentence(start, end, tokens, number, kind, index, _mentions(words, reading)))
    return tuple(found)


def _mentions(words: Bounds, read: WordReading) -> tuple[NameMention, ...]:
    found = [NameMention(words[n.start][0], words[n.end - 1][1], n.kind, n.score, proper=True) for n in read.names]
    found += [NameMention(words[n.start][0], words[n.end - 1][1], n.kind, n.score) for n in read.mentions]
    return tuple(sorted(found, key=lambda m: (m.start, m.end, not m.proper)))
