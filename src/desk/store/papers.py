"""Issued papers: number, words and bytes in one transaction, never changed; void ones stay, with the reason."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Select, bindparam, delete, func, insert, select

from desk.domain.errors import NotFound
from desk.domain.viewer import Viewer
from desk.store import cases, conflicts, identities, schema, search_index
from desk.store.encoding import dump, micros, moment
from desk.store.statement import Statement
from desk.store.transaction import Transaction

PaperState = Literal["issued", "void"]
Pending = Literal["print", "seal", "deliver"]
"""What an issued paper may wait for: the printer, the office's seal, its addressee."""

_TO_PRINT: tuple[Pending, ...] = ("print",)
_p, _v, _l, _w = schema.paper.c, schema.paper_void.c, schema.print_log.c, schema.paper_pending.c


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper of a case. ``version`` counts the printings of a working paper under the same number."""

    id: int
    case_id: int | None
    kind: str
    number: str
    version: int
    state: PaperState
    at: datetime
    by: str
    sha256: str
    pages: int
    copies: int
    printed: int
    void_reason: str
    case_number: str = ""


_printed = select(func.count()).where(_l.paper_id == _p.id).scalar_subquery()
_case = select(schema.complaint.c.number).where(schema.complaint.c.id == _p.case_id).scalar_subquery()
_TOLD = {
    "id": _p.id, "case_id": _p.case_id, "kind": _p.kind, "number": _p.number, "version": _p.version, "by": _p.by,
    "sha256": _p.sha256, "pages": _p.pages, "copies": _p.copies, "printed": _printed,
}  # fmt: skip
"""What a row tells as it is."""
_LISTED = select(_p.at, _v.reason, _case.label("case_number"), *_TOLD.values()).join_from(
    schema.paper, schema.paper_void, _v.paper_id == _p.id, isouter=True
)
_OF_CASE = Statement(_LISTED.where(_p.case_id == bindparam("case_")).order_by(_p.id))


def issue(
    tx: Transaction, *, case_id: int, kind: str, number: str, by: str, at: datetime, data: bytes,
    content: Mapping[str, Any], pages: int, copies: int, pending: Collection[Pending] = _TO_PRINT,
) -> int:  # fmt: skip
    """Put a paper on record with its bytes and their digest, as the next version of its kind; its id.

    ``pending`` is what it waits for from now on.
    """
    cases.refuse_erased(tx, case_id)
    last = select(func.coalesce(func.max(_p.version), 0)).where(_p.case_id == case_id, _p.kind == kind)
    row = {
        "case_id": case_id, "kind": kind, "number": number, "version": tx.connection.execute(last).scalar_one() + 1,
        "state": "issued", "at": micros(at), "by": by, "sha256": hashlib.sha256(data).hexdigest(), "pages": pages,
        "copies": copies,
    }  # fmt: skip
    paper_id = int(tx.connection.execute(insert(schema.paper).returning(_p.id), row).scalar_one())
    owner = {"paper_id": paper_id, "case_id": case_id}
    sealed = tx.cipher.seal(dump(dict(content)).encode(), f"paper:{paper_id}")
    tx.connection.execute(insert(schema.paper_content), {**owner, "content": sealed})
    tx.connection.execute(
        insert(schema.paper_bytes), {**owner, "data": tx.cipher.seal(data, f"bytes:{paper_id}")}
    )
    waits = [{"what": what, "paper_id": paper_id} for what in sorted(pending)]
    if waits:
        tx.connection.execute(insert(schema.paper_pending), waits)
    if number:
        search_index.renew(tx, case_id)
    return paper_id


def of_case(tx: Transaction, case_id: int) -> tuple[PaperRow, ...]:
    """The case's papers, the oldest first."""
    return tuple(_paper(*row) for row in _OF_CASE.rows(tx.connection, {"case_": case_id}))


def get(tx: Transaction, viewer: Viewer, paper_id: int) -> PaperRow:
    """One paper. Raises ``NotFound``, also where its case is kept from the viewer."""
    found = _rows(tx, _LISTED.where(_p.id == paper_id))
    if not found or found[0].case_id in conflicts.kept_from(tx, viewer):
        raise NotFound("no_paper", "没有找到这份文书", "请刷新后再看", "paper")
    return quiet(tx, viewer, found[0])


def case_of(tx: Transaction, paper_id: int) -> int | None:
    """The case that a paper belongs to; None for one of no case."""
    found: int | None = tx.connection.execute(select(_p.case_id).where(_p.id == paper_id)).scalar()
    return found


def by_number(tx: Transaction, viewer: Viewer, number: str) -> PaperRow | None:
    """The newest paper with this document number, if the viewer may know of its case."""
    found = _rows(tx, _LISTED.where(_p.number == number).order_by(_p.id))
    kept = conflicts.kept_from(tx, viewer)
    row = next((row for row in reversed(found) if row.case_id not in kept), None)
    return quiet(tx, viewer, row) if row else None


