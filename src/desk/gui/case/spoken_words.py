"""The office's words at a step: they follow the class that is chosen, and the clerk alters what is said (CAP-30)."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk.gui.flow_layout import FlowLayout
from desk.gui.form import Form
from desk.gui.parts import line
from desk.gui.session import Session
from desk.gui.task import Newest

_PAUSE = 250
"""Milliseconds without a key after which the words are looked up anew."""
NOTE = "note"


class SpokenWords(QWidget):
    """Where the complainant is told something (``is_kept``) the words stand in the note; elsewhere they are only shown.

    What a clerk has altered is not altered by the program any more; another text is put in by its button.
    """

    def __init__(self, session: Session, number: str, step: str, form: Form, *, is_kept: bool) -> None:
        super().__init__()
        self._session, self._number, self._step, self._form = session, number, step, form
        self._is_kept = is_kept
        self._proposed = ""
        self._newest = Newest()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        self._shown = line("", muted=True)
        self._buttons = FlowLayout(spacing=6)
        column.addWidget(self._shown)
        column.addLayout(self._buttons)
        self._shown.hide()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.ask)
        form.edited.connect(self._edited)
        self._pause.start()

    def _edited(self, id_: str) -> None:
        if id_ != NOTE:
            self._pause.start()

    def ask(self) -> None:
        """Look the words up as the answers stand."""
        from desk.services import speaking

        values = {id_: value for id_, value in self._form.values().items() if id_ != NOTE}
        work = partial(
            speaking.said, self._session.office, self._session.viewer, self._number, self._step, values
        )
        self._session.read(work, self._newest.only(self._take), lambda _error: None)

    def _take(self, said: Any) -> None:
        self.show_words(said.fitting)
        self._buttons.clear()
        further = (*said.fitting[1:], *said.further) if self._is_kept else ()
        for script in further:
            button = QPushButton(self.tr("用语：{name}").format(name=script.name))
            button.setProperty("chip", True)
            button.clicked.connect(partial(self._put, script.text))
            self._buttons.addWidget(button)

    def show_words(self, fitting: Sequence[Any]) -> None:
        """These words fit now."""
        text = fitting[0].text if fitting else ""
        if self._is_kept:
            if str(self._form.values().get(NOTE, "")) == self._proposed:
                self._put(text)
            return
        told = self.tr("{name}（办“告知”一步时可以改，存入联系记录）：{text}")
        self._shown.setText(told.format(name=fitting[0].name, text=text) if fitting else "")
        self._shown.setVisible(bool(fitting))

    def _put(self, text: str, _checked: bool = False) -> None:
        self._proposed = text
        self._form.input(NOTE).set_typed(text)
