"""Hearing of other desks: asked beside the windows every two seconds while the window can be seen, told as news."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desk.gui.session import Session

EVERY = 2_000
"""Milliseconds between two questions."""
DEAF = 15
"""Questions left out after one that failed: a server that has gone away is not called every two seconds."""


class Listening(QObject):
    """One window's ear. What this desk does itself is told at once by its session and not a second time here."""

    def __init__(self, session: Session, is_awake: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._is_awake = session, is_awake
        self._desks: Any = None
        self._asking = self._is_over = False
        self._left_out = 0
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.ask)
        self._timer.start()
        self.ask()

    def ask(self) -> None:
        """Ask now, unless nobody looks or the last question still waits for its answer."""
        if self._asking or self._is_over:
            return
        if self._left_out:
            self._left_out -= 1
        elif self._desks is None or self._is_awake():
            self._asking = True
            self._session.listen(self._work, self._heard, self._failed)

    def stop(self) -> None:
        """Hear no more; the connection is given back on its own thread."""
        self._is_over = True
        self._timer.stop()
        self._session.lanes.listener.submit(self._close)

    def _work(self) -> Any:
        if self._is_over:
            return None
        if self._desks is None:
            from desk.services.other_desks import OtherDesks

            self._desks = OtherDesks(self._session.office)
        return self._desks.changes()

    def _close(self) -> None:
        desks, self._desks = self._desks, None
        if desks is not None:
            desks.close()

    def _heard(self, changes: Any) -> None:
        self._asking = False
        if changes is not None and changes.what and not self._is_over:
            self._session.signals.changed.emit(changes)

    def _failed(self, _error: Exception) -> None:
        """The store does not answer: what the clerk does next says so; here it is only tried again later."""
        self._asking, self._left_out = False, DEAF
        self._session.lanes.listener.submit(self._close)
