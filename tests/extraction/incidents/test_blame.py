"""Blame, denial and claims of responsibility told after an act."""

from __future__ import annotations

import pytest

from trucewatch.extraction.incidents.same_act import SAME_ACT
from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.claim import IncidentClaim
from trucewatch.records.ledger import Incident
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Stance


def _incidents(body: str) -> tuple[Incident, ...]:
    text = (
        f"Truce under strain in Yemen\n\nTAIZ, Yemen, March 5 - {body}\n\n"
        "A truce between the government and Ansar Allah began on March 1.\n"
    )
    found = read_report(text.encode(), "story.txt", load_kit(), published="2019-03-05")
    assert not isinstance(found, Unreadable)
    return compile_ledger([found[0]], found[2]).incidents


def _named(body: str) -> dict[str, tuple[str | None, Stance]]:
    """Actors of the one incident told, each with its first speaker and stance."""
    (incident,) = _incidents(body)
    found: dict[str, tuple[str | None, Stance]] = {}
    for claim in incident.claims:
        if claim.actor is not None:
            speaker = claim.said.speaker.value.name if claim.said.speaker else None
            found.setdefault(claim.actor.value.name, (speaker, claim.said.stance))
    return found


def _denied(body: str) -> set[tuple[str, str]]:
    """Actor and denier of every claim that is denied."""
    return {
        (claim.actor.value.name, who.value.name)
        for incident in _incidents(body)
        for claim in incident.claims
        for stance, who, _ in claim.said.responses
        if stance is Stance.DENIED and who is not None and claim.actor is not None
    }


@pytest.mark.parametrize(
    ("body", "actor", "speaker"),
    [
        ("A shell hit a school in Taiz on Monday, and the army blamed the rebels.", "rebels", "Yemeni army"),
        ("A shell hit a school in Taiz on Monday. The army accused Ansar Allah.", "Houthis", "Yemeni army"),
        ("Rockets hit the airport of Taiz on Monday; Yemen blamed Saudi Arabia.", "Saudi Arabia", "Yemen"),
        ("A clinic in Ibb was bombed on Monday. Doctors said Saudi forces had done it.", "Saudi forces", "doctors"),
        ("A clinic in Ibb was bombed on Monday. The army named the Houthis on Tuesday.", "Houthis", "Yemeni army"),
        ("A clinic in Ibb was bombed on Monday. The army held the Houthis responsible.", "Houthis", "Yemeni army"),
        ("A clinic in Ibb was bombed on Monday. The army put the blame on the Houthis.", "Houthis", "Yemeni army"),
        ("A clinic in Ibb was shelled on Monday, and the army said the shells came from the Houthis.", "Houthis", "Yemeni army"),
        ("A clinic in Ibb was bombed on Monday, and the Houthis were blamed.", "Houthis", None),
        ("A clinic in Ibb was bombed on Monday. The attack was blamed on the Houthis.", "Houthis", None),
        ("Two men were shot dead in Ibb on Monday. Police said the gunmen belonged to the Houthis.", "Houthis", "police"),
        ("A clinic in Ibb was bombed on Monday. The attack was claimed by Al-Qaeda.", "al-Qaeda", "al-Qaeda"),
        ("A clinic in Ibb was bombed on Monday. The Houthis were responsible, the army said.", "Houthis", "Yemeni army"),
        ("A grenade hurt two traders in Ibb on Monday, and no group claimed it, but police suspect Al-Qaeda.", "al-Qaeda", "police"),
        ("The Houthis accused the army of an air strike on their positions in Ibb on Monday.", "Yemeni army", "Houthis"),
    ],
)  # fmt: skip
def test_who_is_blamed_after_the_act_is_its_actor_by_the_blamers_word(
    body: str, actor: str, speaker: str | None
) -> None:
    assert _named(body)[actor][0] == speaker


def test_the_blame_has_its_own_words_and_the_act_of_the_sentence_before() -> None:
    (incident,) = _incidents("A mortar shell hit a school in Taiz on Monday. The army blamed the rebels.")
    told, blame = incident.claims
    assert isinstance(blame, IncidentClaim) and told.actor is None
    assert [w.quote for w in blame.words] == ["The army blamed the rebels"]
    assert blame.event.derivation == SAME_ACT and blame.event.evidence == told.event.evidence
    assert blame.place is not None and blame.place.derivation and blame.harms == ()


