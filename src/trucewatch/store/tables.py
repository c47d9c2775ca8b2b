"""The tables. Everything is append-only: where a thing can change its mind, the latest row counts.

``readings`` is one run of one extractor revision over one article, ``active`` says which reading of an article
counts, ``search`` is made of the others and can be dropped and rebuilt, ``anchors`` tie a minted record id to the words its claims were read from.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _recorded() -> Column[datetime]:
    """When the row was written: naive UTC."""
    return Column("recorded", DateTime, nullable=False)


articles = Table(
    "articles",
    metadata,
    Column("id", String(64), primary_key=True, comment="SHA-256 of the canonical text"),
    Column("text", Text, nullable=False),
    _recorded(),
)

sources = Table(
    "sources",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("source", Text, nullable=False, comment="path or address it was read from"),
    Column("raw_sha256", String(64), nullable=False),
    _recorded(),
    UniqueConstraint("article", "source", "raw_sha256"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", String(64), primary_key=True, comment="digest of article record and claims"),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("revision", String(40), nullable=False),
    Column("body", Text, nullable=False, comment="the article record without its text, as JSON"),
    Column("published", DateTime, index=True, comment="end of the publication interval, None unknown"),
    _recorded(),
)

claims = Table(
    "claims",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String(64), nullable=False, index=True),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("revision", String(40), nullable=False),
    Column("kind", String(40), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("body_sha256", String(64), nullable=False),
    _recorded(),
    UniqueConstraint("id", "body_sha256"),
)

reading_claims = Table(
    "reading_claims",
    metadata,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim", ForeignKey("claims.row"), nullable=False),
)

active = Table(
    "active",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("reading", ForeignKey("readings.id"), nullable=False),
    _recorded(),
)

judgements = Table(
    "judgements",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String(40), nullable=False, index=True, comment="J3.1: decision and part"),
    Column("analyst", Text, nullable=False),
    Column("body", Text, nullable=False),
    _recorded(),
)

search = Table(
    "search",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("kind", String(8), nullable=False, comment="claim or article"),
    Column("ref", String(64), nullable=False),
    Column("keys", Text, nullable=False, comment="folded words and stems, spaces between"),
    UniqueConstraint("kind", "ref"),
)

record_ids = Table(
    "record_ids",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String(24), nullable=False, unique=True, comment="T12, I7, N3: minted once, never used again"),
    Column("kind", String(12), nullable=False),
    _recorded(),
)

anchors = Table(
    "anchors",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("record", ForeignKey("record_ids.id"), nullable=False),
    Column("article", ForeignKey("articles.id"), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("nth", Integer, nullable=False, comment="which of the claims read from the very same words"),
    _recorded(),
)

forwards = Table(
    "forwards",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("old", ForeignKey("record_ids.id"), nullable=False, index=True),
    Column("new", ForeignKey("record_ids.id"), nullable=False, comment="equal to old once a merge is undone"),
    _recorded(),
)

moments = Table(
    "moments",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("chain", String(80), nullable=False, comment="recorded, or one moment of publication"),
    Column("judged", Integer, nullable=False, comment="last row of judgements compiled"),
    Column("read", Integer, nullable=False, comment="last row of active compiled"),
    UniqueConstraint("chain", "judged", "read"),
)

versions = Table(
    "versions",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("chain", String(80), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("record", String(80), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("body", Text, nullable=False, comment="the record as JSON"),
    Column("since", Integer, nullable=False, comment="row of moments from which on it stood"),
    Column("until", Integer, comment="row of moments from which on it did not; None: it stands"),
    Index("ix_versions_chain", "chain", "since", "until"),
)

sketches = Table(
    "sketches",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("runs", Integer, nullable=False, comment="how many runs of words the body has"),
    Column("text", BigInteger, nullable=False, comment="digest of the whole body"),
    Column("body", Text, nullable=False, comment="digests kept of the body's runs, and of the headline's"),
)

runs = Table(
    "runs",
    metadata,
    Column("run", BigInteger, primary_key=True, autoincrement=False),
    Column("article", ForeignKey("articles.id"), primary_key=True),
)
