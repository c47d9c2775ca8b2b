"""Reviewed words of harm to people, compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.problems import DataFileError


@dataclass(frozen=True, slots=True)
class HarmVerb:
    """``governs`` stands right before the counted people, ``follows`` right behind them.

    ``between`` are pairs that tell harm together, the first right before the people and the second right behind.
    """

    verb: str
    governs: re.Pattern[str]
    follows: re.Pattern[str]
    behind_clause: re.Pattern[str]
    between: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    example: str


@dataclass(frozen=True, slots=True)
class HarmWords:
    """``none`` lists the verbs a wording denies with it; ``unknown`` before such a wording takes it back.

    ``source`` finds who gives a figure (group ``who``) with words that count. ``among_before`` and ``among_behind`` stand beside a figure that is a part of those dead or hurt.
    """

    verbs: tuple[HarmVerb, ...]
    none: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    unknown: re.Pattern[str]
    lumped: re.Pattern[str]
    parts: re.Pattern[str]
    among_before: re.Pattern[str]
    among_behind: re.Pattern[str]
    source: re.Pattern[str]


_AUX = r"(?:were|was|have been|has been|had been|been|being|are|is|be|got|have|has|had|remain|remained|lay|lie)"
_ADVERBS = (
    r"(?:(?:\w+ly|also|all|either|still|then|later|reported|believed|feared|said|to be|to have been|to have)\s+){0,3}"
)
_FILLER = (
    r"(?:\s*,?\s*(?:(?:at least|an? estimated|as many as|up to|more than|some|about|another|a further|all|the|by|only|just|a total of|(?:himself|herself|themselves) and|"
    r"reportedly|apparently)\s+|(?:police|officials?|witnesses|medics|reports) said\s*,?\s*)*)"
)


def _compiled(pattern: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)
    except re.error as error:
        raise DataFileError(f"{where}: the pattern {pattern!r} does not compile ({error}); mend it") from error


@cache
def harm_words() -> HarmWords:
    """The reviewed words of harm.

    Raises:
        DataFileError: a pattern does not compile.
    """
    data = tomllib.loads(files("trucewatch").joinpath("data", "extraction", "harm.toml").read_text("utf-8"))
    any_of = "|".join
    return HarmWords(
        tuple(_verb(row) for row in data["harm"]),
        _none(data["none"]),
        _compiled(data["unknown"], "harm.toml, unknown"),
        _compiled(rf"\b(?:{any_of(data['lumped'])})\b", "harm.toml, lumped"),
        _compiled(rf"\b{data['parts']} (?:at least |the )?$", "harm.toml, parts"),
        _compiled(rf"\b(?:{any_of(data['among_before'])}){_FILLER}\s*$", "harm.toml, among_before"),
        _compiled(rf"\s*(?:{any_of(data['among_behind'])})\b", "harm.toml, among_behind"),
        _source(data["source"]),
    )


def _source(row: dict[str, Any]) -> re.Pattern[str]:
    """A noun for those who know, what belongs to it, and a verb that counts."""
    heads, verbs = "|".join(row["heads"]), "|".join(row["verbs"])
    word = r"(?!(?:in|at|on|of|after|before|since|from|when|where|while|has|have|had|now|also|the|and|but|that)\b)[\w'’.-]+"
    return _compiled(
        rf"(?:^|[,;:—–] ?|\b(?:and|but|while|that|where|when|as|the|an?|its|their) )(?:the |an? |its |their )*"
        rf"(?P<who>(?:{word} ){{0,4}}(?:{heads})(?: (?:of|in|at|from|for|on) (?:the )?{word}(?: {word}){{0,3}}?)?)"
        rf" (?:(?:now|also|later|has|have|had|already|meanwhile|alone) )*(?P<cue>{verbs}) (?=[^;:]*$)",
        "harm.toml, source",
    )


def _verb(row: dict[str, Any]) -> HarmVerb:
    where = f"harm.toml, {row['verb']}"
    governs, follows = "|".join(row["governs"]), f"(?:{'|'.join(row['follows'])})"
    tail = rf"(?:{_AUX}\s+)?(?:{_AUX}\s+)?{_ADVERBS}{follows}\b"
    return HarmVerb(
        row["verb"],
        _compiled(rf"\b(?:{governs}){_FILLER}\s*[\"“(]?$", where),
        _compiled(rf"[\"”’]?\s*,?\s*(?:(?:who|that|of whom|of them|others?|more|people)\s+)*{tail}", where),
        _compiled(rf"\b{_AUX}\s+(?:{_AUX}\s+)?{_ADVERBS}(?P<word>{follows})\b", where),
        tuple(
            (
                _compiled(rf"\b(?:{before}){_FILLER}\s*[\"“(]?$", where),
                _compiled(rf"\s*(?:{behind})\b", where),
            )
            for before, behind in row.get("between", [])
        ),
        row["example"],
    )


def _none(none: dict[str, Any]) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Wordings that nobody was killed, or hurt: one denial may hold several things or fates joined by "or"."""
    thing = "|".join([*none["both"], *none["killed"], *none["injured"]])
    fate = "|".join([*none["both_fates"], *none["killed_fates"], *none["injured_fates"]])
    no = rf"(?:{'|'.join(none['denying'])}) (?:{none['between']} )*(?:(?:{thing})(?:, | or | and |, or | nor )(?:{none['between']} )*){{0,2}}?"
    nobody = (
        rf"(?:{'|'.join(none['nobody'])}) (?:(?:was|were|is|had been|has been|have been|got) )?(?:\w+ly |reported |been )*"
        rf"(?:(?:{fate})(?:, | or | and |, or | nor )(?:\w+ly )?){{0,2}}?"
    )

    def wordings(things: list[str], fates: list[str]) -> str:
        return rf"{no}(?:{'|'.join(things)})|{nobody}(?:{'|'.join(fates)})"

    def zero(words: str) -> re.Pattern[str]:
        return _compiled(rf"\b(?:{words})\b", "harm.toml, none")

    return (
        (("killed", "injured"), zero(rf"{wordings(none['both'], none['both_fates'])}|{'|'.join(none['safe'])}")),
        (("killed",), zero(wordings(none["killed"], none["killed_fates"]))),
        (("injured",), zero(wordings(none["injured"], none["injured_fates"]))),
    )
