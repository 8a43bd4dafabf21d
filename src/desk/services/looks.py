"""Looking at a sealed identity: asked for with a reason, granted by a second person, open for a quarter of an hour."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain.draft import Values
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import audit, cases, grants, identities
from desk.store.grants import Grant
from desk.store.transaction import Transaction

ACTS: Mapping[str, str] = {
    "look_asked": "申请查看", "look_granted": "批准查看", "look_refused": "不批准", "look": "查看身份",
    "look_closed": "结束查看", "attachment_look": "取出附件", "file_look": "调取整卷",
}  # fmt: skip
"""What stands in the record of looks, in words."""

_ABOUT_REQUEST = frozenset({"look_asked", "look_granted", "look_refused", "look_closed"})

if TYPE_CHECKING:
    from desk.services.office import Office


def ask(office: "Office", viewer: Viewer, number: str, reason: str) -> int:
    """Ask to see who stands behind a sealed case; the request's id.

    Where nobody else works, the reason opens it at once, and the look waits to be reviewed (``record``).
    """
    with office.store.writing() as tx:
        case_id = cases.known(tx, number, viewer)
        request = grants.ask(tx, viewer, case_id, reason)
        audit.append(tx, audit.Act(act="look_asked", by=viewer.user, case_id=case_id, about=str(request)))
        if _alone(office):
            grants.decide(tx, viewer, request, granted=True, note=reason.strip(), alone=True)
            act = audit.Act(act="look_granted", by=viewer.user, case_id=case_id, about=str(request))
            audit.append(tx, act)
    return request


def _alone(office: "Office") -> bool:
    return sum(user.active for user in office.users()) == 1


def decide(office: "Office", viewer: Viewer, request: int, *, granted: bool, note: str = "") -> Grant:
    """Grant or refuse somebody else's request; in an office of one person the reason is reviewed later."""
    with office.store.writing() as tx:
        asked = grants.get(tx, request)
        require(office.in_role_at(viewer, asked.case_id), "approve", "批准查看身份信息")
        decided = grants.decide(tx, viewer, request, granted=granted, note=note, alone=_alone(office))
        act = "look_granted" if granted else "look_refused"
        audit.append(tx, audit.Act(act=act, by=viewer.user, case_id=decided.case_id, about=str(request)))
    return decided


def waiting(office: "Office", viewer: Viewer) -> tuple[Grant, ...]:
    """The requests that wait for a decision of this viewer's, under each case's own manual."""
    if not office.may_somewhere(viewer, "approve"):
        require(viewer, "approve", "查看待批申请")
    with office.store.reading() as tx:
        found = grants.waiting(tx, viewer)
        manuals = {one.id: cases.manual_of(tx, one.case_id) for one in found}
    return tuple(one for one in found if (at := manuals[one.id]) and viewer.under(*at).may("approve"))


def standing(office: "Office", viewer: Viewer, number: str) -> Grant | None:
    """What this viewer last asked about the case: waiting, refused, open until a moment, or over."""
    with office.store.reading() as tx:
        return grants.latest(tx, viewer, cases.known(tx, number, viewer))


def is_open(office: "Office", viewer: Viewer, number: str) -> bool:
    """Whether the identity behind the case is open to this viewer at this moment."""
    mine = standing(office, viewer, number)
    return mine is not None and mine.is_live(office.now())


def close(office: "Office", viewer: Viewer, number: str) -> Changes:
    """The viewer needs to see no more: the identity is shut before its time. Raises ``DeskError`` where it is not open."""
    with office.store.writing() as tx:
        case_id = cases.known(tx, number, viewer)
        mine = grants.latest(tx, viewer, case_id)
        if mine is None or not mine.is_live(office.now()):
            raise DeskError("not_open", "身份信息现在没有对您开放", "需要查看的，请写明理由申请", "number")
        grants.revoke(tx, mine.id)
        audit.append(tx, audit.Act(act="look_closed", by=viewer.user, case_id=case_id, about=str(mine.id)))
    return Changes(frozenset({case_id}), frozenset({"cases"}))


