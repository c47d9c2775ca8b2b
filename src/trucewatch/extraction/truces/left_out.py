"""Areas that a truce's own words leave out: "the pause does not cover the West Bank", "everywhere except Idlib"."""

from __future__ import annotations

import re

from ...knowledge.truce_words import truce_lexicon
from ...records.party import Party, PartyKind
from ...records.place import Place
from ...records.reading import PlaceMention
from ...records.text import Cited, Span
from ..clauses import inside
from .mentions import TruceMention
from .scene import Scene
from .sides import Sides

# What may stand between the excluding words and a place: further places of a list, articles, sorts of area.
_NEAR = re.compile(
    r"^(?:\W|\b(?:the|in|to|and|or|of|any|areas?|towns?|city|province|region|district|parts|north\w*|south\w*|east\w*|west\w*|"
    r"occupied|territory|whose)\b|\b[A-Z][\w’'-]*)*$"
)


def areas_left_out(scene: Scene, mention: TruceMention) -> tuple[Cited[Place], ...]:
    """The places that excluding words of the mention's stretch lead to, in text order."""
    found = [p for p in inside(scene.reading.places, mention.start, mention.end) if not p.metonym]
    return tuple(Cited(p.place, (p.span,)) for p in found if _left_out(scene, mention, p))


def _left_out(scene: Scene, mention: TruceMention, place: PlaceMention) -> bool:
    before = scene.text[mention.start : place.span.start]
    hit = truce_lexicon().frames["excludes_area"].search(before[-160:])
    if hit is None or not _NEAR.match(hit.group("gap")):
        return False
    return not _owns(scene, place)


def _owns(scene: Scene, place: PlaceMention) -> bool:
    """ "except Syria's Nusra Front", "does not bind Gaza militants": it is the group that is left out."""
    after = scene.text[place.span.end : place.span.end + 60]
    if re.match(
        r"['’]s\b|-(?:based|backed|led)\b|\s+(?:militants|rebels|fighters|forces|factions|groups|army)\b", after
    ):
        return True
    return any(
        p.party.kind is not PartyKind.OTHER and p.span.start <= place.span.start and p.span.end >= place.span.end
        for p in inside(scene.reading.parties, place.span.start, place.span.end)
    )


def without_places(sides: Sides, areas: tuple[Cited[Place], ...]) -> Sides:
    """The sides with no area among the parties left out: what excluding words lead to is one or the other."""
    sides.excluded = [c for c in sides.excluded if not any(_share(c, area) for area in areas)]
    return sides


def _share(party: Cited[Party], area: Cited[Place]) -> bool:
    """Whether the two rest on words that overlap."""
    spans = [s for s in party.evidence if isinstance(s, Span)]
    return any(s.start < e.end and e.start < s.end for s in spans for e in area.evidence if isinstance(e, Span))
