"""Who did it to whom, in sentences of many wars: guises, groups of their own, harm beside a noun, days of saying."""

from __future__ import annotations

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.claim import Grain
from trucewatch.records.ledger import Incident
from trucewatch.records.problems import Unreadable


def _told(body: str) -> list[Incident]:
    text = (
        f"NAIROBI, Kenya, March 5 (Reuters) - {body}\n\n"
        "The rebels and the army have been at war for years. Thousands of fighters and soldiers have died.\n"
    )
    found = read_report(text.encode(), "story.txt", load_kit(), published="2014-03-05")
    assert not isinstance(found, Unreadable)
    ledger = compile_ledger([found[0]], found[2])
    return [
        i for i in ledger.incidents if i.lead.grain is not Grain.BACKGROUND and i.lead.words[0].start < len(body) + 45
    ]


@pytest.mark.parametrize(
    ("body", "actor", "hit"),
    [
        ("Gunmen dressed as soldiers kidnapped 20 schoolgirls in Jangebe on Monday.", "gunmen", "schoolgirls"),
        ("The Israeli army said it had killed a Hamas commander in a strike in Khan Younis on Monday.", "Israel Defense Forces", "Hamas commander"),
        ("A policeman was killed when his vehicle hit a landmine near Kasserine on Monday.", None, "policeman"),
        ("A roadside bomb ripped through a minibus in Quetta on Monday, killing 11 people.", None, "minibus"),
        ("Soldiers burned 40 huts in Likuangole on Monday.", "soldiers", "huts"),
        ("Government forces struck an ammunition depot in Melitopol on Monday.", "government forces", "ammunition depot"),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(body: str, actor: str | None, hit: str) -> None:
    (one,) = _told(body)
    lead = one.lead
    assert (lead.actor.value.name if lead.actor else None) == actor
    assert lead.target_words is not None and hit in lead.target_words.value


def test_the_day_of_the_words_is_not_the_day_of_the_act() -> None:
    (one,) = _told(
        "The president on Tuesday condemned the bombing of a hotel in Mombasa. The hotel bombing last Thursday killed nine people."
    )
    days = [
        c.when.value.start for c in one.claims if c.when is not None and not c.when.derivation and c.when.value.start
    ]
    assert {d.day for d in days} == {27}


@pytest.mark.parametrize(
    "body",
    [
        "In Kandahar, a suicide bomber blew himself up near a police station on Monday, killing five people.",
        "Rockets fired from the hills landed in Tiberias on Monday, causing no injuries.",
        "Rebels torched three trucks on the highway between Popayan and Cali on Monday.",
    ],
)
def test_one_act_of_several_words_is_one(body: str) -> None:
    assert len(_told(body)) == 1


def test_bodies_with_tied_hands_tell_of_a_killing() -> None:
    (one,) = _told("The bodies of five men with their hands tied were found near Tripoli on Monday.")
    assert one.lead.event.value == "Violence against civilians"
