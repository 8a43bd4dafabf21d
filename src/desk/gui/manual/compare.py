"""Comparing the manual in use with a shipped one or one from a file, and taking that into use."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desk.gui.faults_box import FaultsBox
from desk.gui.forms.ui_manual_compare import Ui_ComparePart
from desk.gui.manual.proposal_box import ProposalBox
from desk.gui.session import Session
from desk.gui.setup.book_choice import shipped_books
from desk.gui.task import Newest


class ComparePart(QWidget, Ui_ComparePart):
    """Two ways to name the other manual, one box that says what differs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self._newest = Newest()
        self.box = ProposalBox(session)
        self.faults = FaultsBox()
        self.proposal_layout.addWidget(self.box)
        self.proposal_layout.addWidget(self.faults, 1)
        self.box.clear(self.tr("选一本规则簿比较。"))
        self.compare_book.clicked.connect(self._compare_chosen)
        self.compare_file.clicked.connect(lambda: self.compare(self.file.text().strip()))
        self.file.returnPressed.connect(self.compare_file.click)
        self.choose_folder.clicked.connect(self._choose)
        self.compare_book.setEnabled(False)
        self._asked = False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            self.session.report(self._known, self._show_books)

    def _known(self) -> tuple[Any, Any]:
        from desk.services import proposals

        return shipped_books(), proposals.versions(self.session.office)

    def _show_books(self, known: tuple[Any, Any]) -> None:
        books, versions = known
        names = {book.id: book.name for book in books}
        self.books.clear()
        for book in books:
            self.books.addItem(self.tr("{name}（{id}）").format(name=book.name, id=book.id), book.id)
        now = (self.session.rulebook.id, self.session.rulebook.version)
        for id_, version in versions:
            if (id_, version) != now:
                words = self.tr("{name} {version}（本单位采用过）").format(
                    name=names.get(id_, id_), version=version
                )
                self.books.addItem(words, (id_, version))
        self.books.setCurrentIndex(max(self.books.findData(self.session.rulebook.id), 0))
        self.compare_book.setEnabled(self.books.count() > 0)

    def _compare_chosen(self) -> None:
        from desk.services import proposals

        chosen = self.books.currentData()
        if isinstance(chosen, str):
            self.compare(chosen)
        elif chosen:
            office, viewer = self.session.office, self.session.viewer
            id_, version = chosen
            self._ask(lambda: proposals.of_version(office, viewer, id_, version))

    def compare(self, source: str) -> None:
        """Compare with a shipped manual's id, a folder or a file."""
        from desk.services import proposals

        if not source:
            self._tell(self.tr("请先选一本规则簿，或写出规则簿文件夹。"))
            return
        office, viewer = self.session.office, self.session.viewer
        self._ask(lambda: proposals.of_source(office, viewer, source))

    def _ask(self, work: Callable[[], Any]) -> None:
        self._tell("")
        self.faults.hide()
        self.box.show()
        self.box.clear(self.tr("正在比较…"))
        self.session.report(work, self._newest.only(self.box.show_proposal), self._failed)

    def _choose(self) -> None:
        found = self.session.dialogs.folder(self, self.tr("规则簿文件夹"), Path.home())
        if found:
            self.file.setText(str(found))
            self.compare(str(found))

    def _failed(self, error: Exception) -> None:
        from desk.services.manual_files import BadManual

        self.box.clear()
        if isinstance(error, BadManual):
            self.box.hide()
            self.faults.show_faults(error)
        else:
            self.session.fail(error)

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(words))
