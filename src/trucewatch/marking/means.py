"""Weapons and means, by reviewed name: "Grad rockets", "a car bomb", "machetes"."""

from __future__ import annotations

from collections.abc import Sequence

from ..knowledge.means import means_index, not_means
from ..knowledge.phrases import all_capitals, words_of
from ..records.reading import MeansMention, Sentence
from ..records.text import Article


def mark_means(article: Article, sentences: Sequence[Sentence]) -> tuple[MeansMention, ...]:
    """Means in text order; the longest name at a word stands."""
    index = means_index()
    found = []
    for sentence in sentences:
        words = words_of(article.text, sentence.start, sentence.end)
        capitals = all_capitals(article.text[sentence.start : sentence.end])
        at = 0
        while at < len(words):
            hit = index.longest(words, at, capitals)
            if hit is None or (at and words[at].joined and words[at - 1].key in not_means()):
                at += 1
                continue
            span = article.quote(words[at].start, words[hit[0] - 1].end)
            found.append(MeansMention(span, hit[1]))
            at = hit[0]
    return tuple(found)
