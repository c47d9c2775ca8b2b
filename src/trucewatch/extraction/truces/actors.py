"""Who may be a side of a truce or its mediator in a stretch of text: parties, states that act, adjectives of states."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ...knowledge.parties import nations
from ...records.party import Party, PartyKind
from ...records.place import Level
from ...records.reading import PartyMention
from ...records.text import Span
from ..clauses import inside
from .scene import Scene

# Kinds of party that can hold fire.
SIDES = {
    PartyKind.STATE_FORCES,
    PartyKind.REBEL_GROUP,
    PartyKind.POLITICAL_MILITIA,
    PartyKind.IDENTITY_MILITIA,
    PartyKind.EXTERNAL_FORCES,
    PartyKind.GOVERNMENT,
    PartyKind.COALITION,
}
_GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA}
_ONE_GROUP = re.compile(
    r"\b(?:organi[sz]ation|group|movement|front|army|party|coalition|alliance|militia)$", re.IGNORECASE
)
_WHERE = re.compile(r"\b(?:in|across|throughout|inside|near|around|into|over)\s+(?:the\s+)?$", re.I)
_OWNER = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}(?:rebels|army|forces|troops|generals|guerrillas|government|military|militias?|insurgents|factions)\b",
    re.I,
)
_NATIONS = Party("un", "United Nations", PartyKind.INTERNATIONAL_ORGANISATION)


@dataclass(frozen=True, slots=True)
class Actor:
    """``party`` as named by ``span``; ``adjectival`` where the name only modifies what follows; ``derivation`` as in Cited."""

    span: Span
    party: Party
    adjectival: bool = False
    derivation: str = ""


def actors_in(scene: Scene, start: int, end: int) -> list[Actor]:
    """The actors of a stretch in text order, none inside another."""
    found = [_actor(scene, m) for m in inside(scene.reading.parties, start, end)]
    for place in inside(scene.reading.places, start, end):
        nation = nations().by_code.get(place.place.country or "")
        owner = _OWNER.match(scene.text, place.span.end)  # "Sri Lanka's rebels" are the rebels
        where = _WHERE.search(scene.text[max(0, place.span.start - 24) : place.span.start])
        if nation is None or owner or where or place.place.level is not Level.COUNTRY or place.place.relation:
            continue
        found.append(Actor(place.span, nation.party))
    for hit in _adjectives().finditer(scene.text, start, end):
        found.append(_adjective(scene, hit))
    kept: list[Actor] = []
    for actor in sorted(found, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or actor.span.start >= kept[-1].span.end:
            kept.append(actor)
    return kept


def _actor(scene: Scene, mention: PartyMention) -> Actor:
    """A party mention; "the rebel organization" is the one armed group named before it, where there is one."""
    party = mention.party
    if party.umbrella and party.kind in _GROUPS and _ONE_GROUP.search(mention.span.quote):
        before = [
            m.party
            for m in scene.reading.parties
            if m.span.end <= mention.span.start and m.party.kind in _GROUPS and not m.party.umbrella
        ]
        if before and re.search(
            r"\b(?:the|this|that)\s+$", scene.text[max(0, mention.span.start - 8) : mention.span.start], re.I
        ):
            return Actor(mention.span, before[-1], mention.adjectival, "the group named before")
    return Actor(mention.span, party, mention.adjectival)


@cache
def _adjectives() -> re.Pattern[str]:
    """Adjectives of states, "U.N." among them, where they modify mediation: "U.S. and Russian backing"."""
    words = {nation.adjective for nation in nations().by_code.values() if nation.adjective} | {
        "U.S.",
        "US",
        "U.N.",
        "UN",
    }
    names = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    tail = r"(?i:(?=(?:[-\s]+(?:and|or)\s+[\w.]+)?[-\s]+(?:\w+[-\s]+)?(?:mediat|broker|back(?:ing|ed)|sponsor|facilitat|auspices|good\s+offices|led\s+mediation|diplom)))"
    return re.compile(rf"(?<![\w.])(?:{names})(?!\w){tail}")


def _adjective(scene: Scene, hit: re.Match[str]) -> Actor:
    span, word = scene.quote(hit.start(), hit.end()), hit.group()
    if word in {"U.N.", "UN"}:
        return Actor(span, _NATIONS, True)
    if word in {"U.S.", "US"}:
        return Actor(span, nations().by_code["US"].party, True)
    return Actor(span, next(n.party for n in nations().by_code.values() if n.adjective == word), True)


def spoken_for(actor: Actor) -> Actor | None:
    """The state that a head of state or minister speaks for; None for others."""
    of = actor.party.of or ""
    nation = nations().by_code.get(of.removeprefix("state:").split(":")[0]) if of.startswith("state:") else None
    if actor.party.kind is not PartyKind.PERSON or nation is None:
        return None
    return replace(
        actor, party=nation.organ("government", PartyKind.GOVERNMENT), derivation="the one named speaks for it"
    )
