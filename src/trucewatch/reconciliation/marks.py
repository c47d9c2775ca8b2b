"""Which judgements stand on which record, so that every screen can say who decided what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..records.claim import Claim
from ..records.ledger import Decided
from ..records.review import Anchor, Judgement, Verdict
from .decided import meant, shelved

if TYPE_CHECKING:
    from .live import Reconciled

_UNMARKED = frozenset({Verdict.REJECT, Verdict.REDACT, Verdict.REVEAL, Verdict.ROUND, Verdict.CODE})


def decided_of(found: Reconciled) -> tuple[Decided, ...]:
    """One mark for each judgement and record it stands on, in order of making."""
    if not found.judgements:
        return ()
    homes = {claim.id: record for record, claims in _records(found) for claim in claims}
    shelves = shelved(found.claims)

    def records(anchor: Anchor | None) -> list[str]:
        if anchor is None:
            return []
        if not anchor.article:
            return [anchor.record or ""]
        return list(dict.fromkeys(homes.get(c.id, c.id) for c in meant(anchor, shelves)))

    marks: dict[tuple[str, str, str | None], Decided] = {}
    for judgement in found.judgements:
        if judgement.verdict in _UNMARKED:
            continue
        others: list[str | None] = [*records(judgement.right)] or [None]
        for left in records(judgement.left):
            for right in others:
                mark = _mark(judgement, left, right)
                marks.setdefault((judgement.decision, left, right if right != left else None), mark)
    return tuple(marks.values())


def _mark(judgement: Judgement, record: str, other: str | None) -> Decided:
    return Decided(
        judgement.decision,
        judgement.verdict,
        record,
        judgement.analyst,
        judgement.made,
        judgement.reason,
        other if other != record else None,
        judgement.field,
        None if judgement.verdict is Verdict.ADD else judgement.value,
        judgement.seen,
    )


def _records(found: Reconciled) -> Iterator[tuple[str, Iterable[Claim]]]:
    for truce in found.truces:
        yield truce.id, truce.claims
    for incident in found.incidents:
        yield incident.id, incident.claims
    for toll in found.tolls:
        yield toll.id, (toll.claim, *toll.repeats)
