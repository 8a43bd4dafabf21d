"""Clocks as rows: which cases have one that is still to be met."""

from sqlalchemy import select

from desk.store import schema
from desk.store.transaction import Transaction


def with_clock(tx: Transaction, prefix: str) -> frozenset[int]:
    """The cases with a clock whose id begins with ``prefix`` and that nobody has met yet."""
    c = schema.clock.c
    query = select(c.case_id).where(c.clock.startswith(prefix, autoescape=True), c.done_at.is_(None))
    return frozenset(tx.connection.execute(query).scalars())
