"""The ledger by subject: ``truces``, ``incidents``, ``claims``, ``breaches``, ``tolls``, ``talks``, ``control``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import DEFAULT_DB, AsJson, At, Db, PublishedBy, RecordedBy
from .saying import console, print_json

if TYPE_CHECKING:
    from .ledgers import View

_EMPTY = "None in this ledger. That is what the reports read so far say, not that there are none."


def truces(
    at: At = None,
    published_by: PublishedBy = None,
    recorded_by: RecordedBy = None,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """The truce board: term, state, condition and parties of every truce."""
    seen = _seen(db, at, published_by, recorded_by)
    if as_json:
        return _as_json(seen, "truces")
    from .tables.truces import truce_board

    _print(truce_board(seen.ledger), seen.ledger.truces)


def incidents(
    published_by: PublishedBy = None, recorded_by: RecordedBy = None, as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """Incidents with who says so and how each bears on each truce."""
    seen = _seen(db, None, published_by, recorded_by)
    if as_json:
        return _as_json(seen, "incidents")
    from .tables.incidents import incident_table

    _print(incident_table(seen.ledger), seen.ledger.incidents)


def breaches(
    every: Annotated[bool, typer.Option("--all", help="Also pairs outside the area or the term.")] = False,
    published_by: PublishedBy = None,
    recorded_by: RecordedBy = None,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Incidents held against truces by the seven tests."""
    seen = _seen(db, None, published_by, recorded_by)
    if as_json:
        return _as_json(seen, "breaches")
    from .tables.incidents import BESIDE, breach_table

    shown = [b for b in seen.ledger.breaches if every or b.outcome not in BESIDE]
    _print(breach_table(seen.ledger, shown), shown)
    hidden = len(seen.ledger.breaches) - len(shown)
    if hidden:
        console().print(f"{hidden} more lie outside the truce's area or term: --all shows them.", style="dim")


def tolls(
    published_by: PublishedBy = None, recorded_by: RecordedBy = None, as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """Figures tied to no one incident; rivals stand beside each other, nothing is summed."""
    seen = _seen(db, None, published_by, recorded_by)
    if as_json:
        return _as_json(seen, "tolls")
    from .tables.others import toll_table

    _print(toll_table(seen.ledger.tolls), seen.ledger.tolls)


def talks(
    published_by: PublishedBy = None, recorded_by: RecordedBy = None, as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """Meetings and negotiations, and what actors want, refuse or demand."""
    seen = _seen(db, None, published_by, recorded_by)
    if as_json:
        return _as_json(seen, "talks", "positions")
    from .tables.others import position_table, talk_table

    _print(talk_table(seen.ledger.talks), seen.ledger.talks)
    if seen.ledger.positions:
        console().print(position_table(seen.ledger.positions))


def control(
    published_by: PublishedBy = None, recorded_by: RecordedBy = None, as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """Who is said to hold which place, and by whose word."""
    seen = _seen(db, None, published_by, recorded_by)
    if as_json:
        return _as_json(seen, "control")
    from .tables.others import control_table

    _print(control_table(seen.ledger.control), seen.ledger.control)


def claims(
    kind: Annotated[
        str | None, typer.Option(help="truce, incident, toll, control, talk, position, relation or population.")
    ] = None,
    published_by: PublishedBy = None,
    recorded_by: RecordedBy = None,
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Every claim as read, before anything is joined: who says what, in which words."""
    from ..records.review import kind_of

    seen = _seen(db, None, published_by, recorded_by)
    found = [c for c in seen.claims if kind is None or kind_of(c) == kind]
    if as_json:
        from ..export.claims_json import claim_json

        return print_json({"claims": [{"kind": kind_of(c), **claim_json(c)} for c in found]})
    from .tables.others import claim_table

    _print(claim_table(found), found)


def articles(
    published_by: PublishedBy = None, recorded_by: RecordedBy = None, as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """What has been read: title, publication time and how it is known, where it was found."""
    from ..export.values import maybe_when
    from .ledgers import opened, readings

    with opened(db) as store:
        kept = readings(store, published_by, recorded_by)
        found = [(k, store.sources_of(k.article.id)) for k in kept]
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
            for k, sources in found
        ]
        return print_json({"articles": rows})
    from .tables.others import article_table

    _print(article_table(found), found)


def _seen(db: str, at: str | None, published_by: str | None, recorded_by: str | None) -> View:
    from .ledgers import opened, view

    with opened(db) as store:
        return view(store, at, published_by, recorded_by)


def _as_json(seen: View, *subjects: str) -> None:
    from ..export.ledger_json import located_sections
    from ..export.values import moment

    print_json({"at": moment(seen.ledger.at), **located_sections(seen.ledger, subjects)})


def _print(table: Any, rows: Any) -> None:
    console().print(table if rows else _EMPTY)
