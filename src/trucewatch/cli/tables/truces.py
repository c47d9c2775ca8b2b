"""The truce board: one row for each truce."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from ...export.wording import length_words, moment_words, when_words
from ...records.claim import Condition
from ...records.ledger import Ledger, Term, Truce, TruceState
from .base import names, table, voice_words, where_words


def truce_board(ledger: Ledger) -> Table:
    """Label, area, term, state, condition by whom, parties."""
    board = table(
        f"Truces{_as_of(ledger)}", ("Id", 4), ("Truce", 14), ("Area", 14), ("Term", 24), ("State", 12), ("Condition", 13),
        ("Parties", 16),
    )  # fmt: skip
    states = {s.truce: s for s in ledger.states}
    terms = dict(ledger.terms)
    for truce in ledger.truces:
        state = states.get(truce.id)
        board.add_row(
            truce.id,
            _label(truce),
            where_words(truce.area, truce.scope or "not stated"),
            term_words(truce, terms.get(truce.id), "\n"),
            _state(state),
            condition_words(truce, state),
            sides_words(truce),
        )
    return board


def _as_of(ledger: Ledger) -> str:
    moments = {s.at for s in ledger.states}
    if len(moments) > 1:
        return ", each as of its last report"
    moment = moments.pop() if moments else ledger.at
    return f" as of {moment_words(moment)}" if moment else ""


def _label(truce: Truce) -> str:
    parts = [truce.label]
    kind = truce.instrument.replace("_", " ")
    if kind.casefold() not in truce.label.casefold():
        parts.append(f"({kind})")
    if truce.unilateral:
        parts.append("unilateral")
    if truce.limited_to:
        parts.append("for " + ", ".join(dict.fromkeys(c.value for c in truce.limited_to)))
    if truce.parent:
        parts.append(f"under {truce.parent}")
    return " ".join(parts)


def term_words(truce: Truce, term: Term | None, between: str = "; ") -> str:
    """Start, end as computed, length and extensions as given; rival ends beside."""
    begins = f"from {when_words(term.start)}" if term and term.start else "start not stated"
    ends = f"to {when_words(term.end)}" if term and term.end else ""
    lengths = [length_words(d.value) for d in truce.durations] + [
        f"+ {length_words(e.value)}" for e in truce.extensions
    ]
    parts = [begins, ends, " ".join(dict.fromkeys(lengths))]
    if not ends and not lengths:
        parts.append("no end stated")
    if term and term.rivals:
        parts.append("rival end " + ", ".join(when_words(r) for r in term.rivals))
    if term and term.low_confidence and "low confidence" not in " ".join(parts):
        parts.append("low confidence")
    return between.join(p for p in parts if p)


def _state(state: TruceState | None) -> Text:
    if state is None:
        return Text("undated: no state", style="dim")
    words = state.state.value.replace("_", " ")
    return Text(words, style={"in force": "green", "proposed": "cyan", "agreed": "cyan"}.get(words, "yellow"))


def condition_words(truce: Truce, state: TruceState | None) -> str:
    """The observed condition and whose word it is; silence is no information, not calm."""
    told = [f"{c.condition.value.value.replace('_', ' ')} ({voice_words(c.said)})" for c in truce.claims if c.condition]
    if told:
        return "; ".join(dict.fromkeys(told))
    if state is None or state.condition is Condition.NO_INFORMATION:
        return "no information"
    return state.condition.value.replace("_", " ")


def sides_words(truce: Truce) -> str:
    """Who declared it, who is bound, who mediates, who is left out."""
    groups = (
        ("", truce.bound),
        ("declared by ", truce.declared_by),
        ("mediated by ", truce.mediated_by),
        ("not party: ", truce.excluded),
    )
    return "; ".join(f"{head}{who}" for head, found in groups if (who := names(found))) or "not stated"
