"""Articles, and the words that support values.

Offsets are Unicode code points into ``Article.text`` (the canonical text), end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from .shown import Shown
from .when import When

T = TypeVar("T")


class SegmentKind(StrEnum):
    """What a stretch of the canonical text is to a reader."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of an article: ``quote == article.text[start:end]``."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """A cell of an imported table (or a row of the project's reviewed data)."""

    file: str
    row: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a person added by hand, and why."""

    analyst: str
    reason: str


Evidence = Span | Row | Note


@dataclass(frozen=True, slots=True)
class Cited(Shown, Generic[T]):
    """A value with its evidence; ``derivation`` says in words how the value follows where it is not read off."""

    value: T
    evidence: tuple[Evidence, ...]
    derivation: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the article; ``duplicate_of`` is the index of the segment it repeats."""

    kind: SegmentKind
    start: int
    end: int
    duplicate_of: int | None = None
    dated: When | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published and how that is known.

    ``basis`` is one of: given, metadata, dateline, byline, weekday_and_caption, caption.
    """

    when: When
    basis: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Article(Shown):
    """One report, read. ``id`` is the SHA-256 of the canonical text."""

    id: str
    source: str
    text: str
    raw_sha256: str
    segments: tuple[Segment, ...]
    language: str
    title: Cited[str] | None = None
    agency: Cited[str] | None = None
    bylines: tuple[Cited[str], ...] = ()
    published: Published | None = None

    def quote(self, start: int, end: int) -> Span:
        """Cut words out of the canonical text: the only maker of spans."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} is not inside a text of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])