def numbers_with(tx: Transaction, digits: str) -> tuple[str, ...]:
    """The numbers of papers and cases that hold these digits in this order, the newest first; nobody is shown them."""
    if not digits:
        return ()
    like = f"%{'%'.join(digits)}%"
    tables = ((_p.number, _p.id), (schema.complaint.c.number, schema.complaint.c.id))
    queries = (
        select(number).where(number.like(like)).order_by(id_.desc()).limit(_AT_MOST) for number, id_ in tables
    )
    return tuple(dict.fromkeys(text for query in queries for text in tx.connection.execute(query).scalars()))


_AT_MOST = 500
"""So many numbers with the same digits are looked at: other years and kinds share few with them."""


def quiet(tx: Transaction, viewer: Viewer, row: PaperRow) -> PaperRow:
    """The row without the reason why it is void, where those free words belong to a sealed case not open to the viewer."""
    if not row.void_reason or row.case_id is None or not cases.is_sealed(tx, row.case_id):
        return row
    return row if row.case_id in identities.granted(tx, viewer) else replace(row, void_reason="")


def data(tx: Transaction, paper_id: int) -> bytes:
    """The very bytes that were issued."""
    query = select(schema.paper_bytes.c.data).where(schema.paper_bytes.c.paper_id == paper_id)
    found = tx.connection.execute(query).scalar()
    if found is None:
        raise NotFound("erased", "这份文书已按保存期限销毁", "编号和日期仍在登记簿中", "paper")
    return tx.cipher.open(bytes(found), f"bytes:{paper_id}")


def content(tx: Transaction, paper_id: int) -> Mapping[str, Any]:
    """The words that were issued."""
    query = select(schema.paper_content.c.content).where(schema.paper_content.c.paper_id == paper_id)
    found = tx.connection.execute(query).scalar_one()
    words: dict[str, Any] = json.loads(tx.cipher.open(bytes(found), f"paper:{paper_id}"))
    return words


def void(tx: Transaction, paper_id: int, *, reason: str, by: str, at: datetime) -> None:
    """Make the paper void; paper and number stay on record."""
    tx.connection.execute(
        insert(schema.paper_void), {"paper_id": paper_id, "reason": reason, "at": micros(at), "by": by}
    )
    tx.connection.execute(delete(schema.paper_pending).where(_w.paper_id == paper_id))


class Void(NamedTuple):
    """Why and when a paper was made void, and by whom."""

    reason: str
    at: datetime
    by: str


def voided(tx: Transaction, case_id: int) -> tuple[tuple[PaperRow, Void], ...]:
    """The void papers of a case with who made them void."""
    rows = {row.id: row for row in of_case(tx, case_id) if row.state == "void"}
    query = select(schema.paper_void).where(_v.paper_id.in_(rows)).order_by(_v.at)
    found = tx.connection.execute(query) if rows else ()
    return tuple((rows[one.paper_id], Void(one.reason, moment(one.at), one.by)) for one in found)


def log_print(
    tx: Transaction, paper_id: int, *, at: datetime, by: str, copies: int, reprint: bool, note: str
) -> None:
    """One printing: when, by whom, how many, on which printer."""
    row = {
        "paper_id": paper_id,
        "at": micros(at),
        "by": by,
        "copies": copies,
        "reprint": reprint,
        "note": note,
    }
    tx.connection.execute(insert(schema.print_log), row)
    done(tx, paper_id, "print")


def done(tx: Transaction, paper_id: int, what: Pending) -> None:
    """The paper no longer waits for this."""
    tx.connection.execute(delete(schema.paper_pending).where(_w.what == what, _w.paper_id == paper_id))


def wait_no_more(tx: Transaction, case_id: int) -> None:
    """No paper of the case waits for anything any more: its papers are gone."""
    of_case = select(_p.id).where(_p.case_id == case_id)
    tx.connection.execute(delete(schema.paper_pending).where(_w.paper_id.in_(of_case)))


def waiting(tx: Transaction, viewer: Viewer, what: Pending, *, limit: int = 500) -> tuple[PaperRow, ...]:
    """Issued papers that wait for this, the oldest first; none of a case that is kept from the viewer."""
    return _rows(tx, _waiting(tx, viewer, what, _LISTED).order_by(_p.id).limit(limit))


def count_waiting(tx: Transaction, viewer: Viewer, what: Pending) -> int:
    """How many papers wait for this."""
    query = _waiting(tx, viewer, what, select(func.count()).select_from(schema.paper))
    return int(tx.connection.execute(query).scalar_one())


def _waiting(tx: Transaction, viewer: Viewer, what: Pending, query: Select[Any]) -> Select[Any]:
    query = query.where(_p.id.in_(select(_w.paper_id).where(_w.what == what)))
    kept = conflicts.kept_from(tx, viewer)
    return query.where(_p.case_id.not_in(sorted(kept))) if kept else query


def _rows(tx: Transaction, query: Select[Any]) -> tuple[PaperRow, ...]:
    return tuple(_paper(*row) for row in tx.connection.execute(query))


def _paper(at: int, void_reason: str | None, case_number: str | None, *told: Any) -> PaperRow:
    return PaperRow(
        **dict(zip(_TOLD, told, strict=True)),
        at=moment(at),
        state="issued" if void_reason is None else "void",
        void_reason=void_reason or "",
        case_number=case_number or "",
    )
