"""The list of cases with its quick filters: by where a case stands and how long it still has."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from desk.gui.cases.case_table import ROW, CaseTable
from desk.gui.cases.columns import Reading
from desk.gui.cases.table_columns import TableColumns
from desk.gui.export_bar import ExportBar
from desk.gui.flow_layout import FlowLayout
from desk.gui.forms.ui_case_list import Ui_CaseList
from desk.gui.look import current_look
from desk.gui.session import Session
from desk.gui.task import Newest

if TYPE_CHECKING:
    from desk.services.day_cases import Tab

_COUNTED: tuple["Tab", ...] = ("waiting", "soon", "overdue")
_MINUTE = 60_000


class Question(NamedTuple):
    """What the list shows: the quick filter, the text sought, and the order."""

    tab: "Tab" = "all"
    text: str = ""
    by: str = "newest"
    descending: bool = True


class CaseList(QWidget, Ui_CaseList):
    """The table, its filters and its columns."""

    case_chosen = Signal(str)
    case_opened = Signal(str)
    counted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.question = Question()
        self._told = ""
        self._quiet = False
        self._reading = Reading(session.rulebook, session.office.calendar, session.office.now)
        self.model = CaseTable(self._reading, self._ask_count, self._ask_page, parent=self)
        self.tabs: dict[Tab, QPushButton] = {
            "all": self.all, "waiting": self.waiting, "running": self.running, "soon": self.soon,
            "overdue": self.overdue, "ended": self.ended,
        }  # fmt: skip
        self.exporting = ExportBar(session)
        self._arrange()
        self._set_table()
        self.shown = TableColumns(self.table, self.model.columns, session.remembered)
        self._connect()
        self._names = {tab: chip.text() for tab, chip in self.tabs.items()}
        self._newest = Newest()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._pass_minute)
        self._minute.start()
        self.model.show(self.question)
        session.report(partial(_books, session.office), self._know)

    def _arrange(self) -> None:
        """The filters above the table, in as many rows as the window leaves room for."""
        row = FlowLayout()
        chips = self.tabs.values()
        for widget in (*chips, self.columns, self.export_rows, self.copy, self.sought, self.forget_sought):
            row.addWidget(widget)
        self.layout().insertLayout(0, row)
        self.layout().addWidget(self.exporting)

    def _set_table(self) -> None:
        table, letter = self.table, self.fontMetrics()
        table.setModel(self.model)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(letter.lineSpacing() + 12)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setIconSize(QSize(letter.height(), letter.height()))
        table.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _connect(self) -> None:
        for tab, chip in self.tabs.items():
            chip.clicked.connect(partial(self.show_tab, tab))
        self.copy.clicked.connect(self.copy_rows)
        self.export_rows.clicked.connect(self.export)
        self.columns.clicked.connect(lambda: self.shown.choose(self.columns))
        self.forget_sought.clicked.connect(lambda: self.seek(""))
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.doubleClicked.connect(self._opened)
        copying = (QKeySequence.StandardKey.Copy, self.copy_rows)
        for key, act in (copying, ("Return", self._open_current), ("Enter", self._open_current)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self.model.counted.connect(self._counted)
        self.model.dataChanged.connect(self._arrived)

    # --- asking ---

    def show_tab(self, tab: "Tab") -> None:
        """Show the cases of one quick filter."""
        self.tabs[tab].setChecked(True)
        self._ask(self.question._replace(tab=tab))

    def seek(self, text: str) -> None:
        """Show the cases in which ``text`` occurs; nothing shows all again."""
        self.tabs["all"].setChecked(True)
        self.sought.setText(self.tr("查找“{text}”").format(text=text[:20]) if text else "")
        self.forget_sought.setVisible(bool(text))
        self._ask(self.question._replace(text=text, tab="all"))

    def refresh(self) -> None:
        """Something changed: ask again, keep the place."""
        self.model.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "model"):
            self.model.repaint_in(current_look())

    def listen(self, changes: Any) -> None:
        """News from the store."""
        if "cases" in changes.what:
            self.refresh()

    def _know(self, books: Any) -> None:
        """The office's other manuals have been read: their cases are told in their own words."""
        if len({book.id for book in books}) > 1:
            self._reading.know(books)
            self.table.viewport().update()

    def _ask(self, question: Question) -> None:
        self.question = question
        self.model.show(question)

    def _ask_count(self, question: Question, then: Callable[[Any], None]) -> None:
        self.session.read(partial(_count, self.session, question), then)

    def _ask_page(self, question: Question, first: int, count: int, then: Callable[[Any], None]) -> None:
        self.session.read(partial(_page, self.session, question, first, count), then)

    def _counted(self, count: Any) -> None:
        self.empty.setVisible(count.n == 0)
        if count.n == 0:
            nothing = (
                self.tr("没有符合条件的案件。")
                if self.question != Question()
                else self.tr("还没有案件。按 F2 登记第一件。")
            )
            self.empty.setText(nothing)
        self.counted.emit(count)
        self._count_tabs()

    def _count_tabs(self) -> None:
        """How many wait, are due soon or late, on the chips themselves."""
        self.session.read(partial(_counts, self.session), self._newest.only(self._show_counts))

    def _show_counts(self, counts: "dict[Tab, Any]") -> None:
        for tab, count in counts.items():
            more = "" if count.exact else "+"
            self.tabs[tab].setText(f"{self._names[tab]} {count.n}{more}" if count.n else self._names[tab])

    def _pass_minute(self) -> None:
        """Time passes: what is late now turns red, and what other desks did comes in."""
        self.refresh()

    # --- choosing ---

    def current(self) -> str:
        """The number of the row with the mark."""
        row = self.table.currentIndex().data(ROW)
        return row.number if row is not None else ""

    def take_focus(self) -> None:
        """Put the cursor into the list, on its first row where none is marked yet."""
        self.table.setFocus()
        self._arrived()

    def mark_nothing(self) -> None:
        """A case is shown that was not chosen here: rows that come in later do not put their first one in its place."""
        self._quiet = True

    def choose(self, number: int) -> None:
        """Mark a row."""
        self.table.selectRow(number)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW)
        self._told = row.number if row is not None else ""
        if row is not None:
            self._quiet = False
            self.case_chosen.emit(row.number)

    def _arrived(self) -> None:
        """Rows came in: tell of the marked one if it was still on its way; begin at the top where none is marked."""
        if self._quiet:
            return
        index = self.table.currentIndex()
        if not index.isValid() and self.table.hasFocus() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        elif index.isValid() and not self._told:
            self._current_changed(index, index)

    def _opened(self, _index: QModelIndex) -> None:
        self._open_current()

    def _open_current(self) -> None:
        if self.current():
            self.case_opened.emit(self.current())

    def _sort_by(self, section: int) -> None:
        key = self.model.columns[section].sort_key
        header = self.table.horizontalHeader()
        if not key:
            header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
            return
        descending = (
            not self.question.descending
            if key == self.question.by
            else key in ("newest", "received", "number")
        )
        header.setSortIndicator(
            section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        )
        self._ask(self.question._replace(by=key, descending=descending))

    # --- taking along ---

    def chosen_numbers(self) -> list[str]:
        """The cases of the chosen rows, as far as they have come into sight."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        found = (self.model.row(number) for number in rows)
        return [row.number for row in found if row is not None]

    def copy_rows(self) -> None:
        """The chosen rows with their headings to the clipboard."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText(self.model.as_text(rows, self.shown.numbers()))
        self.session.say(self.tr("已复制 {count} 行，可以粘贴到表格里").format(count=len(rows)))

    def export(self) -> None:
        """All rows of the list as it stands, in its order, with the columns in sight, as a file."""
        from desk.services import case_listing, registers

        office, viewer, question = self.session.office, self.session.viewer, self.question
        columns = self.shown.ids()
        chip = "" if question.tab == "all" else self._names[question.tab]
        said = "　".join(filter(None, (chip, self.sought.text())))

        def make(suffix: str, tell: Callable[[int, int], bool]) -> Any:
            which, order = _filter(self.session, question), _order(question)
            lines = case_listing.listed(
                office, viewer, which, order=order, columns=columns, tell=tell, said=said
            )
            return registers.written(office, viewer, lines, suffix)

        self.exporting.save(self.tr("案件清单"), make)


def _filter(session: Session, question: Question) -> Any:
    """The quick filter as the store's; the manuals are read from the store, so this runs beside the window."""
    from desk.services import day_cases

    return day_cases.of_tab(session.office, question.tab, question.text)


def _order(question: Question) -> Any:
    from desk.store.case_list import Order

    return Order(question.by, question.descending)  # type: ignore[arg-type]


def _count(session: Session, question: Question) -> Any:
    from desk.services import cases

    return cases.count(session.office, session.viewer, _filter(session, question))


def _counts(session: Session) -> "dict[Tab, Any]":
    return {tab: _count(session, Question(tab)) for tab in _COUNTED}


def _page(session: Session, question: Question, first: int, count: int) -> Any:
    from desk.services import cases

    which, order = _filter(session, question), _order(question)
    return cases.page(session.office, session.viewer, which, order=order, skip=first, limit=count)


def _books(office: Any) -> Any:
    from desk.services import day_cases

    return day_cases.books(office)
