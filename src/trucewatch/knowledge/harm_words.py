"""Reviewed words of harm to people, compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.problems import DataFileError


@dataclass(frozen=True, slots=True)
class HarmVerb:
    """``governs`` stands right before the counted people, ``follows`` right behind them; ``any`` finds either."""

    verb: str
    governs: re.Pattern[str]
    follows: re.Pattern[str]
    behind_clause: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class HarmWords:
    """``none`` lists the verbs a wording denies with it; ``unknown`` before such a wording takes it back."""

    verbs: tuple[HarmVerb, ...]
    none: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    unknown: re.Pattern[str]
    lumped: re.Pattern[str]
    parts: re.Pattern[str]


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
    none = data["none"]
    verbs = []
    for row in data["harm"]:
        where = f"harm.toml, {row['verb']}"
        tail = rf"(?:{_AUX}\s+)?(?:{_AUX}\s+)?{_ADVERBS}{row['follows']}\b"
        verbs.append(
            HarmVerb(
                row["verb"],
                _compiled(rf"\b{row['governs']}{_FILLER}\s*[\"“(]?$", where),
                _compiled(rf"[\"”’]?\s*,?\s*(?:(?:who|that|of whom|of them|others?|more|people)\s+)*{tail}", where),
                _compiled(rf"\b{_AUX}\s+(?:{_AUX}\s+)?{_ADVERBS}(?P<word>{row['follows']})\b", where),
                row["example"],
            )
        )

    def zero(key: str) -> re.Pattern[str]:
        return _compiled(rf"\b(?:{'|'.join(none[key])})\b", f"harm.toml, none.{key}")

    return HarmWords(
        tuple(verbs),
        (
            (("killed", "injured"), zero("killed_and_injured")),
            (("killed",), zero("killed")),
            (("injured",), zero("injured")),
        ),
        _compiled(data["unknown"], "harm.toml, unknown"),
        _compiled(rf"\b(?:{'|'.join(data['lumped'])})\b", "harm.toml, lumped"),
        _compiled(rf"\b{data['parts']} (?:at least |the )?$", "harm.toml, parts"),
    )
