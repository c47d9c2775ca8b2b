"""Reviewed words of reporting: who may be a source, which words report, in what stance, and what they bind."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..records.party import PartyKind
from ..records.problems import DataFileError
from ..records.reading import Stance

_FOLDER = "data/speech"


@dataclass(frozen=True, slots=True)
class CueFamily:
    """Reporting verbs of one kind. ``takes`` and the flags are explained at the head of ``cues.toml``."""

    stance: Stance
    takes: frozenset[str]
    nominal: bool
    factive: bool
    only: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb: ``form`` is base, third, past, participle or ing; ``lemma`` the base."""

    lemma: str
    form: str
    family: CueFamily


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """A noun for those who speak."""

    kind: PartyKind
    private: bool
    umbrella: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Everything of ``data/speech`` that marking needs. ``frames`` are patterns by dotted name.

    ``cues`` maps a form in lower case to its readings; ``cue_forms`` maps the first word of a form to all forms
    that begin with it, as words, the longest first.
    """

    cues: Mapping[str, tuple[Cue, ...]]
    cue_forms: Mapping[str, tuple[tuple[str, ...], ...]]
    frames: Mapping[str, re.Pattern[str]]
    noun_stances: Mapping[str, Stance]
    sources: Mapping[str, SourceNoun]
    vessels: frozenset[str]
    speaks_for: frozenset[str]
    bodies: frozenset[str]


@cache
def speech_words() -> SpeechWords:
    """The reviewed words of reporting.

    Raises:
        DataFileError: a row is incomplete, names an unknown stance or kind, or does not compile.
    """
    cues: dict[str, tuple[Cue, ...]] = {}
    for cue, form in _cue_forms(_load("cues.toml")):
        cues[form] = (*cues.get(form, ()), cue)
    frames = _load("frames.toml")
    nouns = _load("sources.toml")
    try:
        return SpeechWords(
            cues,
            _by_first_word(cues),
            {name: _compiled(f"frames.toml: {name}", p) for name, p in _patterns(frames)},
            {k: Stance(v) for k, v in frames["saying_noun"]["stance"].items()},
            _sources(nouns),
            frozenset(nouns["vessel"]["words"]),
            frozenset(nouns["speaks_for"]["words"]),
            frozenset(nouns["bodies"]["words"]),
        )
    except (KeyError, ValueError) as error:
        raise DataFileError(f"{_FOLDER}: {error}; mend the row it names") from error


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("trucewatch").joinpath(_FOLDER, name).read_text("utf-8"))


def _patterns(frames: dict[str, Any]) -> list[tuple[str, str]]:
    """Every pattern of the file under its dotted name ("hearsay.passive")."""
    return [
        (f"{table}.{key}" if key != "pattern" else table, value)
        for table, rows in frames.items()
        for key, value in rows.items()
        if key != "example" and isinstance(value, str)
    ]


def _compiled(where: str, pattern: str) -> re.Pattern[str]:
    body = pattern.replace(" ", r"\s+")
    try:
        return re.compile(rf"(?<![\w-]){body}" if body[0] not in "^\\," and "(?:," not in body[:8] else body, re.I)
    except re.error as error:
        raise DataFileError(f"{_FOLDER}/{where}: does not compile ({error}); mend the pattern") from error


def _by_first_word(cues: Mapping[str, object]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for form in sorted((tuple(f.split()) for f in cues), key=len, reverse=True):
        found[form[0]] = (*found.get(form[0], ()), form)
    return found


def _cue_forms(data: dict[str, Any]) -> list[tuple[Cue, str]]:
    found: list[tuple[Cue, str]] = []
    for row in data["family"]:
        try:
            family = CueFamily(
                Stance(row["stance"]),
                frozenset(row["takes"]),
                row.get("nominal", False),
                row.get("factive", False),
                _compiled("cues.toml: only", row["only"]) if "only" in row else None,
                _compiled("cues.toml: unless", row["unless"]) if "unless" in row else None,
            )
        except (KeyError, ValueError) as error:
            raise DataFileError(f"{_FOLDER}/cues.toml: {row.get('example')}: {error}; mend the family") from error
        for verb in row["verbs"]:
            lemma, forms = inflected(verb)
            found.extend((Cue(lemma, name, family), form) for name, form in forms)
    return found


def inflected(verb: str) -> tuple[str, list[tuple[str, str]]]:
    """Base and named forms of a verb, from "deny" by rule or from "base/third/past/participle/ing" as given ("-": not used)."""
    parts = verb.split("/")
    if len(parts) == 1:
        base, _, rest = verb.partition(" ")
        tail = f" {rest}" if rest else ""
        parts = [verb, *(f + tail for f in _regular(base))]
    names = ("base", "third", "past", "participle", "ing")
    # The participle is left out where it is the past too; a past that is the base too is kept as both ("read").
    pairs = [(name, form) for name, form in zip(names, parts, strict=True) if form != "-"]
    return parts[0], [(n, f) for n, f in pairs if n != "participle" or f != parts[2]]


def _regular(base: str) -> tuple[str, str, str, str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing"
    if base.endswith("e"):
        return f"{base}s", f"{base}d", f"{base}d", f"{base[:-1]}ing"
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z")) else f"{base}s"
    return third, f"{base}ed", f"{base}ed", f"{base}ing"


def _sources(data: dict[str, Any]) -> dict[str, SourceNoun]:
    found = {}
    for row in data["noun"]:
        kind = PartyKind(row["kind"])
        for entry in row["words"]:
            one, _, many = entry.partition("/")
            private, umbrella = row.get("private", False), row.get("umbrella", False)
            found[one] = SourceNoun(kind, private, umbrella, plural=one.endswith(("people", "police")))
            found[many or f"{one}s"] = SourceNoun(kind, private, umbrella, plural=True)
    return found
