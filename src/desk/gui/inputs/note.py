"""A long text: Enter is a line of its own, Ctrl+Enter and Tab move on."""

from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from desk.gui.inputs.line import tidy_words

_MOVES = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LONG = 20_000


class Note(QPlainTextEdit):
    """Plain text of any length. A paste is text and nothing else."""

    edited = Signal()
    left = Signal()
    advanced = Signal()
    retreated = Signal()

    wide = True
    type_ = "note"

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._composing = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.textChanged.connect(self.edited)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)
        # A text that wants to grow but may not would leave the room it is given above and below itself.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(super().sizeHint().width(), self.maximumHeight())

    @property
    def is_composing(self) -> bool:
        """Whether the input method holds letters that are not text yet."""
        return bool(self._composing)

    def value(self) -> Any:
        """The words, or None."""
        return self.toPlainText().strip() or None

    def typed(self) -> Any:
        """What stands there, as typed."""
        return self.toPlainText()

    def set_typed(self, typed: Any) -> None:
        """Put back what was typed."""
        self.set_value(typed)

    def set_value(self, value: Any) -> None:
        """Show these words."""
        self.blockSignals(True)  # only what a person does is an edit
        self.setPlainText("" if value is None else str(value))
        self.blockSignals(False)

    def tidy(self) -> None:
        """Only the edges: the clerk's lines stay as they are."""
        text = self.toPlainText()
        if len(text) < _LONG and tidy_words(text) != text.strip():
            self.setPlainText(tidy_words(text))

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: D102
        self.insertPlainText(source.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: D102
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        moves = event.key() in _MOVES
        if moves and self.is_composing:
            event.accept()
        elif moves and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.advanced.emit()
        elif event.key() == Qt.Key.Key_Up and self.textCursor().blockNumber() == 0 and not self._line_above():
            self.retreated.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._composing = ""
            self.tidy()
            self.left.emit()

    def _line_above(self) -> bool:
        cursor = self.textCursor()
        return cursor.block().layout().lineForTextPosition(cursor.positionInBlock()).lineNumber() > 0
