"""Parties that name no organisation: "leftist rebels", "the army", "unidentified gunmen", "residents", "officials"."""

from __future__ import annotations

from ...knowledge.parties import nations, party_words
from ...records.party import Party, PartyKind
from .rows import before_act, described
from .scan import Found, Scan

_REBEL_MODIFIERS = frozenset(("rebel", "ethnic", "creed"))
_FORCES = frozenset(("forces", "troops", "army", "soldiers", "units", "military", "forces", "soldier"))
_CAPTAINS = frozenset(
    (
        "leader",
        "leaders",
        "commander",
        "commanders",
        "spokesman",
        "spokeswoman",
        "chief",
        "chiefs",
        "spokesmen",
        "sources",
        "source",
        "official",
        "officials",
    )
)
# Collective heads that are also adjectives: a party only where no noun follows.
_COLLECTIVE = frozenset(
    [
        "army",
        "military",
        "police",
        "government",
        "administration",
        "regime",
        "junta",
        "navy",
        "coalition",
        "alliance",
        "insurgency",
        "opposition",
        "authorities",
    ]
)
_SINGULAR = frozenset(
    ["rebel", "insurgent", "guerrilla", "guerilla", "militant", "terrorist", "subversive", "paramilitary", "militia"]
)
_FUNCTION = frozenset(
    [
        "is",
        "was",
        "are",
        "were",
        "has",
        "had",
        "have",
        "will",
        "would",
        "can",
        "could",
        "should",
        "did",
        "does",
        "do",
        "may",
        "might",
        "must",
        "and",
        "or",
        "but",
        "in",
        "on",
        "at",
        "to",
        "of",
        "by",
        "with",
        "from",
        "for",
        "after",
        "before",
        "while",
        "when",
        "who",
        "which",
        "that",
        "as",
        "said",
        "says",
        "told",
        "began",
        "took",
        "went",
        "came",
        "sent",
        "shot",
        "fought",
        "held",
        "met",
        "made",
        "put",
        "gave",
        "kept",
        "lost",
        "won",
        "withdrew",
        "also",
        "later",
        "not",
        "has",
        "never",
        "then",
        "since",
        "because",
        "during",
        "against",
        "over",
        "under",
        "near",
        "into",
        "between",
        "about",
        "until",
        "than",
        "where",
        "killed",
        "hit",
        "struck",
        "broke",
        "led",
        "found",
        "left",
        "again",
        "now",
        "still",
        "only",
        "both",
        "yesterday",
        "today",
        "here",
        "there",
        "out",
        "up",
        "down",
        "back",
        "off",
        "away",
        "through",
        "across",
    ]
)
_ARMED_KINDS = frozenset(
    (
        PartyKind.STATE_FORCES,
        PartyKind.REBEL_GROUP,
        PartyKind.POLITICAL_MILITIA,
        PartyKind.IDENTITY_MILITIA,
        PartyKind.COALITION,
        PartyKind.GOVERNMENT,
    )
)


def find_generic(scan: Scan, at: int) -> Found | None:
    """The longest run of modifiers and a head that begins at a word; bare adjectives of an act too."""
    return _adjective(scan, at) or _headed(scan, at)


def _adjective(scan: Scan, at: int) -> Found | None:
    hit = party_words().adjectives.longest(scan.words, at, scan.capitals)
    if hit is None or not before_act(scan, hit[0]) or described(scan, hit[0]):
        return None
    end, (word, kind) = hit
    longer = _headed(scan, at)
    if longer is not None and longer.end > end:
        return longer
    name = {"government": "government", "regime": "regime", "army": "army"}.get(word, f"{word}s")
    if word in {"military", "police", "opposition", "coalition", "junta", "allied", "militia", "paramilitary"}:
        name = {"paramilitary": "paramilitaries", "allied": "allied forces"}.get(word, word)
    return Found(at, end, _party(scan, name, kind, None), adjectival=True)


