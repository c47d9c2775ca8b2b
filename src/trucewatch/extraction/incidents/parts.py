"""An act told as a part of many: "hundreds were killed in the city, including 30 in a market that was bombed".

The part is an incident of its own where its words say what was hit. It takes place, time and means of the whole,
and no author: of the many acts' authors nobody says whose this one was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...knowledge.events import event_words
from ...records.claim import Grain, Harm, IncidentClaim
from ...records.reading import Reading, Sentence
from ...records.text import Cited, Span
from ..attribution import said_for
from ..identity import claim_id

_LEAD = re.compile(r"\b(?:including|among (?:them|the dead)|of whom|of them)\s+$", re.I)
_SPOT = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:in|at|inside|outside|near|aboard|when)\s+(?:an?|one|the)\s+(?:[\w-]+\s+){0,3}?$", re.I
)
_END = re.compile(r"[;.]|,\s+(?:and|while|but|said|according)\b")
_WHOLE = "that of the acts it is told as a part of"
_REACH = 60


def parts_of(reading: Reading, sentence: Sentence, whole: IncidentClaim) -> Iterator[IncidentClaim]:
    """The parts of an aggregate that its sentence tells as acts of their own, in text order."""
    if whole.grain is not Grain.AGGREGATE:
        return
    for harm in whole.harms:
        span = harm.count.evidence[0]
        if harm.part_of is None or not isinstance(span, Span):
            continue
        hit = _hit(reading, sentence, harm, span)
        if hit is not None:
            yield _part(reading, sentence, whole, harm, span, hit)


def _hit(reading: Reading, sentence: Sentence, harm: Harm, span: Span) -> Span | None:
    """What was hit: a noun for a target right behind the counted people ("50 people in a hospital")."""
    text = reading.article.text
    if not _LEAD.search(text[max(sentence.start, span.start - 30) : span.start]):
        return None
    after = max([span.end, *(w.end for w in (harm.who.evidence if harm.who else ()) if isinstance(w, Span))])
    found = event_words().targets.search(text, after, min(sentence.end, after + _REACH))
    if found is None or not _SPOT.fullmatch(text, after, found.start()):
        return None
    return reading.article.quote(found.start(), found.end())


def _part(
    reading: Reading, sentence: Sentence, whole: IncidentClaim, harm: Harm, span: Span, hit: Span
) -> IncidentClaim:
    lead = _LEAD.search(reading.article.text, max(sentence.start, span.start - 30), span.start)
    start = lead.start() if lead else span.start
    stop = _END.search(reading.article.text, hit.end, sentence.end)
    words = (reading.article.quote(start, stop.start() if stop else sentence.end),)
    place = whole.place and Cited(whole.place.value, whole.place.evidence, f"the place is {_WHOLE}")
    when = whole.when and Cited(whole.when.value, whole.when.evidence, f"the time is {_WHOLE}")
    where = place.value.name if place else None
    return replace(
        whole,
        id=claim_id(whole.article, "incident", words, (whole.event.value, whole.sub_event, where)),
        said=said_for(reading, span),
        words=words,
        event=Cited(whole.event.value, (hit,), "the sort of act is that of the whole"),
        grain=Grain.INCIDENT,
        actor=None,
        target=None,
        target_words=Cited(hit.quote, (hit,)),
        place=place,
        when=when,
        means=(),
        harms=(replace(harm, part_of=None),),
        breach_alleged=None,
    )
