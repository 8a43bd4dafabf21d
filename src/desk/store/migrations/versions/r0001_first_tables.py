"""The first tables, with the triggers that keep serials, audit and issued papers as they are.

Moments are microseconds since 1970 in UTC, money is fen. Revises nothing.
"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

APPEND_ONLY = ("rulebook_text", "serial", "serial_void", "paper_void", "print_log", "audit", "erasure")
"""Rows of these are written once."""
UNCHANGING = ("paper_bytes", "attachment_bytes")
"""Not to be updated, but erased when the time to keep them has passed."""
ERASABLE = (
    "content", "identity", "happening", "paper_content", "paper_bytes", "attachment", "attachment_bytes", "repeat_key",
    "value_key", "search_text",
)  # fmt: skip
"""Personal content: a row goes only when its case has an erasure row."""
KEPT = ("complaint", "series_counter", "audit_head", "paper", "case_change", "identity_grant")
"""Never deleted; updated by rule."""


def _text(name: str, *more: Any, null: bool = False, pk: bool = False) -> sa.Column[Any]:
    return sa.Column(name, KEY, *more, nullable=null, primary_key=pk)


def _number(name: str, *more: Any, null: bool = False, pk: bool = False) -> sa.Column[Any]:
    return sa.Column(name, BIG, *more, nullable=null, primary_key=pk)


def _own(name: str) -> sa.Column[Any]:
    """A key that is given, not counted by the database."""
    return sa.Column(name, BIG, primary_key=True, autoincrement=False)


def _counted() -> sa.Column[Any]:
    return sa.Column("id", BIG, primary_key=True)


def _yes_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _data(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _of_case(*, null: bool = False, pk: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey("complaint.id", deferrable=True, initially="DEFERRED")
    return sa.Column("case_id", BIG, key, nullable=null, primary_key=pk, autoincrement=False)


def _of_paper(*, pk: bool = False) -> sa.Column[Any]:
    return sa.Column(
        "paper_id", BIG, sa.ForeignKey("paper.id"), nullable=False, primary_key=pk, autoincrement=False
    )


def _table(
    name: str, *columns: Any, index: dict[str, Iterable[str]] | None = None, clustered: bool = False
) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=not clustered)
    for title, over in (index or {}).items():
        op.create_index(f"{name}_{title}", name, list(over))


def upgrade() -> None:
    """Makes everything; there was nothing before."""
    _settings()
    _cases()
    _parts_of_cases()
    _papers()
    _people_and_days()
    _records()
    _search()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_triggers()
    else:
        _postgresql_triggers()


def _settings() -> None:
    _table("office", _text("key", pk=True), _text("value"))
    _table(
        "rulebook_text", _text("id", pk=True), _text("version", pk=True), _number("format"), _text("sha256"), _text("text"),
        _number("adopted_at"), _text("prepared_by"), _text("approved_by"),
    )  # fmt: skip
    _table(
        "clerk", _text("id", pk=True), _text("name"), _text("initials"), _text("role"), _text("department"),
        _text("password_hash"), _text("pin_hash"), _yes_no("active"), _yes_no("job"), _number("failures"),
        _number("locked_until", null=True),
    )  # fmt: skip
    _table(
        "series_counter", _text("rulebook", pk=True), _text("series", pk=True), _text("period", pk=True), _number("last"),
    )  # fmt: skip


def _cases() -> None:
    _table(
        "complaint", _counted(), sa.Column("key", KEY, nullable=False, unique=True), _text("number"), _text("number_key"),
        _text("rulebook"), _text("rulebook_version"), _text("kind"), _text("channel"), _text("category"), _text("station"),
        _text("department"), _text("state"), _text("level"), _number("level_rank"), _text("levels"),
        _number("received_at"), _number("registered_at"), _number("handed_on_at", null=True), _text("zone"),
        _number("received_month"), _text("first_receiver"), _text("subject"), _text("respondent"),
        _number("amount", null=True), _number("next_due_at"), _text("next_clock"), _yes_no("anonymous"),
        _yes_no("sealed"), _text("outside_number"), _number("version"),
        index={
            "number_key": ["number_key"], "received": ["received_at"], "registered": ["registered_at"], "due": ["next_due_at"],
            "state": ["state", "received_at"], "department": ["department", "received_at"],
            "month": ["received_month", "department", "category", "state"],
        },
    )  # fmt: skip
    _table(
        "serial", _text("rulebook", pk=True), _text("series", pk=True), _text("period", pk=True), _own("n"),
        _text("text"), _of_case(null=True), _text("paper_ref", null=True), _number("at"), _text("by"),
        sa.UniqueConstraint("text", "rulebook", "series"), clustered=True,
    )  # fmt: skip
    _table(
        "serial_void", _text("rulebook", pk=True), _text("series", pk=True), _text("period", pk=True), _own("n"),
        _text("reason"), _number("at"), _text("by"),
        sa.ForeignKeyConstraint(
            ["rulebook", "series", "period", "n"],
            ["serial.rulebook", "serial.series", "serial.period", "serial.n"],
        ),
    )  # fmt: skip


def _parts_of_cases() -> None:
    _table("content", _of_case(pk=True), _data("facts"))
    _table("identity", _of_case(pk=True), _text("fact", pk=True), _data("value"), clustered=True)
    _table(
        "value_key", _of_case(pk=True), _text("fact", pk=True), _text("text", null=True), _number("number", null=True),
        _text("day", null=True), clustered=True,
        index={"text": ["fact", "text"], "number": ["fact", "number"], "day": ["fact", "day"]},
    )  # fmt: skip
    _table(
        "repeat_key", sa.Column("digest", sa.LargeBinary, primary_key=True), _of_case(pk=True), _text("what"),
        clustered=True,
    )  # fmt: skip
    _table(
        "case_change", _of_case(pk=True), _own("version"), _text("field", pk=True), _text("by"), _number("at"),
        clustered=True,
    )  # fmt: skip
    _table(
        "happening", _counted(), _of_case(), _text("step"), _number("at"), _text("by"), _yes_no("undone"), _data("details"),
        index={"case": ["case_id"]},
    )  # fmt: skip
    _table(
        "clock", _of_case(pk=True), _text("clock", pk=True), _number("starts_at"), _number("due_at", null=True),
        _number("target_at", null=True), _number("done_at", null=True), _yes_no("provisional"), _text("steps"),
        clustered=True,
    )  # fmt: skip
    other = sa.Column("other_id", BIG, sa.ForeignKey("complaint.id"), primary_key=True, autoincrement=False)
    _table(
        "link", _of_case(pk=True), other, _text("kind", pk=True), _number("at"), _text("by"), _text("note"),
        index={"other": ["other_id"]},
    )  # fmt: skip


def _papers() -> None:
    _table(
        "paper", _counted(), _of_case(null=True), _text("kind"), _text("number"), _number("version"), _text("state"),
        _number("at"), _text("by"), _text("sha256"), _number("pages"), _number("copies"),
        index={"case": ["case_id"], "number": ["number"]},
    )  # fmt: skip
    _table("paper_content", _of_paper(pk=True), _of_case(null=True), _data("content"))
    _table("paper_bytes", _of_paper(pk=True), _of_case(null=True), _data("data"))
    _table("paper_void", _of_paper(pk=True), _text("reason"), _number("at"), _text("by"))
    _table(
        "print_log", _counted(), _of_paper(), _number("at"), _text("by"), _number("copies"), _yes_no("reprint"),
        _text("note"), index={"paper": ["paper_id"]},
    )  # fmt: skip
    _table(
        "attachment", _counted(), _of_case(), _data("name"), _number("size"), _text("sha256"), _number("at"), _text("by"),
        _text("note"), index={"case": ["case_id"]},
    )  # fmt: skip
    of_attachment = sa.Column(
        "attachment_id", BIG, sa.ForeignKey("attachment.id"), primary_key=True, autoincrement=False
    )
    _table("attachment_bytes", of_attachment, _of_case(), _data("data"))


def _people_and_days() -> None:
    _table(
        "draft", _text("id", pk=True), _text("clerk"), _number("at"), _yes_no("parked"), _data("content"),
        index={"clerk": ["clerk"]},
    )  # fmt: skip
    _table(
        "calendar_day",
        _text("day", pk=True),
        _yes_no("working"),
        _yes_no("statutory"),
        _text("name"),
        _text("source"),
    )
    _table(
        "identity_grant", _counted(), _of_case(), _text("clerk"), _text("reason"), _number("asked_at"),
        _text("decided_by", null=True), _number("decided_at", null=True), _yes_no("granted"), _text("note"),
        _number("until", null=True), index={"clerk": ["clerk", "until"]},
    )  # fmt: skip


def _records() -> None:
    _table(
        "audit", _own("n"), _number("at"), _text("by"), _text("act"), _number("case_id", null=True),
        _number("paper_id", null=True), _text("about"), _text("fields"), _text("salt"), _text("digests"), _data("hash"),
        index={"case": ["case_id"]},
    )  # fmt: skip
    one = sa.Column("id", sa.Integer, primary_key=True, autoincrement=False)
    _table("audit_head", one, _number("count"), _data("hash"), _data("mac"))
    _table("erasure", _of_case(pk=True), _number("at"), _text("by"), _text("reason"))


def _search() -> None:
    texts = [_text(name) for name in ("number", "subject", "matter", "names", "people", "phones")]
    if op.get_bind().dialect.name == "sqlite":
        _table("search_text", _of_case(pk=True), *texts)
        # Pieces alone, without positions, columns or texts: every hit is looked at again in search_text.
        op.execute(
            "CREATE VIRTUAL TABLE search_pieces USING fts5(grams, tokenize=\"ascii\", content='', columnsize=0,"
            " detail=none, prefix='1 3')"
        )
        return
    grams: list[sa.Column[Any]] = [
        sa.Column(name, ARRAY(sa.Text), nullable=False) for name in ("open_grams", "people_grams")
    ]
    _table("search_text", _of_case(pk=True), *texts, *grams)
    for name in ("open_grams", "people_grams"):
        op.create_index(f"search_text_{name}", "search_text", [name], postgresql_using="gin")


def _sqlite_triggers() -> None:
    for name in APPEND_ONLY:
        _refuse(name, "UPDATE", "only grows")
        _refuse(name, "DELETE", "only grows")
    for name in KEPT:
        _refuse(name, "DELETE", "is kept")
    for name in UNCHANGING:
        _refuse(name, "UPDATE", "does not change")
    for name in ERASABLE:
        _refuse(
            name,
            "DELETE",
            "needs an erasure",
            "NOT EXISTS (SELECT 1 FROM erasure WHERE case_id = OLD.case_id)",
        )
    _refuse("paper", "UPDATE", "is issued", "OLD.state = 'issued'")
    _refuse(
        "paper_content",
        "UPDATE",
        "is issued",
        "EXISTS (SELECT 1 FROM paper WHERE id = OLD.paper_id AND state = 'issued')",
    )
    _refuse("series_counter", "UPDATE", "only rises", "NEW.last <= OLD.last")
    _refuse("audit_head", "UPDATE", "only rises", "NEW.count <= OLD.count")


def _refuse(name: str, act: str, why: str, when: str = "") -> None:
    title = f"{name}_{act}_{why.replace(' ', '_')}".lower()
    condition = f"WHEN {when} " if when else ""
    op.execute(
        f"CREATE TRIGGER {title} BEFORE {act} ON {name} FOR EACH ROW {condition}"
        f"BEGIN SELECT RAISE(ABORT, 'desk: {name} {why}'); END"
    )


def _postgresql_triggers() -> None:
    op.execute(
        "CREATE FUNCTION desk_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION 'desk: % %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';"
        " END $$"
    )
    op.execute(
        "CREATE FUNCTION desk_refuse_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF EXISTS (SELECT 1 FROM erasure WHERE case_id = OLD.case_id) THEN RETURN OLD; END IF;"
        " RAISE EXCEPTION 'desk: % needs an erasure', TG_TABLE_NAME"
        " USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    op.execute(
        "CREATE FUNCTION desk_refuse_if_issued() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF NOT EXISTS (SELECT 1 FROM paper WHERE id = OLD.paper_id AND state = 'issued') THEN RETURN NEW; END IF;"
        " RAISE EXCEPTION 'desk: % is issued', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for name in APPEND_ONLY:
        _guard(name, "UPDATE OR DELETE", "desk_refuse('only grows')")
    for name in KEPT:
        _guard(name, "DELETE", "desk_refuse('is kept')")
    for name in UNCHANGING:
        _guard(name, "UPDATE", "desk_refuse('does not change')")
    for name in ERASABLE:
        _guard(name, "DELETE", "desk_refuse_unless_erased()")
    _guard("paper", "UPDATE", "desk_refuse('is issued')", "OLD.state = 'issued'")
    _guard("paper_content", "UPDATE", "desk_refuse_if_issued()")
    _guard("series_counter", "UPDATE", "desk_refuse('only rises')", "NEW.last <= OLD.last")
    _guard("audit_head", "UPDATE", "desk_refuse('only rises')", "NEW.count <= OLD.count")
    for name in {*APPEND_ONLY, *KEPT, *UNCHANGING, *ERASABLE}:
        op.execute(
            f"CREATE TRIGGER {name}_truncate BEFORE TRUNCATE ON {name} FOR EACH STATEMENT"
            " EXECUTE FUNCTION desk_refuse('is kept')"
        )


def _guard(name: str, act: str, function: str, when: str = "") -> None:
    title = f"{name}_{act.replace(' ', '_')}_{function.partition('(')[0]}".lower()
    condition = f"WHEN ({when}) " if when else ""
    op.execute(
        f"CREATE TRIGGER {title} BEFORE {act} ON {name} FOR EACH ROW {condition}EXECUTE FUNCTION {function}"
    )
