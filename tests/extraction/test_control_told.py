"""Who holds a place, told without the usual verb or without a name: by sentences of many wars."""

from __future__ import annotations

import pytest

from trucewatch.extraction.control import control_claims
from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable

_GAZETTEER = EmbeddedGazetteer()
_WAR = "\n\nRebels and troops had fought with artillery in the north, killing nine soldiers and wounding dozens of civilians."


def _held(published: str, text: str) -> set[tuple[str, str | None]]:
    article = read_article((text + _WAR).encode(), "control.txt", published=published)
    assert not isinstance(article, Unreadable)
    claims = control_claims(mark(article, RulesModel(), _GAZETTEER, load_conflicts(None)))
    return {(c.place.value.name, c.holder.value.name if c.holder else None) for c in claims if c.place}


@pytest.mark.parametrize(
    ("published", "text", "held"),
    [
        ("2012-04-02", "Tuareg rebels took Kidal on Friday and pushed on towards Gao, which fell a day later.", {("Kidal", "Tuareg rebels"), ("Gao", "Tuareg rebels")}),
        ("1996-09-27", "The Taliban now fly their white flag over Kabul.", {("Kabul", "Taliban")}),
        ("1999-06-12", "Serb forces were pushed out of Prizren by the Kosovo Liberation Army.", {("Prizren", "Kosovo Liberation Army")}),
        ("2014-05-24", "Menaka has since passed into the hands of the armed movements.", {("Menaka", "armed movements")}),
        ("1990-03-02", "Massawa and the plain have been in the hands of the EPLF since 16 February.", {("Massawa", "Eritrean People's Liberation Front")}),
        ("2021-08-14", "Kandahar and Herat, the second and third cities, fell on Thursday to the Taliban.", {("Kandahar", "Taliban"), ("Herat", "Taliban")}),
        ("2016-12-22", "The last rebels left Aleppo, and the army declared it had full control of the city.", {("Aleppo", "army")}),
        ("2003-06-18", "LURD is in Tubmanburg and Voinjama, both of which it has had for a year.", {("Tubmanburg", "LURD"), ("Voinjama", "LURD")}),
        ("1989-11-15", "The rebels had entrenched themselves in Soyapango.", {("Soyapango", "rebels")}),
    ],
)  # fmt: skip
def test_who_holds_it(published: str, text: str, held: set[tuple[str, str | None]]) -> None:
    assert held <= _held(published, text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices in Lagos fell on Friday.",
        "Snow fell overnight in Gao.",
        "For the first time the country has gone to war with an Arab nation.",
        "Troops were on site securing the building.",
        "Three suspects, Smith and Jones, were taken to hospital.",
    ],
)
def test_what_holds_nothing(text: str) -> None:
    assert _held("2012-04-02", text) == set()
