"""Step 2: from an article to a reading: what is mentioned where."""

from __future__ import annotations

from ..ports import LanguageModel
from ..records.reading import Reading
from ..records.text import Article
from .counts import mark_counts
from .times import mark_times


def mark(article: Article, model: LanguageModel) -> Reading:
    """Sentences, times and counts of an article. Places, parties and speech are not marked yet."""
    sentences = model.annotate(article)
    return Reading(
        article=article,
        model=model.name,
        sentences=sentences,
        times=mark_times(article, sentences),
        counts=mark_counts(article, sentences),
    )
