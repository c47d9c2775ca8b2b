"""The ledger by subject: ``truces``, ``incidents``, ``claims``, ``breaches``, ``tolls``, ``talks``, ``control``, ``articles``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .asking import asks
from .options import DEFAULT_DB, AsJson, Db
from .saying import console, print_json

if TYPE_CHECKING:
    from ..query.asked import Query
    from .ledgers import Asked

_EMPTY = "None in this ledger. That is what the reports read so far say, not that there are none."
_NONE_MEANT = "None of what has been read answers that. That is what the reports say, not that there are none."


@asks(at=True)
def truces(asked: Query, as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """The truce board: term, state, condition and parties of every truce."""
    found = _found(db, asked)
    if as_json:
        return _as_json(found, "truces")
    from .tables.truces import truce_board

    ledger = found.view.ledger
    _print(found, truce_board(ledger), ledger.truces, "truces")


@asks()
def incidents(asked: Query, as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Incidents with who says so and how each bears on each truce."""
    found = _found(db, asked)
    if as_json:
        return _as_json(found, "incidents")
    from .tables.incidents import incident_table

    ledger = found.view.ledger
    _print(found, incident_table(ledger), ledger.incidents, "incidents")


@asks()
def breaches(
    asked: Query,
    every: Annotated[bool, typer.Option("--all", help="Also pairs outside the area or the term.")] = False,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Incidents held against truces by the seven tests."""
    found = _found(db, asked)
    if as_json:
        return _as_json(found, "breaches")
    from .tables.incidents import BESIDE, breach_table

    held = found.view.ledger.breaches
    shown = [b for b in held if every or b.outcome not in BESIDE]
    _print(found, breach_table(found.view.ledger, shown), shown, "incidents")
    if hidden := len(held) - len(shown):
        console().print(f"{hidden} more lie outside the truce's area or term: --all shows them.", style="dim")


@asks()
def tolls(asked: Query, as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Figures tied to no one incident; rivals stand beside each other, nothing is summed."""
    found = _found(db, asked)
    if as_json:
        return _as_json(found, "tolls")
    from .tables.others import toll_table

    ledger = found.view.ledger
    _print(found, toll_table(ledger.tolls), ledger.tolls, "tolls")


@asks()
def talks(asked: Query, as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Meetings and negotiations, and what actors want, refuse or demand."""
    found = _found(db, asked)
    if as_json:
        return _as_json(found, "talks", "positions")
    from .tables.others import position_table, talk_table

    ledger = found.view.ledger
    _print(found, talk_table(ledger.talks), ledger.talks, "talks")
    if ledger.positions:
        console().print(position_table(ledger.positions))


@asks()
def control(asked: Query, as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """Who is said to hold which place, and by whose word."""
    found = _found(db, asked)
    if as_json:
        return _as_json(found, "control")
    from .tables.others import control_table

    ledger = found.view.ledger
    _print(found, control_table(ledger.control), ledger.control, "control")


@asks()
def claims(
    asked: Query,
    kind: Annotated[
        str | None, typer.Option(help="truce, incident, toll, control, talk, position, relation or population.")
    ] = None,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Every claim as read, before anything is joined: who says what, in which words."""
    from ..records.review import kind_of

    found = _found(db, asked, claims_too=True)
    shown = [c for c in found.view.claims if kind is None or kind_of(c) == kind]
    if as_json:
        from ..export.claims_json import claim_json

        return print_json({**_head(found), "claims": [{"kind": kind_of(c), **claim_json(c)} for c in shown]})
    from .tables.others import claim_table

    _print(found, claim_table(shown), shown, "claims")


@asks()
def articles(asked: Query, as_json: AsJson = False, db: Db = DEFAULT_DB) -> None:
    """What has been read: title, publication time and how it is known, where it was found."""
    from ..export.values import maybe_when
    from .ledgers import asked as ask
    from .ledgers import opened, readings

    with opened(db) as store:
        found = ask(store, asked, claims_too=True)
        meant = {a.id for a in found.view.ledger.articles}
        kept = [k for k in readings(store, asked) if k.article.id in meant]
        listed = [(k, store.sources_of(k.article.id)) for k in kept]
    if as_json:
        rows = [
            {
                "id": k.article.id,
                "title": k.article.title.value if k.article.title else None,
                "published": maybe_when(k.article.published.when if k.article.published else None),
                "revision": k.revision,
                "claims": len(k.claims),
                "sources": [{"source": source, "raw_sha256": digest} for source, digest in sources],
            }
            for k, sources in listed
        ]
        return print_json({**_head(found), "articles": rows})
    from .tables.others import article_table

    _print(found, article_table(listed), listed, "articles")


def _found(db: str, asked: Query, *, claims_too: bool = False) -> Asked:
    from .ledgers import asked as ask
    from .ledgers import opened

    with opened(db) as store:
        return ask(store, asked, claims_too=claims_too)


def _head(found: Asked) -> dict[str, Any]:
    """What was asked, as one string that can be asked again, and of how many records it cannot be told."""
    return {"query": str(found.query), "undecided": found.undecided}


def _as_json(found: Asked, *subjects: str) -> None:
    from ..export.ledger_json import located_sections
    from ..export.values import moment

    ledger = found.view.ledger
    print_json({"at": moment(ledger.at), **_head(found), **located_sections(ledger, subjects)})


def _print(found: Asked, table: Any, rows: Sequence[Any], subject: str) -> None:
    console().print(table if rows else _NONE_MEANT if found.query.filters else _EMPTY)
    if (more := found.undecided.get(subject)) and not found.query.unsure:
        console().print(
            f"Of {more} more it cannot be told: their time, place or author is not known finely enough. --unsure shows them.",
            style="yellow",
        )
