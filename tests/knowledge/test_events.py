"""Reviewed words of violence and truces: each example is found by its own pattern."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from trucewatch.knowledge.events import triggers, truce_words
from trucewatch.knowledge.truce_words import truce_lexicon


def test_each_trigger_finds_its_example() -> None:
    for trigger in triggers():
        assert trigger.pattern.search(trigger.example), trigger.example


def test_truce_labels_find_their_examples() -> None:
    for label, _, example in truce_words().labels:
        assert label.search(example), example


def test_acts_conditions_and_verbs_find_their_examples() -> None:
    data = tomllib.loads(files("trucewatch").joinpath("data/extraction/truces.toml").read_text("utf-8"))
    words = truce_lexicon()
    for compiled, written in ((words.acts, data["act"]), (words.conditions, data["condition"])):
        for (_, pattern), row in zip(compiled, written, strict=True):
            assert pattern.search(row["example"]), row["example"]
    for (pattern, _), row in zip(words.verbs, data["verb"], strict=True):
        assert pattern.search(row["example"]), row["example"]
