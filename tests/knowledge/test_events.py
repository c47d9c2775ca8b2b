"""Reviewed words of violence and truces: each example is found by its own pattern."""

from __future__ import annotations

from trucewatch.knowledge.events import triggers, truce_words


def test_each_trigger_finds_its_example() -> None:
    for trigger in triggers():
        assert trigger.pattern.search(trigger.example), trigger.example


def test_truce_labels_find_their_examples() -> None:
    for label, _, example in truce_words().labels:
        assert label.search(example), example
