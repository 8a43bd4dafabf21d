"""Which columns a table of cases shows, how wide and in which order: the clerk's choice, kept for next time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from desk.gui.cases.columns import Column
from desk.gui.remember import Remembered


class TableColumns(QObject):
    """The columns of ``table``; ``columns`` say what each is and how wide it usually is, in letters."""

    def __init__(self, table: QTableView, columns: Sequence[Column], remembered: Remembered) -> None:
        super().__init__(table)
        self._table, self._columns, self._remembered = table, columns, remembered
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setSectionsClickable(True)
        self._restore()
        header.sectionResized.connect(self._keep_width)

    def numbers(self) -> list[int]:
        """The columns in sight, from left to right, by their number in the model."""
        header = self._table.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return [number for number in places if not header.isSectionHidden(number)]

    def ids(self) -> list[str]:
        """The same by what they are called in programs."""
        return [self._columns[number].id for number in self.numbers()]

    def show(self, id_: str, *, shown: bool) -> None:
        """Show or hide a column, for good."""
        numbers = {column.id: number for number, column in enumerate(self._columns)}
        self._table.setColumnHidden(numbers[id_], not shown)
        hidden = [c.id for n, c in enumerate(self._columns) if self._table.isColumnHidden(n)]
        self._remembered.keep("columns/hidden", hidden)

    def choose(self, below: QWidget) -> None:
        """All columns to be ticked, in a menu below the button."""
        menu = QMenu(below)
        for number, column in enumerate(self._columns):
            act = menu.addAction(column.heading)
            act.setCheckable(True)
            act.setChecked(not self._table.isColumnHidden(number))
            act.toggled.connect(lambda shown, id_=column.id: self.show(id_, shown=shown))
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _restore(self) -> None:
        letter = self._table.fontMetrics().horizontalAdvance("0")
        hidden = set(self._remembered.get("columns/hidden", [c.id for c in self._columns if not c.shown]))
        for number, column in enumerate(self._columns):
            usual = column.width * letter + 16
            self._table.setColumnWidth(number, self._remembered.get(f"columns/{column.id}", usual))
            self._table.setColumnHidden(number, column.id in hidden)

    def _keep_width(self, section: int, _old: int, new: int) -> None:
        if new:
            self._remembered.keep(f"columns/{self._columns[section].id}", new)
