"""The first start in a few small pages: rulebook and name; then, all to be skipped, words, hours and people."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from desk.gui.forms.ui_first_start import Ui_FirstStart
from desk.gui.setup.book_choice import Book, BookChoice, Overlaid
from desk.gui.setup.founding import Wish
from desk.gui.setup.hours import USUAL, WeekHours
from desk.gui.setup.people import PeoplePart
from desk.gui.setup.words import OfficeWords


class FirstStart(QWidget, Ui_FirstStart):
    """Four pages; the office can be set up from any of them."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setupUi(self)
        self.choice = BookChoice()
        self.first_layout.insertWidget(0, self.choice, 1)
        self.words, self.hours, self.people = OfficeWords(), WeekHours(), PeoplePart()
        for page in (self.words, self.hours, self.people):
            area = QScrollArea()
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidgetResizable(True)
            area.setWidget(page)
            self.stack.addWidget(area)
        self.choice.shown.connect(self._fit_to)
        self.choice.settled.connect(self.name.setFocus)
        self.practice.toggled.connect(self._propose_name)
        self.start.clicked.connect(self._choose)
        self.name.returnPressed.connect(self._choose)
        self.more.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.cancel.clicked.connect(self.left)
        self.start.setEnabled(False)
        self.more.setEnabled(False)
        self._go(0)

    def show_books(self, offered: tuple[Sequence[Book], Sequence[Overlaid]]) -> None:
        """Offer these rulebooks, and what may be laid over them."""
        books, overlays = offered
        self.choice.offer(books, overlays)
        self.start.setEnabled(bool(books))
        self.more.setEnabled(bool(books))
        self.choice.books.setFocus()

    def tell(self, words: str) -> None:
        """Say what went wrong."""
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.show()
        self._wait(False)

    # --- from page to page ---

    def go_on(self) -> None:
        """To the next page, if this one is good."""
        if self._is_good():
            self._go(self.stack.currentIndex() + 1)

    def go_back(self) -> None:
        """To the page before; nothing typed is lost."""
        self._go(self.stack.currentIndex() - 1)

    def _go(self, page: int) -> None:
        last = self.stack.count() - 1
        self._carry_name(page)
        self.stack.setCurrentIndex(max(0, min(page, last)))
        page = self.stack.currentIndex()
        self.trouble.hide()
        self.about.setVisible(page == 0)
        self.back.setVisible(page > 0)
        self.more.setVisible(page < last)
        self.steps.setText(self.tr("第 {n} 页，共 {all} 页").format(n=page + 1, all=last + 1))
        titles = (self.tr("建立办公点"), self.tr("单位资料"), self.tr("办公时间和窗口"), self.tr("人员"))
        self.title.setText(titles[page])
        first = (self.choice.books, self.words.short_name, self.hours.days[0], self.people)[page]
        first.setFocus()
        if page == last:
            self.people.focusNextChild()

    def _carry_name(self, page: int) -> None:
        """The office's name stands on two pages."""
        if self.stack.currentIndex() == 0 and page > 0:
            self.words.name.setText(self.name.text())
            self.words.name.setCursorPosition(0)
        elif self.stack.currentIndex() == 1:
            self.name.setText(self.words.name.text())

    def _is_good(self) -> bool:
        QGuiApplication.inputMethod().commit()  # what is still being composed belongs to the line
        if self.stack.currentIndex() == 1:
            self.name.setText(self.words.name.text())
        if not self.name.text().strip():
            self.tell(self.tr("请填写单位名称，它会印在回执和文书上。"))
            (self.words.name if self.stack.currentIndex() == 1 else self.name).setFocus(
                Qt.FocusReason.OtherFocusReason
            )
            return False
        return self.stack.currentIndex() != 2 or self.hours.is_good()

    def _fit_to(self, book: Book) -> None:
        """Windows and people are those of the chosen rulebook."""
        self.hours.offer_stations(book.stations)
        self.people.offer_roles(book.roles)

    def _propose_name(self, practice: bool) -> None:
        if practice and not self.name.text().strip():
            self.name.setText(self.tr("演示单位"))

    # --- setting up ---

    def _choose(self) -> None:
        if self.choice.chosen() is not None and self._is_good() and self._hours_good():
            self._wait(True)
            self.trouble.hide()
            self.chosen.emit(self.wish())

    def _hours_good(self) -> bool:
        """Hours that cannot be read are shown again, wherever one has gone meanwhile."""
        if self.hours.is_good():
            return True
        self._go(2)
        return self.hours.is_good()

    def wish(self) -> Wish:
        """What has been chosen so far; pages that were not filled in leave the usual."""
        week = self.hours.week()
        book = self.choice.chosen()
        return Wish(
            book.id if book else "", self.name.text().strip(), self.practice.isChecked(),
            {key: words for key, words in self.words.words().items() if words}, () if week == USUAL else week,
            self.hours.chosen_station(), self.people.people(), self.choice.laid_over(),
        )  # fmt: skip

    def _wait(self, waiting: bool) -> None:
        for button in (self.start, self.more, self.back):
            button.setEnabled(not waiting)
        self.start.setText(self.tr("正在建立…") if waiting else self.tr("开始使用"))
