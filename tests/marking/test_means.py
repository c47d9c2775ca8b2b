"""Weapons and means come under one short name each, the longest wording first."""

from __future__ import annotations

import pytest

from trucewatch.marking.language import RulesModel
from trucewatch.marking.means import mark_means
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Two Grad rockets and a car bomb hit the depot.", ["Grad rocket", "car bomb"]),
        ("They came with machetes and dynamite.", ["machete", "dynamite"]),
        ("An anti-tank guided missile struck the lorry.", ["anti-tank missile"]),
        ("GUNMEN FIRED ROCKET-PROPELLED GRENADES AT THE POLICE POST IN THE NIGHT", ["rocket-propelled grenade"]),
        ("Miners left the gold mine before the mine went off.", ["mine"]),
        ("Helicopters dropped barrel bombs.", ["helicopter", "barrel bomb"]),
    ],
)
def test_means_by_name(text: str, means: list[str]) -> None:
    article = read_article(text.encode(), "a.txt", published="2014-06-02")
    assert not isinstance(article, Unreadable)
    assert [m.means for m in mark_means(article, RulesModel().annotate(article))] == means
