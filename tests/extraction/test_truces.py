"""Truces as reports tell them: what a monitor would enter, and what is no truce."""

from __future__ import annotations

from datetime import timedelta

import pytest

from trucewatch.extraction.truces import truce_claims
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.claim import Condition, TruceAct, TruceClaim
from trucewatch.records.problems import Unreadable

_GAZETTEER = EmbeddedGazetteer()
_WAR = " Rebels and army troops fought with artillery near the front on Sunday, killing nine soldiers."


def _claims(text: str, published: str = "2019-05-13") -> tuple[TruceClaim, ...]:
    article = read_article((text + _WAR).encode(), "story.txt", published=published)
    assert not isinstance(article, Unreadable)
    return truce_claims(mark(article, RulesModel(), _GAZETTEER, ()))


def test_a_three_day_truce_in_a_province_from_friday() -> None:
    claim = _claims("The army declared a 72-hour truce in Kunduz, starting on Friday.")[0]
    assert claim.act is TruceAct.ANNOUNCED
    assert claim.duration is not None and claim.duration.value == timedelta(hours=72)
    assert claim.area is not None and claim.area.value.name == "Kunduz"
    assert claim.start is not None and claim.start.value.start is not None


def test_two_truces_in_one_sentence_keep_their_own_lengths() -> None:
    first, second = _claims(
        "The Khartoum truce was for three days and the Kabul truce, initially for 24 hours, was extended by another 48."
    )
    assert first.duration is not None and first.duration.value == timedelta(days=3)
    assert second.duration is not None and second.duration.value == timedelta(hours=24)
    assert second.extension is not None and second.extension.value == timedelta(hours=48)
    assert [c.area.value.name for c in (first, second) if c.area] == ["Khartoum", "Kabul"]


def test_an_announcement_for_two_places_is_two_claims() -> None:
    claims = _claims("The government announced a regime of calm in Homs and in Idlib from Monday morning.")
    assert [c.area.value.name for c in claims if c.area] == ["Homs", "Idlib"]


def test_all_but_collapsed_is_eroding_and_not_collapsed() -> None:
    claim = _claims("The ceasefire in Sudan, which took effect in April, has all but collapsed.")[0]
    assert claim.condition is not None and claim.condition.value is Condition.ERODING
    assert claim.act is not TruceAct.COLLAPSED


def test_the_length_of_a_war_is_no_length_of_a_truce() -> None:
    claim = _claims("It was the first ceasefire of the five-year Libyan war, and it took effect on Sunday.")[0]
    assert claim.duration is None


def test_the_age_of_a_truce_is_not_its_length() -> None:
    claim = _claims("Mediators tried to salvage the two-month ceasefire in Yemen.")[0]
    assert claim.duration is None


@pytest.mark.parametrize(
    "text",
    [
        "The archbishop called for an immediate ceasefire.",
        "Diplomats urged both sides to agree on a truce.",
        "There is no chance of a possible ceasefire before the harvest, he said.",
        "The minister hopes for a truce.",
        "They demanded a ceasefire and free passage.",
    ],
)
def test_a_call_or_a_wish_is_no_truce(text: str) -> None:
    assert _claims(text) == ()


@pytest.mark.parametrize("text", ["The two firms signed a trade truce.", "Troops crossed the ceasefire line."])
def test_truces_of_other_worlds_and_lines_on_the_map_are_none(text: str) -> None:
    assert _claims(text) == ()


def test_a_truce_that_was_not_extended_to_a_town_is_none_there() -> None:
    claims = _claims("The junta declared a truce in Bago but failed to extend it to Mandalay.")
    assert all(c.area is None or c.area.value.name != "Mandalay" for c in claims)


def test_talks_on_extending_a_truce_make_a_proposed_one() -> None:
    claims = _claims("Talks were under way on extending the truce to Benghazi, he said.")
    assert [(c.act, c.area.value.name if c.area else None) for c in claims] == [(TruceAct.PROPOSED, "Benghazi")]


def test_the_deal_of_the_next_sentence_gives_the_term() -> None:
    claims = _claims(
        "The army and the front agreed to a ceasefire in Donetsk. The deal took effect at noon on Saturday."
    )
    starts = [c.start for c in claims if c.start]
    assert starts and starts[0].value.start is not None
    assert {c.area.value.name.strip(".") for c in claims if c.area} == {"Donetsk"}


def test_every_quote_is_cut_from_the_text() -> None:
    text = "The army declared a 72-hour truce in Kunduz, starting on Friday."
    for claim in _claims(text):
        for span in (*claim.words, *claim.label.evidence):
            assert (text + _WAR)[span.start : span.end] == span.quote  # type: ignore[union-attr]
