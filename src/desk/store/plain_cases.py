"""Cases without people and free words: what figures count, read in two queries however many there are."""

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import JSON, ColumnElement, Text, and_, case, cast, exists, func, null, or_, select

from desk.domain.draft import NOTHING, Values
from desk.domain.frame import Frame, Taken
from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.encoding import facts, micros, moment, zone_of
from desk.store.transaction import Transaction

_c, _h, _t = schema.complaint.c, schema.happening.c, schema.clock.c
_OF_FRAME = (
    _c.rulebook, _c.rulebook_version, _c.kind, _c.channel, _c.category, _c.station, _c.state, _c.levels,
    _c.first_receiver, _c.sealed, _c.department, _c.zone, _c.received_at,
)  # fmt: skip
_VERSION, _STATE, _SEALED, _RECEIVED = 1, 6, 9, 12
"""Places in a row of ``_OF_FRAME``."""
Way = tuple[tuple[str, int], ...]
"""Steps that stand, with the microsecond of each."""
_BEFORE = 4
"""So many columns stand before the frame in a row of ``_heaped``."""
_AT_ONCE = 2000
_BETWEEN = "\n"
_DEPARTMENT = "department"


def plain(
    tx: Transaction, viewer: Viewer, which: CaseFilter, names: frozenset[str], steps: frozenset[str]
) -> list[tuple[Frame, bool]]:
    """The filter's cases, the oldest registered first, and whether each is sealed.

    Their values are those of ``names`` that are no identity; their timelines say when each of ``steps`` was taken.
    """
    timelines = _timelines(tx, viewer, which, steps) if steps else {}
    shared = _Shared(names)
    found = [
        (registered, id_, shared.frame(id_, number, row, timelines.get(id_, ())), bool(row[_SEALED]))
        for id_, number, registered, *row in _rows(tx, viewer, which, _frames(tx, shared.asked))
    ]
    found.sort(key=itemgetter(0, 1))  # quicker than in the database, which would carry the facts along
    return [(frame, sealed) for _, _, frame, sealed in found]


Told = TypeVar("Told", bound=Hashable)
Mark = Callable[[int, str, str, int, Way], Iterable[Told]]
"""What a case counts as, by its id, version of the manual, state, microsecond of receipt, and the steps taken; it may
count as nothing, or as several things.
"""


def alike(
    tx: Transaction,
    viewer: Viewer,
    filters: Iterable[CaseFilter],
    names: frozenset[str],
    steps: frozenset[str],
    mark: Mark[Told],
) -> Iterator[tuple[Frame, Told, int]]:
    """One frame for all of the filters' cases that are alike but for their number and moments, and how many they are.

    Of the moment of receipt only the month is told apart; a timeline says no more than which of the steps were taken.
    Each case is read once, whatever it counts as.
    """
    shared = _Shared(names)
    groups: dict[tuple[int, frozenset[str], tuple[Any, ...]], int] = {}
    heaps = Counter[tuple[Told, int]]()
    for which in filters:
        for row in _rows(tx, viewer, which, _heaped(shared.asked, steps, tx)):
            id_, received, month, told = row[:_BEFORE]
            frame, way = row[_BEFORE:], _way(told)
            group = groups.setdefault((month, frozenset([step for step, _ in way]), frame), len(groups))
            for one in mark(id_, frame[_VERSION], frame[_STATE], received, way):
                heaps[one, group] += 1
    frames = [_of_group(tx, shared, *group) for group in groups]
    return ((frames[group], one, n) for (one, group), n in heaps.items())


def _of_group(
    tx: Transaction, shared: "_Shared", month: int, taken: frozenset[str], row: tuple[Any, ...]
) -> Frame:
    year, number = divmod(month, 100)
    begin = datetime(year, number, 1, tzinfo=tx.now().tzinfo)
    timeline = tuple(Taken(step, begin) for step in taken)
    return shared.frame(0, "", (*row[:_RECEIVED], micros(begin), *row[_RECEIVED:]), timeline)


def _way(told: str | None) -> Way:
    if not told:
        return ()
    return tuple((step, int(at)) for step, _, at in [entry.rpartition(" ") for entry in told.split(_BETWEEN)])


