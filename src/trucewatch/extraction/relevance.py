"""Whether a text is about armed conflict at all: sport, courts, markets and weather borrow war's words."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ..records.party import PartyKind
from ..records.problems import DataFileError
from ..records.reading import Reading
from ..records.text import SegmentKind

_OUT = {SegmentKind.FURNITURE, SegmentKind.BYLINE}
_ARMED = {PartyKind.STATE_FORCES, PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA}
# A known armed group or army weighs like a strong word; more than this many say no more.
_PARTY_WEIGHT, _PARTIES_COUNTED = 3, 3
# A short report says little: where armed parties or weapons of war stand in it, less weight will do, if no other
# world speaks in it.
_SHORT_LEAST, _SHORT_SHARE = 3.0, 2.0
_WITHOUT_WAR = 1.2
_WAR = {PartyKind.REBEL_GROUP, PartyKind.IDENTITY_MILITIA, PartyKind.POLITICAL_MILITIA, PartyKind.COALITION}
_POLICE = re.compile(
    r"\b(?:police|policem[ae]n|officers?|guards?|constables?|sheriff|deput(?:y|ies)|security sources?)\b", re.I
)
_CRIME = re.compile(
    r"\b(?:gunm[ae]n|attackers?|assailants?|armed m[ae]n|suspects?|snipers?|shooters?|gangs?|gangsters?|bandits?|unidentified)\b",
    re.I,
)
# What a word of another world weighs where its world says nothing else.
_BORROWED = 2


@dataclass(frozen=True, slots=True)
class _Words:
    conflict: tuple[tuple[int, re.Pattern[str]], ...]
    worlds: tuple[tuple[float, re.Pattern[str]], ...]
    least: float
    share: float


@cache
def _words() -> _Words:
    where = "data/extraction/relevance.toml"
    data = tomllib.loads(files("trucewatch").joinpath(where).read_text("utf-8"))

    def any_of(rows: list[str]) -> re.Pattern[str]:
        try:
            return re.compile(rf"\b(?:{'|'.join(rows)})\b".replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)
        except re.error as error:
            raise DataFileError(f"{where}: a pattern does not compile ({error}); mend it") from error

    return _Words(
        tuple((row["weight"], any_of(row["words"])) for row in data["conflict"]),
        tuple((row.get("weight", _BORROWED), any_of(row["words"])) for row in data["world"]),
        data["threshold"]["least"],
        data["threshold"]["share"],
    )


def conflict_context(reading: Reading) -> bool:
    """True where words of armed conflict, and armed parties known by name, outweigh the world that borrows such words.

    Raises:
        DataFileError: a reviewed pattern does not compile.
    """
    words = _words()
    conflict, borrowed = weights(reading)
    war = _at_war(reading)
    # Where neither soldiers nor an armed group nor weapons of war are told of, police and crime may be all there is.
    if conflict >= (words.least if war else words.least * _WITHOUT_WAR):
        return conflict > words.share * borrowed
    return war and conflict >= _SHORT_LEAST and conflict > _SHORT_SHARE * borrowed


def _at_war(reading: Reading) -> bool:
    """Whether soldiers or an armed group stand in the text, or weapons that crime seldom has."""
    if any(m.means in _weapons_of_war() for m in reading.means) or _told_of_war(reading):
        return True
    for mention in reading.parties:
        words = mention.span.quote
        if mention.party.kind in _WAR and not _CRIME.search(words):
            return True
        if mention.party.kind in {PartyKind.STATE_FORCES, PartyKind.EXTERNAL_FORCES} and not _POLICE.search(words):
            return True
    return False


def _told_of_war(reading: Reading) -> bool:
    """Whether a word that seldom means anything but war stands in the text ("insurgents", "shelling")."""
    words, article = _words(), reading.article
    heaviest = max(weight for weight, _ in words.conflict)
    for weight, pattern in words.conflict:
        if weight < heaviest:
            continue
        for segment in article.segments:
            if segment.kind in _OUT:
                continue
            if any(
                not _CRIME.fullmatch(hit.group()) for hit in pattern.finditer(article.text, segment.start, segment.end)
            ):
                return True
    return False


@cache
def _weapons_of_war() -> frozenset[str]:
    where = "data/extraction/relevance.toml"
    data = tomllib.loads(files("trucewatch").joinpath(where).read_text("utf-8"))
    return frozenset(data["weapons"]["names"])


def weights(reading: Reading) -> tuple[float, float]:
    """Weight of the words of conflict, and that of the heaviest other world, with a share of the next two."""
    article = reading.article
    text = "\n".join(article.text[s.start : s.end] for s in article.segments if s.kind not in _OUT)
    named = {m.party.id for m in reading.parties if m.party.kind in _ARMED and not m.party.umbrella and m.party.country}
    return _weighed(text, len(named))


# Every subject asks this of the same article, one after another; the patterns are long.
@lru_cache(maxsize=4)
def _weighed(text: str, parties: int) -> tuple[float, float]:
    words = _words()
    found: set[str] = set()
    conflict = 0.0
    for weight, pattern in words.conflict:
        fresh = _distinct(pattern, text) - found
        found |= fresh
        conflict += weight * len(fresh)
    conflict += _PARTY_WEIGHT * min(parties, _PARTIES_COUNTED)
    borrowed = sorted((weight * len(_distinct(pattern, text)) for weight, pattern in words.worlds), reverse=True)
    return conflict, borrowed[0] + sum(borrowed[1:3]) / 4


def _distinct(pattern: re.Pattern[str], text: str) -> set[str]:
    return {" ".join(hit.group().lower().split()).removesuffix("s") for hit in pattern.finditer(text)}
