"""One party at one word: every finder is asked, the longest answer stands, reviewed names before general words."""

from __future__ import annotations

from .generics import find_generic
from .organisations import find_organisation
from .people import find_person
from .rows import find_row
from .scan import Found, Scan
from .states import find_government_of, find_state


def find_party(scan: Scan, at: int) -> Found | None:
    """The party (no person) that begins at a word."""
    found = [
        f
        for f in (find_row(scan, at), find_state(scan, at), find_government_of(scan, at), find_generic(scan, at))
        if f is not None
    ]
    if not found:
        return find_organisation(scan, at)
    best = max(found, key=lambda f: f.end)
    longer = find_organisation(scan, at)
    return longer if longer is not None and longer.end > best.end + 1 else best


def find_mention(scan: Scan, at: int) -> Found | None:
    """The party or person that begins at a word."""
    party, person = find_party(scan, at), find_person(scan, at)
    if party is None or person is None:
        return party or person
    return person if person.end > party.end else party
