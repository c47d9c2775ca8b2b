"""The order of the steps, and nothing else: bytes to article to reading to claims, claims to ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from .extraction import claims_in
from .knowledge.conflicts import ConflictTable
from .marking import mark
from .monitoring import decide, find_breaches, state_of, term_of
from .ports import Gazetteer, LanguageModel
from .reading import read_article
from .reconciliation import reconcile
from .reconciliation.added import with_added
from .reconciliation.marks import decided_of
from .records.claim import Claim, PopulationClaim, PositionClaim, RelationClaim
from .records.ledger import Ledger
from .records.problems import Unreadable
from .records.reading import Reading
from .records.review import Judgement
from .records.text import Article
from .records.when import Precision


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


def as_of(articles: Iterable[Article]) -> datetime | None:
    """The latest publication time among articles; None where no article is dated.

    A publication time known to the hour or better is taken as it stands; one known only to the day
    (or wider) as the last minute of it, so that what a report tells of its own day has happened.
    """
    moments = [moment for article in articles if (moment := _moment(article)) is not None]
    return max(moments, default=None)


def _moment(article: Article) -> datetime | None:
    """When the article was out."""
    if article.published is None:
        return None
    when = article.published.when
    if when.precision in (Precision.MINUTE, Precision.HOUR) or when.end is None:
        return when.start
    return when.end - timedelta(minutes=1)


def compile_ledger(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    judgements: Sequence[Judgement] = (),
    at: datetime | None = None,
) -> Ledger:
    """The ledger as of ``at`` (by default the latest publication time): a pure function of its input.

    The order of articles, claims and judgements changes nothing. Nothing here asks the clock: with no dated
    article and no ``at``, states are left out rather than guessed.
    """
    articles, claims = with_added(articles, claims, judgements)
    ordered = sorted(articles, key=lambda a: (a.id, a.source), reverse=True)
    unique = list(reversed({a.id: a for a in ordered}.values()))
    moment = at if at is not None else as_of(unique)
    found = reconcile(claims, unique, judgements)
    terms = {truce.id: term_of(truce) for truce in found.truces}
    states = () if moment is None else tuple(state_of(truce, terms[truce.id], moment) for truce in found.truces)
    return Ledger(
        at=moment,
        articles=tuple(unique),
        truces=found.truces,
        terms=tuple(terms.items()),
        states=states,
        incidents=found.incidents,
        tolls=found.tolls,
        control=found.control,
        talks=found.talks,
        positions=tuple(claim for claim in found.claims if isinstance(claim, PositionClaim)),
        relations=tuple(claim for claim in found.claims if isinstance(claim, RelationClaim)),
        population=tuple(claim for claim in found.claims if isinstance(claim, PopulationClaim)),
        breaches=decide(
            find_breaches(found.incidents, found.truces, tuple(terms.items())),
            found.incidents,
            found.truces,
            found.judgements,
        ),
        decided=decided_of(found),
        redacted=found.redacted,
    )
