"""Articles, claims, judgements and minted ids."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String(length=64), nullable=False, comment="SHA-256 of the canonical text"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_table(
        "judgements",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("analyst", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_judgements")),
    )
    op.create_table(
        "record_ids",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False, comment="T12, I7, N3: minted once, never used again"),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_record_ids")),
        sa.UniqueConstraint("id", name=op.f("uq_record_ids_id")),
    )
    op.create_table(
        "anchors",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(length=24), nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False, comment="which of the claims read from the very same words"),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_anchors_article_articles")),
        sa.ForeignKeyConstraint(["record"], ["record_ids.id"], name=op.f("fk_anchors_record_record_ids")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_anchors")),
    )
    op.create_table(
        "claims",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("body_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_claims_article_articles")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_claims")),
        sa.UniqueConstraint("id", "body_sha256", name=op.f("uq_claims_id")),
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claims_article"), ["article"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_kind"), ["kind"], unique=False)

    op.create_table(
        "forwards",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("old", sa.String(length=24), nullable=False),
        sa.Column("new", sa.String(length=24), nullable=False, comment="equal to old once a merge is undone"),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["new"], ["record_ids.id"], name=op.f("fk_forwards_new_record_ids")),
        sa.ForeignKeyConstraint(["old"], ["record_ids.id"], name=op.f("fk_forwards_old_record_ids")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_forwards")),
    )
    with op.batch_alter_table("forwards", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_forwards_old"), ["old"], unique=False)

    op.create_table(
        "readings",
        sa.Column("id", sa.String(length=64), nullable=False, comment="digest of article record and claims"),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False, comment="the article record without its text, as JSON"),
        sa.Column("published", sa.DateTime(), nullable=True, comment="end of the publication interval, None unknown"),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_readings_article_articles")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_readings_article"), ["article"], unique=False)
        batch_op.create_index(batch_op.f("ix_readings_published"), ["published"], unique=False)

    op.create_table(
        "sources",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("source", sa.Text(), nullable=False, comment="path or address it was read from"),
        sa.Column("raw_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_sources_article_articles")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_sources")),
        sa.UniqueConstraint("article", "source", "raw_sha256", name=op.f("uq_sources_article")),
    )
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sources_article"), ["article"], unique=False)

    op.create_table(
        "active",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("reading", sa.String(length=64), nullable=False),
        sa.Column("recorded", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_active_article_articles")),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_active_reading_readings")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_active")),
    )
    with op.batch_alter_table("active", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_active_article"), ["article"], unique=False)

    op.create_table(
        "reading_claims",
        sa.Column("reading", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.row"], name=op.f("fk_reading_claims_claim_claims")),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_reading_claims_reading_readings")),
        sa.PrimaryKeyConstraint("reading", "position", name=op.f("pk_reading_claims")),
    )
