"""Drafts: what a clerk was typing, kept until it is registered or thrown away; only its clerk gets it back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from desk.domain.errors import NotFound
from desk.store import schema
from desk.store.encoding import dump, micros, moment
from desk.store.transaction import Transaction

_t = schema.draft


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A kept draft; ``parked`` ones were put aside on purpose, the others are what a crash left."""

    id: str
    at: datetime
    parked: bool
    content: Mapping[str, Any]


def put(
    tx: Transaction, id_: str, clerk: str, content: Mapping[str, Any], *, parked: bool, at: datetime
) -> None:
    """Keep the draft as it is now. Raises ``NotFound`` where somebody else's draft has this id."""
    drop(tx, id_, clerk)
    if tx.connection.execute(select(_t.c.id).where(_t.c.id == id_)).first():
        raise NotFound("no_draft", "没有找到这份草稿", "请另起一份")
    sealed = tx.cipher.seal(dump(dict(content)).encode(), f"draft:{id_}")
    row = {"id": id_, "clerk": clerk, "at": micros(at), "parked": parked, "content": sealed}
    tx.connection.execute(insert(_t), row)


def of_clerk(tx: Transaction, clerk: str) -> tuple[DraftRow, ...]:
    """The clerk's drafts, the newest first."""
    rows = tx.connection.execute(select(_t).where(_t.c.clerk == clerk).order_by(_t.c.at.desc()))
    return tuple(
        DraftRow(
            row.id,
            moment(row.at),
            bool(row.parked),
            json.loads(tx.cipher.open(bytes(row.content), f"draft:{row.id}")),
        )
        for row in rows
    )


def drop(tx: Transaction, id_: str, clerk: str) -> None:
    """Forget the draft."""
    tx.connection.execute(delete(_t).where(_t.c.id == id_, _t.c.clerk == clerk))
