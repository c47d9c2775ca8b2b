"""Sketches of texts and the runs of words they hold, so that copies are found without comparing every pair."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "sketches",
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("runs", sa.Integer(), nullable=False, comment="how many runs of words the body has"),
        sa.Column("text", sa.BigInteger(), nullable=False, comment="digest of the whole body"),
        sa.Column("body", sa.Text(), nullable=False, comment="digests kept of the body's runs, and of the headline's"),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_sketches_article_articles")),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_sketches")),
    )
    op.create_table(
        "runs",
        sa.Column("run", sa.BigInteger(), nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_runs_article_articles")),
        sa.PrimaryKeyConstraint("run", "article", name=op.f("pk_runs")),
    )
