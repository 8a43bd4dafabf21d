"""What people decide on fines and bonuses, and the points they give: rows that are only ever added."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the table, with the triggers that keep its rows as they are."""
    texts = ("rule", "about", "period", "part", "outcome", "amount", "reason", "by")
    op.create_table(
        "assessment",
        sa.Column("id", BIG, primary_key=True),
        *(sa.Column(name, KEY, nullable=False) for name in texts),
        sa.Column("at", BIG, nullable=False),
    )
    op.create_index("assessment_about", "assessment", ["about"])
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER assessment_{act.lower()}_only_grows BEFORE {act} ON assessment FOR EACH ROW "
                "BEGIN SELECT RAISE(ABORT, 'desk: assessment only grows'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER assessment_only_grows BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW"
        " EXECUTE FUNCTION desk_refuse('only grows')"
    )
    op.execute(
        "CREATE TRIGGER assessment_truncate BEFORE TRUNCATE ON assessment FOR EACH STATEMENT"
        " EXECUTE FUNCTION desk_refuse('only grows')"
    )
