"""A list that superiors go through, with one deed for a line: who looked at identities, and what is to be destroyed."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem, QWidget

from desk.domain.errors import DeskError
from desk.gui.forms.ui_record import Ui_RecordPage
from desk.gui.session import Session


class Listing(NamedTuple):
    """What a page lists: ``read`` gives lines, ``words`` one line's cells, ``work`` (None: nothing) what the deed does.

    ``question`` asks for words before the deed; empty where none are needed. ``paper`` is what a line has on paper, name
    and bytes: where it has one, the deed is to look at it.
    """

    title: str
    about: str
    columns: Sequence[str]
    read: Callable[[], Sequence[Any]]
    words: Callable[[Any], Sequence[str]]
    deed: str
    work: Callable[[Any, str], Callable[[], Any] | None]
    question: str = ""
    empty: str = ""
    paper: Callable[[Any], tuple[str, Callable[[], bytes]] | None] = lambda _one: None
    other: "Other | None" = None
    told: Callable[[Any], str] = lambda _answer: ""
    """What the bar says afterwards."""
    several: bool = False
    """Whether more than one line may be chosen; ``work`` then gets all that are."""
    look: str = ""
    """What the deed is called for a line that has a paper."""
    sure: Callable[[Any], str] = lambda _one: ""
    """What is asked before a deed that cannot be taken back; empty where nothing is."""


class Other(NamedTuple):
    """A second deed for a line, which asks for words first."""

    deed: str
    question: str
    work: Callable[[Any, str], Callable[[], Any] | None]


class RecordPage(QWidget, Ui_RecordPage):
    """Reads its lines when it comes in sight and whenever cases change."""

    case_asked = Signal(str)
    paper_asked = Signal(str, object)

    def __init__(self, session: Session, listing: Listing) -> None:
        super().__init__()
        self.setupUi(self)
        self.session, self.listing = session, listing
        self._lines: Sequence[Any] = ()
        self.title.setText(listing.title)
        self.about.setText(listing.about)
        self.do.setText(listing.deed)
        self.do.setVisible(bool(listing.deed))
        self.trouble.hide()
        self.table.setAccessibleName(listing.title)
        self.table.setColumnCount(len(listing.columns))
        self.table.setHorizontalHeaderLabels(list(listing.columns))
        self.table.verticalHeader().hide()
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        if listing.several:
            self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.other.setVisible(listing.other is not None)
        if listing.other is not None:
            self.other.setText(listing.other.deed)
            self.other.clicked.connect(self.act_otherwise)
        self.table.itemSelectionChanged.connect(self._offer)
        self.do.clicked.connect(self.act)
        self.show_case.clicked.connect(lambda: self._chosen() and self.case_asked.emit(self._chosen().number))
        session.signals.changed.connect(lambda _: self.refresh() if self.isVisible() else None)
        self._offer()

    def take_focus(self) -> None:
        """Come in sight: read anew, the cursor in the list."""
        self.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the lines anew."""
        self.session.read(self.listing.read, self._show, self._refused)

    def _show(self, lines: Sequence[Any]) -> None:
        self._lines = lines
        self._tell("" if lines else self.listing.empty, "hint")
        self.table.setRowCount(len(lines))
        for row, one in enumerate(lines):
            for column, words in enumerate(self.listing.words(one)):
                self.table.setItem(row, column, QTableWidgetItem(words))
        if lines and not self.table.selectedItems():
            self.table.selectRow(0)
        self._offer()

    def _chosen(self) -> Any:
        rows = self.table.selectionModel().selectedRows()
        return self._lines[rows[0].row()] if rows and rows[0].row() < len(self._lines) else None

    def _meant(self) -> Any:
        """The chosen line, or all that are chosen where there may be several."""
        one = self._chosen()
        if one is None or not self.listing.several:
            return one
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self._lines[row] for row in rows)

    def _offer(self) -> None:
        one, other = self._chosen(), self.listing.other
        self.show_case.setEnabled(one is not None)
        self.show_case.setVisible(not self._lines or hasattr(self._lines[0], "number"))
        meant = self._meant()
        looks = one is not None and self.listing.look and self.listing.paper(one) is not None
        self.do.setText(self.listing.look if looks else self.listing.deed)
        can = one is not None and (self.listing.paper(one) or self.listing.work(meant, "")) is not None
        self.do.setEnabled(can)
        self.other.setEnabled(one is not None and other is not None and other.work(one, "") is not None)

    def act(self) -> None:
        """Do the deed with the chosen line, after asking for words where it needs some."""
        one = self._chosen()
        if one is not None and (paper := self.listing.paper(one)):
            self.paper_asked.emit(*paper)
        elif one is not None and self._is_sure(one):
            self._do(self._meant(), self.listing.deed, self.listing.question, self.listing.work)

    def _is_sure(self, one: Any) -> bool:
        question = self.listing.sure(one)
        deed = self.listing.deed.rstrip("…")
        return not question or self.session.dialogs.confirm(self, self.listing.title, question, deed)

    def act_otherwise(self) -> None:
        """Do the second deed with the chosen line."""
        one, other = self._chosen(), self.listing.other
        if one is not None and other is not None:
            self._do(one, *other)

    def _do(
        self, meant: Any, deed: str, question: str, work: Callable[[Any, str], Callable[[], Any] | None]
    ) -> None:
        words = self.session.dialogs.reason(self, deed, question) if question else ""
        if question and not words:
            return
        if (begun := work(meant, words)) is not None:
            self.session.write(begun, self._done, self._refused)

    def _done(self, answer: Any) -> None:
        if told := self.listing.told(answer):
            self.session.say(told, "good")
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self.session.fail(error)
            return
        self._tell(f"{error.message}　{error.hint}".strip(), "error")

    def _tell(self, words: str, tone: str) -> None:
        self.trouble.setText(words)
        self.trouble.setProperty("problem", tone)
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(words))
