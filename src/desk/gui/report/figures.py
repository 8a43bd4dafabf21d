"""Tables of the report tab in which every number has its cases: indicators with rankings, and what is noticed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from desk.gui.report.charts import Behind
from desk.gui.report.lines_table import SeenLines
from desk.gui.report.volumes import VolumesPart
from desk.gui.session import Session

_TOTAL = 5
"""The column of the total (总数) of a figure; every other number of a row is about the cases that meet the indicator."""


class CasesTable(QWidget):
    """A table; Enter or a click on a row lists its cases beside it."""

    case_asked = Signal(str)

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self.lines: Any = None
        self.table = QTableView()
        self.shown = SeenLines(self.table, self)
        self.table.setAccessibleName(name)
        self.table.verticalHeader().setVisible(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        self.table.setModel(self.shown)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.activated.connect(self.open)
        self.table.clicked.connect(self.open)
        self.behind = Behind(session, self.tr("选一行，这里列出它背后的案件。"))
        self.behind.case_asked.connect(self.case_asked)
        self.beside = QVBoxLayout()
        self.beside.addWidget(self.behind, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(self.table, 1)
        row.addLayout(self.beside)

    def show_lines(self, lines: Any) -> None:
        """Show these lines."""
        self.lines = lines
        self.shown.show_lines(lines)

    def first(self) -> QWidget:
        """What the keys begin with."""
        return self.table

    def cases(self, row: int, column: int) -> Sequence[str]:
        """The cases behind a cell."""
        raise NotImplementedError

    def open(self, index: QModelIndex) -> None:
        """List the cases behind the number in this cell."""
        row = self.shown.mapToSource(index).row()
        chosen = self.cases(row, index.column())
        title = " ".join(filter(None, self.lines.words[row][:2]))
        self.behind.show_cases(self.tr("{name}：{count} 件").format(name=title, count=len(chosen)), chosen)


class FiguresPart(CasesTable):
    """A row for each figure: the whole, rankings with ties, by what one chooses besides, fines as proposals."""

    changed = Signal()
    """Something else is asked."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("指标"))
        self._by: tuple[str, ...] = ()
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("分组"))
        self.by.addItem(self.tr("按手册分组"), "")
        self.by.currentIndexChanged.connect(self._group)
        self.volumes = VolumesPart(session)
        self.volumes.setVisible(bool(session.rulebook.volumes))
        self.volumes.entered.connect(self.changed)
        self.volumes.opened.connect(self._make_room)
        self.beside.insertWidget(0, self.by)
        self.beside.insertWidget(1, self.volumes)
        self._cases: list[tuple[Sequence[str], Sequence[str]]] = []

    def _make_room(self, is_open: bool) -> None:
        """The form of the volumes takes the place of the cases while it stands open."""
        self.behind.setVisible(not is_open)
        self.beside.setAlignment(self.volumes, Qt.AlignmentFlag.AlignTop if is_open else Qt.AlignmentFlag(0))

    def _group(self) -> None:
        chosen = self.by.currentData()
        self._by = (chosen,) if chosen else ()
        self.changed.emit()

    def read(self, office: Any, viewer: Any, first: Any, last: Any, told: Any) -> Any:
        """Ask the store, beside the window; ``told`` hears how far it is."""
        from desk.services import figures, volumes
        from desk.services.groupings import groupings

        found = figures.figures(office, viewer, first, last, self._by, told)
        business = volumes.listed(office, first, last)
        return found, figures.lines(office, found), groupings(office.rulebook), business

    def show_answer(self, answer: tuple[Any, Any, dict[str, str], Any]) -> None:
        """Show these figures; the lines are the same as rows, in the same order."""
        from desk.services import figures

        found, lines, groups, business = answer
        self.volumes.show_known(business)
        if self.by.count() == 1:
            for id_, name in groups.items():
                self.by.addItem(self.tr("再按{name}分组").format(name=name), id_)
        ranked = [figure for ranking in found.rankings if not ranking.blank for figure in ranking.figures]
        self._cases = [(figure.hits, figure.base) for figure in (*found.indicators, *ranked)]
        self._cases += [(fine.cases, fine.cases) for fine in figures.fines(found)]
        self.show_lines(lines)

    def cases(self, row: int, column: int) -> Sequence[str]:
        """Those that meet the indicator, under the total all that were counted."""
        hits, base = self._cases[row]
        return base if column == _TOTAL else hits


class SignsPart(CasesTable):
    """A row for each thing that is noticed in the period."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("苗头"))
        self._noticed: Sequence[Any] = ()

    def read(self, office: Any, viewer: Any, first: Any, last: Any, told: Any) -> Any:
        """Ask the store, beside the window; ``told`` hears how far it is and may stop it."""
        from desk.services import signs

        found = signs.signs(office, viewer, first, last, told)
        return found, signs.lines(office, found)

    def show_answer(self, answer: tuple[Any, Any]) -> None:
        """Show what was noticed."""
        self._noticed = answer[0].noticed
        self.show_lines(answer[1])

    def cases(self, row: int, _column: int) -> Sequence[str]:
        """The cases of the row."""
        return self._noticed[row].cases  # type: ignore[no-any-return]
