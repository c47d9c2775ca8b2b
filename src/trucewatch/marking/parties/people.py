"""Persons: titles before names, roles after them, surnames again later, and unnamed spokesmen; whom each speaks for."""

from __future__ import annotations

import re
from dataclasses import replace

from ...knowledge.names import fold
from ...knowledge.parties import nations, party_words, people_words
from ...records.party import Party, PartyKind
from .rows import find_row
from .scan import Found, Scan

_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "abd",
        "ben",
        "de",
        "la",
        "del",
        "da",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "le",
        "ul",
        "ud",
        "ur",
        "ad",
        "as",
        "ash",
        "an",
        "az",
        "di",
        "du",
        "st",
        "mac",
        "ould",
        "ag",
        "ait",
        "y",
        "e",
    ]
)
_ARTICLES = frozenset(("a", "an", "the", "another", "their", "its", "his", "one"))
_FOR = frozenset(("for", "of", "from", "with", "at", "in"))
_AGE = re.compile(r"\s*,\s*(?:(?:aged\s+)?\d{1,2}(?:,|\s+years? old,?)?)?\s*")
_RANKS = frozenset(
    [
        "senior",
        "top",
        "local",
        "former",
        "deputy",
        "regional",
        "provincial",
        "veteran",
        "prominent",
        "leading",
        "military",
        "political",
        "longtime",
        "acting",
        "exiled",
        "interim",
        "outgoing",
        "new",
        "chief",
        "self",
        "styled",
    ]
)
_UPPER_END = frozenset(
    [
        "said",
        "says",
        "told",
        "announced",
        "declared",
        "warned",
        "was",
        "is",
        "has",
        "had",
        "will",
        "would",
        "who",
        "and",
        "in",
        "on",
        "at",
        "that",
        "for",
        "to",
        "from",
        "of",
        "the",
        "by",
        "with",
        "added",
        "stated",
        "denied",
    ]
)


def name_end(scan: Scan, at: int, most: int = 5) -> int:
    """The index after a personal name that begins at a word; ``at`` where none does."""
    stop = people_words().stop
    last = at
    while last < len(scan.words) and last < at + most:
        word = scan.words[last]
        if last > at and (not word.joined or scan.words[last - 1].owns):
            break
        if scan.capitals:
            if word.key in _UPPER_END or word.key.endswith(("ed", "ing")) or last >= at + 3:
                break
        elif word.key in _PARTICLES and last + 1 < len(scan.words) and scan.words[last + 1].joined:
            following = scan.words[last + 1]
            if not (following.cap or following.key in _PARTICLES):
                break
        elif not word.cap or word.text in stop or (last > at and word.text.isupper() and len(word.text) > 3):
            break
        last += 1
    return last


def find_person(scan: Scan, at: int) -> Found | None:
    """A person with a title, a role or a name seen before; an unnamed spokesman of somebody."""
    return _titled(scan, at) or _named_with_role(scan, at) or _again(scan, at) or _office_of(scan, at)


def _person(scan: Scan, start: int, end: int, role: str | None, of: Party | None, private: bool = False) -> Party:
    name = " ".join(scan.article.text[scan.words[start].start : scan.words[end - 1].end].split())
    if scan.capitals:
        name = name.title()
    kind = PartyKind.WITNESS if private else PartyKind.PERSON
    person = Party(
        f"person:{fold(name)}", name, kind, of.country if of else None, False, private, role, of.id if of else None
    )
    row = next((r for n in range(start, end) if (r := find_row(scan, n)) and r.end == end), None)
    if row is not None and row.party.kind is PartyKind.PERSON:
        return row.party
    known = scan.surnames.get(fold(name))
    if known is not None:
        return replace(known, role=known.role or role, of=known.of or person.of)
    scan.surnames[person.id.removeprefix("person:")] = person
    scan.surnames[scan.words[end - 1].key] = person
    return person


def _titled(scan: Scan, at: int) -> Found | None:
    """ "Foreign Minister Ana Silva", "Chadian President Idriss Déby", "rebel commander Joao Mendes"."""
    owner, first = _owner(scan, at)
    title = people_words().titles.longest(scan.words, first, scan.capitals)
    role = people_words().roles.longest(scan.words, first, scan.capitals) if first < len(scan.words) else None
    if title is None and role is None:
        return None
    end, words = (
        (title[0], None)
        if title and (role is None or title[0] >= role[0])
        else (role[0], role[1])
        if role
        else (at, None)
    )
    if words is None and title is not None and title[1] == "civil" and first == at:
        words_role, private = None, False
    else:
        words_role = " ".join(scan.article.text[scan.words[first].start : scan.words[end - 1].end].split()).lower()
        private = bool(words and words[1])
    start = end
    # A second title: "President General ...", "Foreign Minister Dr ...".
    again = people_words().titles.longest(scan.words, start, scan.capitals) if scan.joined(start) else None
    if again:
        start = again[0]
    if not scan.joined(start) and not (
        start < len(scan.words)
        and title
        and scan.article.text[scan.words[start - 1].end : scan.words[start].start] == ". "
    ):
        return None
    stop = name_end(scan, start)
    if stop == start or (scan.words[start].cap is False and not scan.capitals) or scan.words[start - 1].owns:
        return None
    if words is not None and not scan.words[start].cap:
        return None
    party = _person(scan, start, stop, words_role, owner, private)
    return Found(at, stop, party)