@pytest.mark.parametrize(
    "body",
    [
        "A clinic in Ibb was bombed on Monday. Ansar Allah blamed the government for the collapse of the talks.",
        "A clinic in Ibb was bombed on Monday. The army did not blame the Houthis.",
        "A clinic in Ibb was bombed on Monday. Nobody has claimed the attack.",
        "A clinic in Ibb was bombed on Monday. The army said it would not blame the Houthis.",
        "A clinic in Ibb was bombed on Monday. It was not clear who was responsible.",
        "A clinic in Ibb was bombed on Monday; both sides blamed each other.",
        "A clinic in Ibb was bombed on Monday.\n\nThe army accused the Houthis.",
    ],
)
def test_blame_for_other_things_names_nobody(body: str) -> None:
    assert _named(body) == {}


def test_a_blame_with_an_act_of_its_own_leaves_the_act_before_alone() -> None:
    found = _incidents(
        "A clinic in Ibb was bombed on Monday. The army accused the Houthis of shelling Taiz on Tuesday."
    )
    clinic = next(i for i in found if i.lead.place is not None and i.lead.place.value.name == "Ibb")
    assert all(c.actor is None for c in clinic.claims)


@pytest.mark.parametrize(
    "answer",
    [
        "the rebels denied it",
        "the rebels rejected the charge",
        "the rebels dismissed the accusation",
        "the rebels said they had not fired",
        "the rebels said the claim was a lie",
        "the rebels denied having fired",
        "the rebels denied any such attack",
        "the rebels said civilians had done it",
        "a spokesman for the rebels denied it",
        "the rebels called the charge baseless",
        "they denied it",
    ],
)
def test_the_denial_of_the_party_blamed_stands_beside_the_blame(answer: str) -> None:
    body = f"A shell hit a school in Taiz on Monday. The army blamed the rebels; {answer}."
    assert _denied(body) == {("rebels", "rebels")}


@pytest.mark.parametrize(
    "answer",
    [
        "the rebels said the army had fired first",
        "the rebels said they had defended themselves",
        "the rebels did not deny it",
        "the rebels said they had not signed the truce",
        "the rebels denied that they had begun the war",
    ],
)
def test_an_excuse_is_no_denial(answer: str) -> None:
    assert _denied(f"A shell hit a school in Taiz on Monday. The army blamed the rebels; {answer}.") == set()


def test_which_denied_it_answers_for_the_party_before() -> None:
    body = "Rockets hit the airport of Taiz on Monday; the army accused the Houthis, which denied it."
    assert _denied(body) == {("Houthis", "Houthis")}


def test_who_denies_that_it_did_it_was_charged_with_it() -> None:
    body = "A clinic in Ibb was bombed on Monday. Saudi Arabia denied having bombed it."
    assert _named(body) == {"Saudi Arabia": (None, Stance.CLAIMED_UNVERIFIED)}
    assert _denied(body) == {("Saudi Arabia", "Saudi Arabia")}


@pytest.mark.parametrize(
    "claim", ["claimed the attack", "claimed responsibility", "said it had carried out the attack"]
)
def test_whoever_claims_the_act_is_its_actor_by_its_own_word(claim: str) -> None:
    body = f"A bomb killed two soldiers in Ibb on Monday. Al-Qaeda {claim}."
    assert _named(body)["al-Qaeda"][0] == "al-Qaeda"


def test_a_second_voice_names_the_same_actor() -> None:
    (incident,) = _incidents(
        "Troops of the Houthis shelled Ibb on Monday, the UN said, and the Red Cross said the same."
    )
    voices = {c.said.speaker.value.name for c in incident.claims if c.said.speaker}
    assert voices == {"United Nations", "International Committee of the Red Cross"}


def test_two_observers_before_one_verb_each_tell_it() -> None:
    (incident,) = _incidents(
        "A monitor of the African Union and a Red Cross delegate both said the Houthis had shelled Ibb on Monday."
    )
    assert len(incident.claims) == 2
    assert len({c.said.speaker.value.id for c in incident.claims if c.said.speaker}) == 2


def test_who_blames_a_third_party_denies_the_charge_and_both_charges_stand() -> None:
    body = "A drone struck a depot in Taiz on Monday; the army blamed the Houthis, who blamed Saudi Arabia."
    assert set(_named(body)) == {"Houthis", "Saudi Arabia"}
    assert _denied(body) == {("Houthis", "Houthis")}
