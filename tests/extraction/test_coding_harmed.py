"""Who was harmed and by whom, as the words name them."""

from __future__ import annotations

import pytest

from trucewatch.extraction.coding.harmed import Harmed, harmed_in
from trucewatch.kits import load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.problems import Unreadable


def _harmed(text: str) -> tuple[Harmed, ...]:
    found = read_report(text.encode(), "test", load_kit())
    assert not isinstance(found, Unreadable)
    return harmed_in(found[1])


def _shown(text: str) -> list[tuple[str, list[str], list[str], list[str]]]:
    return [
        (h.kind, [s.quote for s in h.people], [s.quote for s in h.things], [s.quote for s in h.doers])
        for h in _harmed(text)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "people", "things", "doers"),
    [
        ("Gunmen killed Senator Ana Ruiz in her garden.", "kill", ["Senator Ana Ruiz"], [], ["Gunmen"]),
        ("Two priests and their cook were murdered by soldiers on Friday.", "kill", ["priests", "cook"], [], ["soldiers"]),
        ("The assassination of Mayor Luis Paz by hired killers in June shocked Bor.", "kill", ["Mayor Luis Paz"], [], ["hired killers"]),
        ("Rebels kidnapped an engineer, a driver and a nurse near Bor.", "abduct", ["engineer", "driver", "nurse"], [], ["Rebels"]),
        ("Saboteurs blew up a bridge and two power towers outside Bor.", "attack", [], ["bridge", "power towers"], []),
        ("GUERRILLAS KILLED ATTORNEY GENERAL JUAN SOLER IN THE CAPITAL.", "kill", ["ATTORNEY GENERAL JUAN SOLER"], [], ["GUERRILLAS"]),
    ],
)  # fmt: skip
def test_people_things_and_doers_are_named(
    text: str, kind: str, people: list[str], things: list[str], doers: list[str]
) -> None:
    assert (kind, people, things, doers) in _shown(text)


def test_what_was_not_done_names_nobody() -> None:
    assert not [row for row in _shown("The gunmen did not kill the mayor.") if row[1]]


def test_a_phrase_that_ends_in_a_verb_is_nobody() -> None:
    assert not [row for row in _shown("Seven wounded were left and the army killed nobody.") if "wounded" in row[1]]


def test_words_are_cut_from_the_text() -> None:
    text = "Gunmen killed Senator Ana Ruiz in her garden."
    for harmed in _harmed(text):
        assert all(text[s.start : s.end] == s.quote for s in (harmed.words, *harmed.people, *harmed.doers))
