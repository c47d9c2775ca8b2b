"""Parties by reviewed name, by an abbreviation the text gives, and with members: "Hamas militants"."""

from __future__ import annotations

from ...knowledge.conflicts import ReviewedParty
from ...knowledge.parties import as_party, general_parties, nations, party_words
from ...knowledge.phrases import Index
from ...records.party import Party, PartyKind
from .scan import Found, Scan

_HYPHENED = frozenset(
    [
        "held",
        "controlled",
        "led",
        "backed",
        "allied",
        "run",
        "linked",
        "affiliated",
        "occupied",
        "supported",
        "aligned",
        "based",
        "made",
        "born",
        "style",
        "dominated",
        "ruled",
        "besieged",
        "inspired",
        "trained",
        "funded",
        "supplied",
        "owned",
        "speaking",
        "friendly",
        "installed",
        "governed",
        "claimed",
        "administered",
        "populated",
        "era",
    ]
)
_ARMED = {
    PartyKind.STATE_FORCES, PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA,
    PartyKind.EXTERNAL_FORCES, PartyKind.COALITION, PartyKind.GOVERNMENT,
}  # fmt: skip


_MEDIATES = frozenset(
    (
        "mediated",
        "brokered",
        "sponsored",
        "negotiated",
        "facilitated",
        "monitored",
        "supervised",
        "guaranteed",
        "hosted",
        "proposed",
    )
)


def mediates(scan: Scan, end: int) -> bool:
    """Whether "-brokered" or the like follows: the party is named for what it did to a truce, not for an act."""
    return end < len(scan.words) and scan.words[end].hyphen and scan.lower(end) in _MEDIATES


_OWNERS = _ARMED | {PartyKind.INTERNATIONAL_ORGANISATION}


def described(scan: Scan, end: int) -> bool:
    """Whether the words up to ``end`` only describe what follows: "rebel-held", "Iran-backed"."""
    return end < len(scan.words) and scan.words[end].hyphen and scan.lower(end) in _HYPHENED


def before_act(scan: Scan, end: int) -> bool:
    """Whether an act or a weapon follows, so that the words up to ``end`` say whose: "rebel mortar attacks"."""
    words = party_words()
    at = end
    for _ in range(4):
        if not scan.joined(at):
            return False
        if words.acts.longest(scan.words, at, scan.capitals):
            return True
        another = nations().adjectives.longest(scan.words, at, scan.capitals)
        if another is None and scan.words[at].text.lower() not in words.gap:
            return False
        at = another[0] if another is not None else at + 1
    return False


def find_row(scan: Scan, at: int) -> Found | None:
    """The longest reviewed name at a word: tables called for first, then the text's own aliases, then the general rows."""
    best: Found | None = None
    for rank, index in enumerate((*scan.tables, general_parties())):
        for end, row in index.matches(scan.words, at, scan.capitals):
            if (best is None or end > best.end) and _means(scan, row, index, at, end):
                words = "" if scan.capitals else scan.words_between(at, end)
                best = _mention(scan, at, end, as_party(row, words), rank)
                break
    alias = scan.aliases.longest(scan.words, at, scan.capitals)
    if alias and (best is None or alias[0] > best.end):
        best = _mention(scan, at, alias[0], alias[1], 0)
    return best


def _inside_compound(scan: Scan, at: int, end: int) -> bool:
    """Whether hyphens stand on both sides, as in "Port-au-Prince": part of another name."""
    return scan.words[at].hyphen and end < len(scan.words) and scan.words[end].hyphen


def _means(scan: Scan, row: ReviewedParty, index: Index[ReviewedParty], at: int, end: int) -> bool:
    """Whether a name means a row here: on the day, and near its countries unless the name is long and only one's."""
    if not row.valid(scan.on):
        return False
    if not row.near or any(code in scan.countries for code in row.near):
        return True
    return end - at > 2 and sum(stop == end for stop, _ in index.matches(scan.words, at, scan.capitals)) == 1


def _mention(scan: Scan, at: int, end: int, party: Party, rank: int) -> Found | None:
    if _inside_compound(scan, at, end):
        return None
    if mediates(scan, end):
        return Found(at, end, party, adjectival=True, rank=-rank)
    if described(scan, end):
        return None
    adjectival = party.kind in _OWNERS and not scan.words[end - 1].owns and before_act(scan, end)
    if not adjectival and party.kind in _ARMED:
        end = with_members(scan, end)
    elif party.kind is PartyKind.INTERNATIONAL_ORGANISATION and scan.joined(end):
        staff = party_words().staff.longest(scan.words, end, scan.capitals)
        end = staff[0] if staff else end
    return Found(at, end, party, adjectival, rank=-rank)


def with_members(scan: Scan, end: int) -> int:
    """The end of a group's name with its members: "FARC guerrillas", "Hamas's armed wing" stays Hamas."""
    if not scan.joined(end):
        return end
    hit = party_words().members.longest(scan.words, end, scan.capitals)
    return hit[0] if hit else end
