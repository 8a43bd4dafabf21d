"""Light at the counter: at a window that is open already, clerks switch by their initials and a short PIN.

A PIN opens nothing by itself: the first at a window comes in by password, and after three wrong tries in a row the
password is asked again. It is the user's own: nobody else sets it, and it goes where somebody else sets the password.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.store import audit, users

if TYPE_CHECKING:
    from desk.services.office import Office

SHORTEST, LONGEST = 4, 8
"""Digits."""
_CHANGED = Changes(what=frozenset({"users"}))


def set_pin(office: "Office", viewer: Viewer, pin: str, *, password: str) -> Changes:
    """Give oneself a PIN, under one's own password. Raises ``DeskError`` for one that is easily guessed."""
    wanted = pin.strip()
    _check(wanted)
    if not any(user.id == viewer.user and user.has_password for user in office.users()):
        raise DeskError(
            "no_password", "还没有口令，不能设 PIN 码", "PIN 码输错几次后要用口令，请先设口令", "password"
        )
    with office.store.writing() as tx:
        right = users.check_password(tx, viewer.user, password)
        if right:
            users.set_pin(tx, viewer.user, wanted)
        audit.append(tx, audit.Act(act="pin_set" if right else "sign_in_failed", by=viewer.user))
    if not right:
        raise DeskError("bad_password", "口令不对", "设 PIN 码要先输对自己的口令", "password")
    office.forget_users()
    return _CHANGED


def drop_pin(office: "Office", viewer: Viewer) -> Changes:
    """Do without one's PIN from now on."""
    with office.store.writing() as tx:
        users.set_pin(tx, viewer.user, "")
        audit.append(tx, audit.Act(act="pin_dropped", by=viewer.user))
    office.forget_users()
    return _CHANGED


def take_seat(office: "Office", viewer: Viewer, id_: str, pin: str) -> Viewer:
    """Sit down, by PIN, at the window that ``viewer`` opened. Raises ``DeskError`` for a wrong PIN or one that has to rest."""
    comes = office.viewer(id_)
    with office.store.writing() as tx:
        right, left = users.check_pin(tx, id_, pin.strip())
        act = "switch" if right else "switch_failed"
        audit.append(tx, audit.Act(act=act, by=id_, about=viewer.user))
    if not right and not left:
        raise users.pin_rests()
    if not right:
        raise DeskError("bad_pin", "PIN 码不对", f"请重新输入，还可以试 {left} 次；也可以改用口令", "pin")
    return comes


def _check(pin: str) -> None:
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise DeskError(
            "bad_pin", f"PIN 码要 {SHORTEST} 到 {LONGEST} 位数字", "例如 4071 这样的四位数字", "pin"
        )
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        raise DeskError(
            "easy_pin", "这个 PIN 码太容易猜", "不要用同一个数字，也不要用 1234 这样连着的", "pin"
        )
