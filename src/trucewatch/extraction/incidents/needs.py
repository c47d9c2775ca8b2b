"""What must stand beside weak words for them to tell of an act at all: a first look, before acts are told apart."""

from __future__ import annotations

import re

from ...knowledge.events import event_words
from ...records.reading import Reading
from ...records.text import Span
from ..clauses import inside
from ..roles.clause import ARMED

TAKEN_PEOPLE = re.compile(
    r"^\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|dozens|scores|a|an|some|more)?\s*(?:of\s+)?(?:[\w-]+\s+){0,2}(?:weapons?|rifles?|arms|soldiers?|fighters?|militants?|rebels?|"
    r"guerrillas?|people|men|hostages?|prisoners?|vehicles?|tons?|kilos?|drugs?|documents?|passports?|money|power|assets|shares|headlines|attention|talks|negotiations|effect|force|office|service|agreement)\b",
    re.I,
)
OBJECT_OF = re.compile(
    r"^\s+(?:back\s+)?(?:(?:the|nearby)\s+(?:[\w-]+\s+){0,3}(?:of\s+)?"
    r"|(?:an?|the|two|three|four|five|several)\s+(?:[\w-]+\s+)?(?:villages?|towns?|hamlets?|posts?|outposts?|bases?|hills?|positions?|checkpoints?|bridges?)\s+(?:in|near|around|outside|of|on)\s+(?:the\s+)?)?$",
    re.I,
)


def may_stand(reading: Reading, weak: str, span: Span, start: int, end: int) -> bool:
    """Whether the statement from ``start`` to ``end`` holds what words of that need could ask for."""
    text = reading.article.text
    if weak == "means":
        return bool(inside(reading.means, start, end)) or _armed(reading, start, end)
    if weak == "armed":
        return _armed(reading, start, end)
    if weak == "target":
        return (
            _armed(reading, start, end)
            or bool(inside(reading.means, start, end))
            or bool(inside(reading.counts, start, end))
            or event_words().targets.search(text, start, end) is not None
        )
    if weak == "control":
        return not TAKEN_PEOPLE.match(text[span.end : end]) and bool(inside(reading.places, start, end))
    if weak == "fallen":
        return bool(inside(reading.places, start, end))
    if weak == "taken":
        behind = inside(reading.places, span.end, end)
        return bool(behind) and bool(OBJECT_OF.match(text[span.end : behind[0].span.start]))
    return True


_SUBJECT = re.compile(r"(?:,[^,;.]{1,80},|\s*\([^)]{1,40}\))?\s*$")
# "Kolo's barracks were seized": what is taken is the place's, and the place goes with it.
_ITS_OWN = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}(?:airport|barracks|garrison|centre|center|port|base|stronghold|bridge)\s*$", re.I
)


def place_fell(reading: Reading, span: Span, start: int) -> bool:
    """Whether a place is the subject of the words ("Dib was taken", "the town of Dib fell")."""
    text = reading.article.text
    before = [p for p in inside(reading.places, start, span.end) if p.span.start < span.end]
    if not before:
        return False
    last = before[-1]
    if last.span.start >= span.start:
        return True
    if last.frame and last.frame not in {"of", "of the"}:
        return False
    between = text[last.span.end : span.start]
    return bool(_SUBJECT.fullmatch(between) or _ITS_OWN.fullmatch(between))


def _armed(reading: Reading, start: int, end: int) -> bool:
    return any(m.party.kind in ARMED for m in inside(reading.parties, start, end))
