"""Titles are bare lower-case words."""

from __future__ import annotations

from trucewatch.knowledge.titles import titles


def test_titles_are_bare_words() -> None:
    assert {"colonel", "gen", "sheikh", "mrs"} <= titles()
    assert all(word == word.lower().strip(". ") for word in titles())
