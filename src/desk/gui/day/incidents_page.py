"""安全事件: what happened at the desk, with a case or without; a form above, what is on record below."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.domain.errors import DeskError
from desk.gui.case.incident_form import incident_form
from desk.gui.session import Session
from desk.gui.small_form import SmallForm

_NUMBER = int(Qt.ItemDataRole.UserRole)


class IncidentsPage(QWidget):
    """Enter on a line leads to its case, where it has one."""

    case_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.form: SmallForm | None = None
        self._place = QVBoxLayout()
        self.listed = QListWidget()
        self.listed.setAccessibleName(_tr("记下的安全事件"))
        self.listed.setWordWrap(True)
        self.listed.itemActivated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.addLayout(self._place)
        column.addWidget(QLabel(_tr("记下的安全事件，新的在前（有案件的 Enter 打开）")))
        column.addWidget(self.listed, 1)
        self._ask()

    def take_focus(self) -> None:
        """Come in sight: read anew, the cursor where typing begins; what is half typed stays."""
        from desk.services import incidents

        office, viewer = self.session.office, self.session.viewer
        self.session.read(partial(incidents.listed, office, viewer), self._show, self._refused)
        if self.form is not None:
            self.form.focus_first()

    def half_typed(self) -> dict[str, Any]:
        """What was typed of an incident that is not on record."""
        return self.form.form.typed() if self.form is not None else {}

    def type_again(self, typed: dict[str, Any]) -> None:
        """Put it back."""
        if self.form is not None:
            self.form.form.set_typed(typed)

    def save(self) -> None:
        """F12: put it on record."""
        if self.form is not None:
            self.form.save()

    def _ask(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = incident_form(self.session)
        self.form.setProperty("card", True)
        self.form.cancel.hide()
        self.form.done.connect(self._done)
        self._place.addWidget(self.form)

    def _done(self, done: Any) -> None:
        self._ask()
        self.session.say(done.words, "good")
        self.take_focus()

    def _show(self, found: Any) -> None:
        self.listed.clear()
        for one in found:
            item = QListWidgetItem("　".join(filter(None, (one.number, one.words))))
            item.setData(_NUMBER, one.number)
            self.listed.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(_NUMBER):
            self.case_asked.emit(item.data(_NUMBER))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self.session.fail(error)
            return
        self.listed.clear()
        self.listed.addItem(QListWidgetItem(f"{error.message}。{error.hint}"))
        if self.form is not None:
            self.form.setEnabled(False)


def _tr(words: str) -> str:
    return QCoreApplication.translate("IncidentsPage", words)
