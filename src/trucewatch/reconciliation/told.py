"""A claim together with where in its article it is told: the order, the segment, the words before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from ..records.claim import Claim
from ..records.review import kind_of, spans_of
from ..records.text import Article, SegmentKind, Span
from ..records.when import When

C = TypeVar("C", bound=Claim)
_DEFINITE = re.compile(
    r"\b(?:the|that|this|these|those|both|such)\s+(?:(?:same|latest|deadly|fatal|alleged|reported)\s+)?$", re.I
)
_HEADS = frozenset({SegmentKind.HEADLINE, SegmentKind.DEK, SegmentKind.HEADING})


@dataclass(frozen=True, slots=True)
class Told(Generic[C]):
    """``rank`` tells apart claims of one article read from the very same words; ``published`` may be None."""

    claim: C
    article: Article | None
    segment: SegmentKind
    definite: bool
    rank: int = 0

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.claim.words[0].start

    @property
    def head(self) -> bool:
        """Whether it stands in a headline, dek or heading."""
        return self.segment in _HEADS

    @property
    def published(self) -> When | None:
        """Publication time of the article."""
        return self.article.published.when if self.article and self.article.published else None

    @property
    def day(self) -> datetime | None:
        """Start of the publication time."""
        return self.published.start if self.published else None


def tell(claims: Sequence[C], articles: Mapping[str, Article]) -> list[Told[C]]:
    """Claims with their setting, in an order that does not depend on the order they came in.

    Earlier publications first, then by article hash; within an article bodies before headlines, in text order.
    """
    told = [_told(claim, articles.get(claim.article)) for claim in claims]
    return sorted(_ranked(told), key=order_of)


def _ranked(told: Sequence[Told[C]]) -> list[Told[C]]:
    seen: dict[object, int] = {}
    found = []
    for one in sorted(told, key=lambda t: t.claim.id):
        same = (one.claim.article, kind_of(one.claim), spans_of(one.claim), one.claim.words)
        seen[same] = seen.get(same, -1) + 1
        found.append(replace(one, rank=seen[same]) if seen[same] else one)
    return found


def order_of(told: Told[Any]) -> tuple[object, ...]:
    """The order of telling: by day of publication, article, place in it."""
    day = told.day.isoformat() if told.day else "9999"
    aside = told.head or told.segment is SegmentKind.CAPTION
    # Ids hold the article's hash: they would order the places of one clause anew in every copy of a text.
    return (day, told.claim.article, aside, told.start, spans_of(told.claim), told.claim.id)


def _told(claim: C, article: Article | None) -> Told[C]:
    label = _label(claim)
    if article is None:
        return Told(claim, None, SegmentKind.BODY, False)
    segment = next(
        (s.kind for s in article.segments if s.start <= claim.words[0].start < s.end),
        SegmentKind.BODY,
    )
    return Told(claim, article, segment, bool(_DEFINITE.search(article.text[max(0, label.start - 30) : label.start])))


def _label(claim: Claim) -> Span:
    """The words that name the thing told: a truce's label, an incident's act."""
    for slot in ("label", "event"):
        cited = getattr(claim, slot, None)
        if cited is not None and cited.evidence and isinstance(cited.evidence[0], Span):
            return cited.evidence[0]
    return claim.words[0]
