"""Who sits at the desk: chosen by pinyin initials, with a password, or a PIN at a window that is open already."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.gui.forms.ui_login import Ui_LoginPage
from desk.gui.inputs.choice import Choice, Item
from desk.gui.task import Lanes, Task


class LoginPage(QWidget, Ui_LoginPage):
    """One field, Enter, and the clerk is in. ``sitting`` is who opened this window by password, if anybody has."""

    signed_in = Signal(object)

    def __init__(
        self, office: Any, users: Sequence[Any], lanes: Lanes, usual: str = "", sitting: Viewer | None = None
    ) -> None:
        super().__init__()
        self.setupUi(self)
        self._office, self._lanes, self._sitting = office, lanes, sitting
        self._wants_password = False
        self._users = {user.id: user for user in users if getattr(user, "active", True)}
        self.office.setText(office.name)
        self.who = Choice([Item(user.id, user.name, user.initials) for user in self._users.values()])
        self.who.setAccessibleName(self.tr("经办人"))
        self.who_label.setBuddy(self.who)
        self.who_layout.addWidget(self.who)
        self.who.chosen.connect(self._chosen)
        self.who.advanced.connect(self._advance)
        self.password.returnPressed.connect(self.sign_in)
        self.by_password.clicked.connect(self.ask_password)
        self.enter.clicked.connect(self.sign_in)
        if usual in self._users or len(self._users) == 1:
            self.who.set_value(usual if usual in self._users else next(iter(self._users)))
        self._show_secret()

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self.who.setFocus()
        self.who.selectAll()

    def choose(self, id_: str) -> None:
        """Choose a clerk, as typing the initials does."""
        self.who.set_value(id_)
        self._chosen(id_)

    def sign_in(self) -> None:
        """Ask the office to let the clerk in."""
        self.who.tidy()
        chosen = self.who.chosen_id()
        if not chosen:
            self._tell(self.tr("没有这位经办人。请输入姓名或拼音首字母，按 F4 看名单。"))
            self.who.setFocus()
            return
        self.enter.setEnabled(False)
        task = Task(self._work(chosen), self)
        task.succeeded.connect(self.signed_in)
        task.failed.connect(self._refused)
        task.start(self._lanes.writer)

    def ask_password(self) -> None:
        """Go on with the password instead of the PIN."""
        self._wants_password = True
        self._show_secret()
        self.password.setFocus()

    def is_by_secret(self) -> bool:
        """Whether a password or a PIN is asked of the chosen clerk."""
        return self._has("has_password")

    def is_by_pin(self) -> bool:
        """Whether it is the PIN: the window is open, and the clerk has one and has not asked for the password."""
        return self._sitting is not None and self._has("has_pin") and not self._wants_password

    def _work(self, chosen: str) -> Callable[[], Viewer]:
        from desk.services import pins

        typed = self.password.text()
        if self.is_by_pin() and self._sitting is not None:
            return partial(pins.take_seat, self._office, self._sitting, chosen, typed)
        if self.is_by_secret():
            return partial(self._office.sign_in, chosen, typed)
        return partial(self._office.viewer, chosen)

    def _chosen(self, _id: str) -> None:
        self._wants_password = False
        self._show_secret()

    def _advance(self) -> None:
        if self.is_by_secret():
            self.password.setFocus()
        else:
            self.sign_in()

    def _has(self, what: str) -> bool:
        user = self._users.get(self.who.chosen_id())
        return bool(user is not None and getattr(user, what, False))

    def _show_secret(self) -> None:
        needed, by_pin = self.is_by_secret(), self.is_by_pin()
        name = self.tr("PIN 码") if by_pin else self.tr("口令")
        self.password.clear()
        self.password.setAccessibleName(name)
        self.password_label.setText(name)
        self.password.setVisible(needed)
        self.password_label.setVisible(needed)
        self.by_password.setVisible(by_pin)

    def _refused(self, error: Exception) -> None:
        self.enter.setEnabled(True)
        if not isinstance(error, DeskError):
            raise error
        if error.code in ("pin_rests", "no_pin"):
            self.ask_password()
        self._tell(f"{error.message}。{error.hint}")
        self.password.selectAll()
        self.password.setFocus()

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.show()
