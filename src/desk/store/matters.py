"""Cases as signs are looked for in them: one query for the frames, one for who is who, one for what is late."""

from sqlalchemy import and_, func, or_, select

from desk.domain.signs import Matter
from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.encoding import micros
from desk.store.transaction import Transaction

_c, _k, _t = schema.complaint.c, schema.repeat_key.c, schema.clock.c
_FRAME = (_c.id, _c.number, _c.category, _c.department, _c.respondent, _c.subject, _c.sealed)
_NOBODY = frozenset[bytes]()


def matters(tx: Transaction, viewer: Viewer, which: CaseFilter) -> tuple[Matter, ...]:
    """The filter's cases, the oldest first. Of a sealed one nobody learns whom or what it is about."""
    persons = _persons(tx, viewer, which)
    late = _late(tx, viewer, which)
    rows = tx.connection.execute(wanted(tx, viewer, which, select(*_FRAME)).order_by(_c.received_at, _c.id))
    return tuple(
        Matter(
            number=number, category=category, department=department, respondent="" if sealed else respondent,
            subject="" if sealed else subject, late=id_ in late,
            persons=_NOBODY if sealed else frozenset(persons.get(id_, ())),
        )
        for id_, number, category, department, respondent, subject, sealed in rows
    )  # fmt: skip


def by_category(tx: Transaction, viewer: Viewer, which: CaseFilter) -> dict[str, int]:
    """How many of the filter's cases there are in each category."""
    query = wanted(tx, viewer, which, select(_c.category, func.count())).group_by(_c.category)
    return {row[0]: row[1] for row in tx.connection.execute(query)}


def _persons(tx: Transaction, viewer: Viewer, which: CaseFilter) -> dict[int, list[bytes]]:
    joined = select(_k.case_id, _k.digest).join(schema.complaint, _c.id == _k.case_id)
    query = wanted(tx, viewer, which, joined).where(_k.what.in_(("phone", "id")))
    found: dict[int, list[bytes]] = {}
    for case_id, digest in tx.connection.execute(query).all():
        found.setdefault(case_id, []).append(bytes(digest))
    return found


def _late(tx: Transaction, viewer: Viewer, which: CaseFilter) -> frozenset[int]:
    """The cases of which a clock was missed: done after its date, or not done and past it."""
    missed = or_(_t.done_at > _t.due_at, and_(_t.done_at.is_(None), _t.due_at < micros(tx.now())))
    joined = select(_t.case_id).join(schema.complaint, _c.id == _t.case_id).distinct()
    return frozenset(tx.connection.execute(wanted(tx, viewer, which, joined).where(missed)).scalars())
