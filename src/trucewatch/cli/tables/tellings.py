"""How the reports of one record lie to one another, what its figures come to, and what no longer stands: lines of one screen."""

from __future__ import annotations

from collections.abc import Iterator

from ...export.wording import moment_words
from ...records.ledger import Incident, Ledger, Toll, Truce
from ...records.text import Article
from ...records.toll_reading import RowState, TollReading

_BEARINGS = {"equal": "tells the same as", "update_of": "updates", "rival": "is a rival of"}


def telling_lines(ledger: Ledger, found: Truce | Incident | Toll) -> Iterator[str]:
    """Tellings, tolls, copies and claims struck through of one record; nothing where one report alone tells of it."""
    articles = {a.id: a for a in ledger.articles}
    claims = (found.claim, *found.repeats) if isinstance(found, Toll) else found.claims
    told = {c.article for c in claims}
    if not isinstance(found, Toll):
        for telling in found.tellings:
            reasons = "; ".join(r.sentence for r in telling.reasons)
            how = _BEARINGS[telling.bearing.value]
            yield f"{_named(articles[telling.article])} {how} {_named(articles[telling.of])}: {reasons}"
    for copy in ledger.copies:
        if copy.article in told:
            share = f"{copy.containment:.0%} of the shorter text"
            yield (
                f"{_named(articles[copy.article])} is a copy ({copy.kind.value}, {share}) of {_named(articles[copy.of])}: "
                "one origin"
            )
    if isinstance(found, Incident):
        for reading in found.tolls:
            yield from toll_lines(reading, articles)
    own = {c.id for c in claims}
    for struck in ledger.struck:
        if struck.claim in own:
            yield f"Struck through: claim {struck.claim[:12]}, {struck.reason}"


def toll_lines(reading: TollReading, articles: dict[str, Article]) -> Iterator[str]:
    """The reading under its rule, then every figure with its source, and why those that do not stand do not."""
    verb = reading.verb.replace("_", " or ")
    rule = reading.rule.value.replace("_", " ")
    yield f"{verb}: {_bounds(reading)} (rule: {rule}; {reading.why})"
    if len(reading.rows) < 2:
        return
    for row in reading.rows:
        when = f"{moment_words(row.published, clock=False)}, " if row.published else ""
        state = "" if row.state is RowState.STANDS else f" [{row.state.value}: {row.why}]"
        whom = row.source or "the report's own voice"
        yield f"  - {row.count.wording}, {whom}, {when}{_named(articles[row.article])}{state}"


def _bounds(reading: TollReading) -> str:
    if reading.low is None and reading.high is None:
        return "no bound"
    if reading.high is None:
        return f"{reading.low:,} or more"
    if reading.low is None:
        return f"at most {reading.high:,}"
    return f"{reading.low:,}" if reading.low == reading.high else f"{reading.low:,} to {reading.high:,}"


def _named(article: Article) -> str:
    return f'"{article.title.value}"' if article.title else article.source
