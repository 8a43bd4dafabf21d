"""The end of keeping: personal content of a case goes for good, its number and what was decided stay."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Table, delete, insert, select, update
from sqlalchemy import text as sql

from desk.domain.draft import NOTHING, Value
from desk.domain.errors import DeskError
from desk.store import changes, conflicts, papers, registration, schema, search_index, upgrading
from desk.store.encoding import document, micros, moment
from desk.store.transaction import Transaction

_PARTS: tuple[Table, ...] = (
    schema.identity, schema.value_key, schema.repeat_key, schema.paper_content, schema.paper_bytes,
    schema.attachment_bytes, schema.attachment, schema.daybook,
)  # fmt: skip


def erase(
    tx: Transaction, case_id: int, *, by: str, reason: str, kept: Mapping[str, Value] = NOTHING
) -> None:
    """Erases what the case says of people: facts, identities, notes, papers' words and bytes, attachments, index.

    ``kept`` are the facts that stay, for figures. ``rewrite_index`` must follow in the same transaction, else what was
    erased stays readable inside the file's index until it is next rewritten.
    """
    if not reason.strip():
        raise DeskError(
            "no_reason", "销毁个人信息必须写明依据。", "例如：保存期限已满（制度条款）。", "reason"
        )
    changes.lock(tx, case_id)
    row = {"case_id": case_id, "at": micros(tx.now()), "by": by, "reason": reason.strip()}
    tx.connection.execute(insert(schema.erasure), row)
    search_index.remove(tx, case_id)
    for part in _PARTS:
        tx.connection.execute(delete(part).where(_of_case(part, case_id)))
    papers.wait_no_more(tx, case_id)
    conflicts.forget_reasons(tx, case_id)
    nothing = tx.cipher.seal(document({"note": ""}), f"happening:{case_id}")
    h = schema.happening
    tx.connection.execute(update(h).where(h.c.case_id == case_id).values(details=nothing))
    _leave(tx, case_id, kept)


def _leave(tx: Transaction, case_id: int, kept: Mapping[str, Value]) -> None:
    """No more than these facts, and the department, stay of the case, where they are read and where they are looked for."""
    content, c = schema.content.c, schema.complaint.c
    columns = {name: value for name, value in registration.fact_columns(kept).items() if name != "department"}
    tx.connection.execute(
        update(schema.content).where(content.case_id == case_id).values(facts=document(kept))
    )
    tx.connection.execute(update(schema.complaint).where(c.id == case_id).values(columns))
    if keys := registration.value_keys(case_id, kept):
        tx.connection.execute(insert(schema.value_key), keys)


def _of_case(part: Table, case_id: int) -> ColumnElement[bool]:
    """The rows of a case, found by an index: the counter waits while they go."""
    for whole, column in ((schema.paper, "paper_id"), (schema.attachment, "attachment_id")):
        if column in part.primary_key.columns:
            return part.c[column].in_(select(whole.c.id).where(whole.c.case_id == case_id))
    return part.c.case_id == case_id


def may_erase(tx: Transaction) -> bool:
    """Whether it can be done from here: on a server only by who owns the tables, the administrator's computer."""
    return upgrading.owns_tables(tx.connection)


def numbers(tx: Transaction, since: datetime) -> tuple[str, ...]:
    """The numbers of the cases that were erased after this moment, the earliest first."""
    c, e = schema.complaint.c, schema.erasure.c
    query = select(c.number).join(schema.erasure, e.case_id == c.id).where(e.at > micros(since))
    return tuple(tx.connection.execute(query.order_by(e.at, c.id)).scalars())


def moments(tx: Transaction) -> tuple[datetime, ...]:
    """When each case was erased."""
    zone = tx.now().tzinfo
    return tuple(
        moment(at).astimezone(zone) for at in tx.connection.execute(select(schema.erasure.c.at)).scalars()
    )


def rewrite_index(tx: Transaction) -> None:
    """Rewrites the file's index without what was erased; freed pages are overwritten, the log is emptied by a checkpoint."""
    if tx.on_sqlite:
        tx.connection.execute(sql("INSERT INTO search_pieces(search_pieces) VALUES('optimize')"))
