"""A computer that has no key yet: a password or the printed recovery key lets it in, from then on for good."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.domain.errors import DeskError
from desk.gui.forms.ui_unlock import Ui_UnlockPage
from desk.gui.task import Lanes, Task


class UnlockPage(QWidget, Ui_UnlockPage):
    """One field; the recovery key may be typed with or without its dashes."""

    opened = Signal()
    left = Signal()

    def __init__(self, home: Path, lanes: Lanes, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self.setupUi(self)
        self._home, self._lanes, self._failed = home, lanes, failed
        self.open.clicked.connect(self.let_in)
        self.secret.returnPressed.connect(self.let_in)
        self.cancel.clicked.connect(self.left)

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self.secret.setFocus()

    def let_in(self) -> None:
        """Try what was typed; it takes about a second, and longer for nobody but a guesser."""
        from desk.services import recovery

        if not self.secret.text().strip() or not self.open.isEnabled():
            return
        self.open.setEnabled(False)
        task = Task(partial(recovery.admit, self._home, self.secret.text()), self)
        task.succeeded.connect(self._let_in)
        task.failed.connect(self._refused)
        task.start(self._lanes.writer)

    def _let_in(self, _answer: Any) -> None:
        self.secret.clear()
        self.opened.emit()

    def _refused(self, error: Exception) -> None:
        self.open.setEnabled(True)
        if not isinstance(error, DeskError):
            self._failed(error)
            return
        self.trouble.setText(f"{error.message}。{error.hint}")
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.show()
        self.secret.selectAll()
        self.secret.setFocus()
