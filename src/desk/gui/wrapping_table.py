"""A table of long words: every row as high as its words need, reckoned only for the rows in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from desk.domain.handbook import BLANK
from desk.gui.look import current_look

_TOP = QModelIndex()
_DISPLAY, _COLOUR, _FONT = (
    int(r) for r in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.FontRole)
)
_MARGIN, _BESIDE = 10, 20
Cells = tuple[str, ...]
Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractTableModel):
    """Rows of words under headings; what a manual leaves blank stands out."""

    def __init__(self, titles: Sequence[str] = (), rows: Sequence[Cells] = ()) -> None:
        super().__init__()
        self.titles, self.rows = tuple(titles), tuple(rows)

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.titles)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        words = self.rows[index.row()][index.column()]
        if role == _DISPLAY:
            return words
        if BLANK in words and role == _COLOUR:
            return QColor(current_look().warn)
        if BLANK in words and role == _FONT:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: D102
        if role == _DISPLAY and orientation == Qt.Orientation.Horizontal and section < len(self.titles):
            return self.titles[section]
        return None


class WrappingTable(QTableView):
    """Columns share the width by weight; rows grow with their words; Ctrl+C copies with the headings."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().lineSpacing() + _MARGIN)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._weights: tuple[int, ...] = ()
        self._fitted: set[int] = set()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_rows)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._later.start())
        self.rows = Rows()
        self.setModel(self.rows)

    def show_rows(self, columns: Sequence[tuple[str, int]], rows: Sequence[Cells]) -> None:
        """Show these rows under (heading, weight) columns."""
        old, self.rows = self.rows, Rows([title for title, _ in columns], rows)
        self.setModel(self.rows)
        old.deleteLater()
        self._weights = tuple(weight for _, weight in columns)
        self._fit()
        if rows:
            self.setCurrentIndex(self.rows.index(0, 0))
        self.scrollToTop()

    def words(self) -> list[Cells]:
        """The rows shown."""
        return list(self.rows.rows)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self._selected())
            return
        super().keyPressEvent(event)

    def _selected(self) -> str:
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        return "\n".join(
            "\t".join(cells) for cells in (self.rows.titles, *(self.rows.rows[row] for row in chosen))
        )

    def _fit(self) -> None:
        whole = sum(self._weights) or 1
        width = self.viewport().width()
        for number, weight in enumerate(self._weights):
            self.setColumnWidth(number, width * weight // whole)
        self._fitted.clear()
        self._later.start()

    def _needed(self, row: int) -> int:
        """How high a row must be; Qt's own reckoning forgets the room that the style sheet leaves beside words."""
        metrics, flags = self.fontMetrics(), Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        widths = [self.columnWidth(n) - _BESIDE for n in range(len(self.rows.titles))]
        pairs = zip(self.rows.rows[row], widths, strict=True)
        highest = max(
            metrics.boundingRect(0, 0, max(width, 20), 100_000, flags, words).height()
            for words, width in pairs
        )
        return max(highest, metrics.lineSpacing()) + _MARGIN

    def _fit_rows(self) -> None:
        if not self.rows.rows:
            return
        row, bottom = max(self.rowAt(0), 0), self.viewport().height()
        while row < len(self.rows.rows) and self.rowViewportPosition(row) < bottom:
            if row not in self._fitted:
                self.setRowHeight(row, self._needed(row))
                self._fitted.add(row)
            row += 1
