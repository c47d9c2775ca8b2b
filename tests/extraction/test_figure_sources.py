"""Who gives a figure: with words that count, where no verb of saying names a speaker."""

from __future__ import annotations

import pytest
from tests.harms import claims_told, harms_told

from trucewatch.records.claim import IncidentClaim, TollClaim


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Local physicians speak of scores of dead after the shelling.", "Local physicians"),
        ("The morgue in Bria has registered 14 dead.", "morgue in Bria"),
        ("In the port, village elders and rescuers pulled out nine bodies.", None),
        ("The shelling killed 12 people.", None),
        ("The bus was carrying 30 people and eight were killed.", None),
    ],
)
def test_who_counts(text: str, source: str | None) -> None:
    harm = harms_told(text)[0]
    named = harm.said.speaker.value.name if harm.said is not None and harm.said.speaker is not None else None
    assert named == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The provincial delegate of health puts the dead in Luena at 317.", "provincial delegate of health"),
        ("In Gaza the health ministry now gives a total of 1,300 killed.", "health ministry"),
    ],
)
def test_who_totals(text: str, source: str) -> None:
    war = "\n\nArtillery and mortars were heard along the front as militias and rebels fought on."
    (toll,) = [c for c in claims_told(text + war) if isinstance(c, TollClaim)]
    assert toll.said.speaker is not None
    assert toll.said.speaker.value.name == source


def test_an_act_told_by_the_text_with_figures_by_another() -> None:
    text = "An air raid flattened a bakery in Tyre on Sunday; hospital sources in Sidon counted seven bodies."
    war = "\n\nArtillery and mortars were heard along the front as militias and rebels fought on."
    raid = next(c for c in claims_told(text + war) if isinstance(c, IncidentClaim) and c.harms)
    assert raid.said.speaker is None
    said = raid.harms[0].said
    assert said is not None
    assert said.speaker is not None
    assert said.speaker.value.name == "hospital sources"
