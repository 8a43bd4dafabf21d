"""A few questions in place, with one deed: no window of its own, no step of the manual's flow."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from desk.domain.draft import Problem
from desk.domain.errors import Conflict, DeskError
from desk.gui.case.clash_box import ClashBox
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
        """The version of the case that the clerk has seen; a form on a case sets it, and ``work`` hands it on."""
        self.own_field: Callable[[str], str] = lambda field: field
        """Which field of the form stands for what two people wrote."""
        self._clashes: dict[str, Any] = {}
        self._mine: dict[str, Any] = {}
        self.clash_box = ClashBox()
        self.clash_box.decided.connect(self._decide)
        self.form_layout.addWidget(self.clash_box)
        self.form = Form(columns=1)
        self.form.ask(asked)
        self.form_layout.addWidget(self.form)
        self.form.order(self.do, self.cancel)
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
        if waiting := self.clash_box.undecided():
            hint = self.tr("用方向键或鼠标选定一项")
            problem = Problem(
                self.own_field(waiting[0]), "undecided", self.tr("请先选定保留哪一个版本"), hint
            )
            self.form.show_problems([problem])
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
        if isinstance(error, Conflict) and error.clashes:
            self._ask_which(error)
            return
        own = Problem(error.field, error.code, error.message, error.hint)
        rest = self.form.show_problems(error.problems or (own,))
        self.trouble.setText("　".join(f"✕ {one.message}　{one.hint}".strip() for one in rest))
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(rest))
        if error.field in self.form.ids:
            self.form.focus(error.field)

    def _ask_which(self, conflict: Conflict) -> None:
        """Somebody else wrote the same: both versions side by side; what was typed stays where it is."""
        self.seen_version = conflict.version
        self._clashes = {one.field: one.value for one in conflict.clashes}
        self._mine = self.form.values()
        self.clash_box.show_clashes(conflict.clashes)

    def _decide(self, field: str, theirs: bool) -> None:
        own = self.own_field(field)
        self.form.show_problem(own, None)
        self.form.set_values({own: self._clashes[field] if theirs else self._mine.get(own)})


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
