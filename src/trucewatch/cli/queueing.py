"""``trucewatch queue``: what waits for a person, the most pressing first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .asking import asks
from .options import DEFAULT_DB, AsJson, Db
from .saying import console, moment, print_json

if TYPE_CHECKING:
    from ..query.asked import Query
    from .ledgers import View


@asks()
def queue(
    asked: Query,
    limit: Annotated[int, typer.Option(help="How many to show.", min=1)] = 20,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """What to look at first: breach-relevant × uncertain × severe × new, what nobody has judged or what has moved since."""
    from dataclasses import asdict

    from ..export.privacy import Redaction
    from ..monitoring.queue import queue as waiting
    from ..reconciliation.ground import ground
    from .ledgers import asked as ask
    from .ledgers import opened, view

    with opened(db) as store:
        whole = view(store, asked)
        found = ask(store, asked)
        recorded = moment(asked.recorded_by, "--recorded-by") if asked.recorded_by else None
        judged = store.judgements(recorded_by=recorded)
    moved = {
        j.record: m.why
        for m in ground(whole.claims, whole.ledger.articles, judged)
        for j in (m.judgement.left,)
        if j.record
    }
    rows = waiting(found.view.ledger, judged, moved)
    redaction = Redaction(whole.ledger)
    told = [
        {**asdict(w), "why": [redaction.clean(s) for s in w.why], "what": redaction.clean(_what(found.view, w.record))}
        for w in rows
    ]
    if as_json:
        return print_json(
            {"query": str(asked), "undecided": found.undecided, "waiting": len(rows), "queue": told[:limit]}
        )
    if not rows:
        console().print("Nothing waits. That is what the reports read so far say.")
        return
    from .tables.base import table

    made = table(f"{len(rows)} wait", ("Id", 5), ("What", 36), ("Why first", 40), ("Score", 8), ("Parts", 12))
    for row in told[:limit]:
        parts: list[Any] = [row[p] for p in ("relevance", "uncertainty", "severity", "newness")]
        made.add_row(
            row["record"],
            row["what"],
            "; ".join(row["why"]),
            f"{row['score']:.2f}",
            " × ".join(f"{p:.1f}" for p in parts),
        )
    console().print(made)


def _what(seen: View, record: str) -> str:
    """The words a record was read from first."""
    ledger = seen.ledger
    words = {t.id: t.claims[0].words[0] for t in ledger.truces}
    words |= {i.id: i.lead.words[0] for i in ledger.incidents}
    words |= {t.id: t.claim.words[0] for t in ledger.tolls}
    return " ".join(words[record].quote.split())
