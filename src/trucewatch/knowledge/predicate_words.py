"""Words by which a tree's predicates are read: negation, modality, tense, quantities, nouns of acts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.problems import DataFileError
from .role_words import role_words

_FILE = "data/extraction/predicates.toml"
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class PredicateWords:
    """Lower-case look-ups; the data file says what each group is for."""

    negation: Words
    negative: Words
    without: Words
    preventing: Words
    longer: Words
    possible: Words
    necessary: Words
    conditional: Words
    conditions: Words
    intended: Words
    attempted: Words
    future: Words
    past: Words
    present: Words
    unchanged: Words
    quantities: Words
    of_actor: Words
    events: Words
    onto: Words
    means: Words


@cache
def predicate_words() -> PredicateWords:
    """The reviewed words.

    Raises:
        DataFileError: a group is missing.
    """
    data = tomllib.loads(files("trucewatch").joinpath(_FILE).read_text("utf-8"))
    try:
        negation, modality, tense, events = data["negation"], data["modality"], data["tense"], data["events"]
        return PredicateWords(
            negation=frozenset(negation["words"]),
            negative=frozenset(negation["subjects"]),
            without=frozenset(negation["marks"]),
            preventing=frozenset(negation["governors"]),
            longer=frozenset(negation["longer"]),
            possible=frozenset(modality["possible"]),
            necessary=frozenset(modality["necessary"]),
            conditional=frozenset(modality["conditional"]),
            conditions=frozenset(modality["conditions"]),
            intended=frozenset(modality["intended"]),
            attempted=frozenset(modality["attempted"]),
            future=frozenset(tense["future"]),
            past=frozenset(tense["past"]),
            present=frozenset(tense["present"]),
            unchanged=frozenset(tense["unchanged"]),
            quantities=frozenset(data["quantities"]["nouns"]),
            of_actor=frozenset(events["of_actor"]),
            events=frozenset(events["nouns"]) | role_words().nouns,
            onto=frozenset(events["targets"]),
            means=frozenset(events["means"]),
        )
    except KeyError as error:
        raise DataFileError(f"{_FILE}: no group {error}; put it back") from error
