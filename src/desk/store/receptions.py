"""The reception book: visits that became no case, sealed like everything that people say."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from desk.domain.reception import Visit
from desk.store import schema
from desk.store.encoding import dump, micros, moment
from desk.store.transaction import Transaction

_t = schema.reception
_SAID = ("about", "who", "place", "where")


def put(tx: Transaction, visit: Visit) -> None:
    """Write the line down."""
    said = dump({key: getattr(visit, key) for key in _SAID})
    sealed = tx.cipher.seal(said.encode(), f"reception:{visit.id}")
    row = {"id": visit.id, "at": micros(visit.at), "by": visit.by, "kind": visit.kind, "content": sealed}
    tx.connection.execute(insert(_t), row)


def between(tx: Transaction, first: datetime, last: datetime) -> tuple[Visit, ...]:
    """The lines from ``first`` until before ``last``, the newest first."""
    within = (_t.c.at >= micros(first), _t.c.at < micros(last))
    rows = tx.connection.execute(select(_t).where(*within).order_by(_t.c.at.desc(), _t.c.id))
    return tuple(_visit(tx, row) for row in rows)


def latest(tx: Transaction, most: int) -> tuple[Visit, ...]:
    """The newest lines."""
    rows = tx.connection.execute(select(_t).order_by(_t.c.at.desc(), _t.c.id).limit(most))
    return tuple(_visit(tx, row) for row in rows)


def get(tx: Transaction, id_: str) -> Visit | None:
    """One line, if there is such a one."""
    row = tx.connection.execute(select(_t).where(_t.c.id == id_)).first()
    return None if row is None else _visit(tx, row)


def _visit(tx: Transaction, row: Row[Any]) -> Visit:
    said = json.loads(tx.cipher.open(bytes(row.content), f"reception:{row.id}"))
    return Visit(id=row.id, at=moment(row.at), by=row.by, kind=row.kind, **said)
