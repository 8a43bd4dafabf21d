"""The one list of the day: its parts with their lines, how each is marked, and where the cursor stays."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desk.gui.look import current_look, icon
from desk.gui.names import Dates, Names, Tone
from desk.gui.session import Session

_AT_FIRST = 12
"""So many lines of a long part, so that what stands below is in sight; the rest comes at a click."""
TABS = {"overdue": "overdue", "today": "soon", "soon": "soon"}
"""The quick filter of the case list that shows all of a part."""
_DUE = ("overdue", "today", "soon")
LINE = int(Qt.ItemDataRole.UserRole)
PART = LINE + 1
HAND_ON = "hand_on"
"""The line below 离岗人员手上的件 that hands all of it on."""


class Mark(NamedTuple):
    """How a part is marked: its colour and its picture, never colour alone."""

    tone: Tone
    icon: str


MARKS: Mapping[str, Mark] = {
    "overdue": Mark("danger", "overdue"), "today": Mark("warn", "soon"), "soon": Mark("warn", "running"),
    "approve": Mark("plain", "person"), "look": Mark("plain", "person"), "destroy": Mark("plain", "person"), "receipt": Mark("plain", "person"),
    "seal": Mark("plain", "paper"), "print": Mark("plain", "print"), "deliver": Mark("plain", "paper"),
    "dispatch": Mark("plain", "paper"), "order": Mark("warn", "person"), "silent": Mark("warn", "person"), "left": Mark("warn", "person"),
    "record": Mark("plain", "paper"), "sign": Mark("plain", "paper"), "duty": Mark("plain", "running"),
}  # fmt: skip
OTHER = Mark("plain", "none")


class DayLines(QObject):
    """Fills the tree of the page."""

    def __init__(self, tree: QTreeWidget, session: Session) -> None:
        super().__init__(tree)
        self._tree, self._session = tree, session
        self._dates, self._names = Dates(session.office.calendar), Names(session.rulebook)
        self.whole: set[str] = set()
        """The parts that are shown to their last line."""
        self._set_up()

    def _set_up(self) -> None:
        tree = self._tree
        tree.setHeaderLabels(
            [self.tr("编号"), self.tr("什么时候"), self.tr("什么事"), self.tr("等谁办、谁经手")]
        )
        letter = tree.fontMetrics().horizontalAdvance("字")
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column, letters in ((0, 14), (1, 15), (3, 20)):
            tree.setColumnWidth(column, letter * letters)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        tree.setIconSize(QSize(tree.fontMetrics().height(), tree.fontMetrics().height()))

    def count_days_anew(self) -> None:
        """The office's calendar is another."""
        self._dates = Dates(self._session.office.calendar)

    def show(self, parts: Sequence[Any]) -> None:
        """Show what waits; the cursor stays on what it was on."""
        before, row = self._current(), self._row()
        self._tree.clear()
        self._tree.setVisible(any(part.lines for part in parts))
        for part in parts:
            if part.lines:
                self._show_part(part)
        self._mark(before, row)

    def go_to(self, part: str) -> None:
        """Put the cursor on the first line of a part."""
        first = next((item for item in self._rows() if item.data(0, PART) == part), None)
        if first is not None:
            self._tree.setCurrentItem(first)
            self._tree.scrollToItem(first.parent(), self._tree.ScrollHint.PositionAtTop)
            self._tree.setFocus()

    def _show_part(self, part: Any) -> None:
        mark = MARKS.get(part.id, OTHER)
        ink = QBrush(QColor(colour(mark.tone)))
        head = QTreeWidgetItem([f"{part.title}　{count_words(part.count)}"])
        head.setData(0, PART, part.id)
        head.setIcon(0, icon(mark.icon, colour(mark.tone)))
        bold = QFont(self._tree.font())
        bold.setBold(True)
        head.setFont(0, bold)
        head.setForeground(0, ink if mark.tone != "plain" else QBrush(QColor(current_look().text)))
        self._tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        shown = (
            part.lines
            if part.id in self.whole or len(part.lines) <= _AT_FIRST + 1
            else part.lines[:_AT_FIRST]
        )
        for line in shown:
            head.addChild(self._item(part.id, line))
        if len(part.lines) > len(shown) or (part.count.n > len(part.lines) and part.id in TABS):
            head.addChild(self._more(part, len(shown)))
        if part.id == "left" and self._may_hand_on():
            act = QTreeWidgetItem(["", "", self.tr("全部移交给一位同事…")])
            act.setForeground(2, QBrush(QColor(current_look().accent)))
            act.setData(0, PART, HAND_ON)
            head.addChild(act)
        head.setExpanded(True)

    def _may_hand_on(self) -> bool:
        from desk.services.handing_on import may_hand_on

        return may_hand_on(self._session.viewer)

    def _more(self, part: Any, shown: int) -> QTreeWidgetItem:
        """The last line of a long part: first it opens the part, then it leads to the list of cases."""
        words = self.tr("还有 {n} 件…") if shown < len(part.lines) else self.tr("还有 {n} 件，在“案件”里看…")
        item = QTreeWidgetItem(["", "", words.format(n=part.count.n - shown)])
        item.setForeground(2, QBrush(QColor(current_look().accent)))
        item.setData(0, PART, part.id)
        return item

    def _item(self, part: str, line: Any) -> QTreeWidgetItem:
        when, tone, picture = self._when(part, line)
        words = line.words.replace("\n", " ")[:200]
        item = QTreeWidgetItem([line.number, when, words, line.whom])
        item.setData(0, LINE, line)
        item.setData(0, PART, part)
        if picture:
            item.setIcon(1, icon(picture, colour(tone)))
        if tone != "plain":
            item.setForeground(1, QBrush(QColor(colour(tone))))
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
            due = self._dates.due(line.at, phase, self._session.office.now())
            return due.words, due.tone, due.icon
        return f"{line.at:%m-%d %H:%M}", "plain", ""

    def _current(self) -> tuple[str, str]:
        item = self._tree.currentItem()
        return _key(item) if item is not None else ("", "")

    def _row(self) -> int:
        item = self._tree.currentItem()
        rows = self._rows()
        return rows.index(item) if item in rows else 0

    def _rows(self) -> list[QTreeWidgetItem]:
        """The lines that stand for something, from above."""
        heads = [self._tree.topLevelItem(place) for place in range(self._tree.topLevelItemCount())]
        below = [head.child(place) for head in heads if head for place in range(head.childCount())]
        return [item for item in below if item.data(0, LINE) is not None]

    def _mark(self, before: tuple[str, str], row: int) -> None:
        rows = self._rows()
        if not rows:
            return
        same = next((item for item in rows if _key(item) == before), None)
        self._tree.setCurrentItem(same or rows[min(row, len(rows) - 1)])


def _key(item: QTreeWidgetItem) -> tuple[str, str]:
    """By what a line is known again when the page is shown anew."""
    line = item.data(0, LINE)
    if line is None:
        return str(item.data(0, PART)), ""
    duty = line.duty.ref if line.duty else ""
    paper, draft = (str(one.id) if one else "" for one in (line.paper, line.draft))
    return str(item.data(0, PART)), f"{line.number}/{duty}/{paper}/{draft}"


def count_words(count: Any) -> str:
    """How many; with a + where there may be more."""
    return str(count.n) if count.exact else f"{count.n}+"


def colour(tone: Tone) -> str:
    """The colour of a tone in the look that is on."""
    look = current_look()
    return {"plain": look.muted, "good": look.good, "warn": look.warn, "danger": look.danger}[tone]
