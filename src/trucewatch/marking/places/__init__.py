"""Places: names looked up exactly, one world per article, *not found* where no table has the name."""

from __future__ import annotations

from collections.abc import Sequence

from ...knowledge.conflicts import ConflictTable
from ...ports import Gazetteer
from ...records.reading import PlaceMention, Sentence
from ...records.text import Article
from .mention import mentions
from .names import Finder
from .world import reviewed_places, world_of


def mark_places(
    article: Article, sentences: Sequence[Sentence], gazetteer: Gazetteer, tables: tuple[ConflictTable, ...]
) -> tuple[PlaceMention, ...]:
    """Places in text order. Names framed as places but in no table are kept as not found, never misplaced."""
    first = Finder(article.text, gazetteer, {})
    world = world_of(article, sentences, first.found(sentences))
    reviewed = reviewed_places(tables, world.weights, article)
    finder = Finder(article.text, gazetteer, reviewed) if reviewed else first
    return mentions(article, finder.found(sentences), world)
