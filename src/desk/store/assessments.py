"""Decisions on fines and bonuses as rows that are only ever added: whoever changes a decision adds another."""

from collections.abc import Iterable
from datetime import tzinfo

from sqlalchemy import insert, select

from desk.domain.assessment import Ruling
from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.encoding import micros, moment
from desk.store.transaction import Transaction

_a = schema.assessment
_AT_ONCE = 500


def add(tx: Transaction, ruling: Ruling) -> None:
    """Put a decision, or points that were given, on record."""
    row = {
        "rule": ruling.rule, "about": ruling.about, "period": ruling.period, "part": ruling.part,
        "outcome": ruling.outcome, "amount": ruling.amount, "reason": ruling.reason, "by": ruling.by,
        "at": micros(ruling.at),
    }  # fmt: skip
    tx.connection.execute(insert(_a), row)


def of(tx: Transaction, about: Iterable[str], zone: tzinfo) -> tuple[Ruling, ...]:
    """Everything decided about these cases or departments, the oldest first."""
    names, found = sorted(set(about)), []
    for start in range(0, len(names), _AT_ONCE):
        query = select(_a).where(_a.c.about.in_(names[start : start + _AT_ONCE])).order_by(_a.c.id)
        found += [_ruling(row, zone) for row in tx.connection.execute(query)]
    return tuple(found)


def of_cases(tx: Transaction, viewer: Viewer, which: CaseFilter, zone: tzinfo) -> tuple[Ruling, ...]:
    """Everything decided about the filter's cases, the oldest first."""
    joined = select(_a).join(schema.complaint, schema.complaint.c.number == _a.c.about)
    rows = tx.connection.execute(wanted(tx, viewer, which, joined).order_by(_a.c.id))
    return tuple(_ruling(row, zone) for row in rows)


def _ruling(row: object, zone: tzinfo) -> Ruling:
    given = dict(row._mapping)  # type: ignore[attr-defined]
    del given["id"]
    return Ruling(**{**given, "at": moment(given["at"], zone)})
