"""Talk claims: meetings and negotiations, with who sits at the table, who brings them there, where, when and how it stands."""

from __future__ import annotations

from dataclasses import replace

from ...records.claim import TalkClaim
from ...records.reading import Reading, Stance
from ...records.text import Span
from ..identity import claim_id
from .context import talks_of_conflict
from .joining import joined
from .meetings import meetings_in
from .pair import with_pair
from .participants import several

_WISHED = {Stance.ASPIRATION, Stance.HYPOTHETICAL}


def talk_claims(reading: Reading) -> tuple[TalkClaim, ...]:
    """All talk claims of a reading in text order; the same talks told again are one claim with more words."""
    if not talks_of_conflict(reading):
        return ()
    found: list[TalkClaim] = []
    for sentence in reading.sentences:
        for claim, anaphoric in meetings_in(reading, sentence):
            whole = with_pair(reading, claim, found)
            joined(found, whole, anaphoric=anaphoric and whole is claim)
    return tuple(_named(claim) for claim in found if _stands(claim))


def _stands(claim: TalkClaim) -> bool:
    """Talks need two at the table: two parties, a word for both ("the warring sides"), or one who goes somewhere to talk."""
    if claim.said.stance in _WISHED and claim.status.value != "planned":
        return False
    seats = len(claim.participants) + len(claim.mediators)
    if seats == 1 and any(isinstance(e, Span) and "negotiat" in e.quote.lower() for e in claim.status.evidence):
        return True
    if not claim.participants and len(claim.mediators) < 2:
        return _peace(claim)
    return seats > 1 or (seats == 1 and (claim.place is not None or several(claim.participants)))


def _peace(claim: TalkClaim) -> bool:
    """ "Peace talks opened in Oslo on Monday": nobody is named, but words say how they stand, where, and on which day."""
    dated = claim.when is not None and not claim.when.derivation
    return not claim.status.derivation and claim.place is not None and dated


def _named(claim: TalkClaim) -> TalkClaim:
    words: tuple[Span, ...] = claim.words
    values = (claim.status.value, *(p.value.id for p in claim.participants))
    return replace(claim, id=claim_id(claim.article, "talk", words, values))
