"""Work beside the windows: lanes for writing, reading, long reports and listening; answers come back as signals."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

Work = Callable[[], Any]


class Lanes:
    """The threads of one opened office. Writes keep their order because they have one lane of their own."""

    def __init__(self) -> None:
        self.writer: Executor = ThreadPoolExecutor(1, "desk-write")
        self.readers: Executor = ThreadPoolExecutor(2, "desk-read")
        self.reports: Executor = ThreadPoolExecutor(1, "desk-report")
        self.listener: Executor = ThreadPoolExecutor(1, "desk-listen")

    def close(self) -> None:
        """Let what has begun end; what waits unread is dropped, what waits to be written is written."""
        self.readers.shutdown(cancel_futures=True)
        self.reports.shutdown(cancel_futures=True)
        self.listener.shutdown()
        self.writer.shutdown()


class Task(QObject):
    """One piece of work on a lane. ``succeeded`` or ``failed`` arrive on the thread of the windows, once."""

    succeeded = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._dropped = self._muted = False
        self._ended.connect(self._deliver)

    def start(self, lane: Executor) -> "Task":
        """Hand the work to a lane."""
        _UNDER_WAY.add(self)
        lane.submit(self._run).add_done_callback(self._gone_if_cancelled)
        return self

    def _gone_if_cancelled(self, future: Future[None]) -> None:
        if future.cancelled():
            _UNDER_WAY.discard(self)

    def drop(self) -> None:
        """Nobody waits for the answer any more; what has not begun need not be done."""
        self._dropped = self._muted = True

    def mute(self) -> None:
        """Nobody waits for the answer any more, but it is to be done."""
        self._muted = True

    def _run(self) -> None:
        answer, error = None, None
        try:
            answer = None if self._dropped else self._work()
        except Exception as caught:  # noqa: BLE001 - carried over to the windows' thread, where it is told or reported
            error = caught
        try:
            self._ended.emit(answer, error)
        except RuntimeError:  # the program has ended meanwhile
            _UNDER_WAY.discard(self)

    def _deliver(self, answer: object, error: object) -> None:
        _UNDER_WAY.discard(self)
        if self._muted:
            return
        if error is None:
            self.succeeded.emit(answer)
        else:
            self.failed.emit(error)


_UNDER_WAY: set[Task] = set()


def under_way() -> bool:
    """Whether any answer is still to come; those of a closed window will not."""
    for task in [task for task in _UNDER_WAY if not isValid(task)]:
        _UNDER_WAY.discard(task)
    return bool(_UNDER_WAY)


class Newest:
    """Numbers the questions of one place, so that only the answer to the newest one counts."""

    def __init__(self) -> None:
        self._number = 0

    def only(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        """``then``, which does nothing once a newer question has been asked, or its part of the window is gone."""
        self._number += 1
        mine, asker = self._number, getattr(then, "__self__", None)

        def answer(value: Any) -> None:
            # Qt drops what a method is told whose object is gone; a function of ours has to ask.
            is_gone = isinstance(asker, QObject) and not isValid(asker)
            if mine == self._number and not is_gone:
                then(value)

        return answer

    def forget(self) -> None:
        """No answer that is still under way counts any more."""
        self._number += 1
