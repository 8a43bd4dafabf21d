"""Taking back what was just done: a button in the bar for as long as the store allows it."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desk.gui.session import Session

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow


class Undoing(QObject):
    """The offer that follows one act on one case."""

    def __init__(self, window: "MainWindow", session: Session, number: str) -> None:
        super().__init__(session)
        self._window, self._session, self._number = window, session, number

    def ask(self) -> None:
        """Whether there is anything to take back."""
        from desk.services import undo

        work = partial(undo.offered, self._session.office, self._session.viewer, self._number)
        self._session.read(work, self._offer)

    def _offer(self, words: str) -> None:
        from desk.services import undo

        if words and self._window.saved.number == self._number and self._window.bar.isVisible():
            self._window.saved.offer_undo(words, self.undo)
            self._window.telling.keep(int(undo.LASTS.total_seconds() * 1000))

    def undo(self) -> None:
        """Take it back."""
        from desk.services import undo

        work = partial(undo.undo, self._session.office, self._session.viewer, self._number)
        self._session.write(work, self._undone)

    def _undone(self, view: Any) -> None:
        from desk.services.changes import Changes

        self._session.signals.changed.emit(Changes(frozenset({view.id}), frozenset({"cases"})))
        self._window.say(self.tr("已撤销，{number} 恢复原状").format(number=self._number), "good")
