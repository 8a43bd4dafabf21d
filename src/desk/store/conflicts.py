"""Cases that must not exist for a user: a complaint about a colleague, a matter of one's own family."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.encoding import document, facts, micros, moment
from desk.store.statement import Statement
from desk.store.transaction import Transaction

_k = schema.conflict
_KEPT_FROM = Statement(
    select(_k.c.case_id).where(_k.c.clerk == bindparam("clerk_"), _k.c.lifted_at.is_(None))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """That ``clerk`` may not know of the case: since when, by whom, why, and until when if that is over."""

    id: int
    case_id: int
    clerk: str
    reason: str
    at: datetime
    by: str
    lifted_at: datetime | None
    lifted_by: str


def kept_from(tx: Transaction, viewer: Viewer) -> frozenset[int]:
    """The ids of the cases that must not exist for this viewer, as it is at this moment; read once in a transaction."""
    if viewer.user not in tx.kept:
        rows = _KEPT_FROM.rows(tx.connection, {"clerk_": viewer.user})
        tx.kept[viewer.user] = frozenset(case_id for (case_id,) in rows)
    return tx.kept[viewer.user]


def keep(tx: Transaction, case_id: int, clerk: str, *, by: str, reason: str) -> None:
    """From now on the case does not exist for ``clerk``; saying it again changes nothing."""
    if any(one.clerk == clerk and one.lifted_at is None for one in of_case(tx, case_id)):
        return
    row = {
        "case_id": case_id, "clerk": clerk, "reason": _sealed(tx, case_id, reason), "at": micros(tx.now()), "by": by,
        "lifted_at": None, "lifted_by": "",
    }  # fmt: skip
    tx.connection.execute(insert(_k), row)
    tx.kept.pop(clerk, None)


def lift(tx: Transaction, case_id: int, clerk: str, *, by: str) -> bool:
    """The case exists for ``clerk`` again; whether it did not."""
    standing = (_k.c.case_id == case_id, _k.c.clerk == clerk, _k.c.lifted_at.is_(None))
    now = micros(tx.now())
    done = tx.connection.execute(update(_k).where(*standing).values(lifted_at=now, lifted_by=by))
    tx.kept.pop(clerk, None)
    return bool(done.rowcount)


def of_case(tx: Transaction, case_id: int) -> tuple[Conflict, ...]:
    """All about one case, the oldest first, whoever asks."""
    return _read(tx, _k.c.case_id == case_id)


def standing(tx: Transaction, viewer: Viewer) -> tuple[Conflict, ...]:
    """All that hold now, of the cases that exist for this viewer."""
    kept = kept_from(tx, viewer)
    return tuple(one for one in _read(tx, _k.c.lifted_at.is_(None)) if one.case_id not in kept)


def forget_reasons(tx: Transaction, case_id: int) -> None:
    """Erases why, when the case's personal content goes; that it was so stays."""
    nothing = _sealed(tx, case_id, "")
    tx.connection.execute(update(_k).where(_k.c.case_id == case_id).values(reason=nothing))


def _sealed(tx: Transaction, case_id: int, reason: str) -> bytes:
    return tx.cipher.seal(document({"reason": reason}), f"conflict:{case_id}")


def _read(tx: Transaction, which: Any) -> tuple[Conflict, ...]:
    zone = tx.now().tzinfo
    rows = tx.connection.execute(select(_k).where(which).order_by(_k.c.id))
    return tuple(
        Conflict(
            id=row.id, case_id=row.case_id, clerk=row.clerk,
            reason=str(facts(tx.cipher.open(bytes(row.reason), f"conflict:{row.case_id}")).get("reason", "")),
            at=moment(row.at).astimezone(zone), by=row.by,
            lifted_at=None if row.lifted_at is None else moment(row.lifted_at).astimezone(zone),
            lifted_by=row.lifted_by,
        )
        for row in rows
    )  # fmt: skip
