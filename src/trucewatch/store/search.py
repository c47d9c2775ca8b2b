"""Full-text search: keys are made in Python (``query.words``) and kept; the database only finds them.

Derived, so it can be dropped and rebuilt. The one place where SQLite (FTS5) and PostgreSQL (tsvector) are asked apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, text

from ..query.selecting import Hits
from ..query.words import article_texts, claim_texts, index_keys
from ..records.claim import Claim
from ..records.codec import from_json
from ..records.text import Article
from .readings import CLAIM_KINDS
from .tables import articles, claims, search

_SLICE = 500


def index_reading(connection: Connection, article: Article, found: Sequence[Claim]) -> None:
    """Make an article and its claims findable; what is so already is left."""
    known = _known(connection, [article.id, *(c.id for c in found)])
    if ("article", article.id) not in known:
        _write(connection, [("article", article.id, index_keys(article_texts(article)))])
    new = {c.id: c for c in found if ("claim", c.id) not in known}
    _write(connection, [("claim", name, index_keys(claim_texts(claim))) for name, claim in new.items()])


def index_claim(connection: Connection, claim: Claim) -> None:
    """Make a claim findable that stands in no reading."""
    if ("claim", claim.id) not in _known(connection, [claim.id]):
        _write(connection, [("claim", claim.id, index_keys(claim_texts(claim)))])


def rebuild_search(connection: Connection) -> None:
    """Drop the index and make it anew from what the store holds."""
    connection.execute(delete(search))
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search_index(search_index) VALUES ('rebuild')"))
    for row in connection.execute(select(articles.c.id, articles.c.text)).all():
        _write(connection, [("article", row.id, index_keys([row.text]))])
    seen: set[str] = set()
    held = select(claims.c.id, claims.c.kind, claims.c.body).order_by(claims.c.row)
    for name, kind, body in connection.execute(held).all():
        if name not in seen:
            seen.add(name)
            claim = from_json(CLAIM_KINDS[kind], json.loads(body))
            _write(connection, [("claim", name, index_keys(claim_texts(claim)))])


def find(connection: Connection, needs: Iterable[frozenset[str]]) -> Hits:
    """Ids of the claims and articles that have one key of each word looked for. Keys are plain letters and digits."""
    # Keys are ASCII letters and digits only, so that neither language of search has to be escaped.
    wanted = [sorted(need) for need in needs]
    if not wanted:
        return Hits(frozenset(), frozenset())
    if connection.dialect.name == "sqlite":
        asked = " AND ".join("(" + " OR ".join(f'"{key}"' for key in need) + ")" for need in wanted)
        query = (
            "SELECT kind, ref FROM search WHERE row IN (SELECT rowid FROM search_index WHERE search_index MATCH :asked)"
        )
    else:
        asked = " & ".join("(" + " | ".join(need) + ")" for need in wanted)
        query = "SELECT kind, ref FROM search WHERE to_tsvector('simple', keys) @@ to_tsquery('simple', :asked)"
    rows = connection.execute(text(query), {"asked": asked}).all()
    return Hits(
        frozenset(row.ref for row in rows if row.kind == "claim"),
        frozenset(row.ref for row in rows if row.kind == "article"),
    )


def _known(connection: Connection, refs: Sequence[str]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for at in range(0, len(refs), _SLICE):
        query = select(search.c.kind, search.c.ref).where(search.c.ref.in_(refs[at : at + _SLICE]))
        found |= {(row.kind, row.ref) for row in connection.execute(query)}
    return found


def _write(connection: Connection, docs: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
    for kind, ref, keys in docs:
        values = {"kind": kind, "ref": ref, "keys": " ".join(keys)}
        row = connection.execute(insert(search).values(**values).returning(search.c.row)).scalar_one()
        if connection.dialect.name == "sqlite":
            written = text("INSERT INTO search_index(rowid, keys) VALUES (:row, :keys)")
            connection.execute(written, {"row": row, "keys": values["keys"]})