def _headed(scan: Scan, at: int) -> Found | None:
    words = party_words()
    best: tuple[int, PartyKind] | None = None
    source = words.sources.longest(scan.words, at, scan.capitals)
    last, classes, nation = at, [], None
    starts = at
    for _ in range(6):
        for index in (words.heads, words.sources):
            hit = index.longest(scan.words, last, scan.capitals)
            if hit and (last == at or scan.joined(last)) and (best is None or hit[0] > best[0]):
                best = hit
        if source and best and source[0] >= best[0]:
            best = source
        step = words.modifiers.longest(scan.words, last, scan.capitals)
        if step is None:
            by_nation = nations().adjectives.longest(scan.words, last, scan.capitals)
            if by_nation is None:
                break
            nation, step = by_nation[1], (by_nation[0], "nation")
        if described(scan, step[0]) or not scan.joined(step[0]):
            break
        classes.append(step[1])
        last = step[0]
        if step[1] == "doubt" and starts == last - 1:
            starts = last
    if best is None or described(scan, best[0]):
        return None
    return _mention(scan, at, starts, best, classes, nation.code if nation else None)


def _mention(
    scan: Scan, at: int, starts: int, best: tuple[int, PartyKind], classes: list[str], country: str | None
) -> Found | None:
    end, kind = best
    head = scan.lower(end - 1)
    if (head in _COLLECTIVE or head in _SINGULAR) and end - at == 1 and not _stands_alone(scan, at, end):
        return None
    if end - at == 1 and scan.joined(end) and scan.lower(end) in _CAPTAINS and kind in _ARMED_KINDS:
        # "rebel leader", "army spokesman": the person or source that follows is the party.
        return None
    if scan.joined(end) and not scan.words[end - 1].owns and scan.words[end].hyphen:
        return None
    if kind is PartyKind.STATE_FORCES and head in _FORCES and _REBEL_MODIFIERS & set(classes):
        kind = PartyKind.REBEL_GROUP
    elif kind is PartyKind.STATE_FORCES and head in _FORCES and "militia" in classes:
        kind = PartyKind.POLITICAL_MILITIA
    if head in {"people", "children", "families", "workers", "students"} and end - at == 1 and not _many(scan, at):
        return None
    starts = min(starts, end - 1)
    name = " ".join(scan.article.text[scan.words[starts].start : scan.words[end - 1].end].split())
    adjectival = kind in _ARMED_KINDS and not scan.words[end - 1].owns and before_act(scan, end)
    if scan.capitals:
        name = name.lower()
    elif starts == 0 and scan.words[0].cap and classes[:1] not in (["ethnic"], ["creed"], ["nation"]):
        name = name[0].lower() + name[1:]
    return Found(at, end, _party(scan, name, kind, country), adjectival)


def _party(scan: Scan, name: str, kind: PartyKind, country: str | None) -> Party:
    home = country or (scan.home if kind in {PartyKind.STATE_FORCES, PartyKind.GOVERNMENT} else None)
    private = kind in {PartyKind.WITNESS, PartyKind.CIVILIANS}
    return Party(f"text:{name.lower()}", name, kind, home, umbrella=True, private=private)


def _stands_alone(scan: Scan, at: int, end: int) -> bool:
    """Whether a collective word is a noun here: nothing follows, or a verb or a function word does."""
    if not scan.joined(end):
        return True
    following = scan.lower(end)
    if following == "of" or (
        following in {"held", "controlled", "backed", "occupied"} and scan.lower(end - 1) in _SINGULAR
    ):
        return False
    return following in _FUNCTION or following.endswith("ed") or scan.words[end - 1].owns


def _many(scan: Scan, at: int) -> bool:
    """People are a party only as somebody's target: "fired on people", "the people"."""
    return at > 0 and scan.lower(at - 1) in {"the", "on", "at", "against", "local", "innocent", "of"}
