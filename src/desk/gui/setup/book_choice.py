"""Which rulebook an office works by, and what is laid over it: the shipped ones with what they are for, or a folder."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QListWidgetItem, QWidget

from desk.gui.faults_box import FaultsBox
from desk.gui.forms.ui_setup_books import Ui_BookChoice
from desk.gui.parts import line


class Book(NamedTuple):
    """A rulebook as it is offered: a shipped one's id, or a folder."""

    id: str
    name: str
    about: str
    source: str
    stations: tuple[tuple[str, str], ...] = ()
    roles: tuple[Any, ...] = ()

    @property
    def made_for(self) -> str:
        """For whom it is: what its description says before the colon."""
        return self.about.partition("：")[0] if "：" in self.about else ""

    @property
    def what(self) -> str:
        """What is particular about it: the rest of the description."""
        return self.about.partition("：")[2] or self.about


class Overlaid(NamedTuple):
    """What may be laid over a rulebook."""

    id: str
    name: str
    about: str
    is_advised: bool = False
    """Whether it only adds what a manual lacks, so that any office may take it."""


def shipped_books() -> tuple[Book, ...]:
    """The rulebooks that come with the program and can be used."""
    from desk.rulebook.loading import BadRulebook, load, shipped

    found = []
    for id_ in shipped():
        try:
            found.append(_offered(id_, load(id_)))
        except BadRulebook:
            continue
    return tuple(found)


def shipped_overlays() -> tuple[Overlaid, ...]:
    """What comes with the program to be laid over a rulebook."""
    from desk.rulebook.loading import overlay, overlays

    return tuple(Overlaid(one.id, one.name, one.about, one.spares) for one in map(overlay, overlays()))


def own_book(folder: str) -> Book:
    """The rulebook of a folder. Raises ``BadManual``."""
    from desk.services.manual_files import checked

    return _offered(folder, checked(folder)[0])


def _offered(id_: str, book: Any) -> Book:
    stations = tuple((station.id, station.name) for station in book.stations)
    return Book(id_, book.name, book.about, book.organisation or book.source, stations, book.roles)


class BookChoice(QWidget, Ui_BookChoice):
    """The list at the left; at the right what the chosen one is for, and what may be laid over it."""

    shown = Signal(object)
    """A book has been chosen."""
    settled = Signal()
    """Enter: on to the next thing."""
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setupUi(self)
        self._all: list[Book] = []
        self._boxes: dict[str, QCheckBox] = {}
        self.faults = FaultsBox()
        self.faults_layout.insertWidget(0, self.faults, 1)
        self.books.currentRowChanged.connect(self._show)
        self.books.itemActivated.connect(lambda _: self.settled.emit())
        self.own_book.clicked.connect(self.folder_wanted)

    def offer(self, books: Sequence[Book], overlays: Sequence[Overlaid] = ()) -> None:
        """Offer these rulebooks, and these to be laid over any of them."""
        self._all = []
        self.books.clear()
        for book in books:
            self._add(book)
        self.books.setCurrentRow(0)
        self.overlays_label.setVisible(bool(overlays))
        for one in overlays:
            words = self.tr("{name}（{id}，建议选用）") if one.is_advised else "{name}（{id}）"
            box = QCheckBox(words.format(name=one.name, id=one.id))
            box.setAccessibleDescription(one.about)
            self._boxes[one.id] = box
            self.overlays.addWidget(box)
            self.overlays.addWidget(line(one.about, muted=True))

    def add(self, book: Book) -> None:
        """Offer one more, and choose it."""
        self.faults.hide()
        self._add(book)
        self.books.setCurrentRow(self.books.count() - 1)
        self.books.setFocus()

    def refuse(self, error: Any) -> None:
        """Tell what is wrong with the folder that was chosen."""
        self.faults.show_faults(error)
        self.own_book.setFocus()

    def chosen(self) -> Book | None:
        """The rulebook on which the mark stands."""
        row = self.books.currentRow()
        return self._all[row] if 0 <= row < len(self._all) else None

    def laid_over(self) -> tuple[str, ...]:
        """The ids of what is ticked to be laid over it."""
        return tuple(id_ for id_, box in self._boxes.items() if box.isChecked())

    def tick(self, id_: str) -> None:
        """Lay this over the rulebook."""
        self._boxes[id_].setChecked(True)

    def _add(self, book: Book) -> None:
        self._all.append(book)
        words = f"{book.made_for}\n{book.name}" if book.made_for else book.name
        self.books.addItem(QListWidgetItem(words))

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._all):
            return
        book = self._all[row]
        self.book_name.setText(book.name)
        self.book_for.setText(self.tr("适用：{words}").format(words=book.made_for) if book.made_for else "")
        self.book_for.setVisible(bool(book.made_for))
        self.book_about.setText(self.tr("内容：{words}").format(words=book.what))
        self.book_source.setText(self.tr("依据：{source}").format(source=book.source) if book.source else "")
        self.shown.emit(book)
