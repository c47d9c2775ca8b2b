"""Who does what to whom, by word order: each row is a sentence with the act in braces."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from trucewatch.extraction.clauses import clauses
from trucewatch.extraction.roles import Roles, roles_of
from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable

_ROWS = tomllib.loads((Path(__file__).parent / "stories" / "roles.toml").read_text("utf-8"))["row"]
_GAZETTEER = EmbeddedGazetteer()


def roles_in(row: dict[str, Any]) -> Roles:
    text = str(row["text"])
    act = row.get("act") or text[text.index("{") + 1 : text.index("}")]
    plain = text.replace("{", "").replace("}", "")
    article = read_article(plain.encode(), "a.txt", published=row.get("published", "2014-06-02"))
    assert not isinstance(article, Unreadable)
    reading = mark(article, RulesModel(), _GAZETTEER, load_conflicts())
    start = reading.article.text.index(act)
    bounds = [b for s in reading.sentences for b in clauses(reading, s) if b[0] <= start < b[1]]
    return roles_of(reading, reading.article.quote(start, start + len(act)), *bounds[0])


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: str(row["text"])[:60])
def test_who_does_what_to_whom(row: dict[str, Any]) -> None:
    roles = roles_in(row)
    assert (roles.actor.value.name if roles.actor else "") == row["actor"]
    assert (roles.target.value.name if roles.target else "") == row["target"]
    if row.get("words") == "":
        assert roles.target_words is None
    elif "words" in row:
        assert roles.target_words is not None and row["words"] in roles.target_words.value
