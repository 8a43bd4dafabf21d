"""Numbers of cases and papers: one counter row per series, moved in the same transaction as what gets the number.

A sequence would leave gaps where a transaction fails, ``MAX + 1`` doubles beside another desk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, func, insert, select

from desk.store import schema
from desk.store.encoding import micros
from desk.store.statement import Statement, inserting
from desk.store.transaction import Series, Transaction

TextOf = Callable[[int], str]
SKIPPED = "此号可能已印在纸上：取号后未能确认保存，或资料库恢复过备份"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a number was taken for."""

    case_id: int | None = None
    paper: str | None = None


@cache
def _move(dialect: str) -> Statement:
    """One row moved or made; each database has an insertion of its own for that."""
    counter = schema.series_counter
    key = ["rulebook", "series", "period"]
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as insert_into_file

        first = insert_into_file(counter)
        larger = func.max(counter.c.last + 1, first.excluded.last)
        moved = first.on_conflict_do_update(index_elements=key, set_={"last": larger})
        return Statement(moved.returning(counter.c.last))
    from sqlalchemy.dialects.postgresql import insert as insert_into_server

    row = insert_into_server(counter)
    greatest = func.greatest(counter.c.last + 1, row.excluded.last)
    return Statement(
        row.on_conflict_do_update(index_elements=key, set_={"last": greatest}).returning(counter.c.last)
    )


_of_series = (
    schema.serial.c.rulebook == bindparam("rulebook"),
    schema.serial.c.series == bindparam("series"),
    schema.serial.c.period == bindparam("period"),
)
_HIGHEST = Statement(select(func.max(schema.serial.c.n)).where(*_of_series))
_INSERT_SERIAL = inserting(schema.serial)
NOTHING = Reference()


def take(
    tx: Transaction, rulebook: str, series: str, period: str, text_of: TextOf,
    *, by: str, at: datetime, ref: Reference = NOTHING,
) -> tuple[int, str]:  # fmt: skip
    """The next number of a series and its text, taken for ``ref``. Holds the counter until commit: call it late."""
    key = (rulebook, series, period)
    n, text = move(tx, key, text_of, by=by, at=at)
    record(tx, key, n, text, by=by, at=at, ref=ref)
    return n, text


def move(tx: Transaction, key: Series, text_of: TextOf, *, by: str, at: datetime) -> tuple[int, str]:
    """Moves the counter without recording what for; ``record`` must follow in the same transaction.

    Where the high-water mark outside the store knows higher numbers, those between are recorded as void first.
    """
    of_series = dict(zip(("rulebook", "series", "period"), key, strict=True))
    mark = tx.highwater.of(key) if tx.highwater and key not in tx.taken else 0
    n = _move(tx.connection.dialect.name).number(tx.connection, {**of_series, "last": mark + 1})
    if mark and n == mark + 1 and tx.highwater and tx.highwater.settled.get(key) != mark:
        known = _HIGHEST.number(tx.connection, of_series)
        for skipped in range(known + 1, n):
            record(tx, key, skipped, text_of(skipped), by=by, at=at)
            void(tx, key, skipped, SKIPPED, by=by, at=at)
    tx.taken[key] = n
    return n, text_of(n)


def record(
    tx: Transaction, key: Series, n: int, text: str, *, by: str, at: datetime, ref: Reference = NOTHING
) -> None:
    """Writes the serial that a moved counter stands for."""
    rulebook, series, period = key
    row = {
        "rulebook": rulebook, "series": series, "period": period, "n": n, "text": text, "case_id": ref.case_id,
        "paper_ref": ref.paper, "at": micros(at), "by": by,
    }  # fmt: skip
    _INSERT_SERIAL.run(tx.connection, row)


def following(tx: Transaction, rulebook: str, series: str, period: str) -> int:
    """The serial that would come next as things stand; nothing is taken, another desk may be first."""
    c = schema.series_counter.c
    query = select(c.last).where(c.rulebook == rulebook, c.series == series, c.period == period)
    last = int(tx.connection.execute(query).scalar() or 0)
    mark = tx.highwater.of((rulebook, series, period)) if tx.highwater else 0
    return max(last, mark) + 1


def void(tx: Transaction, key: Series, n: int, reason: str, *, by: str, at: datetime) -> None:
    """Makes number ``n`` void for ever, with the reason. The number itself stays in the register."""
    rulebook, series, period = key
    row = {
        "rulebook": rulebook, "series": series, "period": period, "n": n, "reason": reason, "at": micros(at), "by": by,
    }  # fmt: skip
    tx.connection.execute(insert(schema.serial_void), row)


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of a series that are missing (``first`` to ``last``), or a counter that is not where its serials end."""

    series: Series
    first: int
    last: int


def gaps(tx: Transaction) -> tuple[Gap, ...]:
    """Every hole in every series. An office whose register is in order gets nothing."""
    c = schema.serial.c
    before = func.lag(c.n, 1, 0).over(partition_by=(c.rulebook, c.series, c.period), order_by=c.n)
    steps = select(c.rulebook, c.series, c.period, c.n, before.label("before")).subquery()
    holes = tx.connection.execute(select(steps).where(steps.c.n != steps.c.before + 1))
    found = [
        Gap((rulebook, series, period), before + 1, n - 1) for rulebook, series, period, n, before in holes
    ]
    counter = schema.series_counter.c
    highest = (
        select(func.coalesce(func.max(c.n), 0))
        .where(c.rulebook == counter.rulebook, c.series == counter.series, c.period == counter.period)
        .scalar_subquery()
    )
    behind = select(counter.rulebook, counter.series, counter.period, counter.last, highest).where(
        counter.last != highest
    )
    for rulebook, series, period, last, n in tx.connection.execute(behind):
        found.append(Gap((rulebook, series, period), n + 1, last))
    return tuple(found)
