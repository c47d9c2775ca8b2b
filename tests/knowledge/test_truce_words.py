"""Reviewed words of truces: every row is shown by its own example."""

from __future__ import annotations

from typing import Any

import pytest

from trucewatch.knowledge.truce_words import truce_examples, truce_lexicon


def _rows(group: str) -> list[dict[str, Any]]:
    return [row for name, row in truce_examples() if name == group]


@pytest.mark.parametrize("number", range(len(_rows("label"))))
def test_a_label_stands_in_its_example(number: int) -> None:
    pattern, instrument = truce_lexicon().labels[number]
    row = _rows("label")[number]
    assert instrument == row["instrument"] and pattern.search(row["example"])


@pytest.mark.parametrize("number", range(len(_rows("verb"))))
def test_a_verb_stands_in_its_example(number: int) -> None:
    assert truce_lexicon().verbs[number][0].search(_rows("verb")[number]["example"])


@pytest.mark.parametrize("number", range(len(_rows("act"))))
def test_a_cue_stands_beside_a_label_in_its_example(number: int) -> None:
    cue, words = truce_lexicon().cues[number], truce_lexicon()
    labels = [hit for pattern, _ in words.labels for hit in pattern.finditer(cue.example)]
    assert labels
    low, high = min(h.start() for h in labels), max(h.end() for h in labels)
    before = cue.words.before.search(cue.example, 0, low) if cue.words.before else None
    after = cue.words.after.search(cue.example, high) if cue.words.after else None
    assert (before and after) if cue.words.before and cue.words.after else (before or after)


@pytest.mark.parametrize("number", range(len(_rows("condition"))))
def test_a_condition_stands_in_its_example(number: int) -> None:
    words, example = truce_lexicon().conditions[number][1], _rows("condition")[number]["example"]
    assert any(pattern.search(example) for pattern in (words.before, words.after) if pattern)


@pytest.mark.parametrize("group", ["head", "elsewhere", "history", "passing", "wish"])
def test_what_is_no_record_is_told_by_the_words_beside_the_label(group: str) -> None:
    for number, row in enumerate(_rows(group)):
        hits = [hit for pattern, _ in truce_lexicon().labels for hit in pattern.finditer(row["example"])]
        assert hits, row["example"]
        sides = [(row["example"][: hit.start()], row["example"][hit.end() :]) for hit in hits]
        if group == "head":
            assert any(truce_lexicon().heads[number][1].search(after) for _, after in sides), row["example"]
            continue
        found = getattr(truce_lexicon(), {"wish": "wishes"}.get(group, group))[number]
        beside = found[0] if group in {"passing", "wish"} else found
        assert any(
            (beside.before and beside.before.search(before)) or (beside.after and beside.after.search(after))
            for before, after in sides
        ), row["example"]
