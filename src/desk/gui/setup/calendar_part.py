"""The office's calendar in the settings: a year at a time, days of one's own, and a new year's notice."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from desk.gui.forms.ui_setup_calendar import Ui_CalendarPart
from desk.gui.session import Session
from desk.gui.setup.year_picture import YearPicture


class CalendarPart(QWidget, Ui_CalendarPart):
    """Turned days wait until they are saved, so that open cases are judged once."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.seen: dict[str, Any] = {}
        """What somebody else made of a day, once this clerk was told; otherwise the picture knows."""
        self.picture = YearPicture(session.office.calendar, session.office.now().date())
        self.picture.may_turn = session.viewer.may("configure")
        self.picture_layout.addWidget(self.picture)
        self.picture.moved.connect(self._tell_day)
        self.picture.turned.connect(lambda: self._tell_day(self.picture.day))
        self.before.clicked.connect(lambda: self.picture.show_year(self.picture.year - 1))
        self.after.clicked.connect(lambda: self.picture.show_year(self.picture.year + 1))
        self.import_year.clicked.connect(self._import)
        self.import_year.setEnabled(self.picture.may_turn)
        self._show()

    def take_focus(self) -> None:
        """Put the cursor on the day."""
        self.picture.setFocus()

    def typed(self) -> dict[str, Any]:
        """The turned days."""
        return {str(day): works for day, works in self.picture.changes.items()}

    def take(self, field: str, value: Any) -> None:
        """Turn a day as ``value`` says."""
        self.picture.put(date.fromisoformat(field), value)

    def save(self, done: Callable[[str], None], refused: Callable[[Exception], None]) -> str:
        """Keep the turned days; the words of what is wrong, or nothing."""
        from desk.services import office_calendar

        changes = dict(self.picture.changes)
        if not changes:
            return self.tr("没有改动。方向键选日子，空格改成休息或上班。")
        office, viewer = self.session.office, self.session.viewer
        seen = {day: self.seen.get(str(day), self.picture.kept(day)) for day in changes}

        def then(_: Any) -> None:
            self._show()
            done(self.tr("已保存 {n} 天，未办结案件的时限已重新计算").format(n=len(changes)))

        self.session.write(
            lambda: office_calendar.set_days(office, viewer, changes, seen=seen), then, refused
        )
        return ""

    def _show(self) -> None:
        calendar = self.session.office.calendar
        self.seen = {}
        self.until.setText(
            self.tr("放假通知已收到 {day:%Y-%m-%d}，以后的日子是预估").format(day=calendar.official_until)
        )
        self.picture.show_calendar(calendar)

    def _tell_day(self, day: date) -> None:
        self.year.setText(str(day.year))
        waiting = len(self.picture.changes)
        more = self.tr("　有 {n} 天改动未保存，按 F12 保存").format(n=waiting) if waiting else ""
        self.day.setText(self.picture.words(day) + more)
        self._bring(self.picture.place(day).center())

    def _bring(self, point: QPoint) -> None:
        """Larger letters make the year higher than the screen: the day comes into sight."""
        area = self.parentWidget().parentWidget() if self.parentWidget() else None
        if isinstance(area, QScrollArea):
            seen = self.picture.mapTo(self, point)
            area.ensureVisible(seen.x(), seen.y(), 20, 60)

    def _import(self) -> None:
        from desk.services import office_calendar

        file = self.session.dialogs.file_to_open(self, self.tr("放假通知文件"), Path.home(), "TOML (*.toml)")
        if file is None:
            return
        office, viewer = self.session.office, self.session.viewer

        def then(_: Any) -> None:
            self._show()
            self.session.say(
                self.tr("已导入放假通知，日历到 {day:%Y-%m-%d}").format(day=office.calendar.official_until),
                "good",
            )

        self.session.write(lambda: office_calendar.import_year(office, viewer, str(file)), then)
