"""Who must not know of which case: a conflict of interest is set, and lifted again, and stays on record."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the table; its rows are kept for good."""
    op.create_table(
        "conflict",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "case_id",
            BIG,
            sa.ForeignKey("complaint.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("clerk", KEY, nullable=False),
        sa.Column("reason", sa.LargeBinary, nullable=False),
        sa.Column("at", BIG, nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("lifted_at", BIG, nullable=True),
        sa.Column("lifted_by", KEY, nullable=False),
    )
    op.create_index("conflict_clerk", "conflict", ["clerk", "lifted_at"])
    op.create_index("conflict_case", "conflict", ["case_id"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER conflict_delete_is_kept BEFORE DELETE ON conflict FOR EACH ROW"
            " BEGIN SELECT RAISE(ABORT, 'desk: conflict is kept'); END"
        )
        return
    for act, each in (("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        op.execute(
            f"CREATE TRIGGER conflict_{act.lower()} BEFORE {act} ON conflict FOR EACH {each}"
            " EXECUTE FUNCTION desk_refuse('is kept')"
        )
