"""Counts of months that are over are kept: figures of a year read them instead of every case."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the table, and lets what was done in some days be told by the index alone.

    The table is empty: what is kept is counted when it is first asked for.
    """
    op.create_table(
        "kept_count",
        sa.Column("rulebook", KEY, primary_key=True),
        sa.Column("what", KEY, primary_key=True),
        sa.Column("since", BIG, primary_key=True, autoincrement=False),
        sa.Column("until", BIG, nullable=False),
        sa.Column("made_from", KEY, nullable=False),
        sa.Column("claim", KEY, nullable=False),
        sa.Column("counts", KEY, nullable=False),
    )
    op.create_index("kept_count_days", "kept_count", ["since", "until"])
    op.drop_index("happening_at", "happening")
    op.create_index("happening_at", "happening", ["at", "step", "undone", "case_id"])
