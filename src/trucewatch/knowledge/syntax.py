"""Small words that show where a speaker's name and a statement begin and end."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Closed classes in lower case; the data file says what each is for."""

    auxiliaries: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    openers: frozenset[str]
    relatives: frozenset[str]
    contrasts: frozenset[str]
    subordinators: frozenset[str]
    skippable: frozenset[str]
    singular_pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    neuter_pronouns: frozenset[str]
    first_person: frozenset[str]
    indefinite: frozenset[str]
    role_prepositions: frozenset[str]
    finite: frozenset[str]
    weekdays: frozenset[str]
    takes_up: frozenset[str]
    quantities: frozenset[str]
    published: frozenset[str]
    spells: frozenset[str]

    @property
    def pronouns(self) -> frozenset[str]:
        """Third-person pronouns that may stand for a speaker."""
        return self.singular_pronouns | self.plural_pronouns | self.neuter_pronouns


@cache
def small_words() -> SmallWords:
    """The reviewed small words."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "speech", "syntax.toml").read_text("utf-8"))
    return SmallWords(**{name: frozenset(words) for name, words in data.items()})
