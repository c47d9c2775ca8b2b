"""What a person decides about records: signed, dated, reversible, append-only.

A judgement is anchored to a record's id and to article, kind and spans of a claim (never to a claim id alone),
so that it attaches again when a new extractor reads the same words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from .claim import (
    Claim,
    ControlClaim,
    IncidentClaim,
    PopulationClaim,
    PositionClaim,
    RelationClaim,
    TalkClaim,
    TollClaim,
    TruceClaim,
)
from .shown import Shown
from .text import Cited, Span

_KINDS: dict[type, str] = {
    TruceClaim: "truce",
    IncidentClaim: "incident",
    TollClaim: "toll",
    ControlClaim: "control",
    TalkClaim: "talk",
    PositionClaim: "position",
    RelationClaim: "relation",
    PopulationClaim: "population",
}


class Verdict(StrEnum):
    """What was decided: about one record (accept, reject, correct) or about two (same, different)."""

    ACCEPT = "accept"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement is about: the words of a claim, and the record that it stood in when judged.

    ``spans`` are the ``(start, end)`` of the words that tell the claim apart from its neighbours
    (the label and area of a truce, the act and place of an incident) in the article whose hash is ``article``.
    """

    article: str
    kind: str
    spans: tuple[tuple[int, int], ...]
    record: str | None = None

    def among(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims meant: those of exactly these words, else those that share most of them; none where none does."""
        rivals = [c for c in claims if c.article == self.article and kind_of(c) == self.kind]
        exact = tuple(c for c in rivals if spans_of(c) == self.spans)
        if exact:
            return exact
        shares = [(_shared(self.spans, spans_of(c)), c) for c in rivals]
        best = max((share for share, _ in shares), default=0.0)
        return tuple(c for share, c in shares if share == best and best >= 0.5)


@dataclass(frozen=True, slots=True)
class Judgement(Shown):
    """One decision of one analyst. ``undoes`` names an earlier judgement that this one takes back.

    ``right`` is given for SAME and DIFFERENT only; ``field`` and ``value`` for CORRECT only.
    """

    id: str
    verdict: Verdict
    left: Anchor
    analyst: str
    made: datetime
    right: Anchor | None = None
    reason: str = ""
    field: str | None = None
    value: str | None = None
    undoes: str | None = None


def kind_of(claim: Claim) -> str:
    """The kind of a claim, as anchors and stores name it."""
    return _KINDS[type(claim)]


def spans_of(claim: Claim) -> tuple[tuple[int, int], ...]:
    """Offsets of the words that tell a claim apart from others of its sentence, in text order."""
    cited: list[Cited[Any] | None] = []
    if isinstance(claim, TruceClaim):
        cited = [claim.label, claim.area if claim.area and not claim.area.derivation else None]
    elif isinstance(claim, IncidentClaim):
        cited = [claim.event, claim.place]
    elif isinstance(claim, TollClaim):
        cited = [claim.harm.count]
    elif isinstance(claim, ControlClaim):
        cited = [claim.place, claim.holder]
    words = [e for c in cited if c is not None for e in c.evidence if isinstance(e, Span)] or list(claim.words)
    return tuple(sorted({(w.start, w.end) for w in words}))


def anchor_of(claim: Claim, record: str | None = None) -> Anchor:
    """The anchor of a claim."""
    return Anchor(claim.article, kind_of(claim), spans_of(claim), record)


def _shared(left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...]) -> float:
    """Share of the characters of both that both have."""
    a = {i for start, end in left for i in range(start, end)}
    b = {i for start, end in right for i in range(start, end)}
    return len(a & b) / len(a | b) if a or b else 0.0


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Judgements in force, in order of making: those undone are left out, and so are the undoings.

    Of judgements about the same anchors and field the last one stands.
    """
    ordered = sorted(judgements, key=lambda j: (j.made, j.id))
    undone = {j.undoes for j in ordered if j.undoes}
    last: dict[tuple[object, ...], Judgement] = {}
    for judgement in ordered:
        if judgement.undoes is None and judgement.id not in undone:
            last[_matter(judgement)] = judgement
    return tuple(sorted(last.values(), key=lambda j: (j.made, j.id)))


def _matter(judgement: Judgement) -> tuple[object, ...]:
    anchors = [a for a in (judgement.left, judgement.right) if a is not None]
    return (frozenset((a.article, a.kind, a.spans) for a in anchors), judgement.field)
