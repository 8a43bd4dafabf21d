"""What a case is recognised by is found by the case, too: an erasure and the signs looked through every case's without it."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the index."""
    op.create_index("repeat_key_case", "repeat_key", ["case_id"])
