"""Who must not know of a case: asked in place, and shown to superiors with a way back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk.gui.case.act_forms import Done
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.note import Note
from desk.gui.parts import line, part, row
from desk.gui.session import Session
from desk.gui.small_form import SmallForm


def keep_form(session: Session, view: Any) -> SmallForm:
    """From which colleague the case is kept, and why."""
    from desk.services import conflicts

    office, viewer = session.office, session.viewer
    users = [user for user in office.users() if user.active]

    def work(given: dict[str, Any]) -> Done:
        user, reason = str(given.get("user", "")), str(given.get("reason", ""))
        changes = conflicts.keep_from(office, viewer, view.number, user, reason)
        words = _tr("{who} 今后看不到 {number}：列表、查找、统计、台账里都没有")
        return Done(changes, words.format(who=office.user_name(user), number=view.number))

    someone = [user for user in users if conflicts.may_keep(viewer, view.case, user.id)]
    asked = [
        Asked(
            "user", _tr("回避的人"), Choice([Item(user.id, user.name, user.initials) for user in someone]),
            required=True, help=_tr("这件投诉涉及的同事；设定后对其完全不可见"),
        ),
        Asked("reason", _tr("理由"), Note(2), required=True, help=_tr("例：被投诉人是其本人、近亲属")),
    ]  # fmt: skip
    return SmallForm(session, _tr("回避：不让有利害关系的人看到本件"), _tr("设定回避"), asked, work)


def kept_part(session: Session, kept: Sequence[Any], changed: Callable[[], None]) -> QWidget | None:
    """From whom the case is kept; each with a way back."""
    if not kept:
        return None

    def lift(one: Any) -> None:
        from desk.services import conflicts

        work = partial(conflicts.lift, session.office, session.viewer, one.number, one.user)
        session.write(work, lambda _: changed())

    rows = [row(words_of(session, one), [(_tr("解除"), partial(lift, one))]) for one in kept]
    return part(_tr("回避"), line(_tr("以下人员看不到本件，由上级掌握："), muted=True), *rows)


def words_of(session: Session, one: Any) -> str:
    """Who, why, when, and who said so."""
    by = session.office.user_name(one.by) if one.by else _tr("登记时自动设定")
    return f"{one.name}　{one.reason}　{one.at:%Y-%m-%d %H:%M}　{by}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("CasePanel", words)
