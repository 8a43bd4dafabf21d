"""Conflict of interest (回避): a case that a user must not know of, not even as one of a count; it goes to a superior.

Such a complaint is about a colleague, or about somebody close to one. Who may say so: whoever supervises or approves,
whoever took the matter in (it must be out of sight at once), and everybody about themselves. At least one person who
supervises or approves keeps seeing the case.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain.case import Case
from desk.domain.draft import Values
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.store import audit, cases
from desk.store import conflicts as store
from desk.store.transaction import Transaction
from desk.store.users import User

if TYPE_CHECKING:
    from desk.services.office import Office

_ABOUT = "respondent."
"""How the ids of the facts begin that say against whom a matter is."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Who may not know of a case, why, since when, and who said so; ``by`` is empty where the program found it."""

    number: str
    user: str
    name: str
    reason: str
    at: datetime
    by: str


def keep_from(office: "Office", viewer: Viewer, number: str, user: str, reason: str) -> Changes:
    """From now on the case does not exist for ``user``. Raises ``DeskError`` where no superior would be left to see it."""
    with office.store.writing() as tx:
        case = cases.get(tx, number, viewer)
        if not may_keep(office.in_role(viewer, case), case, user):
            raise Forbidden(
                "forbidden", "不能为这件投诉设定回避", "请由督办、审批人员或受理人设定；本人可以自行申请回避"
            )
        _colleague(office, user)
        cases.refuse_erased(tx, case.id)
        if not reason.strip():
            raise DeskError("no_reason", "请写明回避的理由", "例：被投诉人是其本人", "reason")
        if not _left(office, tx, case.id, without=user):
            raise DeskError(
                "nobody_left",
                "这样就没有上级能看到这件投诉了",
                "请先增加一位有督办或审批权限的用户，或报上级机关处理",
                "user",
            )
        store.keep(tx, case.id, user, by=viewer.user, reason=reason.strip())
        audit.append(tx, audit.Act(act="conflict_set", by=viewer.user, case_id=case.id, about=user))
    return Changes(frozenset({case.id}), frozenset({"cases", "papers"}))


def lift(office: "Office", viewer: Viewer, number: str, user: str) -> Changes:
    """The case exists for ``user`` again; that it did not stays on record."""
    _require_superior(office.in_role_at(viewer, number))
    with office.store.writing() as tx:
        case_id = cases.known(tx, number, viewer)
        if not store.lift(tx, case_id, user, by=viewer.user):
            raise NotFound("no_conflict", "没有为这位用户设定回避", "请刷新后查看", "user")
        audit.append(tx, audit.Act(act="conflict_lifted", by=viewer.user, case_id=case_id, about=user))
    return Changes(frozenset({case_id}), frozenset({"cases", "papers"}))


def listed(office: "Office", viewer: Viewer, number: str = "") -> tuple[Kept, ...]:
    """Who may not know of which cases (or of this one), for those who supervise or approve."""
    _require_superior(viewer)
    with office.store.reading() as tx:
        wanted = cases.known(tx, number, viewer) if number else None
        found = [one for one in store.standing(tx, viewer) if wanted in (None, one.case_id)]
        numbers = {case.id: case.number for case in cases.all_of(tx, {one.case_id for one in found}, viewer)}
    return tuple(
        Kept(numbers[one.case_id], one.clerk, office.user_name(one.clerk), one.reason, one.at, one.by)
        for one in found
    )


def may_keep(viewer: Viewer, case: Case, user: str = "") -> bool:
    """Whether this viewer may say that ``user`` must not know of the case."""
    took_it_in = viewer.may("register") and case.first_receiver == viewer.user
    return is_superior(viewer) or took_it_in or (user == viewer.user and viewer.may("handle"))


def is_superior(viewer: Viewer) -> bool:
    """Whether a case that is kept from others may go to this viewer."""
    return viewer.may("supervise") or viewer.may("approve")


def keep_new_case(office: "Office", tx: Transaction, viewer: Viewer, case_id: int, values: Values) -> None:
    """Keep a new case from the colleagues whom it is against, by their names, where a superior is left."""
    against = {value for fact, value in values.items() if fact.startswith(_ABOUT) and isinstance(value, str)}
    roles = {role.name for role in office.rulebook.roles}
    for user in office.users():
        named = user.active and user.name in against - roles and user.id != viewer.user
        if named and _left(office, tx, case_id, without=user.id):
            store.keep(tx, case_id, user.id, by="", reason="被投诉人与本单位用户同名")
            audit.append(tx, audit.Act(act="conflict_set", by="system", case_id=case_id, about=user.id))


def _left(office: "Office", tx: Transaction, case_id: int, without: str) -> Iterable[User]:
    """The superiors who still see the case once it is kept from ``without``."""
    manual = cases.manual_of(tx, case_id) or (office.rulebook.id, office.rulebook.version)
    kept = {one.clerk for one in store.of_case(tx, case_id) if one.lifted_at is None} | {without}
    return [
        user
        for user in office.users()
        if user.active and user.id not in kept and is_superior(office.viewer(user.id).under(*manual))
    ]


def _colleague(office: "Office", id_: str) -> None:
    if not any(user.id == id_ for user in office.users()):
        raise NotFound("no_user", "没有这位用户", "请从用户名单里选择", "user")


def _require_superior(viewer: Viewer) -> None:
    if not is_superior(viewer):
        raise Forbidden(
            "forbidden", f"{viewer.name}的岗位不能查看或解除回避", "请由有督办或审批权限的人员办理"
        )
