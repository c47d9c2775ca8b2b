"""Victims told one by one: by name, or as "the driver was killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...knowledge.harm_words import HarmVerb, harm_words
from ...knowledge.victim_words import victim_words
from ...records.claim import Harm
from ...records.count import Count
from ...records.party import PartyKind
from ...records.reading import Reading
from ...records.text import Cited, Span
from ..clauses import inside
from .binding import JOIN

_NAME = r"(?:(?:[A-Z][\w'’.-]+|al-[A-Z][\w'’-]+|de|bin|van|von|del|la|el)\s+){1,4}[A-Z][\w'’-]+"
_NAMES = rf"{_NAME}(?:(?:,\s*{_NAME})*,?\s+and\s+{_NAME})?"
_NAMED_BEFORE = re.compile(rf"(?P<who>{_NAMES})(?=[\s(,])")
_NAMED_BEHIND = re.compile(rf"(?:(?:the|a|an)\s+)?(?:[a-z][\w-]+\s+){{0,4}}(?P<who>{_NAMES})")
# What may stand between a person and what befell them: age, office, place.
_ASIDE = re.compile(r"(?:\s*\([^)]{1,40}\))?(?:,[^,;.]{2,70},|,\s*\d{1,2},|,)?(?:\s+who)?", re.I)
_KILLING_OF = re.compile(
    r"\b(?:assassinations?|murders?|killings?|execution|deaths?|slaying)\s+of\s+(?:[\w.'’-]+\s+){0,8}$", re.I
)
# Between a verb and the person it befell: office and title, never another noun's "of".
_OFFICE = r"(?:(?!(?:of|in|at|by|for|and|from|on|near|with|to|who|that|as|after|when|one|two|three|four|five|\d+)\b)[\w.'’-]+\s+){0,5}$"
_BEHIND_VERB = re.compile(
    r"\b(?P<word>killed|killing|kills|murdered|murdering|assassinated|assassinating|shot dead|gunned down|executed|beheaded|wounded|wounding|wounds|injured|injuring|injures|hurt)\s+"
    + _OFFICE,
    re.I,
)
_HURT = re.compile(r"wound|injur|hurt", re.I)
_BEFELL = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+\s+)?$", re.I)
# Told of the dead, but not what killed them.
_NO_FATE = frozenset(["buried", "missing"])
# "was evacuating a wounded soldier": hurt before, elsewhere.
_CARING = re.compile(
    r"\b(?:evacuat|carr|transport|treat|rescu|help|assist|visit|tend|ferr|fly|flown|mov|escort)\w*\s+$", re.I
)
_PEOPLE = ("killed", "injured")
_ORGANISED = frozenset(
    [
        PartyKind.REBEL_GROUP,
        PartyKind.STATE_FORCES,
        PartyKind.POLITICAL_MILITIA,
        PartyKind.GOVERNMENT,
        PartyKind.COALITION,
        PartyKind.MEDIA,
    ]
)


@cache
def _one() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|his|her|its|their|one|an?other)\s+(?:[\w-]+\s+){{0,3}}?{victim_words().roles}(?=[\s,(])", re.I
    )


@cache
def _office() -> re.Pattern[str]:
    """An office and a name, in capitals throughout or not: "COUNCIL OFFICIAL ANA RUIZ WAS WOUNDED"."""
    return re.compile(
        rf"\b(?i:{victim_words().roles})\s+(?P<who>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,3}}?)(?=\s+(?i:was|were|had|has|died|perished|sustained|suffered)\b)"
    )


@cache
def _hurt_one() -> re.Pattern[str]:
    """ "an injured woman": the adjective of one not told of before."""
    return re.compile(
        rf"\b(?:an?|one)\s+(?:wounded|injured)\s+(?:[\w-]+\s+){{0,2}}?(?:{victim_words().roles}|person)\b", re.I
    )


def named_victims(reading: Reading, start: int, end: int, told: frozenset[str]) -> list[Harm]:
    """Victims told one by one, for the verbs of harm (killed, injured) that ``told`` does not hold yet."""
    found: dict[str, Harm] = {}
    for verb, span, number, derivation in _victims(reading, start, end):
        if verb not in told and verb not in found:
            who = Cited(span.quote, (span,))
            found[verb] = Harm(verb, Cited(Count(number, number, span.quote), (span,), derivation), who)
    return list(found.values())


def _victims(reading: Reading, start: int, end: int) -> Iterator[tuple[str, Span, int, str]]:
    yield from _by_name(reading, start, end)
    yield from _persons(reading, start, end)
    text = reading.article.text
    for hit in _one().finditer(text, start, end):
        verb = _fate(text, hit.end(), end)
        if verb is not None:
            yield verb, reading.article.quote(*hit.span()), 1, "one person is told of"
    for hit in _office().finditer(text, start, end):
        verb = _fate(text, hit.end(), end)
        if verb is not None and not _thing(reading, hit.start("who"), hit.end("who")):
            yield verb, reading.article.quote(*hit.span("who")), 1, "the victims are named one by one"
    hurt = _hurt_one().search(text, start, end)
    if hurt is not None and not _CARING.search(text, start, hurt.start()):
        yield "injured", reading.article.quote(*hurt.span()), 1, "one person is told of"


def _by_name(reading: Reading, start: int, end: int) -> Iterator[tuple[str, Span, int, str]]:
    """Capitalised names before what befell them, or right behind a verb of harm."""
    text = reading.article.text
    for hit in _NAMED_BEFORE.finditer(text, start, end):
        verb = None if text[hit.start("who") : hit.end("who")].isupper() else _fate(text, hit.end("who"), end)
        if verb is not None and not _thing(reading, hit.start("who"), hit.end("who")):
            yield verb, *_counted(reading, hit)
    for lead in re.finditer(
        r"\b(?:killed|killing|murdered|murdering|assassinated|assassinating|shot dead|gunned down|executed|beheaded|assassination of|murder of|killing of|death of)\s+",
        text[start:end],
    ):
        behind = _NAMED_BEHIND.match(text, start + lead.end(), end)
        if behind is not None and not _thing(reading, behind.start("who"), behind.end("who")):
            yield "killed", *_counted(reading, behind)


def _counted(reading: Reading, hit: re.Match[str]) -> tuple[Span, int, str]:
    span = reading.article.quote(*hit.span("who"))
    number = 1 + len(re.findall(r",|\band\b", re.sub(r",\s*and\b", ",", span.quote)))
    return span, number, "the victims are named one by one"


def _persons(reading: Reading, start: int, end: int) -> Iterator[tuple[str, Span, int, str]]:
    """Persons marked by name whose harm the words tell of; together where they are joined by "and"."""
    text = reading.article.text
    persons = [m.span for m in inside(reading.parties, start, end) if m.party.kind is PartyKind.PERSON]
    for number, span in enumerate(persons):
        killing = _KILLING_OF.search(text, max(start, span.start - 90), span.start)
        before = _BEHIND_VERB.search(text, max(start, span.start - 90), span.start)
        if before is not None and _BEFELL.search(text, start, before.start()):
            before = None
        verb = _fate(text, span.end, end)
        if killing is not None:
            verb = "killed"
        elif before is not None and verb is None:
            verb = "injured" if _HURT.match(before["word"]) else "killed"
        if verb is None:
            continue
        together = [span]
        if killing is None and before is None:
            for other in reversed(persons[:number]):
                if not JOIN.match(text[other.end : together[0].start]):
                    break
                together.insert(0, other)
        if killing is not None or before is not None:
            for other in persons[number + 1 :]:
                if not JOIN.match(text[together[-1].end : other.start]):
                    break
                together.append(other)
        words = reading.article.quote(together[0].start, together[-1].end)
        yield verb, words, len(together), "the victims are named one by one"


def _fate(text: str, position: int, end: int) -> str | None:
    """Killed or injured, where that befell the one told of right before ``position``."""
    aside = _ASIDE.match(text, position, end)
    after = aside.end() if aside else position
    for verb in harm_words().verbs:
        if verb.verb in _PEOPLE and (_passive(verb, text, after, end) or _alone(verb.verb, text, after, end)):
            return verb.verb
    return None


def _passive(verb: HarmVerb, text: str, position: int, end: int) -> bool:
    space = re.compile(r"\s*").match(text, position, end)
    hit = verb.behind_clause.match(text, space.end() if space else position, end)
    return hit is not None and hit["word"].lower() not in _NO_FATE


def _alone(verb: str, text: str, position: int, end: int) -> bool:
    return victim_words().alone[verb].match(text, position, end) is not None


def _thing(reading: Reading, start: int, end: int) -> bool:
    """Whether a capitalised name is a place or an organisation rather than a person."""
    if any(m.span.start < end and start < m.span.end for m in inside(reading.places, start, end)):
        return True
    return any(m.party.kind in _ORGANISED for m in inside(reading.parties, start, end))
