"""Reviewed words for positions and for what parties are to each other."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError
from ..records.reading import Stance

POSITIONS = frozenset(
    ["calls_for", "demands", "refuses", "hopes", "accuses", "welcomes", "condemns", "threatens", "offers"]
)
RELATIONS = frozenset(["ally_of", "backs", "member_of", "opposes", "organ_of", "party_to", "excluded_from"])


@dataclass(frozen=True, slots=True)
class PositionRow:
    """Reporting verbs that tell of a position; ``issue`` must be found in what is said, where given."""

    stance: str
    verbs: frozenset[str]
    issue: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Words between two names; ``turned``: the relation runs from the second to the first."""

    relation: str
    between: re.Pattern[str]
    turned: bool


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("trucewatch").joinpath("data", "speech", name).read_text("utf-8"))


def _compiled(where: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern.replace(" ", r"\s+"), re.I)
    except re.error as error:
        raise DataFileError(f"data/speech/{where}: {pattern!r} does not compile ({error}); mend it") from error


@cache
def position_rows() -> tuple[PositionRow, ...]:
    """Rows in file order; the first that fits a statement gives its stance.

    Raises:
        DataFileError: a row names an unknown stance or does not compile.
    """
    rows = []
    for row in _load("positions.toml")["position"]:
        if row["stance"] not in POSITIONS:
            raise DataFileError(f"data/speech/positions.toml: {row['stance']!r} is none of {sorted(POSITIONS)}")
        issue = _compiled("positions.toml", rf"\b{row['issue']}\b") if "issue" in row else None
        rows.append(PositionRow(row["stance"], frozenset(row["verbs"]), issue))
    return tuple(rows)


@cache
def relation_rows(table: str) -> tuple[RelationRow, ...]:
    """Rows of ``relation``, ``agreement`` or ``agreement_first``.

    Raises:
        DataFileError: a row names an unknown relation or does not compile.
    """
    rows = []
    for row in _load("relations.toml")[table]:
        if row["relation"] not in RELATIONS:
            raise DataFileError(f"data/speech/relations.toml: {row['relation']!r} is none of {sorted(RELATIONS)}")
        rows.append(RelationRow(row["relation"], _compiled("relations.toml", row["between"]), row.get("turned", False)))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class ModalityRow:
    """What stands before an act and takes it out of the run of events; ``whole`` looks over the whole sentence."""

    stance: Stance
    pattern: re.Pattern[str]
    whole: bool


@cache
def modality_rows() -> tuple[ModalityRow, ...]:
    """Rows in file order; the first that stands before an act gives its stance.

    Raises:
        DataFileError: a row names an unknown stance, has neither pattern, or does not compile.
    """
    data = _load("modality.toml")
    rows = []
    for row in data["modality"]:
        try:
            whole = "whole" in row
            pattern = f"{row['whole']}[^,;:]*$" if whole else f"{row['before']}{data['gap']}$"
            rows.append(ModalityRow(Stance(row["stance"]), _compiled("modality.toml", pattern), whole))
        except (KeyError, ValueError) as error:
            raise DataFileError(f"data/speech/modality.toml: {row.get('example')}: {error}; mend the row") from error
    return tuple(rows)
