"""The weapons an act was done with; a weapon that was hit, found or flown in is no means of it."""

from __future__ import annotations

import re

from ...knowledge.means import platforms
from ...records.reading import MeansMention, Reading
from ...records.text import Cited
from ..clauses import inside
from .acts import Act

_WITH = re.compile(
    r"\b(?:with|by|using|from|of|fired|firing|launched|launching|dropped|dropping|threw|hurled|lobbed|detonated|exploded|planted|placed|used|involving|including|"
    r"and|or|under|in an?|in a suspected|when an?|when|after an?|a|an|the|several|\d+|two|three|four|five|dozens of|hundreds of|barrage of)\s+(?:[\w’-]+\s+){0,3}$",
    re.I,
)
_INSTRUMENT = re.compile(r"\b(?:with|by|using|from|aboard)\s+(?:[\w’-]+\s+){0,4}$", re.I)
_OBJECT = re.compile(
    r"\b(?:destroy\w*|damag\w*|engag\w*|seiz\w*|found|captur\w*|confiscat\w*|recover\w*|down(?:ed|ing)|intercept\w*|shot down|shooting down|disabl\w*|los[et]\w*|"
    r"includ\w+)\b[^;.]{0,120}$",
    re.I,
)


def means_of(reading: Reading, act: Act) -> tuple[Cited[str], ...]:
    """The means of an act, each once: munitions in text order, then what carried them (jets fire missiles)."""
    seen: dict[str, Cited[str]] = {}
    for mention in sorted(inside(reading.means, act.start, act.end), key=lambda m: m.means in platforms()):
        if _used(reading, act, mention):
            seen.setdefault(mention.means, Cited(mention.means, (mention.span,)))
    return tuple(seen.values())


def _used(reading: Reading, act: Act, mention: MeansMention) -> bool:
    text = reading.article.text
    if any(
        h.span.start < mention.span.end and mention.span.start < h.span.end for h in act.hits if not h.trigger.effect
    ):
        return True
    before = text[max(act.start, mention.span.start - 60) : mention.span.start]
    instrument = bool(_INSTRUMENT.search(before))
    if mention.means in platforms():
        first = min(h.span.start for h in act.hits)
        passive = re.match(r"\s+(?:was|were|had been|has been)\b", text[mention.span.end : mention.span.end + 12])
        return instrument or (mention.span.end <= first and not passive)
    if instrument:
        return True
    return not _OBJECT.search(text[act.start : mention.span.start])
