"""Every reviewed row about tolls, control, talks and population finds its own example."""

from __future__ import annotations

from dataclasses import fields

import pytest

from trucewatch.knowledge.control_words import ControlPhrase, control_words
from trucewatch.knowledge.phrase_rows import compile_phrase, load_phrases
from trucewatch.knowledge.talk_words import TalkPhrase, TalkStatus, talk_words
from trucewatch.knowledge.toll_words import PopulationFigure, TollWords, population_figures, toll_words
from trucewatch.records.problems import DataFileError


@pytest.mark.parametrize("phrase", control_words().phrases, ids=lambda p: p.example)
def test_control_phrase_finds_its_example(phrase: ControlPhrase) -> None:
    assert phrase.words.search(phrase.example)
    assert phrase.words.search(phrase.example.upper())


@pytest.mark.parametrize("phrase", talk_words().phrases, ids=lambda p: p.example)
def test_talk_phrase_finds_its_example(phrase: TalkPhrase) -> None:
    assert phrase.words.search(phrase.example)


@pytest.mark.parametrize("status", talk_words().statuses, ids=lambda s: s.status)
def test_status_finds_its_example(status: TalkStatus) -> None:
    assert status.near.search(status.example)


@pytest.mark.parametrize("name", [f.name for f in fields(TollWords) if not f.name.startswith(("part_", "figures"))])
def test_toll_words_find_their_examples(name: str) -> None:
    for example in load_phrases("tolls.toml")[name]["examples"]:
        assert getattr(toll_words(), name).search(example), example


@pytest.mark.parametrize("row", population_figures(), ids=lambda r: r.example)
def test_population_frame_finds_its_example(row: PopulationFigure) -> None:
    numbers = compile_phrase(r"[\d,]+", "test")
    ends = [(m.start(), m.end()) for m in numbers.finditer(row.example)]
    words = row.example
    assert any(
        (row.lead is None or row.lead.search(words[:start]))
        and (row.tail is None or any(row.tail.match(words, at) for at in (end, end + len(" people"))))
        for start, end in ends
    )


def test_a_pattern_that_does_not_compile_names_its_file() -> None:
    with pytest.raises(DataFileError, match=r"control.toml.*mend it"):
        compile_phrase("(", "control.toml, phrase 1")
