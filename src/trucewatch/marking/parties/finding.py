"""One party at one word: every finder is asked, the longest answer stands, reviewed names before general words."""

from __future__ import annotations

from dataclasses import replace

from ...knowledge.parties import party_words
from ...records.party import PartyKind
from .following import forces_of, loyal_to
from .generics import find_generic
from .named import find_named
from .organisations import find_organisation, remember
from .people import find_person
from .rows import find_row
from .scan import Found, Scan
from .states import find_government_of, find_state

GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA}


def find_party(scan: Scan, at: int) -> Found | None:
    """The party (no person) that begins at a word."""
    found = [
        f
        for f in (find_row(scan, at), find_state(scan, at), find_government_of(scan, at), find_generic(scan, at))
        if f is not None
    ]
    if not found:
        return find_organisation(scan, at) or find_named(scan, at)
    best = max(found, key=lambda f: f.end)
    longer = find_organisation(scan, at)
    margin = 0 if best.party.umbrella else 1
    return longer if longer is not None and longer.end > best.end + margin else best


def find_mention(scan: Scan, at: int) -> Found | None:
    """The party or person that begins at a word."""
    party, person = find_party(scan, at), find_person(scan, at, find_party)
    party = _with_name(scan, party) if party is not None else None
    if party is not None and party.party.kind is PartyKind.PERSON:
        party = forces_of(scan, party) or party
    elif party is not None and not party.party.umbrella:
        remember(scan, party.end, party.party)
    if person is not None and (party is None or person.end > party.end):
        return forces_of(scan, person) or person
    return loyal_to(scan, party) or party if party is not None else None


def _with_name(scan: Scan, party: Found) -> Found:
    """ "the rebel group Ansar Dine", "fighters of the Polisario Front": one mention, of the party that has the name."""
    if not party.party.umbrella or party.adjectival or not scan.joined(party.end) or scan.words[party.end].hyphen:
        return party
    at = party.end
    if scan.lower(at) in {"of", "from"} and party_words().members.longest(scan.words, at - 1, scan.capitals):
        at += 2 if scan.lower(at + 1) == "the" else 1
    if not scan.joined(at):
        return party
    named = find_row(scan, at) or find_organisation(scan, at)
    if named is None or named.party.umbrella or named.party.kind not in GROUPS or party.party.kind not in GROUPS:
        return party
    return replace(named, start=party.start)
