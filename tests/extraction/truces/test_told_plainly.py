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
