"""Cases without people and free words: what figures count, read in two queries however many there are."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from sqlalchemy import JSON, Text, and_, case, cast, exists, func, or_, select

from desk.domain.draft import NOTHING, Values
from desk.domain.frame import Frame, Taken
from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.encoding import facts, micros, moment, zone_of
from desk.store.transaction import Transaction

_c, _h, _t = schema.complaint.c, schema.happening.c, schema.clock.c
_OF_FRAME = (
    _c.id, _c.number, _c.rulebook, _c.rulebook_version, _c.kind, _c.channel, _c.category, _c.station, _c.state,
    _c.levels, _c.received_at, _c.zone, _c.first_receiver, _c.sealed, _c.department, _c.registered_at,
)  # fmt: skip
_AT_ONCE = 2000
_DEPARTMENT = "department"


def plain(
    tx: Transaction, viewer: Viewer, which: CaseFilter, names: frozenset[str], steps: frozenset[str]
) -> list[tuple[Frame, bool]]:
    """The filter's cases, the oldest registered first, and whether each is sealed.

    Their values are those of ``names`` that are no identity; their timelines say when each of ``steps`` was taken.
    """
    timelines = _timelines(tx, viewer, which, steps) if steps else {}
    asked = sorted(names - {_DEPARTMENT})
    query = wanted(tx, viewer, which, _frames(tx, asked))
    rows = tx.connection.execution_options(yield_per=_AT_ONCE).execute(query)
    shared = _Shared(asked, with_department=_DEPARTMENT in names)
    found = []
    for (
        id_, number, book, version, kind, channel, category, station, state, levels, received, zone, by, sealed,
        department, registered, *told,
    ) in rows:  # fmt: skip
        frame = Frame(
            id_, number, book, version, kind, channel, category, station, state, shared.levels(levels),
            moment(received, zone_of(zone)), by, shared.values(department, *told), timelines.get(id_, ()),
        )  # fmt: skip
        found.append((registered, id_, frame, bool(sealed)))
    found.sort(key=itemgetter(0, 1))  # quicker than in the database, which would carry the facts along
    return [(frame, sealed) for _, _, frame, sealed in found]


class _Shared:
    """One mapping for all cases that are alike in their levels, or in the facts that are asked."""

    def __init__(self, asked: Sequence[str], *, with_department: bool) -> None:
        self._asked, self._with_department = asked, with_department
        self._levels: dict[str, Mapping[str, str]] = {}
        self._values: dict[tuple[str | None, ...], Values] = {}

    def levels(self, written: str) -> Mapping[str, str]:
        known = self._levels.get(written)
        if known is None:
            known = self._levels[written] = MappingProxyType(json.loads(written))
        return known

    def values(self, department: str, *told: str | None) -> Values:
        key = (department, *told) if self._with_department else told
        known = self._values.get(key)
        if known is None:
            known = self._values[key] = self._read(department, told)
        return known

    def _read(self, department: str, told: Sequence[str | None]) -> Values:
        pairs = zip(self._asked, told, strict=True)
        written = ",".join(f"{json.dumps(name)}:{value}" for name, value in pairs if value is not None)
        found = dict(facts(f"{{{written}}}".encode()))
        if self._with_department and department:
            found[_DEPARTMENT] = department
        return MappingProxyType(found) if found else NOTHING


def _frames(tx: Transaction, asked: Sequence[str]) -> Any:
    """The frames, and each fact that is asked as it is written in the case's document."""
    if not asked:
        return select(*_OF_FRAME)
    kept = schema.content.c
    if tx.on_sqlite:
        told: list[Any] = [cast(kept.facts, Text).op("->")(f'$."{name}"') for name in asked]
    else:
        whole = cast(func.convert_from(kept.facts, "UTF8"), JSON)
        told = [cast(whole.op("->")(name), Text) for name in asked]
    return select(*_OF_FRAME, *told).outerjoin(schema.content, kept.case_id == _c.id)


def _timelines(
    tx: Transaction, viewer: Viewer, which: CaseFilter, steps: frozenset[str]
) -> dict[int, tuple[Taken, ...]]:
    joined = select(_h.case_id, _h.step, _h.at, _c.zone).join(schema.complaint, _c.id == _h.case_id)
    query = wanted(tx, viewer, which, joined).where(~_h.undone, _h.step.in_(sorted(steps)))
    rows = tx.connection.execution_options(yield_per=_AT_ONCE).execute(
        query.order_by(_h.case_id, _h.at, _h.id)
    )
    return {
        case_id: tuple(Taken(step, moment(at, zone_of(zone))) for _, step, at, zone in entries)
        for case_id, entries in groupby(rows, key=lambda row: row[0])
    }


def versions(tx: Transaction, viewer: Viewer, which: CaseFilter) -> list[str]:
    """The versions of the rulebook under which the filter's cases were taken in."""
    return list(
        tx.connection.execute(wanted(tx, viewer, which, select(_c.rulebook_version).distinct())).scalars()
    )


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


def fineable(
    tx: Transaction, viewer: Viewer, which: CaseFilter, clocks: frozenset[str], steps: frozenset[str]
) -> list[int]:
    """The filter's cases, the oldest registered first, in which one of the clocks was late or one of the steps was taken.

    There may be some more (a pause moves dates). What an old register brought in already ended has no clocks on record.
    """
    late = or_(_t.done_at > _t.due_at, and_(_t.done_at.is_(None), _t.due_at < micros(tx.now())))
    missed = exists().where(_t.case_id == _c.id, _t.clock.in_(sorted(clocks)), late)
    taken = exists().where(_h.case_id == _c.id, _h.step.in_(sorted(steps)), ~_h.undone)
    query = wanted(tx, viewer, which, select(_c.id)).where(or_(missed, taken) if steps else missed)
    return list(tx.connection.execute(query.order_by(_c.registered_at, _c.id)).scalars())
