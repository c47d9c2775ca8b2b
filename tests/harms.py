"""Harm and tolls read from a few sentences, for tests."""

from __future__ import annotations

from trucewatch.extraction import claims_in
from trucewatch.extraction.harm import harms_in
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.claim import Claim, Harm
from trucewatch.records.reading import Reading
from trucewatch.records.text import Article

_GAZETTEER = EmbeddedGazetteer()


def reading_of(text: str, published: str = "2019-05-13") -> Reading:
    """A report read by rules, without tables of any conflict."""
    article = read_article(text.encode(), "story", published=published)
    assert isinstance(article, Article)
    return mark(article, RulesModel(), _GAZETTEER, ())


def harms_told(text: str) -> tuple[Harm, ...]:
    """The harm of each sentence, in text order."""
    reading = reading_of(text)
    return tuple(h for s in reading.sentences for h in harms_in(reading, s, s.start, s.end))


def claims_told(text: str, published: str = "2019-05-13") -> tuple[Claim, ...]:
    """All claims of a report."""
    return claims_in(reading_of(text, published))
