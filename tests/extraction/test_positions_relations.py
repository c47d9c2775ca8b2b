"""Positions and relations as reports tell them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trucewatch.extraction.positions import position_claims
from trucewatch.extraction.relations import relation_claims
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import PartyMention, Reading

_GAZETTEER = EmbeddedGazetteer()
_WAR = " Rebels and army troops fought with artillery near the front on Sunday, killing nine soldiers."


def _reading(text: str) -> Reading:
    article = read_article((text + _WAR).encode(), "story.txt", published="2019-05-13")
    assert not isinstance(article, Unreadable)
    return mark(article, RulesModel(), _GAZETTEER, ())


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        ("The bishops called for a harvest truce.", "calls_for", "a harvest truce"),
        ("The government rejected the proposal.", "refuses", "the proposal"),
        ("The ministry accused the rebels of mining the road.", "accuses", "the rebels of mining the road"),
        ("The general vowed to crush the mutiny.", "threatens", "to crush the mutiny"),
        ("The mayor hoped that the road would open.", "hopes", "the road would open"),
        ("The council condemned the raid on the market.", "condemns", "the raid on the market"),
    ],
)
def test_a_verb_tells_of_a_position(text: str, stance: str, issue: str) -> None:
    claims = position_claims(_reading(text))
    assert [(c.stance.value, c.issue.value) for c in claims] == [(stance, issue)]


def test_what_was_not_called_for_is_no_position() -> None:
    assert position_claims(_reading("The bishops did not call for a truce.")) == ()


def _relations(text: str, *names: str) -> set[tuple[str, str, str]]:
    """Relations of a text in which the given names are parties."""
    reading = _reading(text)
    mentions = []
    for name in names:
        start = reading.article.text.index(name)
        party = Party(f"text:{name.lower()}", name, PartyKind.OTHER)
        mentions.append(PartyMention(reading.article.quote(start, start + len(name)), party))
    claims = relation_claims(replace(reading, parties=tuple(mentions)))
    return {(c.left.value.name, c.relation.value, c.right.value.name) for c in claims}


def test_an_ally_and_a_backer() -> None:
    text = "Asmara, a close ally of the Lancers, and Iran-backed Fajr sent fighters."
    told = _relations(text, "Asmara", "Lancers", "Iran", "Fajr")
    assert told == {("Asmara", "ally_of", "Lancers"), ("Iran", "backs", "Fajr")}


def test_who_is_backed_stands_first_in_the_passive() -> None:
    assert _relations("The Lancers, who are backed by Asmara, withdrew.", "Lancers", "Asmara") == {
        ("Asmara", "backs", "Lancers")
    }


def test_a_wing_of_a_movement() -> None:
    assert _relations("The Brigades, the armed wing of Fajr, shelled the port.", "Brigades", "Fajr") == {
        ("Brigades", "organ_of", "Fajr")
    }


def test_a_group_left_out_of_a_truce() -> None:
    assert _relations("The Lancers are not a party to the ceasefire, mediators said.", "Lancers") == {
        ("Lancers", "excluded_from", "ceasefire")
    }
    assert _relations("The ceasefire does not include the Lancers.", "Lancers") == {
        ("Lancers", "excluded_from", "ceasefire")
    }


def test_two_names_side_by_side_are_no_relation() -> None:
    assert _relations("The Lancers and Fajr met in Asmara.", "Lancers", "Fajr") == set()


def test_a_statement_urges_in_the_voice_of_its_author() -> None:
    text = "Statement by the Government of Kenya on the Fighting in Somalia\n\nWe strongly condemn the raid on the camp. We urge all sides to hold their fire."
    reading = _reading(text)
    start = text.index("Government of Kenya")
    kenya = Party("text:kenya", "Government of Kenya", PartyKind.GOVERNMENT)
    named = PartyMention(reading.article.quote(start, start + len("Government of Kenya")), kenya)
    claims = position_claims(replace(reading, parties=(named,)))
    assert [(c.actor.value.name, c.stance.value, c.issue.value) for c in claims] == [
        ("Government of Kenya", "condemns", "the raid on the camp"),
        ("Government of Kenya", "calls_for", "all sides to hold their fire"),
    ]
