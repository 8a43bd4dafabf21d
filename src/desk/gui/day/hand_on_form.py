"""移交手上的件: who leaves, who goes on with all of it, and why; asked on the page of the day and beside a user's account."""

from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.note import Note
from desk.gui.session import Session
from desk.gui.small_form import SmallForm


class HandedOn(NamedTuple):
    """What changed in the store, and what the clerk is told."""

    changes: Any
    words: str


def hand_on_form(session: Session, giver: str = "") -> SmallForm:
    """``giver`` is proposed; who has left stands first in the list."""
    from desk.services import handing_on

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> HandedOn:
        who, to, why = (str(given.get(id_) or "") for id_ in ("giver", "taker", "reason"))
        passed = handing_on.hand_on(office, viewer, who, to, why)
        words = _tr("已移交 {count} 件").format(count=len(passed.numbers))
        if passed.held_back:
            held = _tr("接手人须回避，没有移交：{numbers}").format(numbers="、".join(passed.held_back))
            words = f"{words}；{held}"
        return HandedOn(passed.changes, words)

    users = sorted(office.users(), key=lambda user: user.active)
    takers = [Item(user.id, user.name, user.initials) for user in users if user.active]
    asked = [
        Asked(
            "giver",
            _tr("谁手上的件"),
            Choice([Item(one.id, one.name, one.initials) for one in users]),
            required=True,
        ),
        Asked("taker", _tr("移交给"), Choice(takers), required=True, help=_tr("姓名首字母，或按 F4 选")),
        Asked("reason", _tr("理由"), Note(2), required=True, help=_tr("例：调离本岗位")),
    ]
    form = SmallForm(session, _tr("移交手上的全部在办件"), _tr("移交"), asked, work)
    form.setProperty("card", True)
    if giver:
        form.form.set_values({"giver": giver})
    return form


def _tr(words: str) -> str:
    return QCoreApplication.translate("HandOn", words)
