"""安全事件, asked in place, and the red mark in the panel for whom it is a business."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk.gui.case.act_forms import Done
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, read_moment
from desk.gui.inputs.note import Note
from desk.gui.parts import line, part
from desk.gui.session import Session
from desk.gui.small_form import SmallForm, moment_meant


def incident_form(session: Session, view: Any = None) -> SmallForm:
    """What happened, who was called, which recording shows it; without a case in sight its number may be given."""
    from desk.services import incidents

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        at = moment_meant(given, "at", _tr("发生时间"))
        note, called, recording = (str(given.get(id_) or "") for id_ in ("note", "called", "recording"))
        number = view.number if view is not None else str(given.get("number") or "").strip()
        changes = incidents.record(
            office, viewer, note, number=number, at=at, called=called, recording=recording
        )
        return Done(changes, _tr("已另行记下安全事件，不进文书和查找"))

    asked = [
        Asked("note", _tr("发生了什么"), Note(2), required=True),
        Asked("called", _tr("叫了谁"), Choice([Item(one, one) for one in incidents.CALLED])),
        Asked("recording", _tr("录像编号"), Line()),
        Asked("at", _tr("发生时间"), Line(read_moment, "moment"), help=_tr("不填就是现在")),
        *([] if view is not None else [Asked("number", _tr("案件编号"), Line(), help=_tr("没有案件的不填"))]),
    ]
    return SmallForm(session, _tr("安全事件"), _tr("记下"), asked, work)


def incidents_part(found: Any) -> QWidget | None:
    """The mark, in words and red."""
    if not found:
        return None
    return part(_tr("⚠ 安全事件（只在这里显示）"), *(line(one.words, problem="error") for one in found))


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseForms", words)
