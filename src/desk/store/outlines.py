"""Cases as pictures need them: their frame and their steps, read without any of their words or people."""

from collections import Counter
from datetime import tzinfo
from itertools import groupby
from typing import Any

from sqlalchemy import select

from desk.domain.pictures import Outline, hour_key
from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.encoding import moment
from desk.store.transaction import Transaction

_c, _h = schema.complaint.c, schema.happening.c
_FRAME = (_c.id, _c.number, _c.received_at, _c.category, _c.state)


def outlines(tx: Transaction, viewer: Viewer, which: CaseFilter, zone: tzinfo) -> tuple[Outline, ...]:
    """The outlines of the filter's cases, the oldest registered first; moments are on the office's clock."""
    frames = tx.connection.execute(wanted(tx, viewer, which, select(*_FRAME)).order_by(_c.id)).all()
    steps = _steps(tx, viewer, which, zone)
    return tuple(
        Outline(
            number=number, received_at=moment(received, zone), category=category, state=state,
            steps=steps.get(case_id, ()),
        )
        for case_id, number, received, category, state in frames
    )  # fmt: skip


def hours(tx: Transaction, viewer: Viewer, which: CaseFilter, zone: tzinfo) -> Counter[str]:
    """How many of the filter's cases came in at each day of the week and hour (``pictures.hour_key``)."""
    found = Counter[int](tx.connection.execute(wanted(tx, viewer, which, select(_c.received_at))).scalars())
    counts = Counter[str]()
    for at, n in found.items():
        counts[hour_key(moment(at, zone))] += n
    return counts


def _steps(
    tx: Transaction, viewer: Viewer, which: CaseFilter, zone: tzinfo
) -> dict[int, tuple[tuple[str, Any], ...]]:
    """What happened in each case besides its registering."""
    joined = select(_h.case_id, _h.step, _h.at).join(schema.complaint, _c.id == _h.case_id)
    query = wanted(tx, viewer, which, joined).where(~_h.undone, _h.step != "register")
    rows = tx.connection.execute(query.order_by(_h.case_id, _h.at, _h.id))
    return {
        case_id: tuple((step, moment(at, zone)) for _, step, at in entries)
        for case_id, entries in groupby(rows, key=lambda row: row[0])
    }
