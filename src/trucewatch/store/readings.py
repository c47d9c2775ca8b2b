"""Articles and what was read in them: writing a reading down, and finding the active ones again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from ..records import claim as kinds
from ..records.claim import Claim
from ..records.codec import from_json, to_json
from ..records.text import Article
from .tables import active, articles, claims, reading_claims, readings, sources

CLAIM_KINDS: dict[str, type[Claim]] = {
    kind.__name__: kind
    for kind in (
        kinds.TruceClaim,
        kinds.IncidentClaim,
        kinds.TollClaim,
        kinds.ControlClaim,
        kinds.TalkClaim,
        kinds.PositionClaim,
        kinds.RelationClaim,
        kinds.PopulationClaim,
    )
}


class Added(StrEnum):
    """What writing a reading changed."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Kept:
    """The active reading of one article as the store holds it; ``recorded`` is naive UTC."""

    article: Article
    claims: tuple[Claim, ...]
    revision: str
    recorded: datetime


def add_reading(
    connection: Connection, article: Article, found: Sequence[Claim], revision: str, now: datetime
) -> Added:
    """Write a reading and make it the active one of its article; an equal reading changes nothing."""
    bodies = [_body(claim) for claim in found]
    head = _article_body(article)
    reading = _digest(article.id, revision, head, *bodies)
    before = connection.execute(_latest_active().where(active.c.article == article.id)).first()
    if before is None:
        _insert_new(connection, articles, "id", id=article.id, text=article.text, recorded=now)
    _add_source(connection, article, now)
    if before is not None and before.reading == reading:
        return Added.UNCHANGED
    if connection.execute(select(readings.c.id).where(readings.c.id == reading)).first() is None:
        _write(connection, reading, article, head, list(zip(found, bodies, strict=True)), revision, now)
    connection.execute(insert(active).values(article=article.id, reading=reading, recorded=now))
    return Added.NEW if before is None else Added.REVISED


def active_readings(
    connection: Connection,
    *,
    published_by: datetime | None = None,
    recorded_by: datetime | None = None,
    claims_too: bool = True,
) -> tuple[Kept, ...]:
    """The active reading of every article, in the order first read.

    ``published_by`` keeps what the public could know at a moment (articles of unknown date stay out);
    ``recorded_by`` what this store had read by then, under the readings active at that time. Claims take the most time:
    without ``claims_too`` they are left out.
    """
    chosen = _latest_active(recorded_by).subquery()
    query = (
        select(readings, articles.c.text, articles.c.recorded.label("first_read"))
        .join(chosen, chosen.c.reading == readings.c.id)
        .join(articles, articles.c.id == readings.c.article)
        .order_by(articles.c.recorded, articles.c.id)
    )
    if published_by is not None:
        query = query.where(readings.c.published <= published_by)
    rows = connection.execute(query).all()
    held = _claims_of(connection, [row.id for row in rows]) if claims_too else {}
    return tuple(
        Kept(
            replace(from_json(Article, json.loads(row.body)), text=row.text),
            tuple(held.get(row.id, ())),
            row.revision,
            row.recorded,
        )
        for row in rows
    )


def sources_of(connection: Connection, article: str) -> tuple[tuple[str, str], ...]:
    """Every (path or address, digest of raw bytes) an article's text was met under, first met first."""
    query = select(sources.c.source, sources.c.raw_sha256).where(sources.c.article == article).order_by(sources.c.row)
    return tuple((row.source, row.raw_sha256) for row in connection.execute(query))


def _latest_active(recorded_by: datetime | None = None) -> Select[Any]:
    newest = select(func.max(active.c.row).label("row")).group_by(active.c.article)
    if recorded_by is not None:
        newest = newest.where(active.c.recorded <= recorded_by)
    return select(active.c.article, active.c.reading).where(active.c.row.in_(newest))


def _insert_new(connection: Connection, table: Any, key: str, **values: Any) -> None:
    if connection.execute(select(table.c[key]).where(table.c[key] == values[key])).first() is None:
        connection.execute(insert(table).values(**values))


def _add_source(connection: Connection, article: Article, now: datetime) -> None:
    known = (article.source, article.raw_sha256) in sources_of(connection, article.id)
    if not known:
        connection.execute(
            insert(sources).values(
                article=article.id, source=article.source, raw_sha256=article.raw_sha256, recorded=now
            )
        )


def _write(
    connection: Connection,
    reading: str,
    article: Article,
    head: str,
    found: Sequence[tuple[Claim, str]],
    revision: str,
    now: datetime,
) -> None:
    published = article.published.when if article.published else None
    known_at = (published.end or published.start) if published else None
    connection.execute(
        insert(readings).values(
            id=reading, article=article.id, revision=revision, body=head, published=known_at, recorded=now
        )
    )
    for position, (claim, body) in enumerate(found):
        row = _claim_row(connection, claim, body, revision, now)
        connection.execute(insert(reading_claims).values(reading=reading, position=position, claim=row))


def _claim_row(connection: Connection, claim: Claim, body: str, revision: str, now: datetime) -> int:
    digest = _digest(body)
    known = select(claims.c.row).where(claims.c.id == claim.id, claims.c.body_sha256 == digest)
    row = connection.execute(known).scalar_one_or_none()
    if row is not None:
        return int(row)
    written = connection.execute(
        insert(claims)
        .values(
            id=claim.id,
            article=claim.article,
            revision=revision,
            kind=type(claim).__name__,
            body=body,
            body_sha256=digest,
            recorded=now,
        )
        .returning(claims.c.row)
    )
    return int(written.scalar_one())


def _claims_of(connection: Connection, wanted: Sequence[str]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    # In slices: databases bound the number of parameters of one query.
    for at in range(0, len(wanted), 500):
        query = (
            select(reading_claims.c.reading, claims.c.kind, claims.c.body)
            .join(claims, claims.c.row == reading_claims.c.claim)
            .where(reading_claims.c.reading.in_(wanted[at : at + 500]))
            .order_by(reading_claims.c.reading, reading_claims.c.position)
        )
        for row in connection.execute(query):
            found.setdefault(row.reading, []).append(from_json(CLAIM_KINDS[row.kind], json.loads(row.body)))
    return found


def _article_body(article: Article) -> str:
    # The text is kept once per article; the source, once per place it was met.
    return _body(replace(article, text=""))


def _body(record: object) -> str:
    return json.dumps(to_json(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()
