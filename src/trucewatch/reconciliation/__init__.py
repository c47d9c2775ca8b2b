"""Step 4: claims and judgements to records. Gathers, never chooses: rival values stay side by side.

A pure function of its input, whatever the order of claims, articles and judgements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..records.claim import Claim, ControlClaim, IncidentClaim, RelationClaim, TalkClaim, TollClaim, TruceClaim
from ..records.ledger import Incident, Toll, Truce
from ..records.review import Judgement, spans_of
from ..records.text import Article
from .control import reconcile_control
from .decided import settle
from .incidents import reconcile_incidents
from .talks import reconcile_talks
from .tolls import reconcile_tolls
from .truces import reconcile_truces


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Records of every subject, the claims as people left them, and the judgements that stand, tied to those claims."""

    claims: tuple[Claim, ...]
    truces: tuple[Truce, ...]
    incidents: tuple[Incident, ...]
    tolls: tuple[Toll, ...]
    control: tuple[ControlClaim, ...]
    talks: tuple[TalkClaim, ...]
    judgements: tuple[Judgement, ...] = ()
    redacted: tuple[str, ...] = ()


def reconcile(claims: Sequence[Claim], articles: Sequence[Article], judgements: Sequence[Judgement] = ()) -> Reconciled:
    """Records compiled from claims under the judgements that stand."""
    settled = settle(claims, judgements)
    kept, judgements = _in_order(settled.claims), settled.judgements
    by_id = {article.id: article for article in articles}
    incidents = reconcile_incidents([c for c in kept if isinstance(c, IncidentClaim)], by_id, judgements)
    relations = [c for c in kept if isinstance(c, RelationClaim)]
    return Reconciled(
        claims=kept,
        truces=reconcile_truces([c for c in kept if isinstance(c, TruceClaim)], by_id, judgements, relations),
        incidents=incidents,
        tolls=reconcile_tolls([c for c in kept if isinstance(c, TollClaim)], by_id, incidents),
        control=reconcile_control([c for c in kept if isinstance(c, ControlClaim)], by_id),
        talks=reconcile_talks([c for c in kept if isinstance(c, TalkClaim)], by_id),
        judgements=judgements,
        redacted=settled.redacted,
    )


def _in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Each claim once, in an order of its own: article hash, place in the text, words that set it apart, id."""
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda c: (c.article, c.words[0].start, spans_of(c), c.id)))
