"""Closed classes of words and abbreviations."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_TAGS = {
    "auxiliaries": "AUX",
    "determiners": "DET",
    "adpositions": "ADP",
    "pronouns": "PRON",
    "conjunctions": "CCONJ",
    "subordinators": "SCONJ",
}


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(files("trucewatch").joinpath("data", "language", "sentences.toml").read_text("utf-8"))


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations (lower case, without the last full stop) that end no sentence."""
    return frozenset(_data()["abbreviations"])


@cache
def closed_classes() -> dict[str, str]:
    """Universal part of speech of the words of closed classes."""
    return {word: tag for key, tag in _TAGS.items() for word in _data()[key]}
