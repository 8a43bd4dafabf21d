"""The list of cases beside the case that is chosen in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desk.gui.case.case_papers import waiting_offers
from desk.gui.case.panel import CasePanel
from desk.gui.cases.case_list import CaseList
from desk.gui.session import Session


class CasesPage(QWidget):
    """List on the left, case on the right."""

    counted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.list = CaseList(session)
        self.panel = CasePanel(session)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([780, 560])
        self.splitter.setHandleWidth(12)
        self.splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 10)
        row.addWidget(self.splitter)
        self.panel.chosen_numbers = self.list.chosen_numbers
        self.list.case_chosen.connect(self.panel.show_case)
        self.list.case_opened.connect(self._open)
        self.list.counted.connect(self.counted)
        session.signals.changed.connect(self.list.listen)
        session.signals.changed.connect(self.panel.listen)

    def show_case(self, number: str, then: Callable[[], None] | None = None) -> None:
        """Show a case, wherever it stands in the list; ``then`` is called once it is there."""
        self.list.mark_nothing()
        self.panel.show_case(number, then)

    def save(self) -> None:
        """F12."""
        self.panel.save()

    def back(self) -> bool:
        """Esc: close the step, or go back into the list."""
        if self.panel.close_step():
            return True
        if not self.list.table.hasFocus():
            self.list.table.setFocus()
            return True
        return False

    def print_current(self) -> None:
        """F8: the first paper that is right now, else the last one issued."""
        if self.panel.view is None:
            return
        if waiting := waiting_offers(self.panel.offers):
            self.panel.paper_asked.emit(self.panel.view.number, waiting[0])
        elif issued := [paper for paper in self.panel.view.papers if paper.state != "void"]:
            self.panel.reprint_asked.emit(self.panel.view.number, issued[-1])

    def _open(self, number: str) -> None:
        """Enter on a row: to the first thing that can be done with the case."""
        self.panel.show_case(number)
        self.panel.focus_steps()
