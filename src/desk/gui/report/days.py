"""The days of a report: typed, or chosen by a button; everything on the page is about them."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QObject, Signal


class Days(QObject):
    """The two dates of ``page`` and the buttons that set both; they begin with this month up to today."""

    chosen = Signal()
    """Other days are meant."""

    def __init__(self, page: Any, office: Any) -> None:
        super().__init__(page)
        self._page, self._office = page, office
        self._set(self._beginning(), self.today())
        for edit in (page.start, page.end):
            edit.dateChanged.connect(self.chosen)
        page.today.clicked.connect(lambda: self.between(self.today(), self.today()))
        page.week.clicked.connect(lambda: self.between(self._monday(), self.today()))
        page.month.clicked.connect(self.this_month)
        page.last_month.clicked.connect(self._last_month)
        page.half_year.clicked.connect(self._half_year)
        page.year.clicked.connect(lambda: self.between(QDate(self.today().year(), 1, 1), self.today()))

    @property
    def first(self) -> date:
        """The first day."""
        return self._page.start.date().toPython()  # type: ignore[no-any-return]

    @property
    def last(self) -> date:
        """The last day."""
        return self._page.end.date().toPython()  # type: ignore[no-any-return]

    def between(self, first: QDate, last: QDate) -> None:
        """Choose these days, at once."""
        self._set(first, last)
        self.chosen.emit()

    def this_month(self) -> None:
        """The days of this month up to today."""
        self.between(self._beginning(), self.today())

    def today(self) -> QDate:
        """The day on the office's clock."""
        now = self._office.now()
        return QDate(now.year, now.month, now.day)

    def _beginning(self) -> QDate:
        return QDate(self.today().year(), self.today().month(), 1)

    def _monday(self) -> QDate:
        return self.today().addDays(1 - self.today().dayOfWeek())

    def _last_month(self) -> None:
        first = self._beginning().addMonths(-1)
        self.between(first, first.addMonths(1).addDays(-1))

    def _half_year(self) -> None:
        today = self.today()
        self.between(QDate(today.year(), 1 if today.month() <= 6 else 7, 1), today)

    def _set(self, first: QDate, last: QDate) -> None:
        """Both at once, so that nothing is asked between the two."""
        for edit, day in ((self._page.start, first), (self._page.end, last)):
            edit.blockSignals(True)
            edit.setDate(day)
            edit.blockSignals(False)
