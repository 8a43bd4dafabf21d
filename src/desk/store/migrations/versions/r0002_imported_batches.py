"""Old registers in: a batch for each file, and which batch a case came with.

Cases of a batch are written in many short transactions and become visible by one change of the batch's state.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

GUARDED = (
    "rulebook_text", "serial", "serial_void", "paper_void", "print_log", "audit", "erasure", "paper_bytes",
    "attachment_bytes", "content", "identity", "happening", "paper_content", "attachment", "repeat_key", "value_key",
    "search_text", "complaint", "series_counter", "audit_head", "paper", "case_change", "identity_grant",
)  # fmt: skip
"""Tables that must still refuse what they refused before this revision."""

FORWARD = "OLD.state = 'staged' OR OLD.state = 'visible' AND NEW.state = 'undone'"
"""A batch is staged, then visible or undone; undone is the end."""


def upgrade() -> None:
    """Adds the batches; every case that is there came by the counter and has none."""
    texts = [sa.Column(name, KEY, nullable=False) for name in ("name", "sha256", "digest", "state", "by")]
    counts = [sa.Column(name, BIG, nullable=False) for name in ("offered", "imported", "at")]
    op.create_table("import_batch", sa.Column("id", BIG, primary_key=True), *texts, *counts)
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    type_ = "INTEGER" if on_sqlite else "BIGINT"
    op.execute(f"ALTER TABLE complaint ADD COLUMN batch {type_} REFERENCES import_batch (id)")
    op.create_index("complaint_batch", "complaint", ["batch"])
    if on_sqlite:
        _refuse("import_batch", "DELETE", "is kept")
        _refuse("import_batch", "UPDATE", "only goes forward", f"NOT ({FORWARD})")
        _refuse("complaint", "UPDATE", "keeps its batch", "OLD.batch IS NOT NEW.batch")
    else:
        _guard("import_batch", "DELETE", "is kept")
        _guard("import_batch", "UPDATE", "only goes forward", f"NOT ({FORWARD})")
        _guard("complaint", "UPDATE", "keeps its batch", "OLD.batch IS DISTINCT FROM NEW.batch")
        op.execute(
            "CREATE TRIGGER import_batch_truncate BEFORE TRUNCATE ON import_batch FOR EACH STATEMENT"
            " EXECUTE FUNCTION desk_refuse('is kept')"
        )
    _assert_guarded(on_sqlite)


def _refuse(name: str, act: str, why: str, when: str = "") -> None:
    title = f"{name}_{act}_{why.replace(' ', '_')}".lower()
    condition = f"WHEN {when} " if when else ""
    op.execute(
        f"CREATE TRIGGER {title} BEFORE {act} ON {name} FOR EACH ROW {condition}"
        f"BEGIN SELECT RAISE(ABORT, 'desk: {name} {why}'); END"
    )


def _guard(name: str, act: str, why: str, when: str = "") -> None:
    title = f"{name}_{act}_{why.replace(' ', '_')}".lower()
    condition = f"WHEN ({when}) " if when else ""
    op.execute(
        f"CREATE TRIGGER {title} BEFORE {act} ON {name} FOR EACH ROW {condition}EXECUTE FUNCTION desk_refuse('{why}')"
    )


def _assert_guarded(on_sqlite: bool) -> None:
    """The triggers of the first tables outlived the change; an upgrade that lost one does not happen."""
    known = (
        "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'"
        if on_sqlite
        else "SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal"
    )
    found = {row[0] for row in op.get_bind().execute(sa.text(known))}
    if lost := sorted({*GUARDED, "import_batch"} - found):
        raise RuntimeError(f"tables without their triggers: {', '.join(lost)}")
