"""The complainant was spoken to: when, how, with whom, and what was said."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from desk.domain.contacts import MEANS
from desk.gui.case.act_forms import Done
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, read_moment
from desk.gui.inputs.note import Note
from desk.gui.session import Session
from desk.gui.small_form import SmallForm, moment_meant


def contact_form(session: Session, view: Any) -> SmallForm:
    """One contact to put on record; without a time it was now."""
    from desk.services import contacts

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        at = moment_meant(given, "at", _tr("联系时间"))
        means, person, content = (str(given.get(id_, "")) for id_ in ("means", "person", "content"))
        done = contacts.log(office, viewer, view.number, means=means, person=person, content=content, at=at)
        return Done(done, _tr("已登记一次联系，记在办理过程里"))

    asked = [
        Asked("means", _tr("联系方式"), Choice([Item(one, one) for one in MEANS]), required=True),
        Asked("person", _tr("联系对象"), Line(), help=_tr("不填就是投诉人本人")),
        Asked("content", _tr("说了什么"), Note(3), required=True, help=_tr("例：告知方案已报审，周五前答复")),
        Asked("at", _tr("联系时间"), Line(read_moment, "moment"), help=_tr("不填就是现在")),
    ]
    return SmallForm(session, _tr("登记联系"), _tr("登记"), asked, work)


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseForms", words)
