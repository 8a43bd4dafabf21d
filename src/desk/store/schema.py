"""The tables as queries see them. How they came to be, with their triggers, stands in ``migrations``.

Moments are whole microseconds since 1970 in UTC (``*_at``), with the office's zone beside them where people see them;
money is whole fen; ids of rulebooks, kinds and the like are the rulebook's own words.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)  # fmt: skip

REVISION = "0011"
"""The newest revision that this release knows."""

metadata = MetaData()

Big = BigInteger().with_variant(Integer, "sqlite")
Key = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is compared and sorted by code point on both databases."""


def _id() -> Column[int]:
    return Column("id", Big, primary_key=True)


def _text(name: str, *more: Any, optional: bool = False, **options: Any) -> Column[Any]:
    return Column(name, Key, *more, nullable=optional, **options)


def _number(name: str, *more: Any, optional: bool = False, **options: Any) -> Column[Any]:
    return Column(name, Big, *more, nullable=optional, **options)


def _yes_no(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _bytes(name: str, *, optional: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=optional)


def _of_case(**options: Any) -> Column[Any]:
    return _number("case_id", ForeignKey("complaint.id", deferrable=True, initially="DEFERRED"), **options)


def _of_paper(**options: Any) -> Column[Any]:
    return _number("paper_id", ForeignKey("paper.id"), **options)


office = Table("office", metadata, _text("key", primary_key=True), _text("value"))

rulebook_text = Table(
    "rulebook_text", metadata,
    _text("id", primary_key=True), _text("version", primary_key=True), _number("format"), _text("sha256"),
    _text("text"), _number("adopted_at"), _text("prepared_by"), _text("approved_by"),
)  # fmt: skip

clerk = Table(
    "clerk", metadata,
    _text("id", primary_key=True), _text("name"), _text("initials"), _text("role"), _text("department"),
    _text("password_hash"), _text("pin_hash"), _yes_no("active"), _yes_no("job"),
    _number("failures"), _number("locked_until", optional=True),
)  # fmt: skip

series_counter = Table(
    "series_counter", metadata,
    _text("rulebook", primary_key=True), _text("series", primary_key=True), _text("period", primary_key=True),
    _number("last"),
)  # fmt: skip

import_batch = Table(
    "import_batch", metadata,
    _id(), _text("name"), _text("sha256"), _text("digest"), _text("state"), _text("by"), _number("offered"),
    _number("imported"), _number("at"),
)  # fmt: skip
"""Old registers that came in: ``state`` is staged, visible or undone."""

complaint = Table(
    "complaint", metadata,
    _id(), _text("key", unique=True), _text("number"), _text("number_key"),
    _text("rulebook"), _text("rulebook_version"), _text("kind"), _text("channel"), _text("category"),
    _text("station"), _text("department"), _text("state"), _text("level"), _number("level_rank"), _text("levels"),
    _number("received_at"), _number("registered_at"), _number("handed_on_at", optional=True), _text("zone"),
    _number("received_month"), _text("first_receiver"), _text("subject"), _text("respondent"),
    _number("amount", optional=True), _number("next_due_at"), _text("next_clock"),
    _yes_no("anonymous"), _yes_no("sealed"), _text("outside_number"), _number("version"),
    _number("batch", ForeignKey("import_batch.id"), optional=True),
    Index("complaint_batch", "batch"),
    Index("complaint_number_key", "number_key"),
    Index("complaint_received", "received_at"),
    Index("complaint_registered", "registered_at"),
    Index("complaint_due", "next_due_at"),
    Index("complaint_state", "state", "received_at"),
    Index("complaint_department", "department", "received_at"),
    Index("complaint_month", "received_month", "department", "category", "state"),
)  # fmt: skip

serial = Table(
    "serial", metadata,
    _text("rulebook", primary_key=True), _text("series", primary_key=True), _text("period", primary_key=True),
    _number("n", primary_key=True, autoincrement=False), _text("text"), _of_case(optional=True),
    _text("paper_ref", optional=True), _number("at"), _text("by"),
    UniqueConstraint("text", "rulebook", "series"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Every number ever taken."""

serial_void = Table(
    "serial_void", metadata,
    _text("rulebook", primary_key=True), _text("series", primary_key=True), _text("period", primary_key=True),
    _number("n", primary_key=True, autoincrement=False), _text("reason"), _number("at"), _text("by"),
    ForeignKeyConstraint(
        ["rulebook", "series", "period", "n"], ["serial.rulebook", "serial.series", "serial.period", "serial.n"]
    ),
)  # fmt: skip

content = Table("content", metadata, _of_case(primary_key=True), _bytes("facts"))
"""The facts that are not identity, as one JSON document per case; apart so that retention can end."""

identity = Table(
    "identity", metadata,
    _of_case(primary_key=True), _text("fact", primary_key=True), _bytes("value"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Who the people are. Encrypted by us on PostgreSQL, by the file itself on SQLite."""

value_key = Table(
    "value_key", metadata,
    _of_case(primary_key=True), _text("fact", primary_key=True), _text("text", optional=True),
    _number("number", optional=True), _text("day", optional=True),
    Index("value_key_text", "fact", "text"), Index("value_key_number", "fact", "number"),
    Index("value_key_day", "fact", "day"),
    sqlite_with_rowid=False,
)  # fmt: skip

repeat_key = Table(
    "repeat_key", metadata,
    Column("digest", LargeBinary, primary_key=True), _of_case(primary_key=True), _text("what"),
    Index("repeat_key_case", "case_id"),
    sqlite_with_rowid=False,
)  # fmt: skip

case_change = Table(
    "case_change", metadata,
    _of_case(primary_key=True), _number("version", primary_key=True), _text("field", primary_key=True),
    _text("by"), _number("at"),
    sqlite_with_rowid=False,
)  # fmt: skip

happening = Table(
    "happening", metadata,
    _id(), _of_case(), _text("step"), _number("at"), _text("by"), _yes_no("undone"), _bytes("details"),
    Index("happening_case", "case_id"), Index("happening_at", "at", "step", "undone", "case_id"),
)  # fmt: skip

clock = Table(
    "clock", metadata,
    _of_case(primary_key=True), _text("clock", primary_key=True), _number("starts_at"),
    _number("due_at", optional=True), _number("target_at", optional=True), _number("done_at", optional=True),
    _yes_no("provisional"), _text("steps"),
    sqlite_with_rowid=False,
)  # fmt: skip

paper = Table(
    "paper", metadata,
    _id(), _of_case(optional=True), _text("kind"), _text("number"), _number("version"), _text("state"),
    _number("at"), _text("by"), _text("sha256"), _number("pages"), _number("copies"),
    Index("paper_case", "case_id"), Index("paper_number", "number"),
)  # fmt: skip

paper_content = Table(
    "paper_content", metadata, _of_paper(primary_key=True), _of_case(optional=True), _bytes("content")
)
paper_bytes = Table(
    "paper_bytes", metadata, _of_paper(primary_key=True), _of_case(optional=True), _bytes("data")
)
paper_void = Table(
    "paper_void", metadata, _of_paper(primary_key=True), _text("reason"), _number("at"), _text("by")
)

paper_pending = Table(
    "paper_pending", metadata, _text("what", primary_key=True), _of_paper(primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""What an issued paper still waits for (see ``papers.Pending``): few rows, however many papers there are."""

print_log = Table(
    "print_log", metadata,
    _id(), _of_paper(), _number("at"), _text("by"), _number("copies"), _yes_no("reprint"), _text("note"),
    Index("print_log_paper", "paper_id"),
)  # fmt: skip

audit = Table(
    "audit", metadata,
    Column("n", Big, primary_key=True, autoincrement=False), _number("at"), _text("by"), _text("act"),
    _number("case_id", optional=True), _number("paper_id", optional=True), _text("about"), _text("fields"),
    _text("salt"), _text("digests"), _bytes("hash"),
    Index("audit_case", "case_id"),
)  # fmt: skip

audit_head = Table(
    "audit_head", metadata,
    Column("id", Integer, primary_key=True, autoincrement=False), _number("count"), _bytes("hash"), _bytes("mac"),
)  # fmt: skip

draft = Table(
    "draft", metadata,
    _text("id", primary_key=True), _text("clerk"), _number("at"), _yes_no("parked"), _bytes("content"),
    Index("draft_clerk", "clerk"),
)  # fmt: skip

calendar_day = Table(
    "calendar_day", metadata,
    _text("day", primary_key=True), _yes_no("working"), _yes_no("statutory"), _text("name"), _text("source"),
)  # fmt: skip

attachment = Table(
    "attachment", metadata,
    _id(), _of_case(), _bytes("name"), _number("size"), _text("sha256"), _number("at"), _text("by"), _text("note"),
    Index("attachment_case", "case_id"),
)  # fmt: skip
attachment_bytes = Table(
    "attachment_bytes", metadata,
    _number("attachment_id", ForeignKey("attachment.id"), primary_key=True), _of_case(), _bytes("data"),
)  # fmt: skip

link = Table(
    "link", metadata,
    _of_case(primary_key=True),
    _number("other_id", ForeignKey("complaint.id"), primary_key=True), _text("kind", primary_key=True),
    _number("at"), _text("by"), _text("note"),
    Index("link_other", "other_id"),
)  # fmt: skip

erasure = Table("erasure", metadata, _of_case(primary_key=True), _number("at"), _text("by"), _text("reason"))

assessment = Table(
    "assessment", metadata,
    _id(), _text("rule"), _text("about"), _text("period"), _text("part"), _text("outcome"), _text("amount"),
    _text("reason"), _text("by"), _number("at"),
    Index("assessment_about", "about"),
)  # fmt: skip
"""What people decided on fines and bonuses, and points they gave; rows are written once, the newest holds."""

reception = Table(
    "reception", metadata,
    _text("id", primary_key=True), _number("at"), _text("by"), _text("kind"), _bytes("content"),
    Index("reception_at", "at"),
)  # fmt: skip
"""Visits that became no case; rows are written once."""

seal_image = Table(
    "seal_image", metadata,
    _text("name", primary_key=True), _number("width"), _number("height"), _text("sha256"), _text("keepers"),
    _number("at"), _text("by"), _bytes("data"),
)  # fmt: skip
"""The office's seals as pictures: lengths in thousandths of a mm, ``keepers`` by user and role, ``data`` encrypted."""

daybook = Table(
    "daybook", metadata,
    _id(), _text("kind"), _text("about"), _of_case(optional=True), _number("at"), _text("by"), _text("sha256"),
    _bytes("content"), _bytes("data"),
    Index("daybook_kind", "kind", "about"), Index("daybook_case", "case_id"),
)  # fmt: skip
"""What the office writes down once beside its cases; rows are written once, one about a case goes with its erasure."""

identity_grant = Table(
    "identity_grant", metadata,
    _id(), _of_case(), _text("clerk"), _text("reason"), _number("asked_at"), _text("decided_by", optional=True),
    _number("decided_at", optional=True), _yes_no("granted"), _text("note"), _number("until", optional=True),
    Index("identity_grant_clerk", "clerk", "until"),
)  # fmt: skip

conflict = Table(
    "conflict", metadata,
    _id(), _of_case(), _text("clerk"), _bytes("reason"), _number("at"), _text("by"),
    _number("lifted_at", optional=True), _text("lifted_by"),
    Index("conflict_clerk", "clerk", "lifted_at"), Index("conflict_case", "case_id"),
)  # fmt: skip
"""Who must not know of a case. The reason names people: it is encrypted as notes are."""

kept_count = Table(
    "kept_count", metadata,
    _text("rulebook", primary_key=True), _text("what", primary_key=True),
    _number("since", primary_key=True, autoincrement=False), _number("until"), _text("made_from"), _text("claim"),
    _text("counts"),
    Index("kept_count_days", "since", "until"),
)  # fmt: skip
"""What was counted in days that are over (see ``kept_counts``); nothing that cannot be counted again."""

search_text = Table(
    "search_text", metadata,
    _of_case(primary_key=True), _text("number"), _text("subject"), _text("matter"), _text("names"), _text("people"), _text("phones"),
)  # fmt: skip
"""What a search is compared with, already normalised. ``names``, ``people`` and ``phones`` stay empty on PostgreSQL."""
