"""Forces by whom they follow: "Hun Sen's troops", "forces loyal to Khalifa Haftar"."""

from __future__ import annotations

from dataclasses import replace

from ...knowledge.names import fold
from ...knowledge.parties import party_words
from ...records.party import Party, PartyKind
from .names import name_end, person
from .rows import find_row
from .scan import Found, Scan

_ARMED = frozenset(
    (PartyKind.STATE_FORCES, PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA)
)


def forces_of(scan: Scan, leader: Found) -> Found | None:
    """A person's forces, where 's and a word for fighters follow the name."""
    end = leader.end
    if leader.party.kind is not PartyKind.PERSON or not scan.words[end - 1].owns or not scan.joined(end):
        return None
    heads = party_words().heads.longest(scan.words, end, scan.capitals)
    if heads is None or heads[1] not in _ARMED:
        return None
    words = scan.words_between(end, heads[0]).lower()
    name = f"{leader.party.name}'s {words}"
    of_state = (leader.party.of or "").startswith("state:") or (leader.party.of or "").endswith(":government")
    kind = PartyKind.STATE_FORCES if of_state else PartyKind.REBEL_GROUP
    of = leader.party.of or leader.party.id
    return Found(leader.start, heads[0], Party(f"text:{fold(name)}", name, kind, leader.party.country, of=of))


def loyal_to(scan: Scan, found: Found) -> Found | None:
    """Unnamed forces with "loyal to" and a name after them."""
    at = found.end
    unnamed = found.party.umbrella or found.party.id.startswith("state:")
    if not unnamed or found.party.kind not in _ARMED or not scan.joined(at + 2):
        return None
    if scan.lower(at) != "loyal" or scan.lower(at + 1) != "to":
        return None
    row = find_row(scan, at + 2)
    end = row.end if row is not None else name_end(scan, at + 2)
    if end == at + 2:
        return None
    whom = row.party if row is not None else person(scan, at + 2, end, None, None)
    name = f"{found.party.name} loyal to {whom.name}"
    party = replace(found.party, id=f"text:{fold(name)}", name=name, umbrella=False, of=whom.of or whom.id)
    return Found(found.start, end, party)
