"""A short list beside the form: earlier cases that look alike, drafts that wait. Never in the way of saving."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidgetItem

from desk.gui.forms.ui_side_list import Ui_SideList

_HIGHEST = 330


class Row(NamedTuple):
    """One entry: its words in one or more lines, and what it stands for."""

    words: str
    value: Any


class SideList(QFrame, Ui_SideList):
    """Entries to choose from by click or Enter; hidden words say what it is for while it is empty."""

    chosen = Signal(object)

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.setupUi(self)
        self.title.setText(title)
        self.about.setText(about)
        self.rows.setAccessibleName(title)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # words wrap
        self.rows.itemActivated.connect(self._chose)
        self.rows.itemClicked.connect(self._chose)
        self.show_rows(())

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these entries."""
        self.rows.clear()
        for row in rows:
            item = QListWidgetItem(row.words)
            item.setData(Qt.ItemDataRole.UserRole, row.value)
            item.setToolTip("")
            self.rows.addItem(item)
        count = self.rows.count()
        self.number.setText(str(count) if count else "")
        self.rows.setVisible(bool(count))
        self.rows.setFixedHeight(min(sum(self.rows.sizeHintForRow(n) for n in range(count)) + 6, _HIGHEST))
        self.about.setVisible(not count)

    def words(self) -> list[str]:
        """The entries as shown."""
        return [self.rows.item(n).text() for n in range(self.rows.count())]

    def _chose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