class _Shared:
    """Frames of rows: one mapping for all cases that are alike in their levels, or in the facts that are asked."""

    def __init__(self, names: frozenset[str]) -> None:
        self.asked = sorted(names - {_DEPARTMENT})
        self._with_department = _DEPARTMENT in names
        self._levels: dict[str, Mapping[str, str]] = {}
        self._values: dict[tuple[str | None, ...], Values] = {}

    def frame(self, id_: int, number: str, row: Sequence[Any], timeline: tuple[Taken, ...]) -> Frame:
        """The frame of a row of ``_OF_FRAME`` and the facts that are asked."""
        (
            book, version, kind, channel, category, station, state, levels, by, _, department, zone, received,
            *told,
        ) = row  # fmt: skip
        return Frame(
            id_, number, book, version, kind, channel, category, station, state, self.levels(levels),
            moment(received, zone_of(zone)), by, self.values(department, *told), timeline,
        )  # fmt: skip

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
        pairs = zip(self.asked, told, strict=True)
        written = ",".join(f"{json.dumps(name)}:{value}" for name, value in pairs if value is not None)
        found = dict(facts(f"{{{written}}}".encode()))
        if self._with_department and department:
            found[_DEPARTMENT] = department
        return MappingProxyType(found) if found else NOTHING


def _rows(tx: Transaction, viewer: Viewer, which: CaseFilter, query: Any) -> Iterator[Any]:
    found = tx.connection.execution_options(yield_per=_AT_ONCE).execute(wanted(tx, viewer, which, query))
    for some in found.partitions():
        yield from some


def _frames(tx: Transaction, asked: Sequence[str]) -> Any:
    """The frames, and each fact that is asked as it is written in the case's document."""
    return _with_facts(tx, asked, (_c.id, _c.number, _c.registered_at, *_OF_FRAME))


def _heaped(asked: Sequence[str], steps: frozenset[str], tx: Transaction) -> Any:
    """The frames without what only one case has; before them the moments of receipt and of the steps."""
    taken = select(func.aggregate_strings(_h.step + " " + cast(_h.at, Text), _BETWEEN)).where(
        _h.case_id == _c.id, ~_h.undone, _h.step.in_(sorted(steps))
    )
    told = taken.scalar_subquery() if steps else null()
    return _with_facts(tx, asked, (_c.id, _c.received_at, _c.received_month, told, *_OF_FRAME[:_RECEIVED]))


def _with_facts(tx: Transaction, asked: Sequence[str], columns: Sequence[Any]) -> Any:
    if not asked:
        return select(*columns)
    kept = schema.content.c
    if tx.on_sqlite:
        told: list[Any] = [cast(kept.facts, Text).op("->")(f'$."{name}"') for name in asked]
    else:
        whole = cast(func.convert_from(kept.facts, "UTF8"), JSON)
        told = [cast(whole.op("->")(name), Text) for name in asked]
    return select(*columns, *told).outerjoin(schema.content, kept.case_id == _c.id)


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


_ALIKE = (_c.rulebook_version, _c.kind, _c.channel, _c.category, _c.state)


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
    late = _late(tx)
    query = wanted(tx, viewer, which, select(*_ALIKE, late, func.count())).group_by(*_ALIKE, late)
    rows = tx.connection.execute(query.order_by(func.count().desc(), *_ALIKE))
    return tuple(
        Heap(version, kind, channel, category, state, bool(is_late), n)
        for version, kind, channel, category, state, is_late, n in rows
    )


def in_heaps(tx: Transaction, viewer: Viewer, which: CaseFilter, of: frozenset[Heap]) -> tuple[str, ...]:
    """The numbers of the filter's cases that lie in these heaps (whatever they count), the newest first."""
    keys = {replace(heap, n=0) for heap in of}
    query = wanted(tx, viewer, which, select(_c.number, *_ALIKE, _late(tx)))
    rows = tx.connection.execute(query.order_by(_c.registered_at.desc(), _c.id.desc()))
    return tuple(
        number
        for number, version, kind, channel, category, state, is_late in rows
        if Heap(version, kind, channel, category, state, bool(is_late), 0) in keys
    )


def _late(tx: Transaction) -> ColumnElement[int]:
    return case((_c.next_due_at < micros(tx.now()), 1), else_=0)


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
