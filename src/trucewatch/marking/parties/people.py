"""Persons: titles before names, roles after them, surnames again later, and unnamed spokesmen; whom each speaks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...knowledge.names import fold
from ...knowledge.parties import nations, party_words, people_words
from ...records.party import Party, PartyKind
from .home import own_organ
from .names import name_end, person
from .rows import find_row
from .scan import Found, Scan
from .states import find_state

Finder = Callable[[Scan, int], Found | None]
_ARTICLES = frozenset(("a", "an", "the", "another", "their", "its", "his", "one"))
_FOR = frozenset(("for", "of", "from", "with", "at", "in"))
_PERSONS = frozenset((PartyKind.PERSON, PartyKind.WITNESS))


def find_person(scan: Scan, at: int, find_party: Finder) -> Found | None:
    """A person with a title, a role or a name seen before; an unnamed spokesman of somebody."""
    return (
        _titled(scan, at) or _named_with_role(scan, at, find_party) or _again(scan, at) or _office(scan, at, find_party)
    )


def _owners(scan: Scan, at: int) -> Iterator[tuple[Party | None, int]]:
    """Parties that may stand before a title at a word ("Ugandan army", "Hamas", "rebel"), the longest first; then none."""
    found: list[tuple[Party, int]] = []
    for finder in (find_row, find_state):
        hit = finder(scan, at)
        if hit is not None and hit.party.kind not in _PERSONS:
            found.append((hit.party, hit.end))
    for index in (nations().adjectives, nations().names):
        named = index.longest(scan.words, at, scan.capitals)
        if named:
            found.append((named[1].party, named[0]))
    generic = party_words().owners.longest(scan.words, at, scan.capitals)
    if generic:
        word = scan.words_between(at, generic[0]).lower()
        found.append((own_organ(scan, Party(f"text:{word}", word, generic[1], umbrella=True)), generic[0]))
    for party, end in sorted(found, key=lambda hit: -hit[1]):
        if scan.joined(end) and not scan.words[end].hyphen:
            yield party, end
    yield None, at


def _titled(scan: Scan, at: int) -> Found | None:
    """ "Foreign Minister Ana Silva", "Chadian President Idriss Déby", "rebel commander Joao Mendes"."""
    for owner, first in _owners(scan, at):
        found = _with_title(scan, at, owner, first)
        if found is not None:
            return found
    return None


def _with_title(scan: Scan, at: int, owner: Party | None, first: int) -> Found | None:
    words = people_words()
    title = words.titles.longest(scan.words, first, scan.capitals)
    role = words.roles.longest(scan.words, first, scan.capitals)
    if title is None and role is None:
        return None
    by_title = title is not None and (role is None or title[0] >= role[0])
    end = title[0] if title is not None and by_title else role[0] if role else first
    private = not by_title and role is not None and role[1][1]
    if private and scan.capitals:
        # "PEASANT LEADER" names nobody.
        return None
    plain = by_title and title is not None and title[1] == "civil"
    label = None if plain else scan.words_between(first, end).lower()
    # A second title: "President General ...", "Foreign Minister Dr ...".
    again = words.titles.longest(scan.words, end, scan.capitals) if scan.joined(end) else None
    start = again[0] if again else end
    if not scan.joined(start) or scan.words[start - 1].owns or not (scan.words[start].cap or scan.capitals):
        return None
    stop = name_end(scan, start)
    if stop == start:
        return None
    return Found(at, stop, person(scan, start, stop, label, owner, private))


def _named_with_role(scan: Scan, at: int, find_party: Finder) -> Found | None:
    """ "Ana Silva, a spokeswoman for the army," and "Omar, 34, a shopkeeper": the apposition says who speaks for whom."""
    if not scan.words[at].cap or (scan.capitals and not _name_may_begin(scan, at)):
        return None
    end = name_end(scan, at)
    if end == at or end >= len(scan.words) or _is_place(scan, at) or (scan.capitals and end - at < 2):
        return None
    first = end
    if scan.words[end].text.isdigit() and _comma(scan, end):
        first = end + 1
    if not _comma(scan, first):
        return None
    role = _role_after(scan, first, find_party)
    if role is None:
        return None
    label, private, owner, stop = role
    return Found(at, end, person(scan, at, end, label, owner, private), stop=stop if owner else 0)


def _name_may_begin(scan: Scan, at: int) -> bool:
    """In text set in capitals a name without a title is taken only after a verb or a word that calls for one."""
    before = scan.lower(at - 1)
    return at > 0 and (before.endswith("ed") or before in people_words().calls_name)


def _comma(scan: Scan, at: int) -> bool:
    """Whether a comma, and nothing else, stands before a word."""
    if not 0 < at < len(scan.words):
        return False
    return scan.article.text[scan.words[at - 1].end : scan.words[at].start].strip() == ","


def _is_place(scan: Scan, at: int) -> bool:
    """Whether a place's name begins here: "Shebekino, the governor of the region" is no governor."""
    names = nations()
    return scan.words[at].start in scan.place_starts or bool(
        names.names.longest(scan.words, at) or names.seats.longest(scan.words, at)
    )