@dataclass(frozen=True, slots=True)
class Look:
    """One entry of the record of looks. ``request`` is 0 for a file; ``reviewed_by`` is set once somebody else looked at
    a request that its asker had to decide alone, until then ``to_review``.
    """

    at: datetime
    who: str
    number: str
    act: str
    reason: str
    request: int = 0
    to_review: bool = False
    reviewed_by: str = ""

    @property
    def words(self) -> str:
        """What was done."""
        return ACTS[self.act]


def record(office: "Office", viewer: Viewer, *, limit: int = 500) -> tuple[Look, ...]:
    """Who asked, decided and looked, the newest first: for those who approve or read the audit."""
    _require_reviewer(viewer)
    with office.store.reading() as tx:
        rows = audit.records(tx, acts=ACTS, limit=limit)
        requests = grants.all_of(tx, {int(row.about) for row in rows if row.act in _ABOUT_REQUEST})
        reviews = {row.about: row.by for row in audit.records(tx, acts=("look_reviewed",), limit=limit)}
        known = {
            case.id: case.number for case in cases.all_of(tx, {row.case_id or 0 for row in rows}, viewer)
        }
    return tuple(
        _entry(office, row, known[row.case_id], requests, reviews) for row in rows if row.case_id in known
    )


def _entry(
    office: "Office",
    row: audit.Record,
    number: str,
    requests: Mapping[int, Grant],
    reviews: Mapping[str, str],
) -> Look:
    grant = requests.get(int(row.about)) if row.act in _ABOUT_REQUEST else None
    by_oneself = grant is not None and grant.granted and grant.decided_by == grant.clerk
    decided = by_oneself and row.act == "look_granted"
    reviewer = reviews.get(row.about, "") if decided else ""
    return Look(
        row.at, office.user_name(row.by), number, row.act, grant.reason if grant else "",
        grant.id if grant else 0, decided and not reviewer, office.user_name(reviewer) if reviewer else "",
    )  # fmt: skip


def review(office: "Office", viewer: Viewer, request: int) -> Changes:
    """Somebody else has read why a request was decided by its own asker."""
    _require_reviewer(viewer)
    with office.store.writing() as tx:
        grant = grants.get(tx, request)
        if not cases.all_of(tx, [grant.case_id], viewer):
            raise NotFound("no_request", "没有找到这项申请", "请刷新后再看", "request")
        if grant.clerk == viewer.user:
            raise Forbidden("own_request", "不能复核自己的申请", "请由另一位有权限的同事复核", "request")
        if not grant.granted or grant.decided_by != grant.clerk:
            raise DeskError("no_review", "这项申请由另一人批准，不需要复核", "请刷新后再看", "request")
        act = audit.Act(act="look_reviewed", by=viewer.user, case_id=grant.case_id, about=str(request))
        audit.append(tx, act)
    return Changes(frozenset({grant.case_id}), frozenset({"cases"}))


def _require_reviewer(viewer: Viewer) -> None:
    if not (viewer.may("approve") or viewer.may("audit")):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不能查看“身份查看记录”", "请由审批或审计人员查看")


def look(office: "Office", viewer: Viewer, number: str) -> Values:
    """The identity behind a sealed case while the grant lasts; the look itself is put on record. Raises ``Forbidden``."""
    with office.store.writing() as tx:
        case_id = cases.known(tx, number, viewer)
        if not identities.sees(tx, viewer, case_id, sealed=cases.is_sealed(tx, case_id)):
            raise Forbidden(
                "not_granted", "身份信息没有对您开放，或开放时间已过", "请写明理由重新申请", "number"
            )
        found = _identity(office, tx, case_id)
        audit.append(
            tx,
            audit.Act(act="look", by=viewer.user, case_id=case_id, about=number, fields=tuple(sorted(found))),
        )
    return found


def _identity(office: "Office", tx: Transaction, case_id: int) -> Values:
    case = cases.whole(tx, case_id)
    named = {field.id for field in office.rulebook_of(case).fields if field.is_identity}
    return {
        fact: value for fact, value in case.values.items()
        if identities.is_identity(fact, value, sealed=True, named=frozenset(named))
    }  # fmt: skip
