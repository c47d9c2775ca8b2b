"""``trucewatch show ID``: one record or claim with its words in context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .asking import asks
from .options import DEFAULT_DB, AsJson, Db
from .saying import console, fail, print_json

if TYPE_CHECKING:
    from ..query.asked import Query
    from ..store import Store
    from .ledgers import View


@asks(at=True, records=False)
def show(
    asked: Query,
    record: Annotated[
        str, typer.Argument(help="Id of a record (T1, I7, N3) or the first letters of a claim's id.", metavar="ID")
    ],
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """One record or claim: every value, who gives it, and its words marked in the report."""
    from .ledgers import opened, view

    with opened(db) as store:
        seen = view(store, asked)
        found = found_record(store, seen, record)
    if as_json:
        from ..export.claims_json import claim_json
        from ..export.ledger_json import located_sections

        for rows in located_sections(seen.ledger).values():
            for row in rows:
                if row.get("id") == getattr(found, "id", None):
                    return print_json(row)
        return print_json(claim_json(found))
    from .record import print_record

    print_record(console(), seen, found)


def found_record(store: Store, seen: View, asked: str) -> Any:
    """The record of an id, or the claim whose id begins so; a merged record is found under its old id too."""
    ledger = seen.ledger
    wanted = store.forwarded(asked.upper())
    if wanted != asked.upper():
        console(error=True).print(f"{asked} was merged into {wanted}.", style="yellow")
    records: tuple[Any, ...] = (*ledger.truces, *ledger.incidents, *ledger.tolls)
    for record in records:
        if record.id in (wanted, asked):
            return record
    claims = {c.id: c for c in seen.claims if c.id.startswith(asked.lower())}
    if len(claims) > 1:
        fail(f"{asked} is the beginning of {len(claims)} ids: {', '.join(sorted(claims)[:5])}. Give more letters.")
    if not claims:
        fail(f"There is no {asked} in this ledger. `trucewatch truces`, `incidents` and `claims` list the ids.")
    return next(iter(claims.values()))
