"""A few questions in place, with one deed: no window of its own, no step of the manual's flow."""

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
from desk.gui.session import Session


class SmallForm(QFrame, Ui_StepForm):
    """``work`` gets what was typed, runs on the writing lane, and may refuse a field in place.

    ``leads`` says by the code of a refusal where it leads instead of being shown here.
    """

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
        self.leads: dict[str, Callable[[], None]] = {}
        self.seen_version = 0
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
        if error.code in self.leads:
            self.leads[error.code]()
            return
        own = Problem(error.field, error.code, error.message, error.hint)
        rest = self.form.show_problems(getattr(error, "problems", (own,)))
        self.trouble.setText("　".join(f"✕ {one.message}　{one.hint}".strip() for one in rest))
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(rest))
        if error.field in self.form.ids:
            self.form.focus(error.field)


def moment_meant(given: dict[str, Any], field: str, title: str, *, required: bool = False) -> Any:
    """The moment or the day that stands in a field, None where nothing does. Raises ``DeskError`` at the field."""
    value = given.get(field)
    if required and value is None:
        raise DeskError("missing", _tr("请填写{title}").format(title=title), "", field)
    if isinstance(value, str):
        words = _tr("{title}“{typed}”看不懂").format(title=title, typed=value[:20])
        raise DeskError("bad_date", words, _tr("例：2026-1-5 9:30、昨天 14:00"), field)
    return value


def _tr(words: str) -> str:
    return QCoreApplication.translate("SmallForm", words)
