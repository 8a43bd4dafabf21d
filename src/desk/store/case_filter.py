"""Which cases a list holds: a filter as a value, and the conditions that it becomes in a query."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, literal_column, select

from desk.domain.draft import NOTHING, Value
from desk.domain.viewer import Viewer
from desk.store import batches, conflicts, schema, search
from desk.store.encoding import micros
from desk.store.transaction import Transaction

_c = schema.complaint.c
MOST_HITS = 5000
"""A list narrowed by text holds the newest so many hits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases: all conditions hold together, an empty one asks nothing. Moments carry their zone; ``*_to`` is excluded.

    ``stepped_*`` are the days in which one of ``with_steps`` was taken.
    """

    text: str = ""
    look_in: search.Field | None = None
    rulebooks: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    stations: frozenset[str] = frozenset()
    first_receivers: frozenset[str] = frozenset()
    ids: frozenset[int] = frozenset()
    received_from: datetime | None = None
    received_to: datetime | None = None
    registered_from: datetime | None = None
    registered_to: datetime | None = None
    due_from: datetime | None = None
    due_before: datetime | None = None
    overdue: bool | None = None
    anonymous: bool | None = None
    sealed: bool | None = None
    has_outside_number: bool | None = None
    with_steps: frozenset[str] = frozenset()
    without_steps: frozenset[str] = frozenset()
    stepped_from: datetime | None = None
    stepped_to: datetime | None = None
    facts: Mapping[str, Value] = field(default_factory=lambda: NOTHING)


ALL = CaseFilter()


def wanted(tx: Transaction, viewer: Viewer, which: CaseFilter, query: Select[Any]) -> Select[Any]:
    """``query`` with every condition of the filter, and without what must not exist (yet, or for the viewer)."""
    query = query.where(*batches.visible(tx))
    if kept := conflicts.kept_from(tx, viewer):
        query = query.where(_c.id.not_in(sorted(kept)))
    if which.text:
        hits = islice(search.matching(tx, viewer, which.text, which.look_in), MOST_HITS)
        query = query.where(_c.id.in_(list(hits)))
    for condition in _conditions(tx, which):
        query = query.where(condition)
    return query


def _conditions(tx: Transaction, which: CaseFilter) -> Iterator[ColumnElement[bool]]:
    chosen = (
        (_c.rulebook, which.rulebooks), (_c.kind, which.kinds), (_c.channel, which.channels),
        (_c.category, which.categories), (_state(tx, which), which.states), (_c.level, which.levels),
        (_c.department, which.departments), (_c.station, which.stations),
        (_c.first_receiver, which.first_receivers), (_c.id, which.ids),
    )  # fmt: skip
    for column, values in chosen:
        if values:
            yield column.in_(sorted(values))
    yield from _times(tx, which)
    flags = (
        (_c.anonymous, which.anonymous),
        (_c.sealed, which.sealed),
        (_c.outside_number != "", which.has_outside_number),
    )
    for is_so, wanted in flags:
        if wanted is not None:
            yield is_so if wanted else ~is_so
    h = schema.happening.c
    if which.with_steps:
        yield _took(which)
    if which.without_steps:
        yield ~exists().where(h.case_id == _c.id, h.step.in_(sorted(which.without_steps)), ~h.undone)
    for fact, value in which.facts.items():
        yield _holds_fact(fact, value)


def _state(tx: Transaction, which: CaseFilter) -> ColumnElement[Any]:
    """The case's state; not to be looked up by where a day is: few cases are due until then, very many may be open."""
    return literal_column("+complaint.state") if which.due_before and tx.on_sqlite else _c.state


def _times(tx: Transaction, which: CaseFilter) -> Iterator[ColumnElement[bool]]:
    if which.received_from:
        yield _c.received_at >= micros(which.received_from)
    if which.received_to:
        yield _c.received_at < micros(which.received_to)
    if which.registered_from:
        yield _c.registered_at >= micros(which.registered_from)
    if which.registered_to:
        yield _c.registered_at < micros(which.registered_to)
    if which.due_from:
        yield _c.next_due_at >= micros(which.due_from)
    if which.due_before:
        yield _c.next_due_at < micros(which.due_before)
    if which.overdue is not None:
        late = _c.next_due_at < micros(tx.now())
        yield late if which.overdue else ~late


def _took(which: CaseFilter) -> ColumnElement[bool]:
    """One of the steps was taken and stands: some days are read by their moments, else each case is asked for its own."""
    h = schema.happening.c
    taken = (h.step.in_(sorted(which.with_steps)), ~h.undone)
    if not which.stepped_from or not which.stepped_to:
        return exists().where(h.case_id == _c.id, *taken)
    days = (h.at >= micros(which.stepped_from), h.at < micros(which.stepped_to))
    return _c.id.in_(select(h.case_id).where(*days, *taken))


def _holds_fact(fact: str, value: Value) -> ColumnElement[bool]:
    """One of the rulebook's own fields has this value."""
    k = schema.value_key.c
    match value:
        case bool() | int():
            same = k.number == int(value)
        case str():
            same = k.text == value
        case _:
            same = k.day == str(value)[:10]
    return _c.id.in_(select(k.case_id).where(k.fact == fact, same))
