"""Every reviewed word of violence and of truces is tested by its own example."""

from __future__ import annotations

import pytest

from trucewatch.knowledge.events import Trigger, triggers, truce_words


@pytest.mark.parametrize("trigger", triggers(), ids=lambda t: t.example)
def test_trigger_finds_its_example(trigger: Trigger) -> None:
    assert trigger.pattern.search(trigger.example)


def test_truce_words_find_their_examples() -> None:
    words = truce_words()
    for label, _, example in words.labels:
        assert label.search(example), example
    for _, pattern, example in (*words.acts, *words.conditions):
        assert pattern.search(example), example


def test_a_trade_truce_is_refused() -> None:
    assert truce_words().refuse_before.search("the two ministers agreed a trade ")
    assert truce_words().refuse_after.search(" in the tariff dispute")
