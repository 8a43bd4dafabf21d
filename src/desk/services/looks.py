"""Looking at a sealed identity: asked for with a reason, granted by a second person, open for a quarter of an hour."""

from typing import TYPE_CHECKING

from desk.domain.draft import Values
from desk.domain.errors import Forbidden
from desk.domain.viewer import Viewer
from desk.services.rights import require
from desk.store import audit, cases, grants, identities
from desk.store.grants import Grant
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office


def ask(office: "Office", viewer: Viewer, number: str, reason: str) -> int:
    """Ask to see who stands behind a sealed case; the request's id."""
    with office.store.writing() as tx:
        case_id = cases.get(tx, number, viewer).id
        request = grants.ask(tx, viewer, case_id, reason)
        audit.append(tx, audit.Act(act="look_asked", by=viewer.user, case_id=case_id, about=str(request)))
    return request


def decide(office: "Office", viewer: Viewer, request: int, *, granted: bool, note: str = "") -> Grant:
    """Grant or refuse somebody else's request; in an office of one person the reason is reviewed later."""
    require(viewer, "approve", "批准查看身份信息")
    alone = sum(user.active for user in office.users()) == 1
    with office.store.writing() as tx:
        decided = grants.decide(tx, viewer, request, granted=granted, note=note, alone=alone)
        act = "look_granted" if granted else "look_refused"
        audit.append(tx, audit.Act(act=act, by=viewer.user, case_id=decided.case_id, about=str(request)))
    return decided


def waiting(office: "Office", viewer: Viewer) -> tuple[Grant, ...]:
    """The requests that wait for a decision."""
    require(viewer, "approve", "查看待批申请")
    with office.store.reading() as tx:
        return grants.waiting(tx, viewer)


def look(office: "Office", viewer: Viewer, number: str) -> Values:
    """The identity behind a sealed case while the grant lasts; the look itself is put on record. Raises ``Forbidden``."""
    with office.store.writing() as tx:
        case_id = cases.get(tx, number, viewer).id
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
