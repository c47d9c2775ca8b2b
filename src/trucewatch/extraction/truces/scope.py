"""How far a truce goes: nationwide or local, limited to a class of targets, what it is for, on what condition, how often."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...knowledge.truce_words import truce_lexicon
from ...records.claim import TruceAct
from ...records.place import Level, Place
from ...records.text import Cited
from .mentions import TruceMention
from .scene import Scene

# "a local arrangement", "an informal understanding"
_LOCAL = re.compile(r"local\b", re.IGNORECASE)
_WIDE = {Level.COUNTRY, Level.REGION, Level.PROVINCE, Level.UNKNOWN}
_CONDITIONAL = {TruceAct.PROPOSED, TruceAct.ANNOUNCED, TruceAct.AGREED, TruceAct.EXTENDED, TruceAct.IN_FORCE}


@dataclass(frozen=True, slots=True)
class Scope:
    """The words for each limit; None where the mention gives none. ``wide`` is nationwide by its own words."""

    wide: bool
    local: bool
    unilateral: bool
    limited_to: Cited[str] | None
    purpose: Cited[str] | None
    proviso: Cited[str] | None
    recurring: Cited[str] | None

    def name(self, area: Cited[Place] | None) -> str | None:
        """ "nationwide", "local" or None for an area."""
        if self.wide:
            return "nationwide"
        own = area is not None and not area.derivation and area.value.level not in _WIDE
        return "local" if self.local or own else None


def scope_of(scene: Scene, mention: TruceMention, act: TruceAct) -> Scope:
    """The limits that a mention's stretch gives."""
    frames, text = truce_lexicon().frames, scene.text
    before = text[max(mention.start, mention.label.start - 60) : mention.label.start]
    # A condition is told in the same sentence, though another truce may be named in it ("end it only if").
    proviso = _words(scene, "proviso", mention.label.end, mention.sentence.end) if act in _CONDITIONAL else None
    # A told truce has its target in or right after its own words: "stop attacks on power stations".
    low = mention.label.start if mention.told else max(mention.start, mention.label.start - 40)
    return Scope(
        wide=bool(frames["nationwide"].search(before)),
        local=bool(frames["local"].search(before)) or _LOCAL.match(mention.label.quote) is not None,
        unilateral=bool(frames["unilateral"].search(text, mention.start, mention.end)),
        limited_to=_words(scene, "limit", low, mention.end),
        purpose=_words(scene, "purpose", mention.start, mention.end),
        proviso=proviso,
        recurring=_recurring(scene, mention),
    )


def _words(scene: Scene, frame: str, low: int, high: int) -> Cited[str] | None:
    hit = truce_lexicon().frames[frame].search(scene.text, low, high)
    return _cited(scene, hit) if hit else None


def _cited(scene: Scene, hit: re.Match[str]) -> Cited[str]:
    high = hit.start() + len(hit.group().rstrip(" ,"))
    span = scene.quote(hit.start(), high)
    return Cited(" ".join(span.quote.split()), (span,))


def _recurring(scene: Scene, mention: TruceMention) -> Cited[str] | None:
    """ "daily pauses", "from ten to two every day"; "twelve dead a day" is none of the truce's."""
    text = scene.text
    hit = truce_lexicon().frames["recurring"].search(text, max(mention.start, mention.label.start - 40), mention.end)
    if hit is None or re.search(
        r"\b(?:dead|killed|people|trucks|attacks|died)\W+$", text[mention.start : hit.start()], re.I
    ):
        return None
    return _cited(scene, hit)
