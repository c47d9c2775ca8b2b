"""Reports that are withdrawn or corrected: the value taken back is asserted nowhere, the corrected one stands."""

from __future__ import annotations

import pytest

from trucewatch.extraction import claims_in
from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.claim import IncidentClaim, TollClaim
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Stance

_GAZETTEER = EmbeddedGazetteer()
_NOT_ASSERTED = {Stance.DENIED, Stance.BACKGROUND, Stance.HYPOTHETICAL, Stance.ASPIRATION, Stance.PLANNED}
_WAR = "\n\nArtillery and mortars were heard along the front as militias and rebels fought on."
_TEXTS = [
    (
        "2016-08-03",
        "A mortar attack killed 12 people in Aleppo on Tuesday. This story corrects the number of dead to 12 from 20.",
        20,
        12,
    ),
    (
        "2016-08-03",
        "(Corrects death toll to 12, not 20)\n\nA mortar attack killed 12 people in Aleppo on Tuesday.",
        20,
        12,
    ),
    (
        "2015-04-10",
        "The agency withdrew its report that 40 soldiers were killed in an ambush near Taiz, Yemen.",
        40,
        None,
    ),
    (
        "2015-04-10",
        "An air strike killed 7 people in Taiz on Thursday. An earlier version of this story said 17 people had been killed.",
        17,
        7,
    ),
    (
        "1993-07-02",
        "CORRECTION: A dispatch on Thursday said 30 people died when a shell hit a queue in Sarajevo. Nine people died in the shelling.",
        30,
        9,
    ),
    (
        "2014-07-21",
        "The ministry retracted its statement that 15 soldiers had been killed in shelling at Luhansk.",
        15,
        None,
    ),
    (
        "2009-05-11",
        "Please disregard our earlier report that 60 civilians were killed by shelling at Mullaivaikkal, Sri Lanka.",
        60,
        None,
    ),
    (
        "2012-02-05",
        "Activists lowered the number of people killed in the shelling of Homs on Friday to 55, having first put it at 217.",
        217,
        None,
    ),
    (
        "1998-09-29",
        "The newspaper said it had been wrong to report that 25 villagers were executed at Gornje Obrinje in Kosovo.",
        25,
        None,
    ),
    (
        "2021-06-20",
        "A drone strike killed 3 soldiers near Mekelle, Ethiopia, on Saturday, the army said, correcting an earlier figure of 13 killed.",
        13,
        3,
    ),
    (
        "2003-04-08",
        "Editors: kill the story saying 80 fighters died in an air raid on Basra, Iraq; the report was false.",
        80,
        None,
    ),
    (
        "2023-10-19",
        "The army now says 8 fighters were killed in a raid on Jenin on Wednesday and not 18 as it first reported.",
        18,
        8,
    ),
]


def _asserted(published: str, text: str) -> set[int | None]:
    article = read_article((text + _WAR).encode(), "story.txt", published=published)
    assert not isinstance(article, Unreadable)
    found: set[int | None] = set()
    for claim in claims_in(mark(article, RulesModel(), _GAZETTEER, load_conflicts())):
        if isinstance(claim, IncidentClaim | TollClaim) and claim.said.stance not in _NOT_ASSERTED:
            harms = claim.harms if isinstance(claim, IncidentClaim) else (claim.harm,)
            found.update(h.count.value.low for h in harms)
    return found


@pytest.mark.parametrize(("published", "text", "withdrawn", "stands"), _TEXTS)
def test_a_withdrawn_figure_is_not_asserted(published: str, text: str, withdrawn: int, stands: int | None) -> None:
    asserted = _asserted(published, text)
    assert withdrawn not in asserted
    assert stands is None or stands in asserted


def test_people_in_corrections_take_nothing_back() -> None:
    text = (
        "Corrections staff in Sarajevo held that a report said too little: 30 people were killed by a shell on Friday."
    )
    assert 30 in _asserted("1993-07-02", text)
