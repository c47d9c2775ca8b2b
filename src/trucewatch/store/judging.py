"""Writing decisions down: numbered under the write lock, refused where what they are about has changed since it was seen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, insert, select

from ..reconciliation.added import added_claim
from ..records.codec import from_json, to_json
from ..records.review import Judgement, Verdict, matter
from ..records.text import Article
from .opening import StoreError
from .search import index_claim, index_reading
from .tables import active, articles, judgements


class StaleError(StoreError):
    """What a judgement is about has changed since its analyst saw it; nothing was written."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far the journals were when a ledger was looked at: the last row of judgements and of active readings."""

    judged: int
    read: int


def write_decision(
    connection: Connection,
    made: Sequence[Judgement],
    now: datetime,
    seen: Position | None,
    notes: Sequence[Article],
) -> tuple[Judgement, ...]:
    """Write the judgements of one decision under its number, in a transaction that holds the write lock."""
    if seen is not None:
        _refuse_stale(connection, made, seen)
    number = 1 + max((_number(row.id) for row in connection.execute(select(judgements.c.id))), default=0)
    for note in notes:
        if connection.execute(select(articles.c.id).where(articles.c.id == note.id)).first() is None:
            connection.execute(insert(articles).values(id=note.id, text=note.text, recorded=now))
        index_reading(connection, note, [])
    for judgement in made:
        if judgement.verdict is Verdict.ADD:
            index_claim(connection, added_claim(judgement))
    written = tuple(replace(j, id=f"J{number}.{n}") for n, j in enumerate(made, 1))
    for judgement in written:
        write_judgement(connection, judgement, now)
    return written


def write_judgement(connection: Connection, judgement: Judgement, now: datetime) -> None:
    """Write one judgement under the id it has."""
    body = json.dumps(to_json(judgement), ensure_ascii=False, sort_keys=True)
    values = {"id": judgement.id, "analyst": judgement.analyst, "body": body, "recorded": now}
    connection.execute(insert(judgements).values(**values))


def _number(judgement: str) -> int:
    digits = judgement.split(".")[0].removeprefix("J")
    return int(digits) if digits.isdigit() else 0


def _refuse_stale(connection: Connection, made: Sequence[Judgement], seen: Position) -> None:
    mine = {matter(j): j for j in made}
    later = select(judgements.c.body).where(judgements.c.row > seen.judged).order_by(judgements.c.row)
    for row in connection.execute(later):
        other = from_json(Judgement, json.loads(row.body))
        own = mine.get(matter(other))
        if own is not None:
            raise StaleError(_changed(own, other))
    corrected = {a.article for j in made if j.verdict is Verdict.CORRECT for a in (j.left,)}
    again = select(active.c.article).where(active.c.row > seen.read, active.c.article.in_(corrected))
    if corrected and connection.execute(again).first() is not None:
        raise StaleError("the report was read anew since you looked, so its values may have changed; look again")


def _changed(own: Judgement, other: Judgement) -> str:
    what = own.field or "this"
    about = own.left.record or own.left.kind
    verb = "took back" if other.undoes else "decided on"
    return (
        f"{other.analyst} {verb} {what} of {about} at {other.made:%Y-%m-%d %H:%M} ({other.decision}), after you looked; "
        f"nothing was written. Look again, then decide: trucewatch show {about}"
    )
