"""The daybook: what the office writes down once beside its cases, each with its words, its bytes and their digest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Select, insert, select

from desk.store import schema
from desk.store.encoding import dump, micros, moment
from desk.store.transaction import Transaction

Kind = Literal["frozen", "handover", "incident", "destruction", "destroyed"]
_t = schema.daybook
_HEAD = (_t.c.id, _t.c.kind, _t.c.about, _t.c.case_id, _t.c.at, _t.c.by, _t.c.sha256, _t.c.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One entry: what it is about (a month, a day, a case's number), who wrote it when, and its words by name."""

    id: int
    about: str
    case_id: int | None
    at: datetime
    by: str
    sha256: str
    content: Mapping[str, Any]


def put(
    tx: Transaction, kind: Kind, about: str, content: Mapping[str, Any], *, by: str, data: bytes = b"", case_id: int | None = None
) -> int:  # fmt: skip
    """Write an entry down; its id. ``data`` are the bytes of its paper, if it has one."""
    said = tx.cipher.seal(dump(dict(content)).encode(), f"daybook:{kind}:{about}")
    row = {
        "kind": kind, "about": about, "case_id": case_id, "at": micros(tx.now()), "by": by, "content": said,
        "sha256": hashlib.sha256(data).hexdigest() if data else "",
        "data": tx.cipher.seal(data, f"daybook:{kind}:{about}"),
    }  # fmt: skip
    return int(tx.connection.execute(insert(_t).returning(_t.c.id), row).scalar_one())


def pages(tx: Transaction, kind: Kind, about: str = "", *, limit: int = 500) -> tuple[Page, ...]:
    """The entries of a kind, the newest first; only those about this where it is named."""
    query = select(*_HEAD).where(_t.c.kind == kind)
    return _pages(tx, query.where(_t.c.about == about) if about else query, limit)


def of_case(tx: Transaction, kind: Kind, case_id: int) -> tuple[Page, ...]:
    """The entries about a case, the newest first."""
    return _pages(tx, select(*_HEAD).where(_t.c.kind == kind, _t.c.case_id == case_id), 500)


def data(tx: Transaction, page: Page, kind: Kind) -> bytes:
    """The very bytes of an entry's paper."""
    found = tx.connection.execute(select(_t.c.data).where(_t.c.id == page.id)).scalar_one()
    return tx.cipher.open(bytes(found), f"daybook:{kind}:{page.about}")


def _pages(tx: Transaction, query: Select[Any], limit: int) -> tuple[Page, ...]:
    rows = tx.connection.execute(query.order_by(_t.c.id.desc()).limit(limit))
    return tuple(
        Page(
            id=row.id,
            about=row.about,
            case_id=row.case_id,
            at=moment(row.at).astimezone(tx.now().tzinfo),
            by=row.by,
            sha256=row.sha256,
            content=json.loads(tx.cipher.open(bytes(row.content), f"daybook:{row.kind}:{row.about}")),
        )
        for row in rows
    )
