"""Which cases something happened to in some days: the few that a correction may be about."""

from datetime import datetime

from sqlalchemy import select

from desk.store import schema
from desk.store.encoding import micros
from desk.store.transaction import Transaction

_h, _c, _p, _v = schema.happening.c, schema.complaint.c, schema.paper.c, schema.paper_void.c


def cases_with(tx: Transaction, beginning: str, since: datetime) -> list[int]:
    """Ids of cases with an entry put on record since a moment whose step begins so."""
    query = select(_h.case_id).where(_h.at >= micros(since), _h.step.startswith(beginning, autoescape=True))
    return sorted({int(id_) for id_ in tx.connection.execute(query).scalars()})


def cases_touched(
    tx: Transaction, registered_before: datetime, since: datetime, until: datetime
) -> list[int]:
    """Ids of cases registered before a moment to which something happened, or whose paper was made void, in these days."""
    first, last = micros(since), micros(until)
    entries = (
        select(_h.case_id)
        .join(schema.complaint, _c.id == _h.case_id)
        .where(_h.at >= first, _h.at < last, _c.registered_at < micros(registered_before))
    )
    voids = (
        select(_p.case_id)
        .join(schema.paper_void, _v.paper_id == _p.id)
        .where(_v.at >= first, _v.at < last, _p.case_id.is_not(None))
    )
    return [int(id_) for id_ in tx.connection.execute(entries.union(voids)).scalars()]
