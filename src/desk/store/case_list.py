"""Lists of cases: pages by key, counts, what is due, and the stream that registers are made from. Masked in the query."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Literal

from sqlalchemy import ColumnElement, func, literal, select, tuple_

from desk.domain.case import Case
from desk.domain.draft import Value
from desk.domain.masking import Strength
from desk.domain.viewer import Viewer
from desk.store import identities, masks, schema
from desk.store.case_filter import ALL, MOST_HITS, CaseFilter, wanted
from desk.store.case_rows import COLUMNS, eyes, put_together
from desk.store.encoding import moment, zone_of
from desk.store.registration import NEVER
from desk.store.transaction import Transaction

By = Literal["newest", "number", "received", "due", "state", "department", "kind", "channel", "category", "level",
             "subject", "respondent"]  # fmt: skip
"""What a list is sorted by; ``newest`` is the order of registration."""

_c = schema.complaint.c
_SORTED: Mapping[By, tuple[ColumnElement[Any], ...]] = {
    "newest": (_c.registered_at, _c.id), "number": (_c.number_key, _c.id), "received": (_c.received_at, _c.id),
    "due": (_c.next_due_at, _c.id), "state": (_c.state, _c.received_at, _c.id),
    "department": (_c.department, _c.received_at, _c.id), "kind": (_c.kind, _c.id), "channel": (_c.channel, _c.id),
    "category": (_c.category, _c.id), "level": (_c.level_rank, _c.id), "subject": (_c.subject, _c.id),
    "respondent": (_c.respondent, _c.id),
}  # fmt: skip
_NAME, _PHONE = "complainant.name", "complainant.phone"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Order:
    """How a list is sorted; ties by id in the same direction."""

    by: By = "newest"
    descending: bool = True


NEWEST = Order()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One line of a list. Complainant and phone are masked by the viewer's rights; empty in a sealed case."""

    id: int
    number: str
    received_at: datetime
    registered_at: datetime
    kind: str
    channel: str
    category: str
    level: str
    complainant: str
    phone: str
    subject: str
    respondent: str
    station: str
    state: str
    department: str
    next_due_at: datetime | None
    due_clock: str
    sealed: bool
    version: int
    rulebook: str = ""
    rulebook_version: str = ""
    named: bool = True
    """Whether the viewer sees identities under the case's own manual."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many cases: exactly, or at least so many."""

    n: int
    exact: bool = True


_LISTED = tuple(
    _c[name]
    for name in (
        "id", "number", "received_at", "registered_at", "zone", "kind", "channel", "category", "level", "subject",
        "respondent", "station", "state", "department", "next_due_at", "next_clock", "sealed", "version",
        "rulebook", "rulebook_version",
    )
)  # fmt: skip


def page(
    tx: Transaction, viewer: Viewer, which: CaseFilter = ALL, *, order: Order = NEWEST, after: int | None = None,
    skip: int = 0, limit: int = 100,
) -> tuple[CaseRow, ...]:  # fmt: skip
    """The ``limit`` rows that follow the case ``after`` (an id; None for the top), ``skip`` rows left out before them."""
    columns = _SORTED[order.by]
    query = wanted(tx, viewer, which, select(_c.id))
    if after is not None:
        query = query.where(_beyond(tx, columns, after, order))
    for column in columns:
        query = query.order_by(column.desc() if order.descending else column.asc())
    ids = [case_id for (case_id,) in tx.connection.execute(query.limit(limit).offset(skip or None))]
    return _rows(tx, viewer, ids)


def _beyond(
    tx: Transaction, columns: tuple[ColumnElement[Any], ...], after: int, order: Order
) -> ColumnElement[bool]:
    values = tx.connection.execute(select(*columns).where(_c.id == after)).one()
    row, bounds = tuple_(*columns), tuple_(*(literal(value) for value in values))
    return row < bounds if order.descending else row > bounds


