"""Decisions on incidents held against truces: confirm or deny."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..options import DEFAULT_DB, AsJson, Db
from ..saying import fail
from .signing import Analyst, Why, judgement, meant, reasoned, signed, write

if TYPE_CHECKING:
    from ...records.review import Verdict

Act = Annotated[str, typer.Argument(help="Id of the incident.", metavar="INCIDENT")]
Pact = Annotated[str, typer.Argument(help="Id of the truce.", metavar="TRUCE")]


def confirm(
    incident: Act, truce: Pact, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """It is a breach, on your word: the outcome becomes *verified*, and says that it is you who verified it."""
    from ...records.review import Verdict

    reasoned(reason, "Confirming a breach")
    _decide(Verdict.CONFIRM, incident, truce, None, analyst, reason, as_json, db)


def deny(
    incident: Act,
    truce: Pact,
    instead: Annotated[
        str, typer.Option("--as", help="What it is instead: permitted, outside_area, before_entry_into_force …")
    ],
    analyst: Analyst = "",
    reason: Why = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """It is no breach of that truce: say what it is instead."""
    from ...monitoring.confirmed import DENIALS
    from ...records.review import Verdict

    reasoned(reason, "Denying a breach")
    outcome = next((o for o in DENIALS if o.value == instead.replace(" ", "_")), None)
    if outcome is None:
        fail(f"--as: there is no {instead!r}; there are: {', '.join(o.value for o in DENIALS)}.")
    _decide(Verdict.DENY, incident, truce, outcome.value, analyst, reason, as_json, db)


def _decide(
    verdict: Verdict, incident: str, truce: str, value: str | None, analyst: str, reason: str, as_json: bool, db: str
) -> None:
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen = view(store)
        act, pact = meant(store, seen, incident), meant(store, seen, truce)
        held: Any = next((b for b in seen.ledger.breaches if (b.incident, b.truce) == (act.id, pact.id)), None)
        if held is None:
            fail(f"{incident} is not held against {truce}. `trucewatch breaches --all` lists what is.")
        if verdict.value == "confirm" and (no := [t for t in held.tests if t.answer.value == "no"]):
            fail(
                f"The test “{no[0].name}” answers no: {no[0].reason}. If that is wrong, correct what it rests on first "
                f"(trucewatch why {act.id} breach)."
            )
        made = [
            judgement(verdict, left, analyst, reason, right=right, value=value, seen=held.outcome.value)
            for left in act.anchors()
            for right in pact.anchors()
        ]
        write(store, made, seen, f"{verdict.value} {act.id} against {pact.id} (it was {held.outcome.value})", as_json)
