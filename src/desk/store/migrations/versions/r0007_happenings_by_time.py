"""What happened in some days is found by its moment, however many cases there are."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the index; figures of a month looked through every case without it."""
    op.create_index("happening_at", "happening", ["at", "case_id"])
