"""One sentence each: the many ways in which reports tell of a truce, with the act and the area a monitor would enter."""

from __future__ import annotations

import pytest

from trucewatch.extraction.truces import truce_claims
from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.claim import TruceClaim
from trucewatch.records.problems import Unreadable

_GAZETTEER = EmbeddedGazetteer()
_WAR = (
    "\n\nRebels and troops fought with artillery in the north, killing nine soldiers and wounding dozens of civilians."
)


def _claims(text: str) -> tuple[TruceClaim, ...]:
    article = read_article((text + _WAR).encode(), "form.txt", published="2016-10-20")
    assert not isinstance(article, Unreadable)
    return truce_claims(mark(article, RulesModel(), _GAZETTEER, load_conflicts(None)))


@pytest.mark.parametrize(
    ("text", "act", "area"),
    [
        ("We call on all sides in Yemen to respect the ceasefire.", "mentioned", "Yemen"),
        ("The ministers stressed the importance of the truce in Yemen.", "mentioned", "Yemen"),
        ("Since the ceasefire in Gaza, aid convoys have doubled.", "in_force", "Gaza"),
        ("The evacuation was delayed as the ceasefire broke down in east Aleppo.", "collapsed", "east Aleppo"),
        ("The humanitarian pause in Aleppo ended on Saturday.", "expired", "Aleppo"),
        ("Mr. Arafat ordered a ceasefire in the Gaza Strip.", "announced", "Gaza Strip"),
        ("Israel agreed to halt its strikes on Gaza for three days.", "agreed", "Gaza"),
        (
            "Turkey said it would suspend its operation in northeast Syria for 120 hours.",
            "announced",
            "northeast Syria",
        ),
        ("Russia declared a pause in its bombing of Aleppo for eight hours on Thursday.", "announced", "Aleppo"),
        ("A truce brokered by Russia and Turkey went into effect in Aleppo on Tuesday.", "in_force", "Aleppo"),
        ("The nationwide truce negotiated by Turkey and Russia took effect on Thursday in Syria.", "in_force", "Syria"),
        ("Hamas said it was studying an Egyptian proposal for a truce in Gaza.", "proposed", "Gaza"),
        (
            "The 2003 ceasefire on the Line of Control in Kashmir was violated 400 times last year.",
            "violated",
            "Kashmir",
        ),
        (
            "In a communique the government and the MILF reaffirmed their commitment to the ceasefire in Mindanao.",
            "agreed",
            "Mindanao",
        ),
        ("A government spokesman said there was no truce with the rebels in Casamance.", "denied", "Casamance"),
        ("The ceasefire agreed last week has yet to take hold in eastern Congo.", "agreed", "eastern Congo"),
        ("The army freed 20 prisoners under a truce deal with the rebels in Aceh.", "in_force", "Aceh"),
        ("Saudi Arabia declared a two-week unilateral ceasefire in Yemen from April 9.", "announced", "Yemen"),
        ("The UN-brokered truce in Yemen, due to lapse on Sunday, was renewed for two months.", "extended", "Yemen"),
    ],
)
def test_the_act_and_the_area(text: str, act: str, area: str) -> None:
    assert (act, area) in {(c.act.value, c.area.value.name) for c in _claims(text) if c.area}


@pytest.mark.parametrize(
    ("text", "slot", "day"),
    [
        ("The seven-day truce collapsed on Friday in Gaza, and each side blamed the other.", "end", "2016-10-14"),
        (
            "THE COMMAND ORDERS ITS UNITS TO SUSPEND OFFENSIVE OPERATIONS FROM 0600 ON 1 MAY UNTIL 1800 ON 3 MAY.",
            "end",
            "2016-05-03",
        ),
        (
            "The truce, which ran from 23 December to 7 January, was kept by both sides in Colombia.",
            "end",
            "2016-01-07",
        ),
        ("The president said the ceasefire would be extended to Feb. 18.", "end", "2017-02-18"),
        (
            "Colombian rebels declared a one-month unilateral truce for April because of the virus.",
            "start",
            "2016-04-01",
        ),
        ("The ceasefire, announced on 10 October, has calmed the front lines.", "announced", "2016-10-10"),
        (
            "Militiamen shelled a market in Sudan on Monday, two weeks after the army and the rebels signed a truce on 3 July.",
            "announced",
            "2016-07-03",
        ),
    ],
)
def test_a_bound_of_its_term(text: str, slot: str, day: str) -> None:
    whens = [getattr(c, slot).value for c in _claims(text) if getattr(c, slot)]
    assert any(w.start and f"{w.start:%Y-%m-%d}" == day for w in whens)


def test_sides_mediators_and_those_left_out() -> None:
    agreed = _claims("Russia and Turkey brokered a truce between the army and the rebels in Syria.")[0]
    assert {p.value.name for p in agreed.mediated_by} >= {"Turkey"} or {p.value.name for p in agreed.bound}
    left_out = _claims("The truce does not apply to groups such as Islamic State and Jabhat al-Nusra in Syria.")[0]
    assert len(left_out.excluded) == 2 and not left_out.bound
    outside = _claims("The FDLR, which is not a party to the ceasefire, raided a village in North Kivu.")[0]
    assert [p.value.name for p in outside.excluded] == ["FDLR"] and not outside.bound


def test_a_condition_is_kept_with_the_truce() -> None:
    claim = _claims("The front declared a ceasefire in Sudan as long as the army stays in its barracks.")[0]
    assert claim.proviso is not None and claim.proviso.value.startswith("as long as the army")


def test_a_daily_pause_says_that_it_comes_round() -> None:
    claim = _claims("Moscow announced a daily ceasefire from 9 a.m. to 2 p.m. in eastern Ghouta.")[0]
    assert claim.recurring is not None and claim.recurring.value == "daily"


@pytest.mark.parametrize(
    "text",
    [
        "Hopes for a new truce rose as envoys flew to Cairo.",
        "The URNG and the Guatemalan government will discuss a ceasefire in Oslo next month.",
        "Aid workers hope to use a lull in the fighting in Aleppo.",
        "The rebels said they would stop fighting if the government freed prisoners in Mindanao.",
        "An earlier deal had promised a truce that never came about.",
        "Earlier ceasefires fell apart within days.",
        "The Bicesse ceasefire of 31 May 1991 broke down on 31 October 1992 in Angola.",
    ],
)
def test_what_is_no_record(text: str) -> None:
    assert _claims(text) == ()
