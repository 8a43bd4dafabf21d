"""Rows of words: people, items, materials. The last row is always empty; rows copied from a sheet can be pasted."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, pasted_rows, read_code, read_words, tidy_words

_MOVES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_CODES = ("phone", "id_number", "count", "credit_code")


class Heading(NamedTuple):
    """A column of the rows: its id, its name, its type, and what can be chosen."""

    id: str
    name: str
    type: str = "text"
    items: tuple[Item, ...] = ()


_LETTERS = {"phone": 14, "id_number": 21, "credit_code": 21, "date": 13, "moment": 19, "money": 11}
"""How many letters of a kind of value are in sight while it is being typed."""


class Rows(QTableWidget):
    """A small sheet inside a form."""

    edited = Signal()
    left = Signal()
    advanced = Signal()
    retreated = Signal()

    wide = True
    is_composing = False

    def __init__(self, headings: Sequence[Heading], type_: str = "items", lines: int = 2) -> None:
        super().__init__(1, len(headings))
        self.type_ = type_
        self._leaving = False
        self.headings = tuple(headings)
        self.setProperty("input", True)
        self.setHorizontalHeaderLabels([heading.name for heading in headings])
        for place, heading in enumerate(headings):
            grows = heading.type in ("text", "note")
            mode = QHeaderView.ResizeMode.Stretch if grows else QHeaderView.ResizeMode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(place, mode)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 12)
        self.verticalHeader().setVisible(False)
        self.setItemDelegate(_Cells(self))
        trigger = QTableWidget.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked | trigger.SelectedClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setFixedHeight((self.fontMetrics().lineSpacing() + 12) * (lines + 1) + 14)
        self.cellChanged.connect(self._keep_last_row_empty)
        self.cellClicked.connect(self._open)

    def sizeHintForColumn(self, column: int) -> int:  # noqa: D102
        letters = _LETTERS.get(self.headings[column].type, 0)
        return max(super().sizeHintForColumn(column), self.fontMetrics().horizontalAdvance("0") * letters)

    def value(self) -> Any:
        """The rows that hold anything, as mappings by column id; None where there are none."""
        rows = (
            {
                heading.id: self._cell(row, place)
                for place, heading in enumerate(self.headings)
                if self._cell(row, place)
            }
            for row in range(self.rowCount())
        )
        return tuple(row for row in rows if row) or None

    def set_value(self, value: Any) -> None:
        """Show these rows."""
        rows = list(value or ())
        self.blockSignals(True)
        self.setRowCount(len(rows) + 1)
        self.clearContents()
        for number, row in enumerate(rows):
            for place, heading in enumerate(self.headings):
                self.setItem(number, place, QTableWidgetItem(str(row.get(heading.id, ""))))
        self.blockSignals(False)

    def typed(self) -> Any:
        """The rows, as a list."""
        return list(self.value() or ())

    def set_typed(self, typed: Any) -> None:
        """Put them back."""
        self.set_value(typed)

    def tidy(self) -> None:
        """Finish the cell that is being typed."""
        editor = QGuiApplication.focusObject()
        if isinstance(editor, QWidget) and self.isAncestorOf(editor) and editor is not self.viewport():
            self.commitData(editor)

    def add_rows(self, rows: list[list[str]]) -> None:
        """Put rows, cell by cell, from the current cell on."""
        first, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self.blockSignals(True)
        self.setRowCount(max(self.rowCount(), first + len(rows) + 1))
        for number, cells in enumerate(rows):
            for place, text in enumerate(cells[: len(self.headings) - left]):
                self.setItem(first + number, left + place, QTableWidgetItem(text.strip()))
        self.blockSignals(False)
        self.edited.emit()

    def paste(self) -> None:
        """Rows copied from a sheet, from the current cell on; the cursor goes to the row after them."""
        column = max(self.currentColumn(), 0)
        self.add_rows(pasted_rows(QGuiApplication.clipboard().text()))
        self._open(self.rowCount() - 1, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and self.currentRow() < self.rowCount() - 1:
            self.removeRow(self.currentRow())
            self.edited.emit()
        elif event.key() in _MOVES and not self._cell(self.currentRow(), self.currentColumn()):
            self.advanced.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.retreated.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason and not self._leaving:
            self._open(max(self.currentRow(), 0), max(self.currentColumn(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        inside = self.focusWidget()
        if not (inside and self.isAncestorOf(inside)):
            self.left.emit()

    def move_on(self, row: int, column: int) -> None:
        """From a cell just typed to the next one; from an empty first cell out of the sheet."""
        if column == 0 and not self._cell(row, column):
            self._leaving = True  # closing the editor gives the focus back to the sheet for a moment
            self.advanced.emit()
            self._leaving = False
            return
        column += 1
        if column == len(self.headings):
            row, column = row + 1, 0
        self._open(min(row, self.rowCount() - 1), column)

    def _open(self, row: int, column: int) -> None:
        """Open the editor of a cell, so that the input method finds it there from the first letter."""
        self.setCurrentCell(row, column)
        if self.state() != QTableWidget.State.EditingState:
            self.edit(self.currentIndex())

    def _cell(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return tidy_words(item.text()) if item else ""

    def _keep_last_row_empty(self, row: int, _column: int) -> None:
        if row == self.rowCount() - 1 and any(self._cell(row, place) for place in range(self.columnCount())):
            self.insertRow(self.rowCount())
        self.edited.emit()


class _Cells(QStyledItemDelegate):
    """Edits a cell with the same lines as forms, so that the input method and pinyin work there too."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._rows = rows

    def createEditor(self, parent: QWidget, _option: object, index: QModelIndex) -> QWidget:
        heading = self._rows.headings[index.column()]
        line = (
            Choice(heading.items)
            if heading.items
            else Line(read_code if heading.type in _CODES else read_words)
        )
        line.setParent(parent)
        line.setAccessibleName(heading.name)
        place = (index.row(), index.column())
        line.advanced.connect(lambda: self._done(line, *place))
        return line

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))  # type: ignore[attr-defined]

    def setModelData(self, editor: QWidget, model: object, index: QModelIndex) -> None:
        if isinstance(editor, Line):
            editor.tidy()
            model.setData(index, editor.text())  # type: ignore[attr-defined]

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, Line):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down):
                return False
            if event.matches(QKeySequence.StandardKey.Paste) and _is_sheet():
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self._rows.paste()
                return True
            if event.key() == Qt.Key.Key_Tab and not editor.is_composing:
                editor.advanced.emit()
                return True
        return super().eventFilter(editor, event)

    def _done(self, line: Line, row: int, column: int) -> None:
        self.commitData.emit(line)
        self.closeEditor.emit(line, QAbstractItemDelegate.EndEditHint.NoHint)
        self._rows.move_on(row, column)


def _is_sheet() -> bool:
    """Whether more than one cell was copied: a single one goes where the cursor is in the text."""
    rows = pasted_rows(QGuiApplication.clipboard().text())
    return len(rows) > 1 or any(len(cells) > 1 for cells in rows)