def _rows(tx: Transaction, viewer: Viewer, ids: list[int]) -> tuple[CaseRow, ...]:
    if not ids:
        return ()
    found = {row.id: row for row in tx.connection.execute(select(*_LISTED).where(_c.id.in_(ids)))}
    people = identities.read(tx, ids, (_NAME, _PHONE))
    granted, strength = identities.granted(tx, viewer), masks.strength(tx)
    return tuple(_line(found[case_id], people[case_id], viewer, granted, strength) for case_id in ids)


def _line(
    row: Any, hidden: Mapping[str, Value], viewer: Viewer, granted: frozenset[int], strength: Strength
) -> CaseRow:
    zone = zone_of(row.zone)
    own = viewer.under(row.rulebook, row.rulebook_version)
    shown = identities.shown(hidden, own, strength, sealed=bool(row.sealed), granted=row.id in granted)
    return CaseRow(
        id=row.id, number=row.number, received_at=moment(row.received_at, zone),
        registered_at=moment(row.registered_at, zone), kind=row.kind, channel=row.channel, category=row.category,
        level=row.level, complainant=str(shown.get(_NAME, "")),
        # A list never needs the whole phone, and the counter can read the screen.
        phone=str(masks.masked(_PHONE, str(hidden[_PHONE]), strength)) if _PHONE in shown else "",
        subject=row.subject, respondent=row.respondent, station=row.station, state=row.state,
        department=row.department, next_due_at=None if row.next_due_at == NEVER else moment(row.next_due_at, zone),
        due_clock=row.next_clock, sealed=bool(row.sealed), version=row.version,
        rulebook=row.rulebook, rulebook_version=row.rulebook_version, named=own.may("see_identity"),
    )  # fmt: skip


def ids(tx: Transaction, viewer: Viewer, which: CaseFilter) -> list[int]:
    """The ids of all cases of the filter, the oldest registered first."""
    query = wanted(tx, viewer, which, select(_c.id)).order_by(_c.registered_at, _c.id)
    return list(tx.connection.execute(query).scalars())


def numbers(tx: Transaction, viewer: Viewer, which: CaseFilter = ALL) -> list[str]:
    """The numbers of all cases of the filter, in the order in which they came."""
    query = wanted(tx, viewer, which, select(_c.number)).order_by(_c.id)
    return [str(number) for number in tx.connection.execute(query).scalars()]


def count(tx: Transaction, viewer: Viewer, which: CaseFilter = ALL, *, at_most: int = 100_000) -> Count:
    """How many cases the filter leaves for this viewer; filtered ones are not counted further than ``at_most``."""
    if which == ALL:
        n = tx.connection.execute(
            wanted(tx, viewer, which, select(func.count()).select_from(schema.complaint))
        ).scalar_one()
        return Count(n)
    inner = wanted(tx, viewer, which, select(_c.id)).limit(at_most).subquery()
    n = tx.connection.execute(select(func.count()).select_from(inner)).scalar_one()
    return Count(n, exact=n < at_most and (not which.text or n < MOST_HITS))


def due(
    tx: Transaction, viewer: Viewer, until: datetime, states: frozenset[str], *, limit: int = 500
) -> tuple[CaseRow, ...]:
    """Cases in these states with a running clock that ends by ``until``, the most urgent first."""
    which = CaseFilter(states=states, due_before=until + timedelta.resolution)
    return page(tx, viewer, which, order=Order("due", descending=False), limit=limit)


def lines(
    tx: Transaction,
    viewer: Viewer,
    which: CaseFilter = ALL,
    *,
    order: Order = Order("newest", descending=False),
) -> Iterator[Case]:
    """Every case of the filter with all facts that the viewer may see, streamed for registers and exports."""
    query = wanted(tx, viewer, which, select(*COLUMNS))
    for column in _SORTED[order.by]:
        query = query.order_by(column.desc() if order.descending else column.asc())
    rows = iter(tx.connection.execution_options(yield_per=_AT_ONCE).execute(query))
    seen_by = eyes(tx, viewer)
    while chunk := list(islice(rows, _AT_ONCE)):
        yield from put_together(tx, chunk, seen_by)
