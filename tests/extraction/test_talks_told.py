"""Talks told by a signing, a reception, a hope to see somebody, or without those at the table."""

from __future__ import annotations

import pytest

from trucewatch.extraction.talks import talk_claims
from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.claim import TalkClaim
from trucewatch.records.problems import Unreadable

_GAZETTEER = EmbeddedGazetteer()
_WAR = "\n\nRebels and troops had fought with artillery in the north, killing nine soldiers and wounding dozens of civilians."


def _talks(published: str, text: str) -> tuple[TalkClaim, ...]:
    article = read_article((text + _WAR).encode(), "talks.txt", published=published)
    assert not isinstance(article, Unreadable)
    return talk_claims(mark(article, RulesModel(), _GAZETTEER, load_conflicts(None)))


@pytest.mark.parametrize(
    ("published", "text", "status", "who", "place"),
    [
        ("1995-12-15", "Slobodan Milosevic, Franjo Tudjman and Alija Izetbegovic signed the peace accord in Paris on Thursday.", "held", "Franjo Tudjman", "Paris"),
        ("1991-05-16", "The cease-fire is to be signed in Lisbon between 29 and 31 May by Jose Eduardo dos Santos and Jonas Savimbi.", "planned", "Jonas Savimbi", "Lisbon"),
        ("2020-10-12", "Minister Lavrov today received in Moscow his Armenian colleague Zohrab Mnatsakanyan.", "held", "Zohrab Mnatsakanyan", "Moscow"),
        ("1990-07-30", "Government and FMLN envoys met from 20 to 26 July in San Jose.", "held", "Farabundo Marti National Liberation Front", "San Jose"),
        ("1999-07-08", "Sierra Leone's president and the RUF leader Foday Sankoh put their names to an accord in Lome.", "held", "Foday Sankoh", "Lome"),
    ],
)  # fmt: skip
def test_who_met_and_where(published: str, text: str, status: str, who: str, place: str) -> None:
    (talk,) = _talks(published, text)
    assert talk.status.value == status
    assert who in {p.value.name for p in talk.participants}
    assert talk.place is not None and talk.place.value.name == place


@pytest.mark.parametrize(
    "text",
    [
        "The accord signed in Rome on 4 October by Joaquim Chissano and Afonso Dhlakama has been broken.",
        "I spoke with the widow's family, and the army works closely with its Israeli partners.",
        "Sources close to the talks said that the rebels had moved guns to the north.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert _talks("1992-10-20", text) == ()
