"""Which cases were first written on a pad of this number."""

from sqlalchemy import func, select

from desk.domain.viewer import Viewer
from desk.store import batches, schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.registration import PAD
from desk.store.transaction import Transaction

_c = schema.complaint.c
_k = schema.value_key.c


def hold(tx: Transaction, pad: str) -> None:
    """Keep this pad from every other desk until the commit, so that of two at the same instant the second is told.

    A file has one writer at a time anyway.
    """
    if not tx.on_sqlite:
        tx.connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"pad {pad}", 0))))


def cases_with(tx: Transaction, viewer: Viewer, pad: str, but: str = "") -> tuple[str, ...]:
    """Their numbers, without the case of the key ``but``; an empty one for a case that the viewer must not know of."""
    held = select(_k.case_id).where(_k.fact == PAD, _k.text == pad)
    query = select(_c.id, _c.number).where(_c.id.in_(held), _c.key != but, *batches.visible(tx))
    rows = tx.connection.execute(query.order_by(_c.id)).all()
    if not rows:
        return ()
    mine = CaseFilter(ids=frozenset(row.id for row in rows))
    seen = set(tx.connection.execute(wanted(tx, viewer, mine, select(_c.id))).scalars())
    return tuple(row.number if row.id in seen else "" for row in rows)
