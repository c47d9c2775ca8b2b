"""Step 2: from an article to a reading: what is mentioned where."""

from __future__ import annotations

from ..knowledge.conflicts import ConflictTable
from ..ports import Gazetteer, LanguageModel
from ..records.reading import Reading
from ..records.text import Article
from .counts import mark_counts
from .means import mark_means
from .parties import as_metonyms, mark_parties
from .places import mark_places
from .speech import mark_speech
from .times import mark_times


def mark(article: Article, model: LanguageModel, gazetteer: Gazetteer, tables: tuple[ConflictTable, ...]) -> Reading:
    """Sentences, places, parties, times, counts, means and speech of an article."""
    sentences = model.annotate(article)
    places = mark_places(article, sentences, gazetteer, tables)
    parties = mark_parties(article, sentences, places, tables)
    return Reading(
        article=article,
        model=model.name,
        sentences=sentences,
        places=as_metonyms(places, parties),
        parties=parties,
        times=mark_times(article, sentences),
        counts=mark_counts(article, sentences),
        means=mark_means(article, sentences),
        speech=mark_speech(article, sentences, parties),
    )
