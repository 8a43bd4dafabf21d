"""Who may look at a sealed identity: asked for with a reason, granted by somebody else, for a quarter of an hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.viewer import Viewer
from desk.store import cases, conflicts, schema
from desk.store.encoding import micros, moment
from desk.store.transaction import Transaction

LASTS = timedelta(minutes=15)
_g = schema.identity_grant


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A request and what became of it. ``until`` is set while and where it was granted."""

    id: int
    case_id: int
    clerk: str
    reason: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    granted: bool
    note: str
    until: datetime | None

    def is_live(self, now: datetime) -> bool:
        """Whether the identity is open at ``now``."""
        return self.granted and self.until is not None and now < self.until


def ask(tx: Transaction, viewer: Viewer, case_id: int, reason: str) -> int:
    """Asks to see the identity of a sealed case; the request's id. A reason is a must."""
    manual = cases.manual_of(tx, case_id)
    if not (viewer.under(*manual) if manual else viewer).may("see_sealed"):
        raise Forbidden(
            "no_right", "你的岗位不能申请查看密封的身份信息。", "确有需要的，请由有权限的同事申请。"
        )
    cases.known(tx, case_id, viewer)
    if not reason.strip():
        raise DeskError(
            "no_reason", "申请查看身份信息必须写明理由。", "请写清为什么需要、用来做什么。", "reason"
        )
    row = {
        "case_id": case_id, "clerk": viewer.user, "reason": reason.strip(), "asked_at": micros(tx.now()),
        "decided_by": None, "decided_at": None, "granted": False, "note": "", "until": None,
    }  # fmt: skip
    return int(tx.connection.execute(insert(_g).returning(_g.c.id), row).scalar_one())


def decide(
    tx: Transaction, viewer: Viewer, grant_id: int, *, granted: bool, note: str = "", alone: bool = False
) -> Grant:
    """Grants or refuses. Nobody decides their own request, except in an office of one (``alone``), with a note."""
    grant = get(tx, grant_id)
    if grant.decided_by is not None:
        raise DeskError("decided", "这项申请已经有人处理过了。", "请刷新后查看结果。")
    if grant.clerk == viewer.user and not (alone and note.strip()):
        raise Forbidden(
            "own_request",
            "不能批准自己的申请。",
            "请由另一位有权限的同事批准；只有一人的单位须写明说明。",
            "note",
        )
    if grant.case_id in conflicts.kept_from(tx, viewer):
        raise NotFound("no_request", "没有找到这项申请。", "请刷新后再看。")
    until = micros(tx.now() + LASTS) if granted else None
    decision = {
        "decided_by": viewer.user,
        "decided_at": micros(tx.now()),
        "granted": granted,
        "note": note,
        "until": until,
    }
    tx.connection.execute(update(_g).where(_g.c.id == grant_id).values(**decision))
    return get(tx, grant_id)


def latest(tx: Transaction, viewer: Viewer, case_id: int) -> Grant | None:
    """What this viewer last asked about the case, whatever became of it."""
    mine = select(_g).where(_g.c.case_id == case_id, _g.c.clerk == viewer.user).order_by(_g.c.id.desc())
    row = tx.connection.execute(mine.limit(1)).first()
    return _grant(tx, row) if row else None


def all_of(tx: Transaction, ids: Iterable[int]) -> dict[int, Grant]:
    """These requests by their ids, for who may read the record of looks."""
    rows = tx.connection.execute(select(_g).where(_g.c.id.in_(list(ids))))
    return {row.id: _grant(tx, row) for row in rows}


def revoke(tx: Transaction, grant_id: int) -> None:
    """Ends a grant at once."""
    tx.connection.execute(update(_g).where(_g.c.id == grant_id, _g.c.granted).values(until=micros(tx.now())))


def get(tx: Transaction, grant_id: int) -> Grant:
    """One request. Raises ``NotFound``."""
    row = tx.connection.execute(select(_g).where(_g.c.id == grant_id)).first()
    if row is None:
        raise NotFound("no_request", "没有找到这项申请。", "请刷新后再看。")
    return _grant(tx, row)


def waiting(tx: Transaction, viewer: Viewer) -> tuple[Grant, ...]:
    """Requests that nobody has decided, the oldest first; of cases kept from the viewer none."""
    rows = tx.connection.execute(select(_g).where(_g.c.decided_by.is_(None)).order_by(_g.c.id))
    kept = conflicts.kept_from(tx, viewer)
    return tuple(_grant(tx, row) for row in rows if row.case_id not in kept)


def _grant(tx: Transaction, row: Any) -> Grant:
    zone = tx.now().tzinfo

    def at(value: int | None) -> datetime | None:
        return None if value is None else moment(value).astimezone(zone)

    return Grant(
        id=row.id, case_id=row.case_id, clerk=row.clerk, reason=row.reason, asked_at=moment(row.asked_at).astimezone(zone),
        decided_by=row.decided_by, decided_at=at(row.decided_at), granted=bool(row.granted), note=row.note,
        until=at(row.until),
    )  # fmt: skip
