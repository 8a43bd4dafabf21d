"""How a paper comes in sight before it is printed, and how the clerk goes back to where the paper was asked for."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.gui import told
from desk.gui.session import Session

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow
    from desk.gui.papers.preview_page import PreviewPage


class Previewing(QObject):
    """One page for all papers of a session, made when the first one is looked at."""

    def __init__(self, window: "MainWindow", session: Session) -> None:
        super().__init__(session)
        self._window, self._session = window, session
        self._page: PreviewPage | None = None
        self._before: QWidget | None = None

    @property
    def page(self) -> "PreviewPage":
        """The page, with the paper that was looked at last."""
        if self._page is None:
            from desk.gui.papers.preview_page import PreviewPage

            self._page = PreviewPage(self._session)
            self._page.closed.connect(self._leave)
            self._page.printed.connect(self._printed)
            self._window.pages.addWidget(self._page)
        return self._page

    def is_in_sight(self) -> bool:
        """Whether the clerk looks at a paper now."""
        return self._page is not None and self._window.pages.currentWidget() is self._page

    def show_offer(self, number: str, offer: Any) -> None:
        """A paper that is right now, before it is issued."""
        self._enter().show_offer(number, offer)

    def show_issued(self, number: str, paper: Any) -> None:
        """A paper to be printed again."""
        self._enter().show_issued(number, paper)

    def show_made(self, name: str, draw: Any, sealed: bool = False) -> None:
        """A paper that is kept nowhere; ``sealed``: of a case that hides people."""
        self._enter().show_made(name, draw, sealed=sealed)

    def _enter(self) -> "PreviewPage":
        if not self.is_in_sight():
            self._before = self._window.pages.currentWidget()
        self._window.pages.setCurrentWidget(self.page)
        self.page.area.setFocus()
        return self.page

    def _leave(self) -> None:
        self._window.go(self._before or self._window.intake)

    def _printed(self, paper: Any, done: Any) -> None:
        saved = self._window.saved
        left = saved.without(self.page.number, self.page.offer)
        self._leave()
        self._window.say(*told.printed(paper, done))
        if left:  # the next one under F8
            saved.show_offers(saved.number, left)
            self._window.telling.stay()
