"""Reviewed words around truces: how a clause names one, what it does to it, and what frames its times, places and sides."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from ..records.claim import Condition, TruceAct
from ..records.problems import DataFileError

_FOLDER = "data/extraction/truces"
_MACROS = {
    # Words that a verb may govern across: no new clause begins among them.
    "{GAP}": r"(?:(?!(?:announced|declared|agreed|signed|reached|accepted|took|said|says|that|which|who|after|while|but)\b)[\w’'“”\",.-]+ ){0,8}",
    "{HOP}": r"(?:(?!(?:announced|declared|agreed|signed|reached|accepted|took|said|says|have|has|had|will|would)\b)[\w’'-]+ ){0,5}?",
    # Small words between a frame and its time.
    "{FEW}": r"(?:(?:on|at|by|in|the|this|that|next|last|local|early|late|about|around|from|of|a|an|exactly|shortly|after|before|"
    r"approximately|time|later|coming|following|beginning|starting|end|midnight|noon)\W+){0,5}",
    # Where a truce begins, between the verb and its time.
    "{WHERE}": r"(?:(?:in|across|throughout|along|around|over|between)\W+(?:[\w’'-]+\W+){1,5}?)?",
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Beside:
    """Patterns for what stands before a label (searched to its end) and after it; None where a row has none."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell what is done to a truce. ``reach``: words that may stand between them and the label.

    ``weak`` cues count only where no other does; ``talk`` ones only for an arrangement told as a certain one.
    """

    act: TruceAct
    words: Beside
    reach: int
    weak: bool
    talk: bool
    example: str


@dataclass(frozen=True, slots=True)
class TruceLexicon:
    """``labels`` name truces, ``verbs`` tell of one without naming it, ``anaphors`` point back to one; ``plain`` nouns
    ("the accord") name one only beside words that fit.

    ``heads`` are nouns after a label and what they make of it. ``elsewhere``, ``history``, ``passing`` (with whether the
    label must be plural) and ``wishes`` (with whether the wish is mild: an act undoes it) show that a mention is no record. ``cues`` come in the order of later states
    first. ``modality`` are patterns for the words before a cue, ``frames`` for those beside a time, place or party.
    """

    labels: tuple[tuple[re.Pattern[str], str], ...]
    verbs: tuple[tuple[re.Pattern[str], str], ...]
    plain: tuple[tuple[re.Pattern[str], Beside, str], ...]
    anaphors: re.Pattern[str]
    heads: tuple[tuple[str, re.Pattern[str]], ...]
    elsewhere: tuple[Beside, ...]
    history: tuple[Beside, ...]
    passing: tuple[tuple[Beside, bool], ...]
    wishes: tuple[tuple[Beside, bool], ...]
    cues: tuple[Cue, ...]
    conditions: tuple[tuple[Condition, Beside], ...]
    modality: Mapping[str, re.Pattern[str]]
    frames: Mapping[str, re.Pattern[str]]
    collective: re.Pattern[str]


def _compile(pattern: str, where: str, *, whole: bool = False) -> re.Pattern[str]:
    for name, words in _MACROS.items():
        pattern = pattern.replace(name, words)
    parts = re.split(r"(\(\?<[=!][^)]*\))", pattern)
    # A look-behind has a fixed width: there a blank is one white space.
    body = "".join(
        part.replace(" ", r"\s") if number % 2 else part.replace(" ?", r"\s*").replace(" ", r"\s+")
        for number, part in enumerate(parts)
    )
    try:
        return re.compile(rf"(?<![\w-])(?:{body})(?!\w)" if whole else body, re.IGNORECASE)
    except re.error as error:
        raise DataFileError(f"{_FOLDER}: {where}: {pattern!r} does not compile ({error}); mend it") from error


def _rows(name: str) -> dict[str, Any]:
    return tomllib.loads(files("trucewatch").joinpath(f"{_FOLDER}/{name}.toml").read_text("utf-8"))


def truce_examples() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Every row of labels and acts with the group it stands in, as written, for the tests that read the examples."""
    found = []
    for name in ("labels", "acts"):
        for group, rows in _rows(name).items():
            found += [(group, row) for row in (rows if isinstance(rows, list) else [rows])]
    return tuple(found)


def _sided(row: dict[str, Any], where: str) -> Beside:
    pattern = _compile(row["pattern"], where)
    return Beside(pattern, None) if row["side"] == "before" else Beside(None, pattern)


def _beside(row: dict[str, Any], where: str) -> Beside:
    def one(side: str) -> re.Pattern[str] | None:
        body = row.get(side)
        return _compile(rf"\b(?:{body.removeprefix('^ ')})(?!\w)", where) if body else None

    return Beside(one("before"), one("after"))


def _plain(row: dict[str, Any]) -> tuple[re.Pattern[str], Beside, str]:
    before, after = row.get("before"), row.get("after")
    beside = Beside(
        _compile(rf"\b(?:{before})$", "plain") if before else None, _compile(after, "plain") if after else None
    )
    return _compile(row["pattern"], "plain", whole=True), beside, row["instrument"]


def _each(rows: list[dict[str, Any]], make: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    return tuple(make(row) for row in rows)


def _cue(row: dict[str, Any]) -> Cue:
    act = TruceAct(row["act"])
    return Cue(
        act,
        _beside(row, row["act"]),
        row.get("reach", 8),
        row.get("weak", False),
        row.get("talk", False),
        row["example"],
    )


@cache
def truce_lexicon() -> TruceLexicon:
    """The reviewed words of truces.

    Raises:
        DataFileError: a pattern does not compile, or an act or condition is none of the known ones.
    """
    names, acts, terms = _rows("labels"), _rows("acts"), _rows("terms")
    try:
        return TruceLexicon(
            labels=_each(names["label"], lambda r: (_compile(r["pattern"], "label", whole=True), r["instrument"])),
            verbs=_each(names["verb"], lambda r: (_compile(r["pattern"], "verb", whole=True), r["instrument"])),
            plain=_each(names["plain"], _plain),
            anaphors=_compile(names["anaphor"]["pattern"], "anaphor", whole=True),
            heads=_each(names["head"], lambda r: (r["means"], _compile(r["pattern"], "head"))),
            elsewhere=_each(names["elsewhere"], lambda r: _sided(r, "elsewhere")),
            history=_each(names["history"], lambda r: _sided(r, "history")),
            passing=_each(names["passing"], lambda r: (_sided(r, "passing"), r.get("plural", False))),
            wishes=_each(names["wish"], lambda r: (_sided(r, "wish"), r.get("mild", False))),
            cues=_each(acts["act"], _cue),
            conditions=_each(acts["condition"], lambda r: (Condition(r["condition"]), _beside(r, r["condition"]))),
            modality={n: _compile(p, n) for n, p in acts["modality"].items() if n != "example"},
            frames={
                **{name: _compile(p["pattern"], name) for name, p in terms["frame"].items()},
                **{name: _compile(p["pattern"], name) for name, p in terms.items() if name != "frame"},
                "heard": _compile(names["heard"]["pattern"], "heard"),
                "warring": _compile(names["warring"]["pattern"], "warring"),
            },
            collective=_compile(names["collective"]["pattern"], "collective", whole=True),
        )
    except (KeyError, ValueError) as error:
        raise DataFileError(f"{_FOLDER}: {error}; mend the row it names") from error
