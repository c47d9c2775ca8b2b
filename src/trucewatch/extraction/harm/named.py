"""Victims told one by one: by name, or as "the driver was killed"."""

from __future__ import annotations

import re

from ...records.claim import Harm
from ...records.count import Count
from ...records.party import PartyKind
from ...records.reading import Reading
from ...records.text import Cited, Span
from ..clauses import inside
from .binding import JOIN

_NAME = r"(?:(?:[A-Z][\w'’.-]+|al-[A-Z][\w'’-]+|de|bin|van|von|del|la|el)\s+){1,4}[A-Z][\w'’-]+"
_NAMED_BEFORE = re.compile(
    rf"(?P<who>{_NAME}(?:(?:,\s*{_NAME})*,?\s+and\s+{_NAME})?)(?:\s*\([^)]{{1,40}}\))?(?:,[^,;.]{{2,70}},|,\s*\d{{1,2}},|,)?\s+(?:who\s+)?(?:was|were|had been|has been|have been)\s+(?:\w+ly\s+|also\s+)?"
    r"(?P<word>killed|murdered|assassinated|shot dead|shot to death|gunned down|executed|beheaded|slain|hanged|stabbed to death|hacked to death)\b"
)
_NAMED_BEHIND = re.compile(
    rf"\b(?P<word>killed|killing|murdered|murdering|assassinated|assassinating|shot dead|gunned down|executed|beheaded|assassination of|murder of|killing of|death of)\s+"
    rf"(?:(?:the|a|an)\s+)?(?:[a-z][\w-]+\s+){{0,4}}(?P<who>{_NAME}(?:(?:,\s*{_NAME})*,?\s+and\s+{_NAME})?)"
)
_KILLING_OF = re.compile(
    r"\b(?:assassinations?|murders?|killings?|execution|deaths?|slaying)\s+of\s+(?:[\w.'’-]+\s+){0,8}$", re.I
)
_WAS_KILLED = re.compile(
    r"(?:\s*\([^)]{1,40}\))?(?:,[^,;.]{2,70},|,\s*\d{1,2},|,)?\s+(?:was|were|had been|has been)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:killed|murdered|assassinated|shot dead|shot to death|gunned down|executed|beheaded|slain|hacked to death)\b",
    re.I,
)
_ONE = re.compile(
    r"\b(?P<who>(?:the|his|her|its|their|one|an?other)\s+(?:[\w-]+\s+){0,3}?(?:man|woman|soldier|policeman|officer|driver|commander|leader|guard|pilot|girl|boy|child|wife|husband|"
    r"son|daughter|brother|sister|mother|father|priest|journalist|mayor|governor|minister|ambassador|general|colonel|captain|attacker|bomber|gunman|militant|rebel|fighter|civilian|"
    r"farmer|peasant|student|teacher|doctor|nurse|worker|villager|resident|victim|spokesman|official|candidate|senator|judge|lawyer|activist))\s+"
    r"(?:was|had been|has been)\s+(?:\w+ly\s+|also\s+)?(?P<word>killed|murdered|assassinated|shot dead|shot to death|gunned down|executed|beheaded|wounded|injured)\b",
    re.I,
)
# "an injured woman": the adjective of one not told of before.
_HURT_ONE = re.compile(
    r"\b(?P<who>(?:an?|one)\s+(?P<word>wounded|injured)\s+(?:[\w-]+\s+){0,2}?(?:man|woman|soldier|policeman|officer|guard|girl|boy|child|baby|journalist|civilian|"
    r"fighter|rebel|farmer|student|teacher|doctor|nurse|worker|villager|resident|victim|passenger|protester|person))\b",
    re.I,
)
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


def named_victims(reading: Reading, start: int, end: int) -> list[Harm]:
    """Victims told one by one: by name, or as "the driver was killed"."""
    text = reading.article.text
    for pattern in (_NAMED_BEFORE, _NAMED_BEHIND):
        hit = pattern.search(text, start, end)
        if hit is not None and not _thing(reading, hit.start("who"), hit.end("who")):
            span = reading.article.quote(*hit.span("who"))
            number = 1 + len(re.findall(r",|\band\b", re.sub(r",\s*and\b", ",", span.quote)))
            return [_told(reading, "killed", number, span, "the victims are named one by one")]
    named = _persons(reading, start, end)
    if named:
        span = reading.article.quote(named[0].start, named[-1].end)
        return [_told(reading, "killed", len(named), span, "the victims are named one by one")]
    hit = _ONE.search(text, start, end) or _HURT_ONE.search(text, start, end)
    if hit is not None:
        verb = "injured" if hit["word"].lower() in {"wounded", "injured"} else "killed"
        return [_told(reading, verb, 1, reading.article.quote(*hit.span("who")), "one person is told of")]
    return []


def _persons(reading: Reading, start: int, end: int) -> list[Span]:
    """Persons marked by name whose killing the words tell of; together where they are joined by "and"."""
    text = reading.article.text
    persons = [m.span for m in inside(reading.parties, start, end) if m.party.kind is PartyKind.PERSON]
    for number, span in enumerate(persons):
        lead = _KILLING_OF.search(text, max(start, span.start - 90), span.start)
        fate = _WAS_KILLED.match(text, span.end, end)
        if lead is None and fate is None:
            continue
        together = [span]
        if lead is not None:
            for other in persons[number + 1 :]:
                if not JOIN.match(text[together[-1].end : other.start]):
                    break
                together.append(other)
        return together
    return []


def _told(reading: Reading, verb: str, number: int, span: Span, derivation: str) -> Harm:
    return Harm(verb, Cited(Count(number, number, span.quote), (span,), derivation), Cited(span.quote, (span,)))


def _thing(reading: Reading, start: int, end: int) -> bool:
    """Whether a capitalised name is a place or an organisation rather than a person."""
    if any(m.span.start < end and start < m.span.end for m in inside(reading.places, start, end)):
        return True
    return any(m.party.kind in _ORGANISED for m in inside(reading.parties, start, end))
