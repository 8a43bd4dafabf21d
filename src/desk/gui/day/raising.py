"""What days do by themselves: open cases are judged anew beside the clerk's work, a few at a time (CAP-41)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desk.domain.errors import DeskError
from desk.gui.session import Session

_FIRST = 5_000
"""Milliseconds after the window is up."""
_MINUTE = 60_000
_BREATH = 40
"""Milliseconds between two parts, so that what the clerk saves is never long in the queue."""
_AT_ONCE = 20
_TOLD = 3


class Raising(QObject):
    """Looks each minute whether an hour or midnight has passed; the office sees to it that one desk does the work."""

    done = Signal()
    """This desk has judged all open cases anew."""

    def __init__(self, session: Session, tell: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tell = session, tell
        self._raised: dict[str, str] = {}
        self._is_busy = self._is_over = False
        self._timer = QTimer(self, interval=_MINUTE)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._soon = QTimer(self, interval=_FIRST, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._soon.start()

    def look(self) -> None:
        """Begin, if it is time and no desk has begun."""
        if self._is_busy or self._is_over:
            return
        from desk.services import refresh

        self._is_busy, self._raised = True, {}
        self._session.write(partial(refresh.begin, self._session.office), self._begun, self._failed)

    def stop(self) -> None:
        """Begin nothing more."""
        self._is_over = True
        self._timer.stop()
        self._soon.stop()

    def _begun(self, mine: bool) -> None:
        if mine:
            self._go_on(None)
        else:
            self._is_busy = False

    def _go_on(self, after: int | None) -> None:
        from desk.services import refresh

        if not self._is_over:
            work = partial(refresh.part, self._session.office, self._session.viewer, after, _AT_ONCE)
            self._session.write(work, self._did, self._failed)

    def _did(self, part: Any) -> None:
        self._raised |= part.raised
        if part.last is not None:
            QTimer.singleShot(_BREATH, self, partial(self._go_on, part.last))
            return
        self._is_busy = False
        if self._raised:
            self._tell(self._words(self._raised))
        if not self._is_over:
            self.done.emit()

    def _words(self, raised: Mapping[str, str]) -> str:
        shown = "　".join(f"{number} {words}" for number, words in list(raised.items())[:_TOLD])
        more = self.tr("　等 {count} 件").format(count=len(raised)) if len(raised) > _TOLD else ""
        return self.tr("已按规则自动重新定级：{cases}{more}").format(cases=shown, more=more)

    def _failed(self, error: Exception) -> None:
        """A store that is busy now is asked again in an hour; a defect of ours is reported."""
        self._is_busy = False
        if not isinstance(error, DeskError):
            self._session.fail(error)
