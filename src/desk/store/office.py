"""What the office wrote about itself: settings by key."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, literal, select, update

from desk.store import schema
from desk.store.transaction import Transaction


def read(tx: Transaction) -> dict[str, str]:
    """All settings."""
    rows = tx.connection.execute(select(schema.office.c.key, schema.office.c.value))
    return {row.key: row.value for row in rows}


def hold(tx: Transaction) -> None:
    """Let no other desk write about the office until this transaction ends, so that what is read now still holds then."""
    if not tx.on_sqlite:  # there a writer is alone from the beginning
        held = select(schema.office.c.key).where(schema.office.c.key == "rulebook").with_for_update()
        tx.connection.execute(held).all()


def write(tx: Transaction, settings: Mapping[str, str]) -> None:
    """Set these settings; others stay."""
    hold(tx)
    for key, value in settings.items():  # rows stay: who waits for one (``hold``) must find it again
        same = update(schema.office).where(schema.office.c.key == key)
        if not tx.connection.execute(same.values(value=value)).rowcount:
            tx.connection.execute(insert(schema.office), {"key": key, "value": value})


def forget(tx: Transaction, key: str) -> None:
    """Take this setting out, if it is there."""
    tx.connection.execute(delete(schema.office).where(schema.office.c.key == key))


def exchange(tx: Transaction, key: str, old: str, new: str) -> bool:
    """Set ``key`` from ``old`` (empty: not there) to ``new``; whether it still stood as ``old``: one of two desks wins."""
    c = schema.office.c
    if old:
        changed = update(schema.office).where(c.key == key, c.value == old).values(value=new)
        return bool(tx.connection.execute(changed).rowcount)
    absent = ~select(c.key).where(c.key == key).exists()
    row = select(literal(key), literal(new)).where(absent)
    return bool(tx.connection.execute(insert(schema.office).from_select([c.key, c.value], row)).rowcount)
