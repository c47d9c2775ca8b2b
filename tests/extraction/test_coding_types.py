"""The sort of event a report tells of: every type's own example, and pairs that only one word tells apart."""

from __future__ import annotations

import pytest

from trucewatch.extraction.coding import type_of_report
from trucewatch.kits import load_kit
from trucewatch.knowledge.coding import compile_cue, event_types
from trucewatch.pipeline import read_report
from trucewatch.records.coded import CodedType
from trucewatch.records.problems import DataFileError, Unreadable


def _coded(text: str) -> CodedType | None:
    found = read_report(text.encode(), "test", load_kit())
    assert not isinstance(found, Unreadable)
    return type_of_report(found[1])


@pytest.mark.parametrize("kind", event_types().types, ids=lambda kind: kind.name)
def test_the_example_of_a_type_is_coded_so(kind: object) -> None:
    name, example = kind.name, kind.example  # type: ignore[attr-defined]
    coded = _coded(example)
    assert coded is not None and coded.sub_event == name, coded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army took the village of Bor from the rebels.", "Government regains territory"),
        ("The rebels took the village of Bor from the army.", "Non-state actor overtakes territory"),
        ("Al-Shabab entered the town of Bor after soldiers left it.", "Non-violent transfer of territory"),
        ("A grenade was thrown into a bar in Bor.", "Grenade"),
        ("Two grenades were found behind a bar in Bor.", "Disrupted weapons use"),
        ("Police used tear gas to disperse a march of teachers.", "Protest with intervention"),
        ("Police fired live rounds at a march of teachers and killed two.", "Excessive force against protesters"),
        ("Teachers marched peacefully through Bor.", "Peaceful protest"),
        ("Rioters threw petrol bombs at a police line in Bor.", "Violent demonstration"),
        ("Militants attacked an army post near Bor and killed two soldiers.", "Armed clash"),
        ("Militants attacked a school near Bor and killed two teachers.", "Attack"),
        ("A chemical spill at a plant in Bor made forty ill.", "Man-made disaster"),
        ("Chlorine was dropped on Bor and forty could hardly breathe.", "Chemical weapon"),
    ],
)
def test_a_word_tells_two_types_apart(text: str, expected: str) -> None:
    coded = _coded(text)
    assert coded is not None and coded.sub_event == expected, coded


def test_the_words_that_counted_come_with_the_type() -> None:
    text = "In Bor on Monday a suicide bomber killed nine recruits of the Turkish army at a gate."
    coded = _coded(text)
    assert coded is not None
    assert "suicide bomber" in [word.quote for word in coded.words]
    assert all(text[w.start : w.end] == w.quote for w in coded.words)
    assert coded.next is not None and coded.next[1] < coded.score


def test_a_text_without_cues_gets_no_type() -> None:
    assert _coded("The choir sang until noon.") is None


def test_a_cue_of_an_unknown_list_names_its_row() -> None:
    with pytest.raises(DataFileError, match=r"acled.toml, 'Grenade', cue 2: there is no list 'crowd'"):
        compile_cue("{crowd} threw", {}, "coding/acled.toml, 'Grenade', cue 2")
