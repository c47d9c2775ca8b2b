"""Whose word a claim is, in what stance, and who else speaks of the same thing."""

from __future__ import annotations

import pytest

from trucewatch.extraction.attribution import said_for, stance_of
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.claim import Said
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Stance

_GAZETTEER = EmbeddedGazetteer()


def _said(text: str, words: str) -> Said:
    article = read_article(text.encode(), "story.txt", published="2019-05-13")
    assert not isinstance(article, Unreadable)
    start = article.text.index(words)
    return said_for(mark(article, RulesModel(), _GAZETTEER, ()), article.quote(start, start + len(words)))


def test_an_agency_carries_the_armys_word() -> None:
    said = _said("Reuters reported that the army said its jets bombed the depot.", "bombed")
    assert said.speaker is not None and "army" in said.speaker.value.name.lower()
    assert [c.value.name for c in said.chain] == ["Reuters"]


def test_a_claim_denied_keeps_both_voices() -> None:
    said = _said("The rebels said the army shelled the camp. The army denied the accusation.", "shelled")
    assert said.speaker is not None and said.speaker.value.umbrella
    assert [stance for stance, _, _ in said.responses] == [Stance.DENIED]
    by = said.responses[0][1]
    assert by is not None and "army" in by.value.name.lower()


def test_a_doubt_does_not_reach_the_sentence_after() -> None:
    text = "The army said it killed 30 rebels. The toll could not be verified. Shells hit the port on Sunday."
    assert [s for s, _, _ in _said(text, "killed").responses] == [Stance.CLAIMED_UNVERIFIED]
    assert _said(text, "hit").stance is Stance.NARRATED


def test_a_report_withdrawn_is_retracted() -> None:
    assert _said("The agency withdrew its report that rebels seized the dam.", "seized").stance is Stance.RETRACTED


def test_nobody_is_named_behind_hearsay() -> None:
    said = _said("Two barges were reported to have sunk off the port.", "sunk")
    assert said.speaker is None and said.stance is Stance.CLAIMED_UNVERIFIED


def test_a_wish_is_no_event() -> None:
    assert _said("The general vowed to bomb the depot.", "bomb").stance is Stance.PLANNED


@pytest.mark.parametrize(
    ("text", "act", "stance"),
    [
        ("The column will attack the fort at dawn.", "attack", Stance.PLANNED),
        ("The garrison could launch a new attack.", "attack", Stance.HYPOTHETICAL),
        ("If the rebels shell the port, the army will answer.", "shell", Stance.HYPOTHETICAL),
        ("The militia must end its attacks.", "attacks", Stance.ASPIRATION),
        ("The garrison did not fire on the crowd.", "fire", Stance.DENIED),
        ("The two will meet after the attack on the fort.", "attack", Stance.NARRATED),
        ("The army shelled the port, and talks will resume on Sunday.", "shelled", Stance.NARRATED),
    ],
)
def test_what_is_no_event_is_told_apart_from_what_is(text: str, act: str, stance: Stance) -> None:
    article = read_article(text.encode(), "story.txt", published="2019-05-13")
    assert not isinstance(article, Unreadable)
    start = article.text.index(act)
    reading = mark(article, RulesModel(), _GAZETTEER, ())
    assert stance_of(reading, article.quote(start, start + len(act))) is stance


def test_what_the_text_itself_calls_untrue_is_denied() -> None:
    said = _said("Reports that a drone hit the bus station are untrue.", "hit")
    assert said.stance is Stance.DENIED
    assert _said("Our earlier report that a shell hit the school is withdrawn.", "hit").stance is Stance.RETRACTED
