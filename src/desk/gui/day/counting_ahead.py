"""Months that are over are counted beside the clerk's work, one at a time, before somebody asks for their figures."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desk.domain.errors import DeskError
from desk.gui.session import Session

_BREATH = 200
"""Milliseconds between two months, so that a report that somebody asks for is never long in the queue."""


class CountingAhead(QObject):
    """Begins when the day's cases have been judged anew, at the one desk that did so."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_over = False

    def begin(self) -> None:
        """Find out which months there are."""
        from desk.services.ahead import Ahead

        ahead = Ahead(self._session.office, self._session.viewer)
        self._session.report(ahead.months, lambda found: self._go_on(ahead, iter(found)), self._failed)

    def stop(self) -> None:
        """Begin nothing more."""
        self._is_over = True

    def _go_on(self, ahead: Any, months: Iterator[Any]) -> None:
        month = next(months, None)
        if month is not None and not self._is_over:
            again = partial(self._go_on, ahead, months)
            self._session.report(
                partial(ahead.keep, month), lambda _: QTimer.singleShot(_BREATH, self, again), self._failed
            )

    def _failed(self, error: Exception) -> None:
        """What could not be counted now is counted when it is asked for; a defect of ours is reported."""
        if not isinstance(error, DeskError):
            self._session.fail(error)
