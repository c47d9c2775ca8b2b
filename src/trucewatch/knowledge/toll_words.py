"""Reviewed words that make a figure a toll, and those of population figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..records.problems import DataFileError
from .phrase_rows import any_of, compile_phrase, load_phrases

POPULATIONS = frozenset({"resident", "remaining", "displaced", "pre_war"})


@dataclass(frozen=True, slots=True)
class TollWords:
    """Patterns by what they show; ``part_before`` ends before a figure, ``part_after`` begins after one.

    ``figures`` are, for a verb of harm, the words right before and right behind a figure that tell of it without a verb.
    """

    running: re.Pattern[str]
    total: re.Pattern[str]
    period: re.Pattern[str]
    wide: re.Pattern[str]
    wars: re.Pattern[str]
    spread: re.Pattern[str]
    single: re.Pattern[str]
    perfect: re.Pattern[str]
    counted: re.Pattern[str]
    events: re.Pattern[str]
    elsewhere: re.Pattern[str]
    things: re.Pattern[str]
    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    figures: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]


@cache
def toll_words() -> TollWords:
    """The reviewed words of tolls.

    Raises:
        DataFileError: a pattern does not compile.
    """
    data, file = load_phrases("tolls.toml"), "tolls.toml"
    names = (
        "running",
        "total",
        "period",
        "wide",
        "wars",
        "spread",
        "single",
        "perfect",
        "counted",
        "events",
        "elsewhere",
        "things",
    )
    patterns = {name: any_of(data[name]["patterns"], f"{file}, {name}") for name in names}
    part = data["part"]
    return TollWords(
        **patterns,
        part_before=compile_phrase(rf"(?<!\w){part['before']}$", f"{file}, part", whole=False),
        part_after=compile_phrase(part["after"], f"{file}, part", whole=False),
        figures=tuple(
            (
                verb,
                compile_phrase(rf"(?<!\w)(?:{'|'.join(data[key]['before'])}) $", f"{file}, {key}", whole=False),
                compile_phrase(rf" (?:{'|'.join(data[key]['behind'])})(?!\w)", f"{file}, {key}", whole=False),
            )
            for key, verb in (("dead", "killed"), ("hurt", "injured"), ("both", "killed_or_injured"))
        ),
    )


@dataclass(frozen=True, slots=True)
class PopulationFigure:
    """``lead`` ends right before a figure, ``tail`` begins right after it; both must fit where both are given."""

    kind: str
    lead: re.Pattern[str] | None
    tail: re.Pattern[str] | None
    example: str


@cache
def population_figures() -> tuple[PopulationFigure, ...]:
    """The reviewed frames of population figures, in file order.

    Raises:
        DataFileError: a pattern does not compile, or a kind is none of the known ones.
    """
    return tuple(_figure(row, n) for n, row in enumerate(load_phrases("population.toml")["figure"], 1))


def _figure(row: dict[str, str], number: int) -> PopulationFigure:
    where = f"population.toml, figure {number}"
    if row["kind"] not in POPULATIONS or not ("lead" in row or "tail" in row):
        raise DataFileError(f"{where}: kind {row['kind']!r} is not known, or neither lead nor tail is given")
    lead = compile_phrase(rf"(?<!\w)(?:{row['lead']})$", where, whole=False) if "lead" in row else None
    tail = compile_phrase(rf"\s*(?:{row['tail']})", where, whole=False) if "tail" in row else None
    return PopulationFigure(row["kind"], lead, tail, row["example"])
