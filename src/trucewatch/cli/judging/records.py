"""Decisions on whole records: accept, reject, unsure, merge, split."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..options import DEFAULT_DB, AsJson, Db
from ..saying import fail
from .signing import Analyst, Many, One, Why, judgement, meant, reasoned, signed, write

if TYPE_CHECKING:
    from .signing import Meant

Two = Annotated[str, typer.Argument(help="Id of the other.", metavar="ID")]
Claims = Annotated[
    list[str], typer.Argument(help="Claims to take out of it (`show` gives their ids).", metavar="CLAIM…")
]


def accept(
    records: Many, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """You have checked it: it stands as it is."""
    _status("accept", records, analyst, reason, as_json, db)


def reject(
    records: Many, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """It is no such thing: its claims leave the ledger, and come back when this is undone."""
    reasoned(reason, "Rejecting")
    _status("reject", records, analyst, reason, as_json, db)


def unsure(
    records: Many, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """You cannot tell: it stays, marked, and high in the queue."""
    _status("unsure", records, analyst, reason, as_json, db)


def _status(verdict: str, records: list[str], analyst: str, reason: str, as_json: bool, db: str) -> None:
    from ...records.review import Verdict
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen = view(store)
        found = [meant(store, seen, record) for record in records]
        made = [judgement(Verdict(verdict), a, analyst, reason) for one in found for a in one.anchors()]
        write(store, made, seen, f"{verdict} {' '.join(one.id for one in found)}", as_json)


def merge(
    record: One,
    others: Annotated[list[str], typer.Argument(help="What tells of the same thing.", metavar="ID…")],
    analyst: Analyst = "",
    reason: Why = "",
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Records that tell of one thing become one; the oldest id stays, the others lead to it."""
    from ...records.review import Verdict
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen = view(store)
        first, *rest = (meant(store, seen, one) for one in (record, *others))
        for other in rest:
            _alike(first, other)
        # Every claim is tied to one, so that all come together however little they are alike.
        (lead, *own), more = first.anchors(), [a for other in rest for a in other.anchors()]
        made = [judgement(Verdict.SAME, lead, analyst, reason, right=a) for a in (*own, *more) if a != lead]
        if not made:
            fail(f"{record} and {' '.join(others)} are one record already.")
        write(store, made, seen, f"merge {first.id} {' '.join(o.id for o in rest)}", as_json)


def split(
    record: One, claims: Claims, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """Claims of one record tell of another thing: they leave it together."""
    from ...records.review import Verdict, anchor_of
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen = view(store)
        whole = meant(store, seen, record)
        out = {c.id: c for one in claims for c in meant(store, seen, one).claims}
        stay = [c for c in whole.claims if c.id not in out]
        if strangers := [i[:7] for i in out if i not in {c.id for c in whole.claims}]:
            fail(f"{', '.join(strangers)} is no claim of {whole.id}. `trucewatch show {whole.id}` gives its claims.")
        if not stay:
            fail(f"That is all of {whole.id}: nothing would be left to split it from.")
        made = [
            judgement(Verdict.DIFFERENT, anchor_of(a, whole.id), analyst, reason, right=anchor_of(b, whole.id))
            for a in stay
            for b in out.values()
        ]
        write(store, made, seen, f"split {whole.id}: {len(out)} of {len(whole.claims)} claims leave it", as_json)


def same(
    record: One, other: Two, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """Two records tell of one thing (`merge`)."""
    merge(record, [other], analyst, reason, as_json, db)


def different(
    record: One, other: Two, analyst: Analyst = "", reason: Why = "", as_json: AsJson = False, db: Db = DEFAULT_DB
) -> None:
    """Two records, or two claims of one record, tell of two things, and are to stay apart."""
    from ...records.review import Verdict
    from ..ledgers import opened, view

    signed(analyst)
    with opened(db) as store:
        seen = view(store)
        left, right = meant(store, seen, record), meant(store, seen, other)
        _alike(left, right)
        made = [
            judgement(Verdict.DIFFERENT, a, analyst, reason, right=b)
            for a in left.anchors()
            for b in right.anchors()
            if a != b
        ]
        if not made:
            fail(f"{record} and {other} are one claim.")
        write(store, made, seen, f"different {left.id} {right.id}", as_json)


def _alike(left: Meant, right: Meant) -> None:
    from ...records.review import kind_of

    one, two = kind_of(left.claims[0]), kind_of(right.claims[0])
    if one != two:
        fail(f"{left.id} is a {one} and {right.id} a {two}: they cannot be one, and need not be kept apart.")
    if one not in ("truce", "incident"):
        fail(
            f"A {one} is joined only with the same told again in the same words of figures: correct or reject it instead."
        )
