"""Frames: which parties and places stand where about a verb, by word order. Shared by control and talks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..knowledge.phrase_rows import load_phrases
from ..records.party import Party, PartyKind
from ..records.place import Level
from ..records.reading import PartyMention, PlaceMention, Reading, Sentence, TimeMention
from ..records.text import Cited
from .clauses import inside
from .names import actors_in

# Before a verb, what a subject cannot reach across.
_BOUND = re.compile(
    r"[;:]|\s[–—-]{1,2}\s|\b(?:said|says|say|reported|reports|announced|claimed|claims|added|stated|declared|told\s+\w+|confirmed|denied|denies|insisted|according\s+to)"
    r"\b(?:\s+that\b)?|\bthat\b|\b(?:but|when|whereas|although|though|meanwhile|after|before|since|until|as|while)\b|[\"“”]",
    re.IGNORECASE,
)
# A party that a subject only leans on or acts against is not the subject.
_OBLIQUE = re.compile(
    r"\b(?:by|with|against|from|of|to|on|for|between|among|under|over|near|in|at|alongside|loyal to|allied (?:to|with)|than)\s+"
    r"(?:the\s+|a\s+|an\s+|some\s+|rival\s+|allied\s+)?(?:\w+[- ])?$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"^\s*(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|/)(?:also\s+)?(?:(?:the|a|an|of|in|its|his|their|from|with)\s+){0,3}$",
    re.IGNORECASE,
)
_TYPES = r"(?:town|city|village|district|area|region|province|neighbou?rhood|port|suburb|settlement)s?"
# "held Gao since April and the port of Mopti since May": a time may stand between the members of a list.
_SINCE = r"(?:\s+(?:since|on|in|last|early|late)\s+(?:(?!and\b)[\w.]+\s?){1,3})?"
_PLACE_AND = re.compile(
    rf"^{_SINCE}\s*(?:,\s*(?:and\s+)?|\s*(?:and|or|&|as\s+well\s+as|along\s+with)\s+)(?:(?:the|nearby|neighbou?ring|{_TYPES}|of|in)\s+){{0,5}}$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:its|his|their|our|her)\s+(?:\w+\s+){0,2}(?:forces|troops|fighters|army|men|soldiers|units|fighters)\b",
    re.IGNORECASE,
)


def times_in(reading: Reading, start: int, end: int) -> tuple[TimeMention, ...]:
    """Times of a stretch but those inside a party's name ("19 April Movement")."""
    parties = inside(reading.parties, start, end)
    return tuple(
        t
        for t in inside(reading.times, start, end)
        if not any(p.span.start < t.span.end and t.span.start < p.span.end for p in parties)
    )


def region_before(text: str, low: int, position: int) -> int:
    """Where the part of a sentence begins that a verb's subject can stand in."""
    start = low
    for bound in _BOUND.finditer(text, low, position):
        start = bound.end()
    return start


def subject_of(reading: Reading, sentence: Sentence, verb: int) -> Cited[Party] | None:
    """The party that acts by a verb: the first in its part of the sentence, else the one "its forces" point to."""
    text = reading.article.text
    low = region_before(text, sentence.start, verb)
    own = [
        m
        for m in actors_in(reading, sentence, low, verb)
        if m.party.kind not in _TELLERS
        and not _SOURCE.search(m.party.name)
        and not _OBLIQUE.search(text[max(low, m.span.start - 30) : m.span.start])
    ]
    chosen = _acting(text, own, verb)
    if chosen is None:
        return _earlier(reading, sentence, low, verb)
    if chosen.party.umbrella and _ITS.search(text[max(low, chosen.span.start - 8) : chosen.span.start]):
        owner = _earlier(reading, sentence, low, verb)
        if owner is not None:
            return owner
    meant = _meant(reading, sentence, chosen)
    if meant is not None:
        return Cited(
            meant.party, (chosen.span, meant.span), f"{chosen.span.quote!r} is the one such group named before"
        )
    return Cited(chosen.party, (chosen.span,))


_ITS = re.compile(r"\b(?:its|their|his|her|our)\s+$", re.IGNORECASE)
_DIRECT = re.compile(
    r"^['’]?s?\s*(?:(?:who|which)\s+)?(?:(?:have|has|had|were|was|are|is|be|been|now|also|still|then|later|finally|again|already|yesterday|today|reportedly|troops|forces|fighters|\w+ly|\w+day|on)\s+)*$",
    re.IGNORECASE,
)


