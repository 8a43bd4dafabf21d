"""The page of the day: everything that waits, in one list; each line leads to its case, paper, duty or draft."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem, QWidget

from desk.domain.moments import date_words, weekday_words
from desk.gui.day.duty_form import DutyForm
from desk.gui.day.lines import HAND_ON, LINE, MARKS, OTHER, PART, TABS, DayLines, colour, count_words
from desk.gui.export_bar import ExportBar
from desk.gui.flow_layout import FlowLayout
from desk.gui.forms.ui_today import Ui_TodayPage
from desk.gui.look import icon
from desk.gui.session import Session
from desk.gui.small_form import SmallForm
from desk.gui.task import Newest

_MINUTE = 60_000
_BREATH = 400
"""Milliseconds that several changes in a row have to settle before the page asks again."""


class TodayPage(QWidget, Ui_TodayPage):
    """Asks the office again when something changed and each minute, while a clerk is at the desk."""

    case_chosen = Signal(str)
    paper_chosen = Signal(str, object)
    """A paper of a case that waits to be printed: the case's number and the paper."""
    paper_act_chosen = Signal(str, str, object)
    """A paper of a case that waits for something else: the case's number, ``seal`` or ``deliver``, and the paper."""
    draft_chosen = Signal(object)
    page_chosen = Signal(str)
    """Another page, by its name, where such a thing is decided."""
    list_chosen = Signal(str)
    """A quick filter of the case list."""
    counted = Signal(object)
    """How many wait in each part, by its id."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.today: Any = None
        self.form: SmallForm | None = None
        self._newest = Newest()
        self._chips: dict[str, QPushButton] = {}
        self._chip_row = FlowLayout(spacing=6)
        self.chips.addLayout(self._chip_row)
        self.shown = DayLines(self.lines, session)
        self.lines.itemActivated.connect(self._chose)
        self.lines.itemClicked.connect(self._chose)
        self.exporting = ExportBar(session)
        self.layout_1.addWidget(self.exporting)
        self.take_along.clicked.connect(self.export)
        self._minute = QTimer(self, interval=_MINUTE)
        self._soon = QTimer(self, interval=_BREATH, singleShot=True)
        for timer in (self._minute, self._soon):
            timer.timeout.connect(self.ask)
        self._minute.start()
        session.signals.changed.connect(self._listen)

    # --- asking ---

    def ask(self) -> None:
        """Ask what waits at this moment."""
        from desk.services.today import today

        work = partial(today, self.session.office, self.session.viewer)
        self.session.read(work, self._newest.only(self.show_today))

    def _listen(self, changes: Any) -> None:
        if "calendar" in changes.what:
            self.shown.count_days_anew()
        # What is being typed is kept every few seconds: of that only a page in sight needs to know.
        if changes.what - {"users", "drafts"} or (self.isVisible() and changes.what):
            self._soon.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "today", None) is not None:
            self.show_today(self.today)

    # --- showing ---

    def show_today(self, today: Any) -> None:
        """Show what waits; the cursor stays on what it was on."""
        self.today = today
        self.day.setText(f"{date_words(today.at)}　{weekday_words(today.at)}")
        waiting = [part for part in today.parts if part.count.n]
        self.about.setText(
            self.tr("Enter 或点一下打开那一件。")
            if waiting
            else self.tr("现在没有等着办的事。按 F2 登记新的来件。")
        )
        if today.handed_over:
            told = self.tr("上次交接：{words}").format(words=today.handed_over)
            self.about.setText(f"{self.about.text()}　{told}")
        self._show_chips(today.parts)
        self.shown.show(today.parts)
        self.counted.emit({part.id: part.count for part in today.parts})

    def _show_chips(self, parts: Sequence[Any]) -> None:
        for part in parts:
            if part.id not in self._chips:
                chip = QPushButton()
                chip.setProperty("chip", True)
                chip.clicked.connect(partial(self.shown.go_to, part.id))
                self._chips[part.id] = chip
                self._chip_row.addWidget(chip)
            chip, mark = self._chips[part.id], MARKS.get(part.id, OTHER)
            chip.setText(f"{part.title} {count_words(part.count)}")
            chip.setIcon(icon(mark.icon, colour(mark.tone)))
            chip.setEnabled(bool(part.lines))

    def export(self) -> None:
        """Take along what waits, every line of it."""
        if (today := self.today) is None:
            return
        office, viewer = self.session.office, self.session.viewer

        def make(suffix: str, _tell: Any) -> Any:
            from desk.services import registers, today_lines

            return registers.written(office, viewer, today_lines.lines(office, today), suffix)

        self.exporting.save(self.tr("今日要办") + f"_{today.at:%Y-%m-%d}", make)

    # --- choosing ---

    def take_focus(self) -> None:
        """Put the cursor on the first thing that waits, and look whether it still does."""
        self.lines.setFocus()
        self.ask()

    def _chose(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        line, part = item.data(0, LINE), item.data(0, PART)
        if part == HAND_ON:
            self._open_hand_on()
        elif line is None:
            if item.parent() is not None:
                self._show_more(part)
        elif line.duty is not None:
            self._open_duty(line.duty)
        elif line.draft is not None:
            self.draft_chosen.emit(line.draft)
        elif item.data(0, PART) == "destroy":
            self.page_chosen.emit("destroyed")
        elif line.paper is not None and part == "print":
            self.paper_chosen.emit(line.number, line.paper)
        elif line.paper is not None:
            self.paper_act_chosen.emit(line.number, part, line.paper)
        else:
            self.case_chosen.emit(line.number)

    def _show_more(self, part: str) -> None:
        if part in self.shown.whole:
            self.list_chosen.emit(TABS[part])
        else:
            self.shown.whole.add(part)
            self.show_today(self.today)

    # --- duties ---

    def _open_duty(self, state: Any) -> None:
        self._open_form(DutyForm(self.session, state))

    def _open_hand_on(self) -> None:
        from desk.gui.day.hand_on_form import hand_on_form

        left = next((line for line in self.today.part("left").lines), None)
        gone = [
            user.id for user in self.session.office.users() if left is not None and user.name == left.whom
        ]
        form = hand_on_form(self.session, gone[0] if len(gone) == 1 else "")
        form.done.connect(lambda done: self.session.say(done.words, "good"))
        self._open_form(form)

    def _open_form(self, form: SmallForm) -> None:
        self.back()
        form.closed.connect(self.back)
        form.done.connect(self._form_done)
        self.form = form
        self.place.addWidget(form)
        form.focus_first()

    def _form_done(self, _answer: object) -> None:
        self.back()
        self.ask()

    def back(self) -> bool:
        """Close the open form; whether there was one."""
        if self.form is None:
            return False
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        self.lines.setFocus()
        return True

    def save(self) -> None:
        """F12: do what the open form asks."""
        if self.form is not None:
            self.form.save()
