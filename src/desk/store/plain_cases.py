"""Cases without people and free words: what figures count, read in two queries however many there are."""

import json
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Any

from sqlalchemy import and_, case, func, or_, select

from desk.domain.case import Case, Happening
from desk.domain.draft import Value, Values
from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.case_rows import COLUMNS
from desk.store.encoding import facts, micros, moment, zone_of
from desk.store.transaction import Transaction

_c, _h, _t = schema.complaint.c, schema.happening.c, schema.clock.c
_AT_ONCE = 2000


def plain(
    tx: Transaction, viewer: Viewer, which: CaseFilter, names: frozenset[str], *, steps: bool
) -> list[tuple[Case, bool]]:
    """The filter's cases, the oldest registered first, and whether each is sealed.

    Their values are those of ``names`` that are no identity; their timelines say only which step was when, where
    ``steps`` are asked for. The moment of registering is not told.
    """
    timelines = _timelines(tx, viewer, which) if steps else {}
    query = wanted(tx, viewer, which, _frames(names)).order_by(_c.registered_at, _c.id)
    rows = tx.connection.execution_options(yield_per=_AT_ONCE).execute(query)
    levels: dict[str, Any] = {}
    return [(_case(row, names, timelines.get(row.id, ()), levels), bool(row.sealed)) for row in rows]


def _frames(names: frozenset[str]) -> Any:
    if not names:
        return select(*COLUMNS)
    content = schema.content
    return select(*COLUMNS, content.c.facts).outerjoin(content, content.c.case_id == _c.id)


def _case(row: Any, names: frozenset[str], timeline: tuple[Happening, ...], levels: dict[str, Any]) -> Case:
    zone = zone_of(row.zone)
    known = levels.get(row.levels)
    if known is None:
        known = levels[row.levels] = MappingProxyType(json.loads(row.levels))
    opened: Values = facts(row.facts) if names and row.facts else {}
    values: dict[str, Value] = {name: opened[name] for name in names if name in opened}
    return Case(
        id=row.id, number=row.number, rulebook=row.rulebook, rulebook_version=row.rulebook_version, kind=row.kind,
        channel=row.channel, category=row.category, station=row.station, state=row.state, levels=known,
        received_at=(received := moment(row.received_at, zone)), registered_at=received, handed_on_at=None, first_receiver=row.first_receiver, values=values, timeline=timeline, version=row.version,
    )  # fmt: skip


def _timelines(tx: Transaction, viewer: Viewer, which: CaseFilter) -> dict[int, tuple[Happening, ...]]:
    joined = select(_h.case_id, _h.step, _h.at, _h.by, _c.zone).join(schema.complaint, _c.id == _h.case_id)
    query = wanted(tx, viewer, which, joined).where(~_h.undone, _h.step != "register")
    rows = tx.connection.execute(query.order_by(_h.case_id, _h.at, _h.id))
    return {
        case_id: tuple(
            Happening(step=step, at=moment(at, zone_of(zone)), by=by) for _, step, at, by, zone in entries
        )
        for case_id, entries in groupby(rows, key=lambda row: row[0])
    }


@dataclass(frozen=True, slots=True)
class Heap:
    """So many cases that are alike in all of this; ``late`` is whether the date that governs them has passed."""

    version: str
    kind: str
    channel: str
    category: str
    state: str
    late: bool
    n: int


def heaps(tx: Transaction, viewer: Viewer, which: CaseFilter) -> tuple[Heap, ...]:
    """The filter's cases counted by the database."""
    late = case((_c.next_due_at < micros(tx.now()), 1), else_=0)
    alike = (_c.rulebook_version, _c.kind, _c.channel, _c.category, _c.state)
    query = wanted(tx, viewer, which, select(*alike, late, func.count())).group_by(*alike, late)
    rows = tx.connection.execute(query.order_by(func.count().desc(), *alike))
    return tuple(
        Heap(version, kind, channel, category, state, bool(is_late), n)
        for version, kind, channel, category, state, is_late, n in rows
    )


def missed(tx: Transaction, viewer: Viewer, which: CaseFilter) -> frozenset[int]:
    """The filter's cases of which a clock was done late or is past its date, and perhaps some more (a pause moves dates)."""
    late = or_(_t.done_at > _t.due_at, and_(_t.done_at.is_(None), _t.due_at < micros(tx.now())))
    joined = select(_t.case_id).join(schema.complaint, _c.id == _t.case_id).distinct()
    return frozenset(tx.connection.execute(wanted(tx, viewer, which, joined).where(late)).scalars())
