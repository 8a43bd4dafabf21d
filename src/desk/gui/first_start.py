"""The first start: which rulebook, what the office is called, for practice or in earnest."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desk.gui.forms.ui_first_start import Ui_FirstStart


class Book(NamedTuple):
    """A shipped rulebook as it is offered."""

    id: str
    name: str
    about: str
    source: str


class Wish(NamedTuple):
    """What the clerk chose."""

    rulebook: str
    name: str
    practice: bool


def shipped_books() -> tuple[Book, ...]:
    """The rulebooks that come with the program and can be used."""
    from desk.rulebook.loading import BadRulebook, load, shipped

    found = []
    for id_ in shipped():
        try:
            book = load(id_)
        except BadRulebook:
            continue
        found.append(Book(id_, book.name, book.about, book.organisation or book.source))
    return tuple(found)


class FirstStart(QWidget, Ui_FirstStart):
    """One page, three answers."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setupUi(self)
        self._books: Sequence[Book] = ()
        self.books.currentRowChanged.connect(self._show_book)
        self.books.itemActivated.connect(lambda _: self.name.setFocus())
        self.practice.toggled.connect(self._propose_name)
        self.start.clicked.connect(self._choose)
        self.name.returnPressed.connect(self._choose)
        self.cancel.clicked.connect(self.left)
        self.start.setEnabled(False)

    def show_books(self, books: Sequence[Book]) -> None:
        """Offer these rulebooks."""
        self._books = books
        self.books.clear()
        for book in books:
            self.books.addItem(QListWidgetItem(book.name))
        self.books.setCurrentRow(0)
        self.start.setEnabled(bool(books))
        self.books.setFocus()

    def tell(self, words: str) -> None:
        """Say what went wrong."""
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.show()
        self.start.setEnabled(True)

    def _show_book(self, row: int) -> None:
        if 0 <= row < len(self._books):
            book = self._books[row]
            self.book_name.setText(book.name)
            self.book_about.setText(book.about)
            self.book_source.setText(self.tr("依据：{source}").format(source=book.source) if book.source else "")

    def _propose_name(self, practice: bool) -> None:
        if practice and not self.name.text().strip():
            self.name.setText(self.tr("演示单位"))

    def _choose(self) -> None:
        row = self.books.currentRow()
        if not self.name.text().strip():
            self.tell(self.tr("请填写单位名称，它会印在回执和文书上。"))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if row >= 0:
            self.start.setEnabled(False)
            self.trouble.hide()
            self.chosen.emit(Wish(self._books[row].id, self.name.text().strip(), self.practice.isChecked()))


Make = Callable[[Wish], Any]
