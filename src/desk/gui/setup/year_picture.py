"""A year of the office's calendar drawn: days off and worked, the office's own days, and what is not saved yet."""

from calendar import Calendar as Weeks
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desk.gui.look import current_look

_WIDE, _NARROW, _GAP = 4, 3, 14
_WEEK = "一二三四五六日"
_LINES = 8
"""A month's name, its weekdays, and six weeks."""


class YearPicture(QWidget):
    """Twelve months; arrows go from day to day, space or a click turns one."""

    turned = Signal()
    moved = Signal(object)

    def __init__(self, calendar: Any, today: date) -> None:
        super().__init__()
        self._calendar, self.today, self.day = calendar, today, today
        self.changes: dict[date, bool | None] = {}
        self.may_turn = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("办公日历"))
        self._columns = _WIDE
        self.setMinimumSize(640, 320)

    @property
    def year(self) -> int:
        """The year shown."""
        return self.day.year

    def show_year(self, year: int) -> None:
        """Show another year; the day's place in it stays."""
        self._go(_same_day(self.day, year))

    def show_calendar(self, calendar: Any) -> None:
        """Show the calendar as it is kept now; nothing is unsaved."""
        self._calendar = calendar
        self.changes = {}
        self._go(self.day)

    def works(self, day: date) -> bool:
        """Whether ``day`` is worked, with what is not saved yet."""
        changed = self.changes.get(day)
        if day in self.changes:
            return self._national(day) if changed is None else bool(changed)
        return bool(self._calendar.is_workday(day))

    def is_own(self, day: date) -> bool:
        """Whether the office itself decides about ``day``."""
        if day in self.changes:
            return self.changes[day] is not None
        office = self._calendar.office
        return day in office.closed or day in office.opened

    def words(self, day: date) -> str:
        """The day in words: date, weekday, worked or not, and why."""
        why = self.tr("未保存") if day in self.changes else self._calendar.reason(day)
        guess = "" if self._calendar.is_official(day) else self.tr("（放假通知未发布，预估）")
        works = self.tr("上班") if self.works(day) else self.tr("休息")
        return f"{day:%Y-%m-%d}　星期{_WEEK[day.weekday()]}　{works}　{why}{guess}"

    def turn(self, day: date) -> None:
        """From the national calendar to the contrary as a day of our own, and back."""
        if not self.may_turn:
            return
        if self.is_own(day):
            wanted: bool | None = None
        else:
            wanted = not self.works(day)
        self.changes[day] = wanted
        if self.kept(day) is wanted:
            del self.changes[day]
        self.turned.emit()
        self._go(day)

    def put(self, day: date, wanted: bool | None) -> None:
        """Let ``day`` wait to be saved as this, even where it looks as it did."""
        self.changes[day] = wanted
        self.turned.emit()
        self._go(day)

    def kept(self, day: date) -> bool | None:
        """What the office itself says of ``day`` in the calendar shown, without what is not saved yet."""
        office = self._calendar.office
        return False if day in office.closed else True if day in office.opened else None

    def _national(self, day: date) -> bool:
        """What holds without the office's own day."""
        calendar = self._calendar
        if calendar.in_holiday(day):
            return False
        return day in calendar.make_up_days or day.weekday() in calendar.office.working_weekdays

    # --- keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = event.key()
        if key in steps:
            self._go(self.day + timedelta(days=steps[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(_next_month(self.day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.turn(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self._go(day)
            self.turn(day)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        self.update()

    def _go(self, day: date) -> None:
        self.day = day
        self.setAccessibleDescription(self.words(day))
        self.moved.emit(day)
        self.update()

    # --- where things stand ---

    def sizeHint(self) -> QSize:  # noqa: D102
        return self.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger letters take three months side by side, and more height."""
        super().resizeEvent(event)
        cell = (
            self.fontMetrics().horizontalAdvance("30")
            + self.fontMetrics().horizontalAdvance(self.tr("休"))
            + 2
        )
        self._columns = _WIDE if self.width() >= _WIDE * 7 * cell + _GAP * (_WIDE - 1) else _NARROW
        rows = 12 // self._columns
        self.setMinimumHeight(rows * _LINES * (self.fontMetrics().lineSpacing() - 1) + _GAP * (rows - 1))

    def _month(self, month: int) -> QRect:
        columns, rows = self._columns, 12 // self._columns
        column, row = (month - 1) % columns, (month - 1) // columns
        width = (self.width() - _GAP * (columns - 1)) // columns
        height = (self.height() - _GAP * (rows - 1)) // rows
        return QRect(column * (width + _GAP), row * (height + _GAP), width, height)

    def place(self, day: date) -> QRect:
        """The cell of a day."""
        month = self._month(day.month)
        first = day.replace(day=1).weekday()
        line, column = divmod(first + day.day - 1, 7)
        return _cell(month, line + 2, column)

    def day_at(self, point: QPoint) -> date | None:
        """The day under a point."""
        for month in range(1, 13):
            if self._month(month).contains(point):
                days = (day for day in Weeks().itermonthdates(self.year, month) if day.month == month)
                return next((day for day in days if self.place(day).contains(point)), None)
        return None

    # --- drawing ---

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102
        painter = QPainter(self)
        for month in range(1, 13):
            self._draw_head(painter, month)
            for day in Weeks().itermonthdates(self.year, month):
                if day.month == month and day.year == self.year:
                    self._draw_day(painter, day)
        painter.end()

    def _draw_head(self, painter: QPainter, month: int) -> None:
        look, box = current_look(), self._month(month)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(look.text))
        painter.drawText(_cell(box, 0, 0, 7), Qt.AlignmentFlag.AlignVCenter, self.tr("{n}月").format(n=month))
        painter.setFont(self.font())
        painter.setPen(QColor(look.muted))
        for column, name in enumerate(_WEEK):
            painter.drawText(_cell(box, 1, column), Qt.AlignmentFlag.AlignCenter, name)

    def _draw_day(self, painter: QPainter, day: date) -> None:
        look, cell = current_look(), self.place(day)
        ground, ink, mark = self._colours(day)
        inner = cell.adjusted(1, 1, -1, -1)
        painter.fillRect(inner, QColor(ground))
        if self.is_own(day) or day in self.changes:
            style = Qt.PenStyle.DashLine if day in self.changes else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(look.demo), 1.5, style))
            painter.drawRect(inner.adjusted(0, 0, -1, -1))
        if day == self.day:
            painter.setPen(QPen(QColor(look.accent), 2.5 if self.hasFocus() else 1.5))
            painter.drawRect(inner)
        painter.setPen(QColor(ink))
        font = QFont(self.font())
        font.setBold(day == self.today)
        painter.setFont(font)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, f"{day.day}{mark}")

    def _colours(self, day: date) -> tuple[str, str, str]:
        """Ground, ink and the mark that says the same in a word; ordinary days carry none."""
        look, usual = current_look(), day.weekday() in self._calendar.office.working_weekdays
        if self.works(day):
            return (
                (look.base, look.text, "")
                if usual and not self.is_own(day)
                else (look.warn_soft, look.warn, self.tr("班"))
            )
        return (
            (look.raised, look.muted, "")
            if not usual and not self._marked(day)
            else (look.good_soft, look.good, self.tr("休"))
        )

    def _marked(self, day: date) -> bool:
        return self.is_own(day) or self._calendar.in_holiday(day)


def _cell(month: QRect, line: int, column: int, wide: int = 1) -> QRect:
    left, right = month.width() * column // 7, month.width() * (column + wide) // 7
    top, bottom = month.height() * line // _LINES, month.height() * (line + 1) // _LINES
    return QRect(month.left() + left, month.top() + top, right - left, bottom - top)


def _same_day(day: date, year: int) -> date:
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _next_month(day: date, step: int) -> date:
    number = day.year * 12 + day.month - 1 + step
    return date(number // 12, number % 12 + 1, min(day.day, 28))
