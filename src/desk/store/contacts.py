"""When a complainant last heard something: one query over the timelines of open cases."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select

from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.encoding import micros, moment, zone_of
from desk.store.transaction import Transaction

_c, _h = schema.complaint.c, schema.happening.c


def silent(
    tx: Transaction,
    viewer: Viewer,
    which: CaseFilter,
    steps: Collection[str],
    before: datetime,
    *,
    limit: int,
) -> tuple[tuple[int, datetime], ...]:
    """Cases of the filter whose latest of ``steps`` (else the receipt) was before the moment: id and that moment.

    The longest silence first. A paper that was delivered counts as said.
    """
    heard = _h.step.in_(sorted(steps)) | _h.step.startswith("delivered:")
    latest = (
        select(func.max(_h.at))
        .where(_h.case_id == _c.id, heard, ~_h.undone)
        .correlate(schema.complaint)
        .scalar_subquery()
    )
    last = func.coalesce(latest, _c.received_at)
    query = wanted(tx, viewer, which, select(_c.id, last.label("last"), _c.zone)).where(last < micros(before))
    rows = tx.connection.execute(query.order_by(last, _c.id).limit(limit))
    return tuple((row.id, moment(row.last, zone_of(row.zone))) for row in rows)
