"""Judgements are found by their id."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("judgements") as batch:
        batch.add_column(sa.Column("id", sa.String(length=40), nullable=True, comment="J3.1: decision and part"))
    held = sa.table("judgements", sa.column("row"), sa.column("id"), sa.column("body"))
    bind = op.get_bind()
    for row, body in bind.execute(sa.select(held.c.row, held.c.body)).all():
        bind.execute(sa.update(held).where(held.c.row == row).values(id=json.loads(body)["id"]))
    with op.batch_alter_table("judgements") as batch:
        batch.alter_column("id", existing_type=sa.String(length=40), nullable=False)
        batch.create_index(batch.f("ix_judgements_id"), ["id"], unique=False)
