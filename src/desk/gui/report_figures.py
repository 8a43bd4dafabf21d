"""The indicators of a period in the report tab: rankings with ties, fines as proposals, every number with its cases."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTableView, QWidget

from desk.gui.lines_table import SeenLines
from desk.gui.report_charts import Behind

_TOTAL = 5
"""The column of the total (总数); every other number of a row is about the cases that meet the indicator."""


class FiguresPart(QWidget):
    """A row for each figure; Enter or a click on a number lists its cases beside it."""

    case_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: Any = None
        self.shown = SeenLines(self)
        self._cases: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("指标"))
        self.table.verticalHeader().setVisible(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        self.table.setModel(self.shown)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.activated.connect(self.open)
        self.table.clicked.connect(self.open)
        self.behind = Behind()
        self.behind.case_asked.connect(self.case_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(self.table, 1)
        row.addWidget(self.behind)

    def show_figures(self, found: Any, lines: Any) -> None:
        """Show these figures; ``lines`` are the same as rows, in the same order."""
        self.lines = lines
        ranked = [figure for ranking in found.rankings for figure in ranking.figures]
        self._cases = [(figure.hits, figure.base) for figure in (*found.indicators, *ranked)]
        self._cases += [((fine.about,), (fine.about,)) for fine in found.penalties]
        self.shown.show_lines(lines, self.table)

    def first(self) -> QWidget:
        """What the keys begin with."""
        return self.table

    def open(self, index: QModelIndex) -> None:
        """List the cases behind the number in this cell."""
        row = self.shown.mapToSource(index).row()
        hits, base = self._cases[row]
        chosen = base if index.column() == _TOTAL else hits
        title = " ".join(filter(None, (*self.lines.words[row][:2],)))
        self.behind.show_cases(self.tr("{name}：{count} 件").format(name=title, count=len(chosen)), chosen)
