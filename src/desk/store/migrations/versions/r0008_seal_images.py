"""Seals as pictures, each encrypted with its keepers."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the table; its rows may be replaced and removed, what was done with them stands in the audit."""
    op.create_table(
        "seal_image",
        sa.Column("name", KEY, primary_key=True),
        sa.Column("width", BIG, nullable=False),
        sa.Column("height", BIG, nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("keepers", KEY, nullable=False),
        sa.Column("at", BIG, nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
