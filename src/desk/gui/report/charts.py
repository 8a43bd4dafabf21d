"""The pictures of a period in the report tab, and beside them the cases behind the number that was chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QListWidget, QScrollArea, QVBoxLayout, QWidget

from desk.domain.behind import CasesBehind
from desk.domain.pictures import Picture
from desk.gui.parts import line
from desk.gui.report.chart import Chart
from desk.gui.session import Session
from desk.gui.task import Newest

_MOST = 2000
_WIDE = ("columns", "heat")
_ACROSS = 3


class Behind(QWidget):
    """The cases behind a number; Enter or a double click goes to one."""

    case_asked = Signal(str)

    def __init__(self, session: Session, words: str = "") -> None:
        super().__init__()
        self._session, self._newest = session, Newest()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.words = line(words or self.tr("选图上的一个数字，这里列出它背后的案件。"), muted=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("背后的案件"))
        self.list.itemActivated.connect(lambda item: self.case_asked.emit(item.text()))
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 22)

    def sizeHint(self) -> QSize:
        """As wide as what stands above it in its column, and no wider for a long name of a number."""
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def show_cases(self, words: str, cases: Sequence[str]) -> None:
        """List these case numbers; of very many the first. What is still to be read is read beside the window."""
        self.list.clear()
        if isinstance(cases, CasesBehind) and not cases.is_read:
            self.words.setText(words + self.tr("（正在读取…）"))
            then = self._newest.only(lambda found: self._show(words, found, len(cases)))
            self._session.report(lambda: tuple(cases), then, self._session.fail)
        else:
            self._newest.forget()
            self._show(words, tuple(cases), len(cases))

    def _show(self, words: str, cases: tuple[str, ...], count: int) -> None:
        """``count`` is the number that was chosen: cases may have come or gone since it was counted."""
        if len(cases) != count:
            words += self.tr("（现在是 {count} 件）").format(count=len(cases))
        if len(cases) > _MOST:
            words += self.tr("（列出前 {count} 件）").format(count=_MOST)
        self.words.setText(words)
        self.list.addItems(list(cases[:_MOST]))

    def numbers(self) -> list[str]:
        """What is listed."""
        return [self.list.item(row).text() for row in range(self.list.count())]


class ChartsPart(QWidget):
    """All pictures of the period, the wide ones above, three narrow ones beside each other below."""

    case_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.charts: list[Chart] = []
        self.pictures: tuple[Picture, ...] = ()
        self.behind = Behind(session)
        self.behind.case_asked.connect(self.case_asked)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.behind)

    def show_pictures(self, pictures: tuple[Picture, ...]) -> None:
        """Paint these."""
        self.pictures = pictures
        self.charts = [Chart(picture) for picture in pictures]
        ground = QWidget()
        grid = QGridLayout(ground)
        row, column = 0, 0
        for chart in sorted(self.charts, key=lambda one: one.picture.shape not in _WIDE):
            wide = chart.picture.shape in _WIDE
            grid.addWidget(chart, row, column, 1, _ACROSS if wide else 1)
            column = (column + 1) % _ACROSS if not wide else 0
            row += column == 0
            chart.opened.connect(self.behind.show_cases)
        self._scroll.setWidget(ground)

    def first(self) -> QWidget:
        """What the keys begin with."""
        return self.charts[0] if self.charts else self.behind.list

    def chart(self, id_: str) -> Any:
        """The painted picture ``id_``."""
        return next(chart for chart in self.charts if chart.picture.id == id_)
