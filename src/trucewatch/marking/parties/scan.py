"""What the finders of parties share: the words of a sentence, the tables in force, what the text has named before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from ...knowledge.conflicts import ReviewedParty
from ...knowledge.phrases import Index, Word
from ...records.party import Party
from ...records.text import Article


@dataclass(slots=True)
class Scan:
    """The state of reading one article for parties.

    ``tables`` are tried before the general rows; ``countries`` are ISO codes of the countries the text names;
    ``home`` is the one country the head of the text names; ``place_starts`` are offsets where place names begin;
    ``aliases`` are abbreviations the text itself gives; ``surnames`` are persons named in full before.
    """

    article: Article
    on: date | None
    tables: tuple[Index[ReviewedParty], ...]
    countries: Collection[str]
    home: str | None
    place_starts: frozenset[int] = frozenset()
    aliases: Index[Party] = field(default_factory=Index)
    surnames: dict[str, Party] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)
    capitals: bool = False

    def lower(self, at: int) -> str:
        """The folded word at an index, or "" outside the sentence."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def words_between(self, start: int, end: int) -> str:
        """The text over words ``[start, end)``, with single spaces."""
        return " ".join(self.article.text[self.words[start].start : self.words[end - 1].end].split())

    def joined(self, at: int) -> bool:
        """Whether there is a word at an index that follows its predecessor without punctuation."""
        return at < len(self.words) and self.words[at].joined


@dataclass(frozen=True, slots=True)
class Found:
    """A party over words ``[start, end)``; ``stop`` is where the search goes on (past what belongs to it)."""

    start: int
    end: int
    party: Party
    adjectival: bool = False
    metonym: bool = False
    stop: int = 0
    rank: int = 0

    @property
    def after(self) -> int:
        """Index of the word after everything that this mention uses up."""
        return max(self.stop, self.end)
