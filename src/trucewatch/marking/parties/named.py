"""Groups that no table has, named by their members: "Zandaar fighters", "Mai-Kura militia", "Darfur rebels"."""

from __future__ import annotations

import re

from ...knowledge.names import fold
from ...knowledge.parties import nations, party_words, people_words
from ...records.party import Party, PartyKind
from .rows import before_act
from .scan import Found, Scan

_GROUPS = frozenset((PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA))
_NO_NAME = re.compile(r"(?:ing|ed|ly)$")
_MOST = 4


def find_named(scan: Scan, at: int) -> Found | None:
    """A capitalised name right before fighters, rebels or the like.

    A place's name makes words that name no organisation ("Darfur rebels"); any other is the group's own.
    """
    if scan.capitals or not _may_name(scan, at):
        return None
    end = at + 1
    while end < min(len(scan.words), at + _MOST) and scan.joined(end) and _in_name(scan, end):
        end += 1
    head = party_words().heads.longest(scan.words, end) if scan.joined(end) else None
    if head is None or head[1] not in _GROUPS or scan.words[end - 1].owns:
        return None
    adjectival = before_act(scan, head[0]) and not scan.words[head[0] - 1].owns
    if scan.words[at].start in scan.place_starts:
        name = scan.words_between(at, head[0])
        return Found(at, head[0], Party(f"text:{fold(name)}", name, head[1], umbrella=True), adjectival)
    name = scan.words_between(at, end)
    return Found(at, head[0], Party(f"text:{fold(name)}", name, head[1]), adjectival)


def _in_name(scan: Scan, at: int) -> bool:
    """A further word of the name: a capital, or the small word of a compound ("al-", "-e-")."""
    word = scan.words[at]
    return word.cap or (word.hyphen and len(word.text) < 4)


def _may_name(scan: Scan, at: int) -> bool:
    word, words = scan.words[at], party_words()
    if word.hyphen or not (word.cap or (word.key in people_words().particles and scan.joined(at + 1))):
        return False
    if word.text in people_words().stop or (at == 0 and _NO_NAME.search(word.key)):
        return False
    known = (words.modifiers, words.heads, words.sources, words.adjectives, words.peoples, nations().adjectives)
    return not any(index.longest(scan.words, at) for index in known)
