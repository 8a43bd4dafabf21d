"""What happened to a case, the newest first: what fits the eye at once, what is older at a click, so that a case opens fast."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.parts import buttons, pairs

AT_FIRST = 12
MORE = 50
"""So many older entries come with each click."""

_Row = tuple[str, str]


class Timeline(QWidget):
    """``said`` makes the line of an entry only when it comes in sight."""

    def __init__(self, entries: Sequence[Any], said: Callable[[Any], _Row]) -> None:
        super().__init__()
        self._entries, self._said, self._shown = entries, said, 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._older: QWidget | None = None
        self._show(AT_FIRST)

    def show_older(self) -> None:
        """The next older entries below those in sight."""
        self._show(MORE)

    def _show(self, count: int) -> None:
        if self._older is not None:
            self._older.hide()
            self._older.deleteLater()
            self._older = None
        fresh = self._entries[self._shown : self._shown + count]
        self._shown += len(fresh)
        self._column.addWidget(pairs([self._said(entry) for entry in fresh], 7))
        left = len(self._entries) - self._shown
        if left:
            words = QCoreApplication.translate("CasePanel", "更早的 {n} 条…").format(n=left)
            self._older = buttons([(words, self.show_older)])
            self._column.addWidget(self._older)
