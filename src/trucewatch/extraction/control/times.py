"""As of when a place is said to be held."""

from __future__ import annotations

from ...records.reading import Reading, Sentence, TimeKind
from ...records.text import Cited, Span
from ...records.when import When
from ..frames import times_in


def as_of(reading: Reading, sentence: Sentence, verb: Span) -> Cited[When] | None:
    """The date nearest to the verb in its sentence, else the day of publication."""
    dates = [m for m in times_in(reading, sentence.start, sentence.end) if m.kind is TimeKind.DATE and m.when]
    near = min(dates, key=lambda m: abs(m.span.start - verb.start), default=None)
    if near is not None and near.when is not None:
        return Cited(near.when, (near.span,))
    published = reading.article.published
    if published is None:
        return None
    return Cited(published.when, published.evidence, "no time is given: as of publication")