def _owner(scan: Scan, at: int) -> tuple[Party | None, int]:
    """The party before a title ("Chadian", "Hamas", "rebel", "Russia's") and where the title begins."""
    hits = [
        nations().adjectives.longest(scan.words, at, scan.capitals),
        nations().names.longest(scan.words, at, scan.capitals),
    ]
    hit = max((h for h in hits if h), key=lambda h: h[0], default=None)
    if hit and scan.joined(hit[0]) and not scan.words[hit[0]].hyphen:
        return hit[1].party, hit[0]
    row = find_row(scan, at)
    if row and row.party.kind is not PartyKind.PERSON and scan.joined(row.end):
        return row.party, row.end
    generic = party_words().adjectives.longest(scan.words, at, scan.capitals)
    if generic and scan.joined(generic[0]) and not scan.words[generic[0]].hyphen:
        word, kind = generic[1]
        return Party(f"text:{word.lower()}", word, kind, umbrella=True), generic[0]
    return None, at


def _named_with_role(scan: Scan, at: int) -> Found | None:
    """ "Ana Silva, a spokeswoman for the army," and "Omar, 34, a shopkeeper": the apposition says who speaks for whom."""
    if scan.capitals or not scan.words[at].cap:
        return None
    end = name_end(scan, at)
    if end == at or end >= len(scan.words) or _is_country(scan, at):
        return None
    gap = scan.article.text[scan.words[end - 1].end : scan.words[end].start]
    first = end
    if scan.words[end].text.isdigit() and gap.strip() == "," and end + 1 < len(scan.words):
        first, gap = end + 1, ","
    if gap.strip() != ",":
        return None
    if scan.lower(first) in _ARTICLES:
        first += 1
    owner, role_at = _apposition(scan, first)
    role = people_words().roles.longest(scan.words, role_at, scan.capitals) if role_at < len(scan.words) else None
    if role is None:
        return None
    stop, (word, private) = role
    if owner is None and stop + 1 < len(scan.words) and scan.joined(stop) and scan.lower(stop) in _FOR:
        owner, stop = _after_for(scan, stop)
    return Found(at, end, _person(scan, at, end, word, owner, private), stop=stop if owner else 0)


def _is_country(scan: Scan, at: int) -> bool:
    names = nations()
    return bool(names.names.longest(scan.words, at) or names.seats.longest(scan.words, at))


def _apposition(scan: Scan, first: int) -> tuple[Party | None, int]:
    """Past "senior", "Kenyan", "Hamas's", "rebel" to the role's own word."""
    owner, at = None, first
    for _ in range(3):
        if at >= len(scan.words) or people_words().roles.longest(scan.words, at, scan.capitals):
            break
        found, after = _owner(scan, at)
        if found is not None:
            owner, at = found, after
        elif scan.joined(at + 1) and scan.lower(at) in _RANKS:
            at += 1
        else:
            break
    return owner, at


def _after_for(scan: Scan, at: int) -> tuple[Party | None, int]:
    """The party after "spokesman for the ..."."""
    from .finding import find_party

    first = at + 1
    if scan.lower(first) in {"the", "a", "an"}:
        first += 1
    if first >= len(scan.words):
        return None, at
    found = find_party(scan, first)
    if found is not None and found.party.kind not in {PartyKind.PERSON, PartyKind.WITNESS}:
        return found.party, found.end
    named = nations().names.longest(scan.words, first, scan.capitals)
    return (named[1].party, named[0]) if named else (None, at)


def _again(scan: Scan, at: int) -> Found | None:
    """A surname, or a full name, of a person named before."""
    if not scan.surnames or not (scan.words[at].cap or scan.capitals):
        return None
    end = name_end(scan, at)
    for last in range(end, at, -1):
        key = " ".join(scan.lower(n) for n in range(at, last))
        known = scan.surnames.get(key)
        if known is not None and (last == end or scan.capitals):
            return Found(at, last, known)
    return None


def _office_of(scan: Scan, at: int) -> Found | None:
    """ "a spokesman for the army", "army spokesman", "the Kenyan foreign minister": an office without a name."""
    owner, first = _owner(scan, at)
    if first >= len(scan.words):
        return None
    role = people_words().roles.longest(scan.words, first, scan.capitals)
    if role is None or role[1][1]:
        return None
    end, (word, _) = role
    if owner is None:
        if not (scan.joined(end) and scan.lower(end) in {"for", "of"}):
            return None
        owner, stop = _after_for(scan, end)
        if owner is None:
            return None
        end = stop
    elif scan.joined(end) and scan.words[end].hyphen:
        return None
    name = f"{owner.name} {word}" if owner.umbrella or first > at else f"{word} of {owner.name}"
    words = " ".join(scan.article.text[scan.words[at].start : scan.words[end - 1].end].split())
    name = words if len(words) < 60 else name
    party = Party(f"text:{fold(name)}", name, PartyKind.PERSON, owner.country, False, False, word, owner.id)
    return Found(at, end, party)
