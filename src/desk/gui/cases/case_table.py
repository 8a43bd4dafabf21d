"""The case list as a table that knows how many rows there are and fetches them page by page when they come in sight."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from desk.domain.formulas import guarded
from desk.gui.cases.columns import COLUMNS, Column, Reading
from desk.gui.look import Look, current_look, icon

PAGE = 128
KEPT = 40
"""Pages held at a time: a clerk who scrolls far forgets what lies far behind."""

_AT_ONCE = 2
_FURTHER = PAGE * 8
_WAITING = "…"
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
ROW = int(Qt.ItemDataRole.UserRole)
"""The role under which the whole row is given."""

_TOP = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Then = Callable[[Any], None]
AskCount = Callable[[Any, Then], None]
AskPage = Callable[[Any, int, int, Then], None]


class CaseTable(QAbstractTableModel):
    """Rows of one question (filter and order). ``ask_count`` and ``ask_page`` answer later, on the windows' thread."""

    counted = Signal(object)

    def __init__(
        self, reading: Reading, ask_count: AskCount, ask_page: AskPage, columns: Sequence[Column] = COLUMNS,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.columns = tuple(columns)
        self._reading, self._ask_count, self._ask_page = reading, ask_count, ask_page
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._wanted: list[int] = []
        self._under_way: set[int] = set()
        self._question: Any = None
        self._turn = 0
        self._rows = 0
        self._exact, self._is_counted = True, False
        self.repaint_in(current_look())

    # --- asking ---

    def show(self, question: Any) -> None:
        """Show the answer to another question, from the top: the first rows do not wait until all are counted."""
        self.beginResetModel()
        self._question, self._rows = question, 0
        self._exact, self._is_counted = True, False
        self._forget()
        self.endResetModel()
        self._count()
        self._want(0)

    def refresh(self) -> None:
        """Ask the same question again: something changed."""
        self._forget()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, len(self.columns) - 1))
        self._count()

    def row(self, number: int) -> Any:
        """The row, if it is here."""
        page = self._pages.get(number // PAGE)
        return page[number % PAGE] if page is not None and number % PAGE < len(page) else None

    def _forget(self) -> None:
        self._turn += 1
        self._pages.clear()
        self._wanted.clear()
        self._under_way.clear()

    def _count(self) -> None:
        turn = self._turn
        self._ask_count(self._question, lambda count: self._take_count(turn, count))

    def _take_count(self, turn: int, count: Any) -> None:
        if turn != self._turn:
            return
        self._exact = count.exact
        if not self._is_counted:
            self._is_counted = True
            self._grow(count.n)
        if count.n > self._rows:
            # New rows of a list that begins with the newest come in above, so that what was chosen stays chosen.
            self.beginInsertRows(_TOP, 0, count.n - self._rows - 1)
            self._rows = count.n
            self._pages.clear()
            self.endInsertRows()
        elif count.n < self._rows:
            self.beginRemoveRows(_TOP, count.n, self._rows - 1)
            self._rows = count.n
            self.endRemoveRows()
        self.counted.emit(count)

    def _grow(self, rows: int) -> None:
        """More rows at the end; those that are here stay."""
        if rows > self._rows:
            self.beginInsertRows(_TOP, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def _stretch(self, page: int, found: int) -> None:
        """Past what was counted (at least so many) the table grows with what is found at its end."""
        end = page * PAGE + found
        if found == PAGE and end >= self._rows:
            self._grow(end + _FURTHER)
        elif found < PAGE and end < self._rows:
            self.beginRemoveRows(_TOP, end, self._rows - 1)
            self._rows, self._exact = end, found > 0  # an empty page may lie far beyond the end
            self.endRemoveRows()

    def _want(self, page: int) -> None:
        if page in self._under_way:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-6]
        self._fetch()

    def _fetch(self) -> None:
        while self._wanted and len(self._under_way) < _AT_ONCE:
            page, turn = self._wanted.pop(), self._turn
            self._under_way.add(page)
            self._ask_page(
                self._question,
                page * PAGE,
                PAGE,
                lambda rows, page=page, turn=turn: self._take(turn, page, rows),
            )

    def _take(self, turn: int, page: int, rows: Sequence[Any]) -> None:
        if turn != self._turn:
            return
        self._under_way.discard(page)
        self._pages[page] = rows
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        if not self._is_counted:
            self._grow(page * PAGE + len(rows))
        elif not self._exact:
            self._stretch(page, len(rows))
        last = min((page + 1) * PAGE, self._rows) - 1
        if last >= page * PAGE:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))
        self._fetch()

    # --- Qt asks ---

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: D102
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: D102
        if role not in (_DISPLAY, _DECORATION, _FOREGROUND, _ACCESSIBLE, ROW) or not index.isValid():
            return None
        number = index.row()
        page = self._pages.get(number // PAGE)
        if page is None:
            self._want(number // PAGE)
            return _WAITING if role == _DISPLAY and index.column() == 0 else None
        self._pages.move_to_end(number // PAGE)
        place = number % PAGE
        if place >= len(page):
            return None
        row, column = page[place], self.columns[index.column()]
        if role in (_DISPLAY, _ACCESSIBLE):
            return column.text(row, self._reading).replace("\n", " ")[:200]
        if role == ROW:
            return row
        if column.id != "due":
            return None
        due = self._reading.due(row)
        return icon(due.icon, self._tones[due.tone]) if role == _DECORATION else self._brushes[due.tone]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: D102
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return self.columns[section].heading
        return None

    # --- looks and copies ---

    def repaint_in(self, look: Look) -> None:
        """Take the colours of another look."""
        tones = {"plain": look.muted, "good": look.good, "warn": look.warn, "danger": look.danger}
        self._brushes = {tone: QBrush(QColor(colour)) for tone, colour in tones.items()}
        self._tones = tones

    def as_text(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """Rows with their headings, ready to be pasted into a sheet. What is not here yet is left out."""
        chosen = [self.columns[number] for number in columns]
        here = [row for number in rows if (row := self.row(number)) is not None]
        lines = ["\t".join(_one_line(column.text(row, self._reading)) for column in chosen) for row in here]
        return "\n".join(["\t".join(column.heading for column in chosen), *lines]) + "\n"


def _one_line(text: str) -> str:
    return guarded(" ".join(text.replace("\t", " ").split("\n")))
