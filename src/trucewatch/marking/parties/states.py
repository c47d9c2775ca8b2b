"""States, their organs, and places that stand for a government: "Kenyan army", "Kenya's police", "Nairobi denied"."""

from __future__ import annotations

import re

from ...knowledge.parties import Nation, head_grammar, nations, party_words
from ...records.party import Party, PartyKind
from .metonyms import acts_or_speaks, is_side, place_before
from .rows import before_act, described
from .scan import Found, Scan

_REBELS = frozenset(("rebel_group", "political_militia", "identity_militia"))
_OF = re.compile(r"of|of the")


def find_state(scan: Scan, at: int) -> Found | None:
    """What a state's adjective, name or seat at a word makes: an organ, an adjective of an act, a government."""
    words = nations()
    by_adjective = words.adjectives.longest(scan.words, at, scan.capitals)
    if by_adjective:
        found = _after_adjective(scan, at, *by_adjective)
        if found:
            return found
        if _one_of(scan, at, by_adjective[0]):
            adjective = scan.words_between(at, by_adjective[0])
            name = adjective if adjective.endswith(("ese", "ish", "s")) else f"{adjective}s"
            party = Party(f"text:{name.lower()}", name, PartyKind.CIVILIANS, by_adjective[1].code, umbrella=True)
            return Found(at, by_adjective[0], party)
    people = words.people.longest(scan.words, at, scan.capitals)
    if people and not described(scan, people[0]):
        nation = people[1]
        name = scan.article.text[scan.words[at].start : scan.words[people[0] - 1].end]
        party = Party(f"text:{name.lower()}", name, PartyKind.CIVILIANS, nation.code, umbrella=True)
        return Found(at, people[0], party)
    by_name = words.names.longest(scan.words, at, scan.capitals)
    if by_name:
        return _after_name(scan, at, *by_name)
    by_seat = words.seats.longest(scan.words, at, scan.capitals)
    if by_seat and not described(scan, by_seat[0]) and _governs(scan, at, by_seat[0]):
        return Found(at, by_seat[0], by_seat[1].organ("government", PartyKind.GOVERNMENT), metonym=True)
    return None


def _one_of(scan: Scan, at: int, end: int) -> bool:
    """ "a Palestinian", "one American": a person by the nation, where no noun follows."""
    if not at or scan.lower(at - 1) not in {"a", "an", "one", "another"} or scan.words[at].text.endswith("."):
        return False
    return not scan.joined(end) or scan.lower(end) in head_grammar().follows


def _governs(scan: Scan, at: int, end: int) -> bool:
    """Whether a seat stands for its government: it acts or speaks, or an act is its ("Kyiv's attack")."""
    if scan.words[end - 1].owns:
        return before_act(scan, end)
    return acts_or_speaks(scan, at, end)


def _after_adjective(scan: Scan, at: int, end: int, nation: Nation) -> Found | None:
    """ "Sudanese army", "Sudanese government helicopters", "Sudanese shelling"; None where it is a person's or a thing's."""
    if described(scan, end) or not scan.joined(end):
        return None
    organ = _organ(scan, at, end, nation) or _shared(scan, at, end, nation)
    if organ:
        return organ
    if before_act(scan, end):
        return Found(at, end, nation.party, adjectival=True)
    return None


def _shared(scan: Scan, at: int, end: int, nation: Nation) -> Found | None:
    """The first of "Indian and Pakistani troops"."""
    if scan.lower(end) != "and" or end + 1 >= len(scan.words):
        return None
    other = nations().adjectives.longest(scan.words, end + 1, scan.capitals)
    organ = _organ(scan, end + 1, other[0], nation) if other else None
    return Found(at, end, organ.party) if organ else None


def _organ(scan: Scan, at: int, end: int, nation: Nation) -> Found | None:
    """An organ, skipping up to two modifiers: "Turkish special forces", "Sri Lankan government troops"."""
    words = party_words()
    last = end
    for _ in range(3):
        hit = words.organs.longest(scan.words, last, scan.capitals)
        if hit and scan.joined(last):
            stop, (_, kind) = hit
            if before_act(scan, stop) and not scan.words[stop - 1].owns:
                return Found(at, stop, _named(scan, end, stop, nation, kind), adjectival=True)
            return Found(at, stop, _named(scan, end, stop, nation, kind))
        step = words.modifiers.longest(scan.words, last, scan.capitals)
        if step is None or step[1] not in {"state", "plain"} or not scan.joined(last):
            return None
        last = step[0]
    return None


def _named(scan: Scan, start: int, stop: int, nation: Nation, kind: PartyKind) -> Party:
    words = scan.article.text[scan.words[start].start : scan.words[stop - 1].end]
    return nation.organ(" ".join(words.split()) if not scan.capitals else words.lower(), kind)


def _after_name(scan: Scan, at: int, end: int, nation: Nation) -> Found | None:
    """ "Kenya's army", "Kenya shelled", "between Kenya and"; None where it is only a place."""
    if described(scan, end):
        return None
    if scan.words[end - 1].owns:
        organ = _organ(scan, at, end, nation)
        return organ or (Found(at, end, nation.party, metonym=True) if before_act(scan, end) else None)
    organ = _organ(scan, at, end, nation) if scan.joined(end) and not place_before(scan, at) else None
    if organ:
        return organ
    if acts_or_speaks(scan, at, end) or is_side(scan, at, end):
        return Found(at, end, nation.party, metonym=True)
    if scan.joined(end) and before_act(scan, end) and nation.code in {"US", "GB", "AE", "SUHH"}:
        return Found(at, end, nation.party, adjectival=True)
    return None


def find_government_of(scan: Scan, at: int) -> Found | None:
    """ "the government of Kenya", "armed forces of the Philippines"."""
    hit = party_words().organs.longest(scan.words, at, scan.capitals)
    if hit is None or scan.lower(hit[0]) != "of" or not scan.joined(hit[0]):
        return None
    last = hit[0] + (2 if scan.lower(hit[0] + 1) == "the" else 1)
    if last >= len(scan.words):
        return None
    named = nations().names.longest(scan.words, last, scan.capitals)
    if named is None:
        return None
    stop, nation = named
    return Found(at, stop, nation.organ(hit[1][0], hit[1][1]))
