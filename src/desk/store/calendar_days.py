"""The office's own days: worked or off, whatever the national calendar says."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select

from desk.store import schema
from desk.store.transaction import Transaction

_t = schema.calendar_day


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day that this office works or does not, with its name and who said so."""

    day: date
    working: bool
    name: str
    source: str


def own_days(tx: Transaction) -> tuple[OwnDay, ...]:
    """All own days in order."""
    rows = tx.connection.execute(select(_t).order_by(_t.c.day))
    return tuple(OwnDay(date.fromisoformat(row.day), bool(row.working), row.name, row.source) for row in rows)


def put(
    tx: Transaction, day: date, *, working: bool, name: str = "", source: str = "", statutory: bool = False
) -> None:
    """Set one day."""
    tx.connection.execute(delete(_t).where(_t.c.day == day.isoformat()))
    row = {"day": day.isoformat(), "working": working, "statutory": statutory, "name": name, "source": source}
    tx.connection.execute(insert(_t), row)


def drop(tx: Transaction, day: date) -> None:
    """Leave one day to the national calendar again."""
    tx.connection.execute(delete(_t).where(_t.c.day == day.isoformat()))
