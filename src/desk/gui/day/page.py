"""The page of the day: everything that waits, in one list; each line leads to its case, paper, duty or draft."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QHeaderView, QPushButton, QTreeWidgetItem, QWidget

from desk.domain.moments import date_words, weekday_words
from desk.gui.day.duty_form import DutyForm
from desk.gui.export_bar import ExportBar
from desk.gui.flow_layout import FlowLayout
from desk.gui.forms.ui_today import Ui_TodayPage
from desk.gui.look import current_look, icon
from desk.gui.names import Dates, Names, Tone
from desk.gui.session import Session
from desk.gui.small_form import SmallForm
from desk.gui.task import Newest

_MINUTE = 60_000
_BREATH = 400
"""Milliseconds that several changes in a row have to settle before the page asks again."""
_AT_FIRST = 12
"""So many lines of a long part, so that what stands below is in sight; the rest comes at a click."""
_TABS = {"overdue": "overdue", "today": "soon", "soon": "soon"}
"""The quick filter of the case list that shows all of a part."""
_DUE = ("overdue", "today", "soon")
_LINE = int(Qt.ItemDataRole.UserRole)
_PART = _LINE + 1
_HAND_ON = "hand_on"


class Mark(NamedTuple):
    """How a part is marked: its colour and its picture, never colour alone."""

    tone: Tone
    icon: str


_MARKS: Mapping[str, Mark] = {
    "overdue": Mark("danger", "overdue"), "today": Mark("warn", "soon"), "soon": Mark("warn", "running"),
    "approve": Mark("plain", "person"), "look": Mark("plain", "person"), "receipt": Mark("plain", "person"),
    "seal": Mark("plain", "paper"), "print": Mark("plain", "print"), "deliver": Mark("plain", "paper"),
    "dispatch": Mark("plain", "paper"), "order": Mark("warn", "person"), "silent": Mark("warn", "person"), "left": Mark("warn", "person"),
    "record": Mark("plain", "paper"), "sign": Mark("plain", "paper"), "duty": Mark("plain", "running"),
}  # fmt: skip
_OTHER = Mark("plain", "none")


class TodayPage(QWidget, Ui_TodayPage):
    """Asks the office again when something changed and each minute, while a clerk is at the desk."""

    case_chosen = Signal(str)
    paper_chosen = Signal(str, object)
    """A paper of a case that waits to be printed: the case's number and the paper."""
    paper_act_chosen = Signal(str, str, object)
    """A paper of a case that waits for something else: the case's number, ``seal`` or ``deliver``, and the paper."""
    draft_chosen = Signal(object)
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
        self._whole: set[str] = set()
        self._dates, self._names = Dates(session.office.calendar), Names(session.rulebook)
        self._newest = Newest()
        self._chips: dict[str, QPushButton] = {}
        self._chip_row = FlowLayout(spacing=6)
        self.chips.addLayout(self._chip_row)
        self._set_list()
        self.exporting = ExportBar(session)
        self.layout_1.addWidget(self.exporting)
        self.take_along.clicked.connect(self.export)
        self._minute = QTimer(self, interval=_MINUTE)
        self._soon = QTimer(self, interval=_BREATH, singleShot=True)
        for timer in (self._minute, self._soon):
            timer.timeout.connect(self.ask)
        self._minute.start()
        session.signals.changed.connect(self._listen)

    def _set_list(self) -> None:
        self.lines.setHeaderLabels(
            [self.tr("编号"), self.tr("什么时候"), self.tr("什么事"), self.tr("等谁办、谁经手")]
        )
        letter = self.fontMetrics().horizontalAdvance("字")
        header = self.lines.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column, letters in ((0, 14), (1, 15), (3, 12)):
            self.lines.setColumnWidth(column, letter * letters)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.lines.setIconSize(QSize(self.fontMetrics().height(), self.fontMetrics().height()))
        self.lines.itemActivated.connect(self._chose)
        self.lines.itemClicked.connect(self._chose)

    # --- asking ---

    def ask(self) -> None:
        """Ask what waits at this moment."""
        from desk.services.today import today

        work = partial(today, self.session.office, self.session.viewer)
        self.session.read(work, self._newest.only(self.show_today))

    def _listen(self, changes: Any) -> None:
        if "calendar" in changes.what:
            self._dates = Dates(self.session.office.calendar)
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
        before, row = self._current(), self._row()
        self._show_chips(today.parts)
        self.lines.clear()
        self.lines.setVisible(any(part.lines for part in today.parts))
        for part in today.parts:
            if part.lines:
                self._show_part(part)
        self._mark(before, row)
        self.counted.emit({part.id: part.count for part in today.parts})

    def _show_chips(self, parts: Sequence[Any]) -> None:
        for part in parts:
            if part.id not in self._chips:
                chip = QPushButton()
                chip.setProperty("chip", True)
                chip.clicked.connect(partial(self._go_to, part.id))
                self._chips[part.id] = chip
                self._chip_row.addWidget(chip)
            chip, mark = self._chips[part.id], _MARKS.get(part.id, _OTHER)
            chip.setText(f"{part.title} {_count(part.count)}")
            chip.setIcon(icon(mark.icon, _colour(mark.tone)))
            chip.setEnabled(bool(part.lines))

    def _show_part(self, part: Any) -> None:
        mark = _MARKS.get(part.id, _OTHER)
        colour = QBrush(QColor(_colour(mark.tone)))
        head = QTreeWidgetItem([f"{part.title}　{_count(part.count)}"])
        head.setData(0, _PART, part.id)
        head.setIcon(0, icon(mark.icon, _colour(mark.tone)))
        bold = QFont(self.font())
        bold.setBold(True)
        head.setFont(0, bold)
        head.setForeground(0, colour if mark.tone != "plain" else QBrush(QColor(current_look().text)))
        self.lines.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        shown = (
            part.lines
            if part.id in self._whole or len(part.lines) <= _AT_FIRST + 1
            else part.lines[:_AT_FIRST]
        )
        for line in shown:
            head.addChild(self._item(part.id, line))
        if len(part.lines) > len(shown) or (part.count.n > len(part.lines) and part.id in _TABS):
            head.addChild(self._more(part, len(shown)))
        if part.id == "left" and self._may_hand_on():
            act = QTreeWidgetItem(["", "", self.tr("全部移交给一位同事…")])
            act.setForeground(2, QBrush(QColor(current_look().accent)))
            act.setData(0, _PART, _HAND_ON)
            head.addChild(act)
        head.setExpanded(True)

    def _may_hand_on(self) -> bool:
        from desk.services.handing_on import may_hand_on

        return may_hand_on(self.session.viewer)

    def _more(self, part: Any, shown: int) -> QTreeWidgetItem:
        """The last line of a long part: first it opens the part, then it leads to the list of cases."""
        words = self.tr("还有 {n} 件…") if shown < len(part.lines) else self.tr("还有 {n} 件，在“案件”里看…")
        item = QTreeWidgetItem(["", "", words.format(n=part.count.n - shown)])
        item.setForeground(2, QBrush(QColor(current_look().accent)))
        item.setData(0, _PART, part.id)
        return item

    def _item(self, part: str, line: Any) -> QTreeWidgetItem:
        when, tone, picture = self._when(part, line)
        words = line.words.replace("\n", " ")[:200]
        item = QTreeWidgetItem([line.number, when, words, line.whom])
        item.setData(0, _LINE, line)
        item.setData(0, _PART, part)
        if picture:
            item.setIcon(1, icon(picture, _colour(tone)))
        if tone != "plain":
            item.setForeground(1, QBrush(QColor(_colour(tone))))
        for column in (2, 3):
            item.setToolTip(column, "")
        return item

    def _when(self, part: str, line: Any) -> tuple[str, Tone, str]:
        """The moment that matters in words; a date that runs out with its colour and picture, a duty with how often it was done."""
        if line.duty is not None:
            done = line.duty.standing == "done"
            words = self.tr("已做 {done}").format(done=line.duty.progress)
            return words, "good" if done else "warn", "done" if done else "running"
        if line.at is None:
            return "", "plain", ""
        if part == "order" or (part in _DUE and line.case is not None):
            phase = self._names.phase(line.case.state) if line.case is not None else "open"
            due = self._dates.due(line.at, phase, self.session.office.now())
            return due.words, due.tone, due.icon
        return f"{line.at:%m-%d %H:%M}", "plain", ""

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

    def _current(self) -> tuple[str, str]:
        item = self.lines.currentItem()
        return _key(item) if item is not None else ("", "")

    def _row(self) -> int:
        item = self.lines.currentItem()
        rows = self._rows()
        return rows.index(item) if item in rows else 0

    def _rows(self) -> list[QTreeWidgetItem]:
        """The lines that stand for something, from above."""
        heads = [self.lines.topLevelItem(place) for place in range(self.lines.topLevelItemCount())]
        below = [head.child(place) for head in heads if head for place in range(head.childCount())]
        return [item for item in below if item.data(0, _LINE) is not None]

    def _mark(self, before: tuple[str, str], row: int) -> None:
        rows = self._rows()
        if not rows:
            return
        same = next((item for item in rows if _key(item) == before), None)
        self.lines.setCurrentItem(same or rows[min(row, len(rows) - 1)])

    def _go_to(self, part: str) -> None:
        first = next((item for item in self._rows() if item.data(0, _PART) == part), None)
        if first is not None:
            self.lines.setCurrentItem(first)
            self.lines.scrollToItem(first.parent(), self.lines.ScrollHint.PositionAtTop)
            self.lines.setFocus()

    def take_focus(self) -> None:
        """Put the cursor on the first thing that waits, and look whether it still does."""
        self.lines.setFocus()
        self.ask()

    def _chose(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        line, part = item.data(0, _LINE), item.data(0, _PART)
        if part == _HAND_ON:
            self._open_hand_on()
        elif line is None:
            if item.parent() is not None:
                self._show_more(part)
        elif line.duty is not None:
            self._open_duty(line.duty)
        elif line.draft is not None:
            self.draft_chosen.emit(line.draft)
        elif line.paper is not None and part == "print":
            self.paper_chosen.emit(line.number, line.paper)
        elif line.paper is not None:
            self.paper_act_chosen.emit(line.number, part, line.paper)
        else:
            self.case_chosen.emit(line.number)

    def _show_more(self, part: str) -> None:
        if part in self._whole:
            self.list_chosen.emit(_TABS[part])
        else:
            self._whole.add(part)
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


def _key(item: QTreeWidgetItem) -> tuple[str, str]:
    """By what a line is known again when the page is shown anew."""
    line = item.data(0, _LINE)
    if line is None:
        return str(item.data(0, _PART)), ""
    duty = line.duty.duty.id if line.duty else ""
    paper, draft = (str(one.id) if one else "" for one in (line.paper, line.draft))
    return str(item.data(0, _PART)), f"{line.number}/{duty}/{paper}/{draft}"


def _count(count: Any) -> str:
    return str(count.n) if count.exact else f"{count.n}+"


def _colour(tone: Tone) -> str:
    look = current_look()
    return {"plain": look.muted, "good": look.good, "warn": look.warn, "danger": look.danger}[tone]
