"""Compiled records by version: from which moment to which each stood. Derived: dropped and rebuilt at will.

A moment is a state of the journals (the last judgement and the last reading compiled). The chain "recorded" grows with
them, record by record; every other chain is the ledger as one moment of publication has it, kept until something is
written. What was never compiled is not here, and is compiled when asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any, get_args, get_type_hints

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from ..records.codec import from_json, to_json
from ..records.ledger import Breach, Ledger
from .judging import Position
from .tables import active, judgements, moments, readings, versions

RECORDED = "recorded"
# What is not compiled into rows: the moment, the reports (kept for themselves), the states (computed at a moment).
_NOT_KEPT = frozenset({"at", "articles", "states"})


@cache
def _parts() -> dict[str, Any]:
    """The parts of a ledger that are kept, each with the type of its records; a new part is kept as it comes."""
    hints = get_type_hints(Ledger)
    return {f.name: get_args(hints[f.name])[0] for f in fields(Ledger) if f.name not in _NOT_KEPT}


def position_at(connection: Connection, recorded_by: datetime | None) -> Position:
    """Where the journals stood at a moment."""
    found = []
    for table in (judgements, active):
        last = select(func.coalesce(func.max(table.c.row), 0))
        if recorded_by is not None:
            last = last.where(table.c.recorded <= recorded_by)
        found.append(int(connection.execute(last).scalar_one()))
    return Position(*found)


def published_chain(connection: Connection, published_by: datetime) -> str:
    """The chain of a moment of publication: all moments between two reports are one."""
    last = connection.execute(
        select(func.max(readings.c.published)).where(readings.c.published <= published_by)
    ).scalar()
    return f"published {last.isoformat() if last else 'nothing'}"


def remember(connection: Connection, chain: str, at: Position, ledger: Ledger) -> None:
    """Keep what was compiled at a state of the journals; what is kept already, or is older than what is, is left."""
    newest = connection.execute(
        select(moments.c.judged, moments.c.read).where(moments.c.chain == chain).order_by(moments.c.row.desc())
    ).first()
    if newest is not None and (newest.judged >= at.judged and newest.read >= at.read):
        return
    if chain != RECORDED:
        _forget_published(connection, at)
    moment = connection.execute(
        insert(moments).values(chain=chain, judged=at.judged, read=at.read).returning(moments.c.row)
    ).scalar_one()
    stand = {
        (row.kind, row.record): (row.row, row.digest)
        for row in connection.execute(
            select(versions.c.row, versions.c.kind, versions.c.record, versions.c.digest).where(
                versions.c.chain == chain, versions.c.until.is_(None)
            )
        )
    }
    new = []
    for kind, name, body in _rows(ledger):
        digest = hashlib.sha256(body.encode()).hexdigest()
        held = stand.pop((kind, name), None)
        if held is not None and held[1] == digest:
            continue
        if held is not None:
            _close(connection, held[0], moment)
        new.append({"chain": chain, "kind": kind, "record": name, "digest": digest, "body": body, "since": moment})
    for row, _ in stand.values():
        _close(connection, row, moment)
    if new:
        connection.execute(insert(versions), new)


def recall(connection: Connection, chain: str, at: Position) -> Ledger | None:
    """The records as they stood, without articles, states and moment; None where they were never compiled."""
    moment = connection.execute(
        select(moments.c.row).where(moments.c.chain == chain, moments.c.judged == at.judged, moments.c.read == at.read)
    ).scalar()
    if moment is None:
        return None
    v = versions.c
    stood = select(v.kind, v.body).where(v.chain == chain, v.since <= moment, or_(v.until.is_(None), v.until > moment))
    held: dict[str, list[Any]] = {}
    for kind, body in connection.execute(stood.order_by(v.row)):
        held.setdefault(kind, []).append(json.loads(body))
    parts: dict[str, Any] = {
        part: tuple(from_json(of, body) for body in held.get(part, ())) for part, of in _parts().items()
    }
    return Ledger(None, **parts)


def forget(connection: Connection) -> None:
    """Drop every version."""
    connection.execute(delete(versions))
    connection.execute(delete(moments))


def positions(connection: Connection) -> list[tuple[Position, datetime]]:
    """Every state of the journals with the moment it was reached, oldest first."""
    times: set[datetime] = set()
    for table in (judgements, active):
        times |= set(connection.execute(select(table.c.recorded).distinct()).scalars())
    return [(position_at(connection, time), time) for time in sorted(times)]


def _forget_published(connection: Connection, at: Position) -> None:
    old = select(moments.c.chain).where(
        moments.c.chain != RECORDED, or_(moments.c.judged != at.judged, moments.c.read != at.read)
    )
    connection.execute(delete(versions).where(versions.c.chain.in_(old)))
    connection.execute(
        delete(moments).where(
            moments.c.chain != RECORDED, or_(moments.c.judged != at.judged, moments.c.read != at.read)
        )
    )


def _close(connection: Connection, row: int, moment: int) -> None:
    connection.execute(update(versions).where(versions.c.row == row).values(until=moment))


def _rows(ledger: Ledger) -> Iterator[tuple[str, str, str]]:
    """Part, name and JSON of every record; what has no id goes by its content."""
    for part in _parts():
        seen: dict[str, int] = {}
        for record in getattr(ledger, part):
            body = _body(record)
            name = _name(record) or hashlib.sha256(body.encode()).hexdigest()
            # Judgements of one decision on several records share a name.
            seen[name] = seen.get(name, 0) + 1
            yield part, name if seen[name] == 1 else f"{name} {seen[name]}", body


def _name(record: Any) -> str:
    if isinstance(record, Breach):
        return f"{record.incident} {record.truce}"
    if isinstance(record, tuple):
        return str(record[0])
    return str(getattr(record, "id", ""))


def _body(record: Any) -> str:
    return json.dumps(to_json(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
