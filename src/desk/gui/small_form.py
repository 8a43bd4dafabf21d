"""A few questions in place: an approval that stands on paper, how a paper was delivered."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from desk.domain.draft import Problem
from desk.domain.errors import DeskError
from desk.gui.form import Asked, Form
from desk.gui.forms.ui_step_form import Ui_StepForm
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, read_date, read_moment
from desk.gui.session import Session


class SmallForm(QFrame, Ui_StepForm):
    """``work`` gets what was typed, runs on the writing lane, and may refuse a field in place."""

    done = Signal(object)
    closed = Signal()

    def __init__(
        self,
        session: Session,
        title: str,
        deed: str,
        asked: Sequence[Asked],
        work: Callable[[dict[str, Any]], Any],
    ) -> None:
        super().__init__()
        self.setupUi(self)
        self.session, self._work = session, work
        self.form = Form(columns=1)
        self.form.ask(asked)
        self.form_layout.addWidget(self.form)
        self.title.setText(title)
        self.do.setText(self.tr("{step}　F12").format(step=deed))
        self.form.finished.connect(self.do.setFocus)
        self.form.edited.connect(lambda id_: self.form.show_problem(id_, None))
        self.do.clicked.connect(self.save)
        self.cancel.clicked.connect(self.closed)

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        self.form.focus_first()

    def save(self) -> None:
        """Do it with what was typed."""
        if not self.do.isEnabled():
            return
        QGuiApplication.inputMethod().commit()
        self.form.tidy()
        self.do.setEnabled(False)
        self.session.write(partial(self._work, self.form.values()), self.done.emit, self._refused)

    def _refused(self, error: Exception) -> None:
        self.do.setEnabled(True)
        if not isinstance(error, DeskError):
            self.session.fail(error)
            return
        rest = self.form.show_problems([Problem(error.field, error.code, error.message, error.hint)])
        self.trouble.setText("　".join(f"✕ {one.message}　{one.hint}".strip() for one in rest))
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(rest))
        if error.field in self.form.ids:
            self.form.focus(error.field)


def delivery_form(session: Session, paper: Any, name: str) -> SmallForm:
    """How, when and to whom an issued paper was handed over."""
    from desk.services import deliveries

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Any:
        person, note = str(given.get("person", "")), str(given.get("note", ""))
        means, at = str(given.get("means", "")), _moment(given.get("at"))
        return deliveries.deliver(office, viewer, paper.id, means, at=at, person=person, note=note)

    asked = [
        Asked("means", _tr("送达方式"), Choice([Item(one, one) for one in deliveries.MEANS]), required=True),
        Asked("at", _tr("送达时间"), Line(read_moment, "moment"), required=True),
        Asked("person", _tr("收件人"), Line(), help=_tr("本人不在的，写代收人和关系")),
        Asked("note", _tr("备注"), Line()),
    ]
    form = SmallForm(session, _tr("送达：{paper}").format(paper=name), _tr("记录送达"), asked, work)
    form.form.set_values({"at": office.now()})
    return form


def approval_form(session: Session, number: str, offer: Any) -> SmallForm:
    """Who approved a paper on the 审批表, and when."""
    from desk.services import approvals

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Any:
        approver, on = str(given.get("approver", "")), _day(given.get("approved_on"))
        return approvals.approve(office, viewer, number, offer.paper, approver=approver, approved_on=on)

    asked = [
        Asked("approver", _tr("批准人"), Line(), required=True),
        Asked("approved_on", _tr("批准日期"), Line(read_date, "date"), required=True),
    ]
    return SmallForm(
        session, _tr("《{paper}》须经批准才能出具").format(paper=offer.name), _tr("记录批准"), asked, work
    )


def _moment(value: Any) -> Any:
    return _read(value, "at", _tr("送达时间"))


def _day(value: Any) -> Any:
    return _read(value, "approved_on", _tr("批准日期"))


def _read(value: Any, field: str, title: str) -> Any:
    if isinstance(value, str):
        words = _tr("{title}“{typed}”看不懂").format(title=title, typed=value[:20])
        raise DeskError("bad_date", words, _tr("例：2026-1-5 9:30、昨天 14:00"), field)
    return value


def _tr(words: str) -> str:
    return QCoreApplication.translate("SmallForm", words)
