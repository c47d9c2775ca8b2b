"""Harm told alone behind an act: "Seven lost their lives. Another 20 were taken to hospital." belongs to the act before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...records.claim import Harm, IncidentClaim, Said
from ...records.reading import Reading, Sentence, Stance
from ...records.text import Span
from ..attribution import said_for
from ..clauses import clauses, inside
from ..harm import harms_in
from ..modality import modality
from ..occasions import told_time
from ..tolls.judging import tells_toll
from .per_place import identity_of
from .weighing import Told

_PEOPLE = frozenset(["killed", "injured", "killed_or_injured"])
_NOT_TOLD = frozenset([Stance.ASPIRATION, Stance.PREDICTION, Stance.PLANNED, Stance.HYPOTHETICAL, Stance.DENIED])


def harm_after(
    reading: Reading, found: Sequence[IncidentClaim], last: Told, sentence: Sentence, start: int, end: int
) -> tuple[IncidentClaim, IncidentClaim | None] | None:
    """The act's claim with the harm that a stretch tells alone, and a claim of its own where another gives other figures.

    None where the stretch tells no harm, has a place or a time of its own, or sums up more than this act.
    """
    harms = tuple(h for h in harms_in(reading, sentence, start, end) if h.verb in _PEOPLE)
    if not harms or last.places != 1 or not 0 <= sentence.index - last.sentence <= 1:
        return None
    span = harms[0].count.evidence[0]
    if not isinstance(span, Span) or _elsewhere(reading, found[last.index], start, end):
        return None
    said = said_for(reading, span)
    if said.stance in _NOT_TOLD or modality(reading, span) in _NOT_TOLD:
        return None
    if told_time(reading, sentence, start, end, span) is not None or _toll(reading, sentence, start, end, harms):
        return None
    claim, words = found[last.index], (reading.article.quote(start, end),)
    new = tuple(h for h in harms if h.verb not in {k.verb for k in claim.harms})
    if new:
        voice = None if said == claim.said else said
        joined = replace(claim, harms=(*claim.harms, *(_by(h, voice) for h in new)), words=(*claim.words, *words))
        return replace(joined, id=identity_of(joined)), None
    if said.speaker is None or (
        claim.said.speaker is not None and claim.said.speaker.value.id == said.speaker.value.id
    ):
        return None
    rival = replace(claim, said=said, words=words, harms=harms)
    return claim, replace(rival, id=identity_of(rival))


def _toll(reading: Reading, sentence: Sentence, start: int, end: int, harms: tuple[Harm, ...]) -> bool:
    """Whether the stretch, or the clause of it that tells the first figure, is a toll."""
    at = getattr(harms[0].count.evidence[0], "start", start)
    clause = next(((low, high) for low, high in clauses(reading, sentence) if low <= at < high), (start, end))
    return any(tells_toll(reading, sentence, low, high, harms) for low, high in ((start, end), clause))


def _by(harm: Harm, said: Said | None) -> Harm:
    return harm if said is None or harm.said is not None else replace(harm, said=said)


def _elsewhere(reading: Reading, claim: IncidentClaim, start: int, end: int) -> bool:
    """Whether the stretch names a place that is not the act's."""
    where = claim.place.value if claim.place is not None else None
    for mention in inside(reading.places, start, end):
        if mention.metonym:
            continue
        if where is None or mention.place.name not in (where.name, *where.within):
            return True
    return False
