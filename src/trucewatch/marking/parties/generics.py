"""Parties that name no organisation: "leftist rebels", "the army", "unidentified gunmen", "residents", "officials"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...knowledge.parties import Nation, head_grammar, nations, party_words
from ...records.party import Party, PartyKind
from .home import own_organ
from .rows import before_act, described
from .scan import Found, Scan

_SIDES = frozenset(("ethnic", "creed", "nation", "backed", "rebel", "state", "militia"))
_REBEL_MODIFIERS = frozenset(("rebel", "ethnic", "creed"))
_STATE = frozenset((PartyKind.STATE_FORCES, PartyKind.GOVERNMENT))
_ARMED = frozenset(
    (
        PartyKind.STATE_FORCES,
        PartyKind.REBEL_GROUP,
        PartyKind.POLITICAL_MILITIA,
        PartyKind.IDENTITY_MILITIA,
        PartyKind.COALITION,
        PartyKind.GOVERNMENT,
    )
)
# Classes of first modifiers that keep their capital at the start of a sentence.
_PROPER = (("ethnic",), ("creed",), ("nation",), ("backed",))
# Adjectives whose noun is another word ("allied" -> "allied forces"); the rest take an s.
_NOUNS = {"allied": "allied forces", "paramilitary": "paramilitaries"}
_SAME = frozenset(["government", "regime", "army", "military", "police", "opposition", "coalition", "junta", "militia"])


@dataclass(frozen=True, slots=True)
class _Head:
    """A head that ends at ``end``; words of doubt and articles before ``starts`` are no part of the name."""

    end: int
    kind: PartyKind
    source: bool
    starts: int
    classes: tuple[str, ...]
    nation: Nation | None


def find_generic(scan: Scan, at: int) -> Found | None:
    """The longest run of modifiers and a head that begins at a word; bare adjectives of an act too."""
    head = _head(scan, at)
    people = party_words().peoples.longest(scan.words, at, scan.capitals)
    if people and not described(scan, people[0]) and (head is None or head.end <= people[0]):
        return Found(at, people[0], _party(scan, scan.words_between(at, people[0]), PartyKind.CIVILIANS, None))
    adjective = _adjective(scan, at)
    if adjective is not None and (head is None or head.end <= adjective.end):
        return adjective
    return _mention(scan, at, head) if head is not None else None


def _adjective(scan: Scan, at: int) -> Found | None:
    """ "rebel", "government" before an act or a weapon."""
    hit = party_words().adjectives.longest(scan.words, at, scan.capitals)
    if hit is None:
        return _ethnic(scan, at)
    if not before_act(scan, hit[0]) or described(scan, hit[0]):
        return None
    end, (word, kind) = hit
    name = _NOUNS.get(word, word if word in _SAME else f"{word}s")
    party = _party(scan, name, kind, None)
    return Found(at, end, own_organ(scan, party) if kind in _STATE else party, adjectival=True)


def _ethnic(scan: Scan, at: int) -> Found | None:
    """ "Serb jets", "Tuareg attacks": forces of a people, which name no organisation."""
    hit = party_words().modifiers.longest(scan.words, at, scan.capitals)
    if hit is None or hit[1] != "ethnic" or scan.capitals or not before_act(scan, hit[0]) or described(scan, hit[0]):
        return None
    name = f"{scan.words_between(at, hit[0])} forces"
    return Found(at, hit[0], _party(scan, name, PartyKind.REBEL_GROUP, None), adjectival=True)


def _head(scan: Scan, at: int) -> _Head | None:
    """Modifiers ("suspected", "leftist", "Kurdish", a nation's adjective) and then a head, the longest."""
    words = party_words()
    best: _Head | None = None
    last, starts, nation = at, at, None
    classes: list[str] = []
    for _ in range(6):
        for index, source in ((words.heads, False), (words.sources, True)):
            hit = index.longest(scan.words, last, scan.capitals)
            if hit and (last == at or scan.joined(last)) and (best is None or hit[0] > best.end):
                best = _Head(hit[0], hit[1], source, starts, tuple(classes), nation)
        step = words.modifiers.longest(scan.words, last, scan.capitals)
        backed = _backed(scan, last)
        if backed:
            classes.append("backed")
            last = backed
            continue
        if step is None:
            by_nation = nations().adjectives.longest(scan.words, last, scan.capitals)
            if by_nation is None:
                break
            nation, step = by_nation[1], (by_nation[0], "nation")
        if described(scan, step[0]) or not scan.joined(step[0]):
            break
        classes.append(step[1])
        last = step[0]
        starts = last if step[1] == "doubt" and len(set(classes)) == 1 else starts
    return None if best is None or described(scan, best.end) else best


def _backed(scan: Scan, at: int) -> int | None:
    """The index after "Iran-backed", "Ankara-aligned": whose side the party is on is part of its words."""
    if at >= len(scan.words) or not scan.words[at].cap or at + 2 >= len(scan.words):
        return None
    follower = scan.words[at + 1]
    return at + 2 if follower.hyphen and follower.key in head_grammar().backed and scan.joined(at + 2) else None


def _mention(scan: Scan, at: int, head: _Head) -> Found | None:
    grammar, word = head_grammar(), scan.lower(head.end - 1)
    single = head.end - at == 1
    if single and word in grammar.collective and not _stands_alone(scan, head.end):
        return None
    if single and head.kind in _ARMED and scan.joined(head.end) and scan.lower(head.end) in grammar.captains:
        return None
    if scan.joined(head.end) and not scan.words[head.end - 1].owns and scan.words[head.end].hyphen:
        return None
    if single and word in grammar.loose and scan.lower(at - 1) not in grammar.loose_after:
        return None
    kind = _turned(head, word)
    adjectival = kind in _ARMED and not scan.words[head.end - 1].owns and before_act(scan, head.end)
    country = head.nation.code if head.nation else None
    role = word if head.source else None
    party = _party(scan, _name(scan, head), kind, country, role)
    if head.kind in _STATE and not role and not head.classes:
        party = own_organ(scan, party)
    return Found(at, head.end, replace(party, unidentified=_unidentified(scan, head)), adjectival)


def _unidentified(scan: Scan, head: _Head) -> bool:
    """Whether the words say that nobody knows who it was: "gunmen", "masked men" (but "Palestinian gunmen" are a side)."""
    grammar = head_grammar()
    keys = [scan.lower(n) for n in range(head.starts, head.end)]
    if _SIDES & set(head.classes):
        return False
    return bool(grammar.unknown_modifiers & set(keys)) or any(
        " ".join(keys[n:]) in grammar.unknown for n in range(len(keys))
    )


def _turned(head: _Head, word: str) -> PartyKind:
    """The kind, once the modifiers are heard: "rebel forces" are rebels, "tribal forces" a militia."""
    if head.kind is PartyKind.STATE_FORCES and word in head_grammar().forces:
        if _REBEL_MODIFIERS & set(head.classes):
            return PartyKind.REBEL_GROUP
        if "militia" in head.classes:
            return PartyKind.POLITICAL_MILITIA
    return head.kind


def _name(scan: Scan, head: _Head) -> str:
    """The words of the party as inside a sentence, one of a group as the group."""
    starts = min(head.starts, head.end - 1)
    name = scan.words_between(starts, head.end)
    if scan.capitals:
        name = name.lower()
    elif starts == 0 and scan.words[0].cap and head.classes[:1] not in _PROPER:
        name = name[0].lower() + name[1:]
    first, _, last = name.rpartition(" ")
    plural = head_grammar().singular.get(last.lower(), last) if not head.source else last
    return f"{first} {plural}".strip()


def _party(scan: Scan, name: str, kind: PartyKind, country: str | None, role: str | None = None) -> Party:
    home = country or (scan.home if kind in _STATE else None)
    private = kind in {PartyKind.WITNESS, PartyKind.CIVILIANS} and name[0].islower()
    return Party(f"text:{name.lower()}", name, kind, home, umbrella=True, private=private, role=role)


def _stands_alone(scan: Scan, end: int) -> bool:
    """Whether a collective word is a noun here: nothing follows, or a verb or a function word does."""
    if not scan.joined(end) or scan.words[end - 1].owns:
        return True
    grammar, following = head_grammar(), scan.lower(end)
    if following == "of":
        # "accused the army of an air strike", but "an army of volunteers".
        accused = any(scan.lower(n).startswith("accus") for n in range(max(0, end - 4), end))
        return accused or scan.lower(end + 1).endswith("ing")
    if following in grammar.describes and scan.lower(end - 1) not in {"government", "army", "police", "military"}:
        return False
    return following in grammar.follows or following.endswith("ed")
