"""The lines of a register or of figures as a table on the screen, sorted and filtered as somebody wants to see them."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QTableView

from desk.domain.register import ALIGNMENT
from desk.gui.report.fitting import Fitting

_TOP = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_ALIGNED = {
    "left": int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    "center": int(Qt.AlignmentFlag.AlignCenter),
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
}
Index = QModelIndex | QPersistentModelIndex


class LinesTable(QAbstractTableModel):
    """The lines of a register as they will be printed."""

    def __init__(self, lines: Any = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines = lines

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: D102
        return 0 if parent.isValid() or self.lines is None else len(self.lines.words)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: D102
        return 0 if parent.isValid() or self.lines is None else len(self.lines.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self.lines.words[index.row()][index.column()].replace("\n", " ")[:200]
        if role == _TIP:
            return self.lines.words[index.row()][index.column()] or None
        if role == _ALIGN:
            return _ALIGNED[ALIGNMENT[self.lines.columns[index.column()].kind]]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: D102
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        column = self.lines.columns[section]
        return f"{column.group}\n{column.title}" if column.group else column.title


class SeenLines(QSortFilterProxyModel):
    """Lines in the order and to the extent that somebody sees them in ``table``; ``seen`` gives just these, to be taken along."""

    def __init__(self, table: QTableView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fitting = Fitting(table)
        self._words = ""
        self.setSourceModel(LinesTable(parent=self))

    @property
    def lines(self) -> Any:
        """All lines; None while there are none."""
        source: Any = self.sourceModel()
        return source.lines

    def show_lines(self, lines: Any) -> None:
        """Show other lines, the filter stays."""
        self.setSourceModel(LinesTable(lines, self))
        self._fitting.fit(lines)

    def filter_by(self, words: str) -> None:
        """Show only the lines in which these words occur, all of them, in whichever column."""
        self._words = words.strip()
        self.invalidate()

    def seen(self, table: QTableView) -> Any:
        """The lines as ``table`` shows them: filtered, sorted, the columns in sight from left to right."""
        rows = [self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount())]
        header = table.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(header.count())]
        columns = [place for place in places if not header.isSectionHidden(place)]
        lines = self.lines
        if rows == list(range(len(lines.words))) and columns == list(range(len(lines.columns))):
            return lines
        said = f"{lines.period}　筛选：{self._words}" if self._words else lines.period
        return _picked(replace(lines, period=said), rows, columns)

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:  # noqa: D102
        if not self._words:
            return True
        line = "\n".join(self.lines.words[row]).lower()
        return all(word in line for word in self._words.lower().split())

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: D102
        one, other = (self.lines.data[index.row()][index.column()] for index in (left, right))
        try:
            return _rank(one) < _rank(other)
        except TypeError:  # a date beside a moment
            return str(one) < str(other)


def _rank(datum: Any) -> tuple[int, Any]:
    """Empty cells first, then numbers and days, then words: a figure without a value is one."""
    return (0, "") if datum is None else (2 if isinstance(datum, str) else 1, datum)


def _picked(lines: Any, rows: list[int], columns: list[int]) -> Any:
    def of(table: Any) -> Any:
        return tuple(tuple(table[row][column] for column in columns) for row in rows)

    outward = _picked(replace(lines.outward, period=lines.period), rows, columns) if lines.outward else None
    return replace(
        lines, columns=tuple(lines.columns[column] for column in columns), words=of(lines.words),
        data=of(lines.data), outward=outward,
    )  # fmt: skip
