"""One recurring duty: what was done of it in its period, one more time with a note, and the last one taken back (CAP-58)."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton

from desk.domain.moments import moment_words
from desk.gui.form import Asked
from desk.gui.inputs.line import Line
from desk.gui.parts import line
from desk.gui.session import Session
from desk.gui.small_form import SmallForm


class DutyForm(SmallForm):
    """Its title tells the duty and its period; above the note stands who did it when."""

    def __init__(self, session: Session, state: Any) -> None:
        from desk.services import duties

        office, viewer, duty = session.office, session.viewer, state.duty

        def work(given: dict[str, Any]) -> Any:
            return duties.mark_done(office, viewer, state.ref, str(given.get("note") or ""))

        asked = [Asked("note", self.tr("说明"), Line(), help=self.tr("可以不填"))]
        title = "　".join(filter(None, (duty.name, state.period, state.progress, state.manual)))
        super().__init__(session, title, self.tr("记一次已做"), asked, work)
        self.setProperty("card", True)
        for number, told in enumerate(self._told(state)):
            self.form_layout.insertWidget(number, told)
        if state.marks:
            back = QPushButton(self.tr("撤回最后一次"))
            back.clicked.connect(partial(self._take_back, state.ref))
            self.layout_3.insertWidget(0, back)

    def _told(self, state: Any) -> list[QLabel]:
        name = self.session.office.user_name
        return [
            line(f"{moment_words(mark.at)}　{name(mark.by)}　{mark.note}".strip(), muted=True)
            for mark in state.marks
        ]

    def _take_back(self, id_: str, _checked: bool = False) -> None:
        from desk.services import duties

        work = partial(duties.take_back, self.session.office, self.session.viewer, id_)
        self.session.write(work, self.done.emit, self._refused)
