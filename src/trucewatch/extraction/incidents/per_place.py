"""One row per place of an act, each with the harm told for it."""

from __future__ import annotations

from dataclasses import replace

from ...records.claim import Harm, IncidentClaim
from ...records.place import Place
from ...records.text import Cited, Span
from ..identity import claim_id


def per_place(base: IncidentClaim, places: tuple[Cited[Place], ...]) -> list[IncidentClaim]:
    """The act at each of its places, or once where it has none."""
    rows = [replace(base, place=place) for place in places] or [base]
    if len(rows) > 1:
        shares = _shared_out(base.harms, places)
        rows = [replace(row, harms=shares[n]) for n, row in enumerate(rows)]
    return [replace(row, id=identity_of(row)) for row in rows]


def _shared_out(harms: tuple[Harm, ...], places: tuple[Cited[Place], ...]) -> list[tuple[Harm, ...]]:
    """Each place's own harm ("killed 12 in A and 3 in B"); harm told once for a list goes with the first place only."""
    spots = [p.evidence[0].start if isinstance(p.evidence[0], Span) else 0 for p in places]
    shares: list[list[Harm]] = [[] for _ in places]
    for harm in harms:
        span = harm.count.evidence[0]
        here = span.start if isinstance(span, Span) else 0
        behind = [n for n, spot in enumerate(spots) if spot > here]
        shares[behind[0] if behind else 0].append(harm)
    if not all(shares):
        return [harms, *[()] * (len(places) - 1)]
    return [tuple(share) for share in shares]


def identity_of(claim: IncidentClaim) -> str:
    """A claim's id by its words, sort and place."""
    where = claim.place.value.name if claim.place else None
    return claim_id(claim.article, "incident", claim.words, (claim.event.value, claim.sub_event, where))
