"""移交手上的件: all open work of somebody who leaves goes to a colleague in one act, told in each case."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.case import Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.passing import PASSED, how_held
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.dispatches import in_hands_within
from desk.store import audit, cases, changes, conflicts, repeated
from desk.store.transaction import Transaction
from desk.store.users import User

if TYPE_CHECKING:
    from desk.services.office import Office

_AT_ONCE = 500
HANDLER = "handler"


@dataclass(frozen=True, slots=True)
class Passed:
    """What went to the colleague, and what could not: cases that the colleague must not know of."""

    numbers: tuple[str, ...]
    held_back: tuple[str, ...]
    changes: Changes


def hand_on(office: "Office", viewer: Viewer, giver: str, taker: str, reason: str) -> Passed:
    """Hand all open cases that lie with the user ``giver`` on to ``taker``: all of them, or none and the reason.

    The handler becomes the taker; who received the matter first stays on record (CAP-64), the entry says who answers
    for it now. A case that the taker must not know of stays where it is and is named. Raises ``DeskError``.
    """
    if not may_hand_on(viewer):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不能移交别人手上的件", "请由督办或管理人员办理")
    before, after = (_user(office, id_, field) for id_, field in ((giver, "giver"), (taker, "taker")))
    _check(office, before, after, reason)
    known = {user.id: user.name for user in office.users()}
    with office.store.writing() as tx:
        kept = conflicts.kept_from(tx, replace(viewer, user=after.id))
        found = [
            (case, how)
            for case in _of(office, viewer, tx, before)
            if (how := how_held(case, before.id, before.name))
        ]
        if not found:
            raise NotFound("nothing", f"{before.name}手上没有在办的件", "不用移交", "giver")
        for case, how in found:
            if case.id not in kept:
                note = (
                    f"{known[before.id]}手上的件（{'、'.join(how)}）移交{known[after.id]}：{reason.strip()}"
                )
                _pass(office, tx, viewer, case, before, after, note)
    passed = [case for case, _ in found if case.id not in kept]
    touched = Changes(frozenset(case.id for case in passed), frozenset({"cases"}))
    held = tuple(case.number for case, _ in found if case.id in kept)
    return Passed(tuple(case.number for case in passed), held, touched)


def may_hand_on(viewer: Viewer) -> bool:
    """Whose business it is to say who goes on with somebody's work."""
    return viewer.may("supervise") or viewer.may("configure")


def _check(office: "Office", giver: User, taker: User, reason: str) -> None:
    if giver.id == taker.id:
        raise DeskError("same", "移交人和接手人是同一个人", "请另选接手人", "taker")
    if not taker.active:
        raise DeskError("has_left", f"{taker.name}已经离岗，不能接手", "请另选接手人", "taker")
    comes = office.viewer(taker.id)
    if not (comes.may("handle") or comes.may("register")):
        raise DeskError("no_right", f"{taker.name}的岗位不登记也不办理，不能接手", "请另选接手人", "taker")
    if not reason.strip():
        raise DeskError("missing", "请写明理由", "例：调离本岗位", "reason")


def _user(office: "Office", id_: str, field: str) -> User:
    found = next((user for user in office.users() if id_.strip() in (user.id, user.name)), None)
    if found is None or not id_.strip():
        names = "、".join(f"{user.id}（{user.name}）" for user in office.users())
        raise NotFound("no_user", f"没有用户“{id_}”", f"可写：{names}", field)
    return found


def _of(office: "Office", viewer: Viewer, tx: Transaction, user: User) -> Iterator[Case]:
    """Open cases that may lie with the user, with all their facts."""
    ids = in_hands_within(office, viewer, tx, (user,))
    for at in range(0, len(ids), _AT_ONCE):
        yield from cases.all_whole(tx, ids[at : at + _AT_ONCE])


def _pass(
    office: "Office", tx: Transaction, viewer: Viewer, case: Case, giver: User, taker: User, note: str
) -> None:
    rulebook, now = office.rulebook_of(case), office.now()
    named = str(case.values.get(HANDLER, "")) in (giver.id, giver.name)
    fresh = {HANDLER: taker.name} if named else {}
    entry = Happening(step=f"{PASSED}{giver.id}:{taker.id}", at=now, by=viewer.user, note=note, values=fresh)
    after = replace(case, values={**case.values, **fresh}, timeline=(*case.timeline, entry))
    facts = office.facts(rulebook, after, repeated.counts(tx, rulebook, after))
    clocks = clocks_of(rulebook, after, facts, office.calendar, now)
    identity = rulebook.identity_fields
    rank = grading.rank(rulebook, after.levels)
    changes.save(tx, after, frozenset(fresh), case.version, clocks, by=viewer.user, rank=rank, named=identity)
    act = audit.Act(
        act="hand_on", by=viewer.user, case_id=case.id, about=f"{case.number} {giver.id} {taker.id}",
        fields=tuple(fresh),
    )  # fmt: skip
    audit.append(tx, act)
