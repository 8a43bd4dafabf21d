"""What lies over the window for a moment: the list of keys, and the palette of everything that can be done."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QListWidgetItem, QWidget

from desk.gui.forms.ui_palette import Ui_Palette
from desk.gui.inputs.choice import readings_of
from desk.gui.keys import ACTS, OTHER_KEYS, words_of
from desk.gui.parts import line


class KeysOverlay(QFrame):
    """All keys in two columns; any key or click puts it away."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("按键说明"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(28, 22, 28, 22)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.addWidget(
            line(self.tr("按键说明　（再按 F1 打开操作手册，按其他键关闭）"), title=True), 0, 0, 1, 4
        )
        rows = [("、".join(act.keys), words_of(act)) for act in ACTS if act.keys]
        rows += [(keys, self.tr(words)) for keys, words in OTHER_KEYS]
        half = (len(rows) + 1) // 2
        for number, (keys, words) in enumerate(rows):
            column = 0 if number < half else 2
            grid.addWidget(_short(keys, muted=True), number % half + 1, column)
            grid.addWidget(_short(words), number % half + 1, column + 1)
        grid.setColumnMinimumWidth(1, 260)

    def open(self) -> None:
        """Show it in the middle of the window."""
        room = self.parentWidget().rect()
        self.adjustSize()
        self.move(room.center() - self.rect().center())
        self.raise_()
        self.show()
        self.setFocus()

    def keyPressEvent(self, _event: QKeyEvent) -> None:  # noqa: D102
        self._close()

    def mousePressEvent(self, _event: object) -> None:  # noqa: D102
        self._close()

    def focusOutEvent(self, _event: object) -> None:  # noqa: D102
        self._close()

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()


class Palette(QFrame, Ui_Palette):
    """Type a few letters of what is to be done; Enter does it."""

    closed = Signal()

    def __init__(self, window: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self.setupUi(self)
        self._actions = actions
        self.sought.textChanged.connect(self._narrow)
        self.sought.installEventFilter(self)
        self.found.itemClicked.connect(self._do)

    def open(self) -> None:
        """Show it at the top of the window with everything in it."""
        room = self.parentWidget().rect()
        self.resize(min(560, room.width() - 60), min(440, room.height() - 120))
        self.move((room.width() - self.width()) // 2, 70)
        self.sought.clear()
        self._narrow("")
        self.raise_()
        self.show()
        self.sought.setFocus()

    def names(self) -> list[str]:
        """What is offered now."""
        return [self.found.item(n).text() for n in range(self.found.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.close_palette()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.found.setCurrentRow((self.found.currentRow() + step) % max(self.found.count(), 1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (item := self.found.currentItem()) is not None:
                self._do(item)
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        return super().eventFilter(watched, event)

    def close_palette(self) -> None:
        """Put it away without doing anything."""
        self.hide()
        self.closed.emit()

    def _narrow(self, text: str) -> None:
        self.found.clear()
        sought = text.strip().lower()
        open_now = (act for act in ACTS if act.id != "palette" and self._actions[act.id].isEnabled())
        fitting = [act for act in open_now if _fits(sought, words_of(act))]
        for act in sorted(fitting, key=lambda act: not _begins(sought, words_of(act))):
            words = words_of(act)
            item = QListWidgetItem(words + (f"　　{act.keys[0]}" if act.keys else ""))
            item.setData(Qt.ItemDataRole.UserRole, act.id)
            self.found.addItem(item)
        self.found.setCurrentRow(0)

    def _do(self, item: QListWidgetItem) -> None:
        self.close_palette()
        self._actions[item.data(Qt.ItemDataRole.UserRole)].trigger()


def _short(text: str, **marks: bool) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    for name, value in marks.items():
        label.setProperty(name, value)
    return label


@lru_cache(maxsize=512)
def _letters(words: str) -> str:
    return readings_of(words)[0]


def _begins(sought: str, words: str) -> bool:
    return words.lower().startswith(sought) or (sought.isascii() and _letters(words).startswith(sought))


def _fits(sought: str, words: str) -> bool:
    return sought in words.lower() or (sought.isascii() and sought in _letters(words))
