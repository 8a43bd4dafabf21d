"""Keys that are pressed while the office is still being opened: they come, in their order, to the first field that there is."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_MOST = 500
"""So many keys are kept: more than anybody types in the longest opening, less than a book lying on the keyboard."""


class _Key(NamedTuple):
    key: int
    modifiers: Qt.KeyboardModifier
    text: str


class TypedAhead(QObject):
    """Listens to a window that has nothing to type into yet.

    Enter and Tab are kept as well: who knows the way by heart types a name, Enter, a password, and each key arrives
    where it would have gone. A key together with Ctrl or Alt is an act, not text, and is not kept.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._keys: list[_Key] = []
        self._listens = False

    def begin(self) -> None:
        """Keep what is typed from now on."""
        if not self._listens:
            self._window.installEventFilter(self)
            self._listens = True

    def hand_over(self) -> None:
        """There is a field with the cursor in it: it gets everything, and whatever comes next goes to it directly."""
        self.forget()
        keys, self._keys = self._keys, []
        for key in keys:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                place = self._window.focusWidget() or self._window
                QCoreApplication.sendEvent(place, QKeyEvent(kind, key.key, key.modifiers, key.text))

    def forget(self) -> None:
        """Keep no more."""
        self._window.removeEventFilter(self)
        self._listens = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if held or len(self._keys) >= _MOST or not (event.text() or event.key() == Qt.Key.Key_Tab):
            return False
        self._keys.append(_Key(event.key(), event.modifiers(), event.text()))
        return True
