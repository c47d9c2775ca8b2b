"""Claims and judgements to the ledger: a pure function of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ..monitoring import decide, find_breaches, state_of, term_of
from ..reconciliation import Reconciling
from ..reconciliation.marks import decided_of
from ..records.claim import Claim, PopulationClaim, PositionClaim, RelationClaim
from ..records.ledger import Ledger
from ..records.review import Judgement
from ..records.text import Article
from ..records.when import Precision


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


def at_moment(ledger: Ledger, at: datetime | None = None) -> Ledger:
    """A ledger with its states as of ``at``, by default the latest publication time of its articles."""
    moment = at if at is not None else as_of(ledger.articles)
    terms = dict(ledger.terms)
    states = () if moment is None else tuple(state_of(truce, terms[truce.id], moment) for truce in ledger.truces)
    return replace(ledger, at=moment, states=states)


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
    found = Reconciling()
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    for article in articles:
        found.put(article, by_article.get(article.id, ()))
    found.judge(judgements)
    found.update()
    return assembled(found, at)


def assembled(found: Reconciling, at: datetime | None = None) -> Ledger:
    """The whole ledger of what has been reconciled."""
    records = found.reconciled()
    articles = tuple(found.articles[name] for name in sorted(found.articles))
    moment = at if at is not None else as_of(articles)
    terms = {truce.id: term_of(truce) for truce in records.truces}
    states = () if moment is None else tuple(state_of(truce, terms[truce.id], moment) for truce in records.truces)
    breaches = find_breaches(records.incidents, records.truces, tuple(terms.items()))
    return Ledger(
        at=moment,
        articles=articles,
        truces=records.truces,
        terms=tuple(terms.items()),
        states=states,
        incidents=records.incidents,
        tolls=records.tolls,
        control=records.control,
        talks=records.talks,
        positions=tuple(claim for claim in records.claims if isinstance(claim, PositionClaim)),
        relations=tuple(claim for claim in records.claims if isinstance(claim, RelationClaim)),
        population=tuple(claim for claim in records.claims if isinstance(claim, PopulationClaim)),
        breaches=decide(breaches, records.incidents, records.truces, records.judgements),
        decided=decided_of(records),
        redacted=records.redacted,
        copies=records.copies,
        versions=records.versions,
        struck=records.struck,
    )
