"""Breach assessments that a person confirmed or denied: the only way to *verified*; the seven tests stand as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ..records.ledger import Breach, Incident, Outcome, Truce
from ..records.review import Anchor, Judgement, Verdict, anchor_of, in_order
from .breaches import BREACHES

# What an incident may be said to be instead, where a person denies that it is a breach.
DENIALS = tuple(o for o in Outcome if o not in BREACHES)
_Key = tuple[str, str, tuple[tuple[int, int], ...]]


def decide(
    breaches: Sequence[Breach],
    incidents: Sequence[Incident],
    truces: Sequence[Truce],
    judgements: Sequence[Judgement],
) -> tuple[Breach, ...]:
    """The assessments as people left them: each with the outcome decided, and in ``assessed`` that of the tests."""
    made: dict[_Key, list[Judgement]] = defaultdict(list)
    for judgement in in_order([j for j in judgements if j.verdict in (Verdict.CONFIRM, Verdict.DENY)]):
        made[_key(judgement.left)].append(judgement)
    if not made:
        return tuple(breaches)
    acts = {i.id: i for i in incidents}
    agreed = {t.id: {_key(anchor_of(c)) for c in t.claims} for t in truces}

    def one(breach: Breach) -> Breach:
        told = [j for c in acts[breach.incident].claims for j in made.get(_key(anchor_of(c)), ())]
        about = [j for j in told if j.right is not None and _key(j.right) in agreed[breach.truce]]
        return _as_decided(breach, in_order(about)[-1]) if about else breach

    return tuple(one(b) for b in breaches)


def _key(anchor: Anchor) -> _Key:
    return anchor.article, anchor.kind, anchor.spans


def _as_decided(breach: Breach, judgement: Judgement) -> Breach:
    who = f"{judgement.analyst}, {judgement.made.day} {judgement.made:%b %Y}"
    why = f": {judgement.reason}" if judgement.reason else ""
    if judgement.verdict is Verdict.DENY:
        outcome = Outcome(judgement.value or Outcome.NOT_ASSESSABLE)
        return replace(
            breach, outcome=outcome, assessed=breach.outcome, reason=f"denied by {who}{why}", alleged_party=None
        )
    return replace(
        breach, outcome=Outcome.VERIFIED, assessed=breach.outcome, reason=f"confirmed by {who}{why} ({breach.reason})"
    )
