"""The office's hours, day by day, and at which window this computer stands."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.domain.calendar import parse_hours
from desk.domain.errors import DeskError
from desk.gui.forms.ui_setup_hours import Ui_WeekHours

USUAL = ("9:00-12:00 13:30-17:30",) * 5 + ("", "")


class WeekHours(QWidget, Ui_WeekHours):
    """Seven lines, as people write hours; what cannot be read is told under them."""

    def __init__(self) -> None:
        super().__init__()
        self.setupUi(self)
        self.days: tuple[QLineEdit, ...] = tuple(getattr(self, f"day{n}") for n in range(7))
        for day in self.days:
            day.returnPressed.connect(self.focusNextChild)
        self.like_monday.clicked.connect(self._like_monday)
        self.station_row.hide()
        self.set_week(USUAL)

    def set_week(self, week: Sequence[str]) -> None:
        """Show these hours, from Monday on."""
        for day, words in zip(self.days, week, strict=True):
            day.setText(words)

    def week(self) -> tuple[str, ...]:
        """The hours as typed, from Monday on."""
        return tuple(" ".join(day.text().split()) for day in self.days)

    def offer_stations(self, stations: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Let the clerk say where this computer stands, where the rulebook knows windows."""
        self.station.clear()
        self.station.addItem(self.tr("（不固定）"), "")
        for id_, name in stations:
            self.station.addItem(name, id_)
        self.station.setCurrentIndex(max(self.station.findData(chosen), 0))
        self.station_row.setVisible(bool(stations))

    def chosen_station(self) -> str:
        """The window's id, or nothing."""
        return str(self.station.currentData() or "")

    def is_good(self) -> bool:
        """Whether the hours can be read; the first that cannot is told and gets the cursor."""
        self._tell("")
        for day in self.days:
            try:
                parse_hours(day.text())
            except DeskError as error:
                self._tell(f"{error.message}{error.hint}")
                day.setFocus()
                day.selectAll()
                return False
        if not any(self.week()):
            self._tell(self.tr("没有办公时间。请至少为一个工作日写上办公时间。"))
            self.days[0].setFocus()
            return False
        return True

    def _like_monday(self) -> None:
        for day in self.days[1:5]:
            day.setText(self.days[0].text())

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(words))
