"""Truces without a name of their own: verbs, plain nouns and accords, by sentences of many wars."""

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
_WAR = "\n\nRebels and troops had fought with artillery in the north, killing nine soldiers and wounding dozens of civilians."


def _claims(published: str, text: str) -> tuple[TruceClaim, ...]:
    article = read_article((text + _WAR).encode(), "plain.txt", published=published)
    assert not isinstance(article, Unreadable)
    return truce_claims(mark(article, RulesModel(), _GAZETTEER, load_conflicts(None)))


@pytest.mark.parametrize(
    ("published", "text", "act", "start", "end"),
    [
        ("2023-11-28", "The pause between Israel and Hamas began on Friday.", "in_force", "2023-11-24", None),
        ("1993-03-02", "The Bicesse accord of 31 May 1991 broke down on 30 October 1992.", "collapsed", "1991-05-31", "1992-10-30"),
        ("2008-06-20", "The calm brokered by Egypt between Hamas and Israel took effect at dawn on Thursday.", "in_force", "2008-06-19", None),
        ("1998-12-05", "The ELN said it would carry out no attacks over Christmas, from 24 December to 2 January.", "announced", "1998-12-24", "1999-01-02"),
        ("2016-07-12", "Guns fell silent in Juba on Monday evening.", "in_force", "2016-07-11", None),
        ("2016-02-28", "Firing ceased along the front in Aleppo at midnight on Friday under the deal that Moscow drew up.", "in_force", "2016-02-26", None),
        ("2021-05-22", "Israel and Hamas stopped firing at 2 a.m. on Friday under an Egyptian-mediated arrangement.", "agreed", "2021-05-21", None),
        ("2015-02-14", "The guns were to fall silent in eastern Ukraine at one minute past midnight on Sunday.", "announced", "2015-02-15", None),
        ("2014-09-06", "The protocol obliges Ukraine and the separatists to cease fire at once.", "agreed", None, None),
        ("2023-04-15", "The SAF and RSF agreed not to shoot from 4 p.m. to 7 p.m. on Sunday.", "agreed", "2023-04-16", "2023-04-16"),
        ("2003-01-20", "Its own accord, of Malino, has been in force in the Moluccas since 12 February 2002.", "in_force", "2002-02-12", None),
        ("1999-07-08", "The Lome peace accord was signed on 7 July by the government of Sierra Leone and the RUF.", "agreed", None, None),
    ],
)  # fmt: skip
def test_an_arrangement_told_without_the_word_truce(
    published: str, text: str, act: str, start: str | None, end: str | None
) -> None:
    claim = next(c for c in _claims(published, text))
    assert claim.act.value == act
    for cited, day in ((claim.start, start), (claim.end, end)):
        assert (cited is not None) == (day is not None)
        if cited is not None and cited.value.start is not None:
            assert f"{cited.value.start:%Y-%m-%d}" == day


@pytest.mark.parametrize(
    "text",
    [
        "The trade accord between Brazil and Argentina took effect on Friday.",
        "Calm returned to the market on Friday.",
        "The shelling stopped at noon and people ran for bread.",
        "The agreement on fishing rights broke down on Friday.",
        "Police said no attack had been carried out.",
        "The pause lasted a minute, and then the general went on with his speech.",
    ],
)
def test_a_plain_noun_alone_names_no_truce(text: str) -> None:
    assert _claims("2016-10-20", text) == ()


def test_a_named_accord_is_not_the_truce_told_before() -> None:
    claims = _claims(
        "1995-01-09",
        "A ceasefire in Angola took effect on 22 November. The Bicesse accord of 31 May 1991 broke down on 30 October 1992.",
    )
    assert [c.label.value for c in claims] == ["ceasefire", "accord"]


@pytest.mark.parametrize(
    ("published", "text", "area"),
    [
        ("2017-07-15", "Shells fell on Daraa, in Syria, five days after a ceasefire for the south-west took effect on 9 July.", "south-west Syria"),
        ("2016-10-21", "A mortar landed in Aleppo, eleven hours into a humanitarian pause that Russia declared for the city.", "Aleppo"),
        ("2001-01-10", "In Geneva, on Tuesday, delegates of the government of Colombia and of the ELN reached a deal in which Colombia saw a halt to offensive actions.", "Colombia"),
    ],
)  # fmt: skip
def test_an_area_told_by_words_and_not_where_it_was_signed(published: str, text: str, area: str) -> None:
    assert {c.area.value.name for c in _claims(published, text) if c.area} == {area}


@pytest.mark.parametrize(
    ("text", "unilateral"),
    [
        ("Taliban fighters announced on Sunday that they would carry out no attacks for ten days.", True),
        ("Israel's cabinet voted late on Saturday to suspend all operations from 2 a.m. local time.", True),
        ("Israel and Hamas stopped firing at 2 a.m. on Friday under an Egyptian-mediated arrangement.", False),
        ("Both armies will refrain from strikes on power stations for a month.", False),
    ],
)
def test_a_truce_told_of_one_side_alone_is_its_own(text: str, unilateral: bool) -> None:
    assert [c.unilateral for c in _claims("2009-02-17", text)] == [unilateral]


def test_an_hour_after_the_evening_of_the_vote_is_of_the_next_day() -> None:
    (claim,) = _claims(
        "2009-01-18", "Israel's cabinet voted late on Saturday to suspend all operations from 2 a.m. local time."
    )
    assert claim.start is not None and f"{claim.start.value.start:%d %H}" == "18 02"


def test_an_end_without_its_year_lies_after_the_start() -> None:
    (claim,) = _claims("2019-12-28", "The ceasefire with the New People's Army runs from 23 December to 7 January.")
    assert claim.end is not None and f"{claim.end.value.start:%Y-%m-%d}" == "2020-01-07"


def test_readiness_to_hold_fire_is_a_proposal() -> None:
    claims = _claims(
        "1990-06-04",
        "The EPLF is prepared to suspend all attacks on the port of Massawa if the government stops the bombing.",
    )
    assert [c.act.value for c in claims] == ["proposed"]


def test_who_welcomes_an_extension_makes_none() -> None:
    (claim,) = _claims(
        "2023-11-28",
        "The United States welcomes the agreement of both sides to extend the humanitarian pause in Gaza by two days.",
    )
    assert claim.declared_by == () and [p.value.name for p in claim.bound] == ["both sides"]


def test_days_added_to_a_truce_are_its_extension() -> None:
    (claim,) = _claims("2019-12-20", "The two parties have agreed to add ten days to the ceasefire in Idlib.")
    assert claim.extension is not None and claim.extension.value.days == 10


def test_a_feast_is_no_area_and_a_lapse_lies_before_the_report() -> None:
    (feast,) = _claims("2020-05-23", "The Taliban announced a three-day ceasefire for Eid, starting on Sunday.")
    assert feast.area is None or feast.area.value.name != "Eid"
    (lapsed,) = _claims("2021-11-04", "The ceasefire in Libya had lapsed by September.")
    assert lapsed.end is not None and lapsed.end.value.start is not None and lapsed.end.value.start.year == 2021
