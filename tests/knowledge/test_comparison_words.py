"""Every reviewed list of words by which tellings are compared finds its own example."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from trucewatch.knowledge.comparison_words import phrases, sorts_of, version_words

_FOLDER = files("trucewatch").joinpath("data", "reconciliation")


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(_FOLDER.joinpath(name).read_text("utf-8"))


@pytest.mark.parametrize("name", ["growth", "from", "anew", "within", "several", "headlined"])
def test_a_list_finds_its_examples(name: str) -> None:
    for example in _load("versions.toml")[name]["examples"]:
        assert phrases(name).search(example), example


@pytest.mark.parametrize("row", _load("versions.toml")["version"], ids=lambda row: f"{row['kind']} {row['at']}")
def test_a_version_is_known_by_its_words(row: dict[str, Any]) -> None:
    for example in row["examples"]:
        hits = {w.kind.value for w in version_words() if w.place == row["at"] and w.words.search(example)}
        assert row["kind"] in hits, example


def test_sorts_of_targets() -> None:
    for name, example in _load("sites.toml")["examples"].items():
        assert name in sorts_of(example)
    assert sorts_of("a block of flats") & sorts_of("apartment buildings")
    assert not sorts_of("the railway station") & sorts_of("a school")
    assert sorts_of("forty people") == frozenset()
