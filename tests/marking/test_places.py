"""Places by exact name in the article's own world; a village no table has is kept as not found."""

from __future__ import annotations

from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking.language import RulesModel
from trucewatch.marking.places import mark_places
from trucewatch.reading import read_article
from trucewatch.records.text import Article


def _places(text: str) -> dict[str, tuple[str | None, bool]]:
    article = read_article(text.encode(), "story", published="2019-05-13")
    assert isinstance(article, Article)
    found = mark_places(article, RulesModel().annotate(article), EmbeddedGazetteer(), ())
    return {m.span.quote: (m.place.country, m.place.found) for m in found}


def test_tripoli_follows_the_country_of_the_article() -> None:
    assert _places("A march in Tripoli, Lebanon, ended at the harbour of Tripoli on Sunday.")["Tripoli"][0] == "LB"


def test_a_village_in_no_table_is_not_found_rather_than_misplaced() -> None:
    assert _places("Shells fell on the village of Qorvath Zhemm in Ukraine on Sunday.")["Qorvath Zhemm"] == (
        None,
        False,
    )
