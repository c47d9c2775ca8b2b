"""Who says what in a report: speakers, the words said, and the stance the words give."""

from __future__ import annotations

import pytest

from trucewatch.marking.language import RulesModel
from trucewatch.marking.speech import mark_speech
from trucewatch.reading import read_article
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Speech, Stance


def _speech(text: str) -> tuple[Speech, ...]:
    article = read_article(text.encode(), "story.txt", published="2019-05-13")
    assert not isinstance(article, Unreadable)
    return mark_speech(article, RulesModel().annotate(article), ())


def _told(text: str) -> list[tuple[str, str]]:
    """Speaker's words and content of all speech that is no response."""
    return [(s.speaker_span.quote if s.speaker_span else "", s.content.quote) for s in _speech(text) if not s.response]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The army said three soldiers were killed at the bridge.",
            "The army",
            "three soldiers were killed at the bridge",
        ),
        (
            "Three soldiers were killed at the bridge, the army said.",
            "the army",
            "Three soldiers were killed at the bridge",
        ),
        (
            "Three soldiers died at the bridge, said a spokesman for the army.",
            "a spokesman for the army",
            "Three soldiers died at the bridge",
        ),
        ("According to residents, jets bombed the market.", "residents", "jets bombed the market"),
        ("Jets bombed the market, according to residents.", "residents", "Jets bombed the market"),
        ("The ministry accused the rebels of mining the road.", "The ministry", "the rebels of mining the road"),
        ("The governor told reporters in Goma that the road was cut.", "The governor", "the road was cut"),
        ("The front said in a statement on Monday that its men held the ridge.", "The front", "its men held the ridge"),
        ("On Sunday the army said rebels shelled the port.", "the army", "rebels shelled the port"),
        (
            "THE ARMED FORCES TODAY STATED THAT REBELS ATTACKED THE GARRISON.",
            "THE ARMED FORCES",
            "REBELS ATTACKED THE GARRISON",
        ),
        (
            "The militia claimed responsibility for the bombing of the depot.",
            "The militia",
            "responsibility for the bombing of the depot",
        ),
    ],
)
def test_speaker_and_words(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in _told(text)


def test_a_contrast_gives_the_voice_back_to_the_narrator() -> None:
    told = _told("The rebels said they held the town, but the streets were calm on Sunday.")
    assert told == [("The rebels", "they held the town")]


def test_a_quotation_split_by_its_cue_has_one_speaker() -> None:
    told = _told('"They fired at dawn," the mayor said. "We hid in the cellar."')
    assert ("the mayor", '"They fired at dawn,"') in told


def test_state_television_quotes_the_army() -> None:
    told = dict(_told("State television quoted the army as saying the convoy was ambushed."))
    assert told["the army"] == "the convoy was ambushed"
    assert "the convoy was ambushed" in told["State television"]


def test_a_toll_that_could_not_be_verified_binds_to_the_sentence_before() -> None:
    speech = _speech("The army said it killed 30 rebels. The toll could not be independently verified.")
    response = next(s for s in speech if s.response)
    assert response.stance is Stance.CLAIMED_UNVERIFIED
    assert response.content.quote == "it killed 30 rebels"


def test_reports_that_proved_false_are_retracted() -> None:
    speech = _speech("An earlier version of this story said the dam had been blown up.")
    assert [(s.stance, s.content.quote) for s in speech if s.response] == [
        (Stance.RETRACTED, "the dam had been blown up")
    ]


def test_a_fact_of_the_narrator_has_no_speaker() -> None:
    assert _told("Rebels shelled the port on Sunday, killing nine fishermen.") == []


def test_a_condemnation_makes_nobody_the_source_of_the_act() -> None:
    speech = _speech("The bishop condemned the raid on the market.")
    assert all(s.factive for s in speech)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Officials put the death toll at 34.", "Officials", "the death toll at 34"),
        ("Citing nurses, the paper said a shell hit the ward.", "nurses", "a shell hit the ward"),
        ("The road was shelled, residents said, killing two.", "residents", "killing two"),
        ("Police: gunmen kill four in the hills", "Police", "gunmen kill four in the hills"),
        ("``They fired first,'' the general said.", "the general", "``They fired first,''"),
        ("An officer who asked not to be named told the agency that the post fell.", "An officer", "the post fell"),
        (
            "The war has cost 90 lives, according to figures published by the two sides.",
            "figures published by the two sides",
            "The war has cost 90 lives",
        ),
    ],
)
def test_other_ways_to_name_a_source(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in _told(text)


def test_one_denies_what_another_says() -> None:
    speech = _speech("Asmara says the post was shelled, a charge Addis Ababa denies.")
    denial = next(s for s in speech if s.response)
    assert (denial.speaker.name, denial.stance) == ("Addis Ababa", Stance.DENIED)
    assert denial.content.quote == "the post was shelled"


def test_reports_dismissed_are_denied_with_their_content() -> None:
    speech = _speech("The rebels dismissed as lies reports that they had shelled the clinic.")
    assert [(s.speaker.name, s.stance, s.content.quote) for s in speech if s.response] == [
        ("rebels", Stance.DENIED, "they had shelled the clinic")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Police found 12 bodies in a well near the river on Monday.",
        "Rebels who had agreed to a truce in March opened fire on a patrol.",
        "No group claimed responsibility for the raid.",
        "An attack on the base claimed the lives of eight soldiers.",
        "Gunmen killed a journalist who reported on the war.",
    ],
)
def test_plain_telling_is_given_no_speaker(text: str) -> None:
    assert [s for s in _speech(text) if s.speaker_span] == []


