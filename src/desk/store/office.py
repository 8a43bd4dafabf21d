"""What the office wrote about itself: settings by key."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from desk.store import schema
from desk.store.transaction import Transaction


def read(tx: Transaction) -> dict[str, str]:
    """All settings."""
    rows = tx.connection.execute(select(schema.office.c.key, schema.office.c.value))
    return {row.key: row.value for row in rows}


def write(tx: Transaction, settings: Mapping[str, str]) -> None:
    """Set these settings; others stay."""
    if not settings:
        return
    tx.connection.execute(delete(schema.office).where(schema.office.c.key.in_(list(settings))))
    tx.connection.execute(
        insert(schema.office), [{"key": key, "value": value} for key, value in settings.items()]
    )
