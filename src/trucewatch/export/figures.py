"""A figure that grows from report to report: what it came to at each moment, on which rows, under which rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..query.sources import outlet_of
from ..reconciliation.toll_rules import toll_readings
from ..records.claim import IncidentClaim, TollClaim
from ..records.ledger import Ledger
from ..records.text import Article
from ..records.toll_reading import RowState, TollReading, TollRow, TollRule

RULES = {
    TollRule.RANGE: "the range over the latest figure of each origin",
    TollRule.MAJORITY: "the figure most independent origins give",
    TollRule.SOURCE_ORDER: "the figure of the source that comes first in an order of sources",
    TollRule.LATEST: "the last new figure",
}


@dataclass(frozen=True, slots=True)
class Then:
    """The reading at one moment; ``printed`` are the rows of the reports of that moment."""

    at: datetime
    reading: TollReading

    @property
    def printed(self) -> tuple[TollRow, ...]:
        """What was printed at that moment."""
        return tuple(r for r in self.reading.rows if r.published == self.at)

    @property
    def standing(self) -> tuple[TollRow, ...]:
        """What the reading stands on."""
        return tuple(r for r in self.reading.rows if r.state is RowState.STANDS)


def figures_over_time(ledger: Ledger, claims: Sequence[IncidentClaim | TollClaim], verb: str) -> tuple[Then, ...]:
    """The reading of a verb (killed, injured …) at each moment at which a report of these claims was out."""
    articles = {a.id: a for a in ledger.articles}
    out = {c.article: moment for c in claims if (moment := _out(articles[c.article])) is not None}
    found = []
    for at in sorted(set(out.values())):
        reading = reading_of(ledger, [c for c in claims if c.article in out and out[c.article] <= at], verb)
        if reading is not None:
            found.append(Then(at, reading))
    return tuple(found)


def reading_of(ledger: Ledger, claims: Sequence[IncidentClaim | TollClaim], verb: str) -> TollReading | None:
    """What the figures of a verb come to; None where no claim gives one."""
    articles = {a.id: a for a in ledger.articles}
    return next((r for r in toll_readings(claims, articles, _copies(ledger)) if r.verb == verb), None)


def whose(row: TollRow, articles: Mapping[str, Article]) -> str:
    """Whose word a row is: the voice that is cited, else the outlet."""
    return row.source or outlet_of(articles[row.article])


def _out(article: Article) -> datetime | None:
    return article.published.when.start if article.published else None


def _copies(ledger: Ledger) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for copy in ledger.copies:
        found.setdefault(copy.article, {})[copy.of] = copy.containment
        found.setdefault(copy.of, {})[copy.article] = copy.containment
    return found
