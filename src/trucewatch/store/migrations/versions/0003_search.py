"""Full-text search over keys made in Python; the index itself is each database's own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "search",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False, comment="claim or article"),
        sa.Column("ref", sa.String(length=64), nullable=False),
        sa.Column("keys", sa.Text(), nullable=False, comment="folded words and stems, spaces between"),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_search")),
        sa.UniqueConstraint("kind", "ref", name=op.f("uq_search_kind")),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search_index USING fts5(keys, content='search', content_rowid='row')")
    else:
        op.execute("CREATE INDEX ix_search_words ON search USING gin (to_tsvector('simple', keys))")
