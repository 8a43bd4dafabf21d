"""Yes, no, or not known: two buttons of which none need be down."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

_YES = {"y", "1", "s", "是"}
_NO = {"n", "0", "2", "f", "否"}


class YesNo(QFrame):
    """A fact that is yes, no or open. 是: Y, S, 1; 否: N, F, 0; Backspace makes it open again."""

    edited = Signal()
    left = Signal()
    advanced = Signal()
    retreated = Signal()

    wide = False
    type_ = "yes_no"
    is_composing = False

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("switch", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(4)
        self.yes, self.no = QPushButton(self.tr("是")), QPushButton(self.tr("否"))
        for button in (self.yes, self.no):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        row.addStretch()
        self.yes.clicked.connect(lambda down: self._set(True if down else None))
        self.no.clicked.connect(lambda down: self._set(False if down else None))

    def value(self) -> Any:
        """True, False, or None while it is open."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def set_value(self, value: Any) -> None:
        """Show it."""
        self.yes.setChecked(value is True)
        self.no.setChecked(value is False)

    def typed(self) -> Any:
        """The value itself."""
        return self.value()

    def set_typed(self, typed: Any) -> None:
        """Put it back."""
        self.set_value(typed)

    def tidy(self) -> None:
        """Nothing to do."""

    def setAccessibleName(self, name: str) -> None:  # noqa: D102
        super().setAccessibleName(name)
        self.yes.setAccessibleName(f"{name}：{self.yes.text()}")
        self.no.setAccessibleName(f"{name}：{self.no.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key, typed = event.key(), event.text().lower()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.retreated if back else self.advanced).emit()
        elif key == Qt.Key.Key_Up:
            self.retreated.emit()
        elif key == Qt.Key.Key_Down:
            self.advanced.emit()
        elif (typed in _YES and typed) or key == Qt.Key.Key_Left:
            self._set(True)
        elif (typed in _NO and typed) or key == Qt.Key.Key_Right:
            self._set(False)
        elif key == Qt.Key.Key_Space:
            self._set({None: True, True: False, False: None}[self.value()])
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._set(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.left.emit()

    def _set(self, value: bool | None) -> None:
        self.set_value(value)
        self.edited.emit()
