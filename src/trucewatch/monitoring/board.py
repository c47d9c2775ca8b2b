"""The truce board as rows of data: one row for each truce, in the columns of a monitor's daily report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ..records.claim import Condition
from ..records.ledger import Breach, InstrumentState, Ledger, Outcome, Term, Truce
from ..records.party import Party
from ..records.text import Cited
from .terms import say, say_length


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One truce at the ledger's moment. Words are as the reports give them; ``None`` is "not said".

    ``held`` counts the armed incidents held against the truce by outcome, aggregates and background left out;
    these are outcomes of tests, not verified facts. ``remaining`` is in words ("14 h"), None where no end is known
    or it is past.
    """

    truce: str
    label: str
    area: str | None
    declared_by: tuple[str, ...]
    bound: tuple[str, ...]
    excluded: tuple[str, ...]
    starts: str | None
    ends: str | None
    rival_ends: tuple[str, ...]
    low_confidence: bool
    remaining: str | None
    state: InstrumentState
    why: str
    condition: Condition
    condition_by: tuple[str, ...]
    held: tuple[tuple[Outcome, int], ...]
    sources: int


def board(ledger: Ledger) -> tuple[BoardRow, ...]:
    """Rows in the ledger's order: those with an end first as it nears, then open ones."""
    terms = dict(ledger.terms)
    rows = [(_nearness(terms[t.id], ledger.at), n, _row(t, terms[t.id], ledger)) for n, t in enumerate(ledger.truces)]
    return tuple(row for _, _, row in sorted(rows, key=lambda r: (r[0], r[1])))


def _nearness(term: Term, at: datetime | None) -> float:
    end = term.end.end if term.end else None
    if end is None or at is None or end < at:
        return float("inf")
    return (end - at).total_seconds()


def _row(truce: Truce, term: Term, ledger: Ledger) -> BoardRow:
    state = next((s for s in ledger.states if s.truce == truce.id), None)
    return BoardRow(
        truce=truce.id,
        label=truce.label,
        area=truce.area.value.name if truce.area else None,
        declared_by=_names(truce.declared_by),
        bound=_names(truce.bound),
        excluded=_names(truce.excluded),
        starts=say(term.start) if term.start else None,
        ends=say(term.end) if term.end else None,
        rival_ends=tuple(say(r) for r in term.rivals),
        low_confidence=term.low_confidence,
        remaining=_remaining(term, ledger.at),
        state=state.state if state else InstrumentState.UNKNOWN,
        why=state.why if state else "no report is dated and no moment was asked for",
        condition=state.condition if state else Condition.NO_INFORMATION,
        condition_by=_condition_by(truce),
        held=_held(b for b in ledger.breaches if b.truce == truce.id),
        sources=len({c.article for c in truce.claims}),
    )


def _names(parties: Iterable[Cited[Party]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.value.shown for p in parties))


def _remaining(term: Term, at: datetime | None) -> str | None:
    """Time to the earliest moment at which it may end."""
    if at is None or term.end is None or term.end.start is None or term.end.start <= at:
        return None
    return say_length(term.end.start - at)


def _condition_by(truce: Truce) -> tuple[str, ...]:
    """Who says what of its condition; the report's own voice where no one is named."""
    found = []
    for claim in truce.claims:
        if claim.condition is not None:
            who = claim.said.speaker.value.shown if claim.said.speaker else "the report's own voice"
            found.append(f"{claim.condition.value.replace('_', ' ')}: {who}")
    return tuple(dict.fromkeys(found))


def _held(breaches: Iterable[Breach]) -> tuple[tuple[Outcome, int], ...]:
    counts = Counter(b.outcome for b in breaches if b.counted)
    return tuple((outcome, counts[outcome]) for outcome in Outcome if counts[outcome])
