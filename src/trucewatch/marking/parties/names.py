"""Where a personal name ends, and the person a name stands for in this text."""

from __future__ import annotations

from dataclasses import replace

from ...knowledge.names import fold
from ...knowledge.parties import people_words
from ...records.party import Party, PartyKind
from .rows import find_row
from .scan import Scan


def name_end(scan: Scan, at: int, most: int = 5) -> int:
    """The index after a personal name that begins at a word; ``at`` where none does."""
    words = people_words()
    last = at
    while last < len(scan.words) and last < at + most:
        word = scan.words[last]
        if last > at and (not word.joined or scan.words[last - 1].owns):
            break
        if scan.capitals:
            if word.key in words.ends_in_capitals or word.key.endswith(("ed", "ing")) or last >= at + 3:
                break
        elif word.key in words.particles and scan.joined(last + 1):
            following = scan.words[last + 1]
            if not (following.cap or following.key in words.particles):
                break
        elif not word.cap or word.text in words.stop or (last > at and word.text.isupper() and len(word.text) > 3):
            break
        last += 1
    return last


def person(scan: Scan, start: int, end: int, role: str | None, of: Party | None, private: bool = False) -> Party:
    """The person named by words ``[start, end)``: a reviewed one, one named before, or a new one kept for later."""
    row = next((r for n in range(start, end) if (r := find_row(scan, n)) and r.end == end), None)
    if row is not None and row.party.kind is PartyKind.PERSON:
        return row.party
    name = scan.words_between(start, end)
    name = name.title() if scan.capitals else name
    kind = PartyKind.WITNESS if private else PartyKind.PERSON
    country, owner = (of.country, of.id) if of else (None, None)
    known = scan.surnames.get(fold(name))
    if known is not None:
        return replace(known, role=known.role or role, of=known.of or owner)
    new = Party(f"person:{fold(name)}", name, kind, country, False, private, role, owner)
    scan.surnames[fold(name)] = scan.surnames[scan.words[end - 1].key] = new
    return new
