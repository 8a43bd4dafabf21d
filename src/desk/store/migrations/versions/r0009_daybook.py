"""The daybook: what an office writes down once beside its cases, such as registers closed at a month's end."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the table; its rows stay as they are, and one about a case goes only with the end of the case's keeping."""
    op.create_table(
        "daybook",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("about", KEY, nullable=False),
        sa.Column(
            "case_id",
            BIG,
            sa.ForeignKey("complaint.id", deferrable=True, initially="DEFERRED"),
            nullable=True,
        ),
        sa.Column("at", BIG, nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_index("daybook_kind", "daybook", ["kind", "about"])
    op.create_index("daybook_case", "daybook", ["case_id"])
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def _sqlite() -> None:
    op.execute(
        "CREATE TRIGGER daybook_update_only_grows BEFORE UPDATE ON daybook FOR EACH ROW "
        "BEGIN SELECT RAISE(ABORT, 'desk: daybook only grows'); END"
    )
    op.execute(
        "CREATE TRIGGER daybook_delete_needs_an_erasure BEFORE DELETE ON daybook FOR EACH ROW "
        "WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE case_id = OLD.case_id) "
        "BEGIN SELECT RAISE(ABORT, 'desk: daybook needs an erasure'); END"
    )


def _postgresql() -> None:
    op.execute(
        "CREATE TRIGGER daybook_only_grows BEFORE UPDATE ON daybook FOR EACH ROW"
        " EXECUTE FUNCTION desk_refuse('only grows')"
    )
    op.execute(
        "CREATE TRIGGER daybook_delete BEFORE DELETE ON daybook FOR EACH ROW"
        " EXECUTE FUNCTION desk_refuse_unless_erased()"
    )
    op.execute(
        "CREATE TRIGGER daybook_truncate BEFORE TRUNCATE ON daybook FOR EACH STATEMENT"
        " EXECUTE FUNCTION desk_refuse('only grows')"
    )
