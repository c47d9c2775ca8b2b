"""What a person decides about records: signed, dated, reversible, append-only.

A judgement is anchored to a record's id and to article, kind and spans of a claim (never to a claim id alone),
so that it attaches again when a new extractor reads the same words.
"""

from __future__ import annotations

import re
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

KINDS: dict[str, type[Claim]] = {
    "truce": TruceClaim,
    "incident": IncidentClaim,
    "toll": TollClaim,
    "control": ControlClaim,
    "talk": TalkClaim,
    "position": PositionClaim,
    "relation": RelationClaim,
    "population": PopulationClaim,
}
_NAMES: dict[type, str] = {kind: name for name, kind in KINDS.items()}


class Verdict(StrEnum):
    """What was decided: about one record or claim, about two, about a source, a person, or a round of coding.

    SAME is a merge, DIFFERENT a split. CONFIRM and DENY are about an incident held against a truce.
    CODE is one coder's answer in a blind round (ROUND); neither changes the ledger.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    SAME = "same"
    DIFFERENT = "different"
    CORRECT = "correct"
    GRADE_SOURCE = "grade_source"
    GRADE_CLAIM = "grade_claim"
    CONFIRM = "confirm"
    DENY = "deny"
    ADD = "add"
    REDACT = "redact"
    REVEAL = "reveal"
    ROUND = "round"
    CODE = "code"


# Verdicts that answer one question: of those the last one stands.
_QUESTIONS = (
    {Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE},
    {Verdict.SAME, Verdict.DIFFERENT},
    {Verdict.CONFIRM, Verdict.DENY},
    {Verdict.REDACT, Verdict.REVEAL},
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement is about: the words of a claim, and the record that it stood in when judged.

    ``spans`` are the ``(start, end)`` of the words that tell the claim apart from its neighbours
    (the label and area of a truce, the act and place of an incident) in the article whose hash is ``article``.
    A source, a person or a round has no words: ``article`` is then empty, ``kind`` says which, ``record`` names it.
    """

    article: str
    kind: str
    spans: tuple[tuple[int, int], ...]
    record: str | None = None

    def among(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims meant: those of exactly these words, else those that share most of them; none where none does.

        A place or party that is read now, or no longer, leaves the rest of the words as they were: such a claim is meant too.
        """
        rivals = [c for c in claims if c.article == self.article and kind_of(c) == self.kind]
        exact = tuple(c for c in rivals if spans_of(c) == self.spans)
        if exact:
            return exact
        shares = [(_shared(self.spans, spans_of(c)), c) for c in rivals]
        near = [(share, c) for share, c in shares if share >= 0.5 or _nested(self.spans, spans_of(c))]
        best = max((share for share, _ in near), default=0.0)
        return tuple(c for share, c in near if share == best)


@dataclass(frozen=True, slots=True)
class Judgement(Shown):
    """One decision of one analyst. ``undoes`` names an earlier judgement that this one takes back.

    ``right`` is the other record of SAME and DIFFERENT, the truce of CONFIRM and DENY. ``field`` is the path of the
    value that CORRECT or CODE is about, ``value`` what it is to be and ``seen`` what it was when judged, both as JSON
    of their type; for grades ``value`` is the letter or figure, for DENY the outcome, for ADD the claim.
    ``words`` are words of the article that the analyst cites.
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
    seen: str | None = None
    words: tuple[Span, ...] = ()

    @property
    def decision(self) -> str:
        """The decision it belongs to: one decision on a record (J3) is a judgement on each of its claims (J3.1, J3.2)."""
        return self.id.split(".")[0]


def kind_of(claim: Claim) -> str:
    """The kind of a claim, as anchors and stores name it."""
    return _NAMES[type(claim)]


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


def thing(kind: str, name: str) -> Anchor:
    """The anchor of what has no words of its own: a source, a person, a round of coding."""
    return Anchor("", kind, (), name)


def _shared(left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...]) -> float:
    """Share of the characters of both that both have."""
    a = {i for start, end in left for i in range(start, end)}
    b = {i for start, end in right for i in range(start, end)}
    return len(a & b) / len(a | b) if a or b else 0.0


def _nested(left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...]) -> bool:
    """Whether one has all the words of the other."""
    a, b = set(left), set(right)
    return bool(a and b) and (a <= b or b <= a)


def in_order(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Judgements in order of making; those of one moment by their number."""
    return sorted(judgements, key=lambda j: (j.made, [int(n) for n in re.findall(r"\d+", j.id)], j.id))


def undone(judgements: Sequence[Judgement]) -> frozenset[str]:
    """Ids of the judgements that are taken back; taking back an undoing brings what it undid back."""
    found: set[str] = set()
    for judgement in reversed(in_order(judgements)):
        if judgement.undoes and judgement.id not in found:
            found.add(judgement.undoes)
    return frozenset(found)


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Judgements in force, in order of making: those undone are left out, and so are the undoings.

    Of judgements that answer the same question about the same words the last one stands.
    """
    gone = undone(judgements)
    last: dict[tuple[object, ...], Judgement] = {}
    for judgement in in_order(judgements):
        if judgement.undoes is None and judgement.id not in gone:
            last[matter(judgement)] = judgement
    return tuple(in_order(list(last.values())))


def matter(judgement: Judgement) -> tuple[object, ...]:
    """What a judgement answers: two of one matter cannot both stand."""
    if judgement.verdict is Verdict.ADD:
        return (Verdict.ADD, judgement.id)
    question = next((n for n, asked in enumerate(_QUESTIONS) if judgement.verdict in asked), judgement.verdict)
    coder = judgement.analyst if judgement.verdict is Verdict.CODE else None
    both = [a for a in (judgement.left, judgement.right) if a is not None]
    if judgement.verdict is Verdict.CODE:
        both = both[:1]
    about = frozenset((a.article, a.kind, a.spans, a.record if not a.article else None) for a in both)
    round_ = judgement.right.record if judgement.verdict is Verdict.CODE and judgement.right else None
    return (question, about, judgement.field, coder, round_)
