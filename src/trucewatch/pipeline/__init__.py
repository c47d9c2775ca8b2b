"""The order of the steps, and nothing else: bytes to article to reading to claims, claims to ledger."""

from __future__ import annotations

from typing import Protocol

from ..extraction import claims_in
from ..knowledge.conflicts import ConflictTable
from ..marking import mark
from ..ports import Gazetteer, LanguageModel
from ..reading import read_article
from ..records.claim import Claim
from ..records.problems import Unreadable
from ..records.reading import Reading
from ..records.text import Article
from .compiling import as_of, at_moment, compile_ledger
from .live import LiveLedger

__all__ = ["LiveLedger", "Parts", "as_of", "at_moment", "compile_ledger", "read_report"]


class Parts(Protocol):
    """The swappable parts a run uses; ``trucewatch.kits.Kit`` is one."""

    @property
    def model(self) -> LanguageModel:
        """What splits and annotates sentences."""
        ...

    @property
    def gazetteer(self) -> Gazetteer:
        """What finds places by name."""
        ...

    @property
    def tables(self) -> tuple[ConflictTable, ...]:
        """Reviewed places and parties, each used only where a text calls for it."""
        ...


def read_report(
    data: bytes, source: str, kit: Parts, published: str | None = None
) -> tuple[Article, Reading, tuple[Claim, ...]] | Unreadable:
    """Read one report all the way to its claims, or say why it could not be read."""
    article = read_article(data, source, published=published)
    if isinstance(article, Unreadable):
        return article
    reading = mark(article, kit.model, kit.gazetteer, kit.tables)
    return article, reading, claims_in(reading)
