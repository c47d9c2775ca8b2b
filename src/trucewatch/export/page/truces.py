"""The truces of the page: every value each report gives, the term step by step, the two axes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ...records.claim import TruceClaim
from ...records.ledger import Ledger, Term, Truce, TruceState
from ...records.text import Cited
from ..wording import length_words, party_words, place_words, when_words
from .tables import cited, distinct
from .words import Cell, Marks


@dataclass(frozen=True, slots=True)
class TruceCard:
    """One truce, ready to print: ``facts`` are (name, cells)."""

    target: str
    title: str
    parent: str
    state: str
    why: str
    condition: tuple[Cell, ...]
    facts: tuple[tuple[str, tuple[Cell, ...]], ...]
    steps: tuple[str, ...]
    rivals: tuple[str, ...]
    low_confidence: bool


def truce_cards(ledger: Ledger, marks: Marks) -> tuple[TruceCard, ...]:
    """All truces in the order of the ledger."""
    terms, states = dict(ledger.terms), {s.truce: s for s in ledger.states}
    titles = {t.id: _title(t) for t in ledger.truces}
    return tuple(_card(t, terms[t.id], states.get(t.id), titles, marks) for t in ledger.truces)


def _title(truce: Truce) -> str:
    return f"{truce.label}, {place_words(truce.area.value) if truce.area else 'area not stated'}"


def _card(truce: Truce, term: Term, state: TruceState | None, titles: dict[str, str], marks: Marks) -> TruceCard:
    condition = distinct(
        cited(marks, claim.article, "truce", claim.condition, _condition_words(claim))
        for claim in truce.claims
        if claim.condition
    )
    return TruceCard(
        target=f"t-{truce.id}",
        title=titles[truce.id],
        parent=titles.get(truce.parent or "", ""),
        state=state.state.value.replace("_", " ") if state else "not computed: no article is dated",
        why=state.why if state else "",
        condition=condition or (Cell("no information"),),
        facts=tuple((name, cells) for name, cells in _facts(truce, marks) if cells),
        steps=tuple(step.sentence for step in term.steps),
        rivals=tuple(when_words(w) for w in term.rivals),
        low_confidence=term.low_confidence,
    )


def _facts(truce: Truce, marks: Marks) -> Iterable[tuple[str, tuple[Cell, ...]]]:
    def every(
        get: Callable[[TruceClaim], Iterable[Cited[Any]]], kind: str, words: Callable[[Any], str]
    ) -> tuple[Cell, ...]:
        return distinct(
            cited(marks, claim.article, kind, value, words(value.value))
            for claim in truce.claims
            for value in get(claim)
        )

    def one(name: str) -> Callable[[TruceClaim], Iterable[Cited[Any]]]:
        return lambda claim: tuple(filter(None, (getattr(claim, name),)))

    def many(name: str) -> Callable[[TruceClaim], Iterable[Cited[Any]]]:
        return lambda claim: getattr(claim, name)

    yield "Called", every(one("label"), "truce", str)
    yield "Area", every(one("area"), "place", place_words)
    yield "Limited to", every(one("limited_to"), "truce", str)
    yield "Declared by", every(many("declared_by"), "party", party_words)
    yield "Bound", every(many("bound"), "party", party_words)
    yield "Excluded", every(many("excluded"), "party", party_words)
    yield "Areas left out", every(many("excluded_areas"), "place", place_words)
    yield "Mediated or guaranteed by", every(many("mediated_by"), "party", party_words)
    yield "Announced", every(one("announced"), "time", when_words)
    yield "Starts", every(one("start"), "time", when_words)
    yield "Length", every(one("duration"), "time", length_words)
    yield "Extended by", every(one("extension"), "time", length_words)
    yield "Ends", every(one("end"), "time", when_words)
    yield "What is said of it", _acts(truce, marks)


def _acts(truce: Truce, marks: Marks) -> tuple[Cell, ...]:
    """Each act of the claims, by whom, with the whole words of the claim."""
    return distinct(
        Cell(
            f"{claim.act.value.replace('_', ' ')} (per {_speaker(claim)})",
            marks.link(claim.article, "truce", claim.words),
        )
        for claim in truce.claims
    )


def _condition_words(claim: TruceClaim) -> str:
    assert claim.condition is not None
    return f"{claim.condition.value.value.replace('_', ' ')} (per {_speaker(claim)})"


def _speaker(claim: TruceClaim) -> str:
    return party_words(claim.said.speaker.value) if claim.said.speaker else "the report"
