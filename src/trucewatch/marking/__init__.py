"""Step 2: from an article to a reading: what is mentioned where."""

from __future__ import annotations

from ..knowledge.conflicts import ConflictTable
from ..ports import Gazetteer, LanguageModel
from ..records.reading import Reading
from ..records.text import Article
from .counts import mark_counts
from .places import mark_places
from .times import mark_times


def mark(article: Article, model: LanguageModel, gazetteer: Gazetteer, tables: tuple[ConflictTable, ...]) -> Reading:
    """Sentences, places, times and counts of an article. Parties and speech are not marked yet."""
    sentences = model.annotate(article)
    return Reading(
        article=article,
        model=model.name,
        sentences=sentences,
        places=mark_places(article, sentences, gazetteer, tables),
        times=mark_times(article, sentences),
        counts=mark_counts(article, sentences),
    )
