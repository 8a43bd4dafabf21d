"""The reception book: visits that became no case; rows that are only ever added."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the table, with the triggers that keep its rows as they are."""
    op.create_table(
        "reception",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("at", BIG, nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("reception_at", "reception", ["at"])
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER reception_{act.lower()}_only_grows BEFORE {act} ON reception FOR EACH ROW "
                "BEGIN SELECT RAISE(ABORT, 'desk: reception only grows'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER reception_only_grows BEFORE UPDATE OR DELETE ON reception FOR EACH ROW"
        " EXECUTE FUNCTION desk_refuse('only grows')"
    )
    op.execute(
        "CREATE TRIGGER reception_truncate BEFORE TRUNCATE ON reception FOR EACH STATEMENT"
        " EXECUTE FUNCTION desk_refuse('only grows')"
    )
