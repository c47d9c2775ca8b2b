"""Who did what to whom: every kind of act's own example, and what is no act of the sentence."""

from __future__ import annotations

import re

import pytest

from trucewatch.extraction.coding import events_of
from trucewatch.kits import load_kit
from trucewatch.knowledge.act_words import ActWords, act_words
from trucewatch.pipeline import read_report
from trucewatch.records.coded import CodedEvent
from trucewatch.records.problems import Unreadable

CAMEO_OF_PLOVER = {
    "AGREE": {"03", "05"}, "CONSULT": {"04"}, "SUPPORT": {"05", "02"}, "AID": {"07"}, "CONCEDE": {"08"}, "RETREAT": {"08"},
    "INVESTIGATE": {"09"}, "DEMAND": {"10", "02"}, "DISAPPROVE": {"11"}, "REJECT": {"12"}, "THREATEN": {"13"},
    "PROTEST": {"14"}, "MOBILIZE": {"15"}, "SANCTION": {"16"}, "COERCE": {"17", "18"}, "ASSAULT": {"18"}, "FIGHT": {"19"}, "": {"01"},
}  # fmt: skip


def _events(text: str) -> tuple[CodedEvent, ...]:
    found = read_report(text.encode(), "test", load_kit())
    assert not isinstance(found, Unreadable)
    return events_of(found[1])


@pytest.mark.parametrize("row", act_words(), ids=lambda row: row.act)
def test_the_example_of_an_act_is_coded_so(row: ActWords) -> None:
    sides, text = row.example.split(": ", 1)
    source, target = (part.strip() for part in re.split(r" ?> ?", sides))
    found = _events(text)
    assert found and found[0].act == row.act, found
    assert any(source in s.words.value for s in found[0].source), found[0].source
    if target:
        assert any(target.rstrip("s") in s.words.value for s in found[0].target), found[0].target
    assert row.cameo in CAMEO_OF_PLOVER[row.plover]


def _shown(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(e.plover, [s.words.value for s in e.source], [s.words.value for s in e.target]) for e in _events(text)]


def test_a_passive_turns_the_sides() -> None:
    assert _shown("Two farmers were arrested by Sudanese soldiers on Monday.") == [
        ("COERCE", ["Sudanese soldiers"], ["Two farmers"])
    ]


def test_both_acts_of_one_subject_are_coded() -> None:
    shown = _shown("Chad condemned a raid by Sudanese soldiers and promised help to Libya.")
    assert [(code, source) for code, source, _ in shown] == [("DISAPPROVE", ["Chad"]), ("AGREE", ["Chad"])]
    assert "Libya" in shown[1][2][0]


def test_it_points_back_to_who_spoke() -> None:
    assert _shown("Switzerland said on Friday it had expelled two diplomats of Russia.")[0][1] == ["Switzerland"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad did not attack Libya.",
        "Envoys met nobody because Chad never shelled Libya.",
    ],
)
def test_what_is_denied_or_told_by_the_way_is_no_act(text: str) -> None:
    assert not [e for e in _events(text) if e.plover == "FIGHT"]


def test_an_act_told_by_the_way_is_none() -> None:
    assert [e.plover for e in _events("Chad restored ties with Libya years after crowds burned its embassy.")] == [
        "SUPPORT"
    ]


def test_words_are_cut_from_the_text() -> None:
    text = "Peru accused Ecuador of raids across their border."
    event = _events(text)[0]
    for cited in (event.words, event.source[0].words, event.target[0].words):
        span = cited.evidence[0]
        assert text[span.start : span.end] == cited.value  # type: ignore[union-attr]
    assert (event.source[0].country, event.target[0].country) == ("PE", "EC")
