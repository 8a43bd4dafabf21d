"""The page of the day in its window: where its lines lead, how many wait on its tab and in the title, first each morning."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.gui.day.page import TodayPage
from desk.gui.session import Session

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow

_FIRST_SEEN = "today/{user}"


class TodayPart:
    """Made for each clerk who sits down."""

    def __init__(self, window: "MainWindow", session: Session) -> None:
        self._window, self._session = window, session
        self._told = 0
        self.page = TodayPage(session)
        self.page.case_chosen.connect(self._open)
        self.page.paper_chosen.connect(window.previewing.show_issued)
        self.page.paper_act_chosen.connect(self._open_act)
        self.page.draft_chosen.connect(self._resume)
        self.page.page_chosen.connect(window.show_aside)
        self.page.list_chosen.connect(window.show_list)
        self.page.counted.connect(self._show_count)

    def is_first(self) -> bool:
        """Whether this clerk begins another day here: then the day comes before the form. Asked once a day."""
        key = _FIRST_SEEN.format(user=self._session.viewer.user)
        before, today = self._session.remembered.get(key, ""), self._session.office.now().date().isoformat()
        self._session.remembered.keep(key, today)
        return bool(before) and before < today

    def _resume(self, draft: Any) -> None:
        self._window.go(self._window.intake)
        self._window.intake.resume(draft)

    def _open(self, number: str) -> None:
        """To what can be done with the case."""
        self._window.look_at(number, self._window.cases.panel.focus_steps)

    def _open_act(self, number: str, act: str, paper: Any) -> None:
        """To the case, with the form of what its paper waits for."""
        self._window.look_at(number, partial(self._window.cases.panel.case_acts.on_paper, act, paper))

    def _show_count(self, counts: Mapping[str, Any]) -> None:
        """Counts only: tab and title are read by whoever passes, and by the task bar."""
        late, today = (counts[part].n if part in counts else 0 for part in ("overdue", "today"))
        words = self._window.tr("今日")
        self._window.tab_today.setText(f"{words} {late + today}" if late + today else words)
        parts = (
            self._window.tr("逾期 {n}").format(n=late) if late else "",
            self._window.tr("今日到期 {n}").format(n=today) if today else "",
        )
        self._window.reminder = "　".join(part for part in parts if part)
        self._window.show_title()
        if late > self._told and not self._window.isActiveWindow():
            from PySide6.QtWidgets import QApplication

            QApplication.alert(self._window)
        self._told = late
