"""Versions of compiled records, so that what the ledger said at a moment is looked up and not compiled again."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "moments",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=80), nullable=False, comment="recorded, or one moment of publication"),
        sa.Column("judged", sa.Integer(), nullable=False, comment="last row of judgements compiled"),
        sa.Column("read", sa.Integer(), nullable=False, comment="last row of active compiled"),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_moments")),
        sa.UniqueConstraint("chain", "judged", "read", name=op.f("uq_moments_chain")),
    )
    op.create_table(
        "versions",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("record", sa.String(length=80), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False, comment="the record as JSON"),
        sa.Column("since", sa.Integer(), nullable=False, comment="row of moments from which on it stood"),
        sa.Column(
            "until", sa.Integer(), nullable=True, comment="row of moments from which on it did not; None: it stands"
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_versions")),
    )
    with op.batch_alter_table("versions") as batch:
        batch.create_index(batch.f("ix_versions_chain"), ["chain", "since", "until"], unique=False)