def test_an_inquiry_is_ordered_and_the_killing_is_known() -> None:
    assert _told("The president ordered an inquiry into the killing of 17 marchers.") == [
        ("The president", "an inquiry")
    ]


def test_neither_account_means_both_speakers_before() -> None:
    speech = _speech("The army said it held the fort. The rebels said they took it. Neither account could be verified.")
    assert [s.content.quote for s in speech if s.response] == ["it held the fort", "they took it"]


def test_a_doubt_after_plain_telling_is_about_that_telling() -> None:
    speech = _speech("The army said it held the fort. Shells hit the ward. The report could not be verified.")
    assert [s.content.quote for s in speech if s.response] == ["Shells hit the ward."]


def test_an_announcement_made_by_somebody_is_the_sentence_before() -> None:
    told = _told("Two rebels were shot in Cali. The announcement was made by the commander himself.")
    assert ("the commander", "Two rebels were shot in Cali") in told


def test_in_capitals_a_quotation_still_has_its_speaker() -> None:
    assert _told('"OUR MEN ARE ON GUARD," ADDED VALLEJO.') == [("VALLEJO", '"OUR MEN ARE ON GUARD,"')]


def test_a_name_that_ends_like_a_verb_is_a_name() -> None:
    told = _told('"We did not bomb it," said Omar Khaled, the spokesman. He said his men had left.')
    assert ("Omar Khaled", '"We did not bomb it,"') in told


def test_it_is_the_body_that_spoke_last_and_not_a_person() -> None:
    speech = _speech("The aid agency said 26 were hurt. The mayor said two died. It said supplies were short.")
    assert [s.speaker.name for s in speech] == ["aid agency", "mayor", "aid agency"]


def test_what_was_not_said_is_told_by_nobody() -> None:
    speech = _speech("The army did not say that the post had fallen.")
    assert [s.stance for s in speech] == [Stance.HYPOTHETICAL]


def test_a_figure_disputed_after_a_dash() -> None:
    speech = _speech("The council says the war killed 90 people - a figure the coalition disputes.")
    assert [(s.speaker.name, s.content.quote) for s in speech if s.response] == [
        ("coalition", "the war killed 90 people")
    ]


def test_denied_involvement_does_not_dispute_that_it_happened() -> None:
    speech = _speech("A bomb killed nine people in the market. The front denied any involvement.")
    assert [s for s in speech if s.response] == []
    speech = _speech("The army accused the front of the bombing. The front denied any involvement.")
    assert [s.stance for s in speech if s.response] == [Stance.DENIED]


@pytest.mark.parametrize(
    "words",
    [
        "“We heard the crash and neighbours shouting,” a shopkeeper said.",
        "“They’re worried,” the governor said.",
        "“If I had a son there, I’d want answers,” said a mother who fled the town.",
    ],
)
def test_quote_that_ends_in_a_cue_is_all_of_its_speakers(words: str) -> None:
    told = _told("Rebels attacked a town on Monday.\n\n" + words)
    assert [content.strip("“”,") for _, content in told] == [words.split("”")[0].strip("“,")]
