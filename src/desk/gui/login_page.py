"""Who sits at the desk: chosen by pinyin initials, with a password where the user has one."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.domain.errors import DeskError
from desk.gui.forms.ui_login import Ui_LoginPage
from desk.gui.inputs.choice import Choice, Item
from desk.gui.task import Lanes, Task


class LoginPage(QWidget, Ui_LoginPage):
    """One field, Enter, and the clerk is in."""

    signed_in = Signal(object)

    def __init__(self, office: Any, users: Sequence[Any], lanes: Lanes, usual: str = "") -> None:
        super().__init__()
        self.setupUi(self)
        self._office, self._lanes = office, lanes
        self._users = {user.id: user for user in users if getattr(user, "active", True)}
        self.office.setText(office.name)
        self.who = Choice([Item(user.id, user.name, user.initials) for user in self._users.values()])
        self.who.setAccessibleName(self.tr("经办人"))
        self.who_label.setBuddy(self.who)
        self.who_layout.addWidget(self.who)
        self.who.chosen.connect(lambda _: self._show_password())
        self.who.advanced.connect(self._advance)
        self.password.returnPressed.connect(self.sign_in)
        self.enter.clicked.connect(self.sign_in)
        if usual in self._users or len(self._users) == 1:
            self.who.set_value(usual if usual in self._users else next(iter(self._users)))
        self._show_password()

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self.who.setFocus()
        self.who.selectAll()

    def sign_in(self) -> None:
        """Ask the office to let the clerk in."""
        self.who.tidy()
        chosen = self.who.chosen_id()
        if not chosen:
            self._tell(self.tr("没有这位经办人。请输入姓名或拼音首字母，按 F4 看名单。"))
            self.who.setFocus()
            return
        work = partial(self._office.viewer, chosen)
        if self._needs_password():
            work = partial(self._office.sign_in, chosen, self.password.text())
        self.enter.setEnabled(False)
        task = Task(work, self)
        task.succeeded.connect(self.signed_in)
        task.failed.connect(self._refused)
        task.start(self._lanes.writer)

    def _advance(self) -> None:
        if self._needs_password():
            self.password.setFocus()
        else:
            self.sign_in()

    def _needs_password(self) -> bool:
        user = self._users.get(self.who.chosen_id())
        return bool(user is not None and getattr(user, "has_password", False))

    def _show_password(self) -> None:
        needed = self._needs_password()
        self.password.setVisible(needed)
        self.password_label.setVisible(needed)

    def _refused(self, error: Exception) -> None:
        self.enter.setEnabled(True)
        if not isinstance(error, DeskError):
            raise error
        self._tell(f"{error.message}。{error.hint}")
        self.password.selectAll()
        self.password.setFocus()

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.show()
