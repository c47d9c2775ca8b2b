"""Organs of the one state a text is about: "the army" in a report on Kenya is Kenya's."""

from __future__ import annotations

from dataclasses import replace

from ...knowledge.parties import as_party, general_parties, nations
from ...knowledge.phrases import words_of
from ...records.party import Party, PartyKind
from .scan import Scan

# Words that may be anybody's: "his forces", "foreign forces".
_ANYBODYS = frozenset(("forces", "units", "commandos", "regime", "administration"))
_STATE = frozenset((PartyKind.STATE_FORCES, PartyKind.GOVERNMENT))


def own_organ(scan: Scan, party: Party) -> Party:
    """The same party as an organ of the text's one state; unchanged where the text is about several.

    Where a reviewed row has the organ under the state's adjective ("Sudanese army"), it is that party.
    """
    nation = nations().by_code.get(scan.home or "")
    if nation is None or party.kind not in _STATE or party.name in _ANYBODYS:
        return party
    phrase = f"{nation.adjective} {party.name}"
    words = words_of(phrase, 0, len(phrase))
    for index in (*scan.tables, general_parties()):
        for end, row in index.matches(words, 0):
            if end == len(words) and row.kind in _STATE and not row.umbrella and row.valid(scan.on):
                return as_party(row)
    organ = nation.organ(party.name, party.kind)
    return replace(party, id=organ.id, country=nation.code, of=organ.of, umbrella=False)
