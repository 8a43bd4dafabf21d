"""Counts of stretches of days that are over, kept until somebody writes about a case that they may count.

A stretch is claimed, counted in a later snapshot, and kept only where the claim still stands. Every write takes away
claims and counts of all stretches in which something happened to its case, before the write or by it: whatever a kept
count says, counting again says the same.
"""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, union_all, update

from desk.store import schema
from desk.store.encoding import micros, moment
from desk.store.statement import Statement
from desk.store.transaction import Transaction

_k, _c, _h = schema.kept_count.c, schema.complaint.c, schema.happening.c
_FORGET = Statement(
    delete(schema.kept_count).where(_k.since <= bindparam("at_"), _k.until > bindparam("at_"))
)
_MOMENTS = Statement(
    union_all(
        select(_c.received_at).where(_c.id == bindparam("case_")),
        select(_h.at).where(_h.case_id == bindparam("case_")),
    )
)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted in which stretch (``until`` excluded), and what it depends on besides the cases."""

    rulebook: str
    what: str
    since: datetime
    until: datetime
    made_from: str


def claim(tx: Transaction, one: Counted) -> str:
    """Says that the stretch is about to be counted, in a snapshot taken after this commit; the claim's name."""
    _in_turn(tx)
    name = secrets.token_hex(8)
    tx.connection.execute(delete(schema.kept_count).where(*_same(one)))
    row = {
        "rulebook": one.rulebook, "what": one.what, "since": micros(one.since), "until": micros(one.until),
        "made_from": one.made_from, "claim": name, "counts": "",
    }  # fmt: skip
    tx.connection.execute(insert(schema.kept_count), row)
    return name


def keep(tx: Transaction, claimed: str, counts: str) -> bool:
    """Keeps what was counted under this claim; False where somebody has written about a case of the stretch since."""
    claims = update(schema.kept_count).where(_k.claim == claimed)
    return bool(tx.connection.execute(claims.values(claim="", counts=counts)).rowcount)


def kept(tx: Transaction, rulebook: str, what: str, made_from: str) -> dict[datetime, str]:
    """The counts that still hold, by the beginning of their stretch."""
    same = (_k.rulebook == rulebook, _k.what == what, _k.made_from == made_from, _k.claim == "")
    zone = tx.now().tzinfo
    return {
        moment(since).astimezone(zone): counts
        for since, counts in tx.connection.execute(select(_k.since, _k.counts).where(*same))
    }


def every(tx: Transaction) -> Iterator[tuple[Counted, str]]:
    """All that is kept, for a recount."""
    zone = tx.now().tzinfo
    rows = tx.connection.execute(select(schema.kept_count).where(_k.claim == "").order_by(_k.since, _k.what))
    for row in rows:
        since, until = (moment(at).astimezone(zone) for at in (row.since, row.until))
        yield Counted(row.rulebook, row.what, since, until, row.made_from), row.counts


def touch(tx: Transaction, case_id: int) -> None:
    """Something is about to change in the case: no kept count that looks at it will outlast the transaction."""
    tx.moments.update(at for (at,) in _MOMENTS.rows(tx.connection, {"case_": case_id}))


def forget(tx: Transaction) -> None:
    """Takes away what the transaction has made wrong, as one of its last acts."""
    if tx.moments:
        _in_turn(tx)
        for at in tx.moments:
            _FORGET.run(tx.connection, {"at_": at})


def forget_all(tx: Transaction) -> None:
    """Takes all counts away: so many cases have come or gone at once."""
    _in_turn(tx)
    tx.connection.execute(delete(schema.kept_count))


def moments(tx: Transaction, ids: Sequence[int]) -> list[datetime]:
    """When these cases came in and when anything happened to them."""
    found: set[int] = set()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        found.update(tx.connection.execute(select(_c.received_at).where(_c.id.in_(some))).scalars())
        found.update(tx.connection.execute(select(_h.at).where(_h.case_id.in_(some))).scalars())
    return [moment(at).astimezone(tx.now().tzinfo) for at in found]


def next_moment(tx: Transaction, at: datetime) -> datetime | None:
    """When, from ``at`` on, first something came in or happened, whosever it is; None where nothing did."""
    columns = (_c.received_at, _h.at)
    queries = (select(func.min(column)).where(column >= micros(at)) for column in columns)
    found = [one for query in queries if (one := tx.connection.execute(query).scalar()) is not None]
    return moment(min(found)).astimezone(at.tzinfo) if found else None


def _same(one: Counted) -> tuple[ColumnElement[bool], ...]:
    return (_k.rulebook == one.rulebook, _k.what == one.what, _k.since == micros(one.since))


def _in_turn(tx: Transaction) -> None:
    """On a server two that claim and write at the same time do so one after the other, by the head of the audit."""
    if not tx.on_sqlite:
        head = schema.audit_head
        tx.connection.execute(select(head.c.id).with_for_update()).all()
