"""Places: names looked up exactly, one world per article, *not found* where no table has the name."""

from __future__ import annotations

from collections.abc import Sequence

from ...knowledge.conflicts import ConflictTable
from ...ports import Gazetteer
from ...records.reading import PlaceMention, Sentence
from ...records.text import Article
from .demonyms import demonyms_in
from .mention import mentions
from .names import Finder
from .world import reviewed_places, world_of


def mark_places(
    article: Article,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    tables: tuple[ConflictTable, ...],
    *,
    adjuncts: bool = False,
) -> tuple[PlaceMention, ...]:
    """Places in text order. Names framed as places but in no table are kept as not found, never misplaced.

    With ``adjuncts`` also names that locate nothing: parts of other names ("the Kisumu Fire Department"), and demonyms.
    """
    first = Finder(article.text, gazetteer, {})
    found = first.found(sentences)
    world = world_of(article, sentences, [*found, *first.adjuncts])
    reviewed = reviewed_places(tables, world.weights, article)
    finder = Finder(article.text, gazetteer, reviewed) if reviewed else first
    if finder is not first:
        found = finder.found(sentences)
    told = mentions(article, found, finder.adjuncts, world, adjuncts=adjuncts)
    return tuple(sorted((*told, *demonyms_in(article, sentences, told, gazetteer)), key=_order)) if adjuncts else told


def _order(mention: PlaceMention) -> int:
    return mention.span.start
