"""Whether a text that speaks of truces speaks of armed conflict, and not of a world that borrows the word."""

from __future__ import annotations

from collections.abc import Sequence

from ...knowledge.truce_words import truce_lexicon
from ..clauses import inside
from ..relevance import conflict_context, weights
from .actors import SIDES
from .mentions import TruceMention
from .scene import Scene

# A truce told of is itself a word of conflict: a little less is asked of the rest than of a text without one.
_LEAST, _SHARE = 4.0, 1.2
# Twice what other worlds weigh, and as much as a report of war has: no side need be named.
_ENOUGH, _TWICE = 6.0, 2.0


def armed_context(scene: Scene, mentions: Sequence[TruceMention]) -> bool:
    """True where the text is about armed conflict, or one of its truces is of warring sides by its own words.

    A report on disease or hunger may name a ceasefire of armed factions in half a sentence; a short dispatch may have
    few words of war beside its truce, but names whose truce it is.
    """
    if conflict_context(scene.reading):
        return True
    conflict, borrowed = weights(scene.reading)
    likely = conflict >= _LEAST and conflict > _SHARE * borrowed
    warring = truce_lexicon().frames["warring"]
    if conflict >= _ENOUGH and conflict > _TWICE * borrowed:
        return True
    return any(
        warring.search(scene.text, m.start, m.end)
        or (likely and _armed_beside(scene, m) > 0)
        or (conflict > 0 and conflict >= borrowed and _armed_beside(scene, m) > 1)
        for m in mentions
    )


def _armed_beside(scene: Scene, mention: TruceMention) -> int:
    """How many known armed parties are named in the stretch that tells of the truce."""
    beside = inside(scene.reading.parties, mention.start, mention.end)
    known = [p.party for p in beside if p.party.kind in SIDES and not p.party.umbrella]
    return len({party.id for party in known if not party.id.startswith("text:")})