def _acting(text: str, own: Sequence[PartyMention], verb: int) -> PartyMention | None:
    """The subject among parties before a verb: the one right before it (or the head of its list), else the first."""
    plain = [m for m in own if not m.adjectival] or list(own)
    if not plain:
        return None
    if len(plain) == 1 or not _DIRECT.match(text[plain[-1].span.end : verb]):
        return plain[0]
    index = len(plain) - 1
    while index and re.fullmatch(
        r"(?:,\s+|,?\s+and\s+)(?:\w+\s+)?", text[plain[index - 1].span.end : plain[index].span.start]
    ):
        index -= 1
    return plain[index]


_TELLERS = {PartyKind.MEDIA, PartyKind.WITNESS, PartyKind.MONITOR, PartyKind.CIVILIANS, PartyKind.PROTESTERS}
_SOURCE = re.compile(r"\b(?:sources?|officials?|reports?|spokes\w+|activists?|analysts?|diplomats?)$", re.IGNORECASE)
_GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA}


def _meant(reading: Reading, sentence: Sentence, mention: PartyMention) -> PartyMention | None:
    """Whom "the militants" are, where the sentence has named one armed group before, and only one."""
    text = reading.article.text
    if not mention.party.umbrella or not re.search(r"\bthe\s+$", text[: mention.span.start][-6:], re.IGNORECASE):
        return None
    named = {
        m.party.id: m
        for m in inside(reading.parties, sentence.start, mention.span.start)
        if m.party.kind in _GROUPS and not m.party.umbrella
    }
    return next(iter(named.values())) if len(named) == 1 and mention.party.kind in _GROUPS else None


def _earlier(reading: Reading, sentence: Sentence, low: int, verb: int) -> Cited[Party] | None:
    """The party spoken of just before, where the subject is a pronoun, its own troops or a participle's."""
    text = reading.article.text
    before = [m for m in inside(reading.parties, sentence.start, low) if not _SOURCE.search(m.party.name)]
    gap = text[low:verb]
    if not before or not (_OWN.search(gap) or _BACK.search(gap)):
        return None
    # "the army said it had": the one who says so; else the one the sentence began with.
    told = _TELLING.search(text[sentence.start : low])
    first = before[-1] if told and before[-1].span.end >= low - 60 else before[0]
    return Cited(first.party, (first.span,), "the subject points back to the party named before")


_TELLING = re.compile(
    r"\b(?:said|says|announced|claimed|claims|declared|added|stated|confirmed|reported|denied|denies|admitted|conceded)(?:\s+that)?\s*$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:it|they|he|who|which|its|their|his)\b|^\W*(?:\w+ly\s+)?$|^\s*(?:have|had|has|to)\b", re.IGNORECASE
)


def listed(text: str, mentions: Sequence[PartyMention], first: int) -> list[PartyMention]:
    """The mention at an index and those coordinated with it ("A, B and C")."""
    run = [mentions[first]]
    for mention in mentions[first + 1 :]:
        if not _joined(text[run[-1].span.end : mention.span.start]):
            break
        run.append(mention)
    return run


def _joined(gap: str) -> bool:
    return bool(_AND.match(gap)) or bool(re.fullmatch(r"\s*(?:'s|’s)?\s*(?:\w+\s+)?", gap))


def listed_places(text: str, mentions: Sequence[PlaceMention], first: int) -> list[PlaceMention]:
    """The place at an index and those listed with it; a containing place after a comma is no member."""
    run = [mentions[first]]
    for mention in mentions[first + 1 :]:
        gap = text[run[-1].span.end : mention.span.start]
        same = mention.place.level is run[0].place.level or not {mention.place.level, run[0].place.level} & _WIDE
        if not same or not _PLACE_AND.match(gap):
            break
        run.append(mention)
    return run


_WIDE = {Level.COUNTRY, Level.PROVINCE, Level.REGION, Level.SEA}


@cache
def held_pattern() -> re.Pattern[str]:
    """ "rebel-held", "Houthi-controlled": the holder's last word is the group ``holder``."""
    held = load_phrases("control.toml")["held"]
    verbs, open_verbs = "|".join(held["verbs"]), "|".join(held["open"])
    return re.compile(
        rf"(?<![\w-])(?P<holder>[\w'’]+(?:-[\w'’]+)*?)(?:-(?P<verb>{verbs})|\s(?P<open>{open_verbs}))\b(?!\s+(?:by|on|in|at|a|an|that)\b)",
        re.IGNORECASE,
    )


@cache
def held_holders() -> frozenset[str]:
    """Words for a holder that need no hyphen and no marked party ("rebel held")."""
    return frozenset(load_phrases("control.toml")["held"]["holders"])
