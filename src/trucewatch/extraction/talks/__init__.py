"""Talk claims: meetings and negotiations, with who sits at the table, who brings them there, where, when and how it stands."""

from __future__ import annotations

from dataclasses import replace

from ...records.claim import TalkClaim
from ...records.reading import Reading
from ...records.text import Span
from ..identity import claim_id
from ..relevance import conflict_context
from .joining import joined
from .meetings import meetings_in


def talk_claims(reading: Reading) -> tuple[TalkClaim, ...]:
    """All talk claims of a reading in text order; the same talks told again are one claim with more words."""
    if not conflict_context(reading):
        return ()
    found: list[TalkClaim] = []
    for sentence in reading.sentences:
        for claim, anaphoric in meetings_in(reading, sentence):
            joined(found, claim, anaphoric=anaphoric)
    return tuple(_named(claim) for claim in found if _stands(claim))


def _stands(claim: TalkClaim) -> bool:
    """Talks need two at the table, or one with a place or a state of affairs that is told."""
    return len(claim.participants) + len(claim.mediators) > 1 or bool(
        claim.participants and (claim.place or claim.status.derivation == "")
    )


def _named(claim: TalkClaim) -> TalkClaim:
    words: tuple[Span, ...] = claim.words
    values = (claim.status.value, *(p.value.id for p in claim.participants))
    return replace(claim, id=claim_id(claim.article, "talk", words, values))
