"""Reviewed weapons and means of violence: words as reports use them -> one short name each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ..records.problems import DataFileError
from .phrases import Index


@cache
def means_index() -> Index[str]:
    """Every wording of every means, singular and plural, with the short name it stands for.

    Raises:
        DataFileError: a name has no words.
    """
    data = tomllib.loads(files("trucewatch").joinpath("data", "means.toml").read_text("utf-8"))
    index: Index[str] = Index()
    for name, words in data["means"].items():
        if not words:
            raise DataFileError(f"data/means.toml: {name!r} has no words; give at least one")
        for phrase in dict.fromkeys(form for word in words for form in _forms(word)):
            index.add(phrase, name)
    return index


@cache
def not_means() -> frozenset[str]:
    """Words before a means that make it something else: a gold mine, a stock of shell companies."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "means.toml").read_text("utf-8"))
    return frozenset(data["not_after"]["words"])


def _forms(word: str) -> tuple[str, ...]:
    """A wording and its regular plural; one that ends in * has no plural."""
    if word.endswith("*"):
        return (word[:-1],)
    if word.endswith(("s", "x", "ch", "sh")):
        return (word, f"{word}es")
    return (word, f"{word}s")


@cache
def platforms() -> frozenset[str]:
    """Means that carry weapons rather than strike themselves: named after the munition."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "means.toml").read_text("utf-8"))
    return frozenset(data["platforms"]["names"])