def _role_after(scan: Scan, first: int, find_party: Finder) -> tuple[str, bool, Party | None, int] | None:
    """A role with whom it is for, past an article, "senior" and an owner: (role, private, owner, end)."""
    at, owner = first, None
    if scan.lower(at) in _ARTICLES:
        at += 1
    for _ in range(3):
        if at >= len(scan.words):
            return None
        role = people_words().roles.longest(scan.words, at, scan.capitals)
        if role is not None:
            stop, (word, private) = role
            if owner is None:
                owner, stop = _after_for(scan, stop, find_party)
            return word, private, owner, stop
        found, after = next(_owners(scan, at))
        if found is not None:
            owner, at = found, after
        elif scan.joined(at + 1) and scan.lower(at) in people_words().ranks:
            at += 1
        else:
            return None
    return None


def _after_for(scan: Scan, at: int, find_party: Finder) -> tuple[Party | None, int]:
    """The party after "spokesman for the ...", and where it ends."""
    if not scan.joined(at) or scan.lower(at) not in _FOR:
        return None, at
    first = at + 2 if scan.lower(at + 1) in {"the", "a", "an"} else at + 1
    if first >= len(scan.words):
        return None, at
    found = find_party(scan, first)
    if found is not None and found.party.kind not in _PERSONS:
        return found.party, found.end
    named = nations().names.longest(scan.words, first, scan.capitals)
    return (named[1].party, named[0]) if named else (None, at)


def _again(scan: Scan, at: int) -> Found | None:
    """A surname, or a full name, of a person named before."""
    if not scan.surnames or not (scan.words[at].cap or scan.capitals):
        return None
    end = name_end(scan, at)
    for last in range(end, at, -1):
        known = scan.surnames.get(" ".join(scan.lower(n) for n in range(at, last)))
        if known is not None and (last == end or scan.capitals):
            return Found(at, last, known)
    return None


def _office(scan: Scan, at: int, find_party: Finder) -> Found | None:
    """ "a spokesman for the army", "the Kenyan foreign minister": an office, with the name after its comma if there is one."""
    for owner, first in _owners(scan, at):
        role = people_words().roles.longest(scan.words, first, scan.capitals)
        if role is None or role[1][1]:
            continue
        end, (word, _) = role
        party = owner
        if owner is None:
            party, end = _after_for(scan, end, find_party)
        if party is None or (scan.joined(end) and scan.words[end].hyphen):
            continue
        name = scan.words_between(at, end)
        held = Party(f"text:{fold(name)}", name, PartyKind.PERSON, party.country, False, False, word, party.id)
        return _named_after(scan, at, end, word, party) or Found(at, end, held)
    return None


def _named_after(scan: Scan, at: int, end: int, word: str, owner: Party) -> Found | None:
    """ "A spokesman for the army, Jean Ilunga, said": the name between commas after an office."""
    if scan.capitals or not _comma(scan, end):
        return None
    title = people_words().titles.longest(scan.words, end)
    start = title[0] if title else end
    stop = name_end(scan, start)
    if stop - start < (1 if title else 2) or _is_place(scan, start) or not _comma(scan, stop):
        return None
    return Found(at, stop, person(scan, start, stop, word, owner))
