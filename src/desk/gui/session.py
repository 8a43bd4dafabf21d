"""An opened office with the clerk who sits at it: all that a part of the window needs to ask and to act."""

import sys
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.gui.dialogs import Dialogs
from desk.gui.remember import Remembered
from desk.gui.signals import Signals
from desk.gui.task import Lanes, Task

Then = Callable[[Any], None]


class Session(QObject):
    """Questions go to the reading lanes, acts to the writing lane; what an act changed is told to everybody."""

    def __init__(self, office: Any, viewer: Viewer, dialogs: Dialogs, lanes: Lanes | None = None) -> None:
        super().__init__()
        self.office = office
        self.viewer = viewer
        self.dialogs = dialogs
        self.lanes = lanes or Lanes()
        self.signals = Signals(self)
        self.remembered = Remembered(Path(office.home))
        self.looked_at: set[int] = set()
        """The grants by which an identity was shown here: the first showing of each is put on record."""
        self._is_over = False

    @property
    def rulebook(self) -> Any:
        """The rulebook in force."""
        return self.office.rulebook

    def book_of(self, view: Any) -> Any:
        """The manual under which a case that has been read was taken in; it was loaded with the case."""
        return self.office.rulebook_of(view.case)

    def read(self, work: Callable[[], Any], then: Then, failed: Then | None = None) -> Task:
        """Ask the store something; ``then`` gets the answer on the windows' thread."""
        return self._start(self.lanes.readers, work, then, failed)

    def write(self, work: Callable[[], Any], then: Then | None = None, failed: Then | None = None) -> Task:
        """Do something in the store; afterwards everybody hears what changed."""
        return self._start(self.lanes.writer, work, then, failed, self._tell)

    def report(self, work: Callable[[], Any], then: Then, failed: Then | None = None) -> Task:
        """Long work that must not keep short questions waiting."""
        return self._start(self.lanes.reports, work, then, failed)

    def listen(self, work: Callable[[], Any], then: Then, failed: Then | None = None) -> Task:
        """Ask whether other desks did something, on a thread that does nothing else."""
        return self._start(self.lanes.listener, work, then, failed)

    def say(self, words: str, tone: str = "plain") -> None:
        """A line in the bar below; nothing to click away."""
        self.signals.said.emit(words, tone)

    def mention(self, words: str) -> None:
        """A line that nobody waits for: it takes no paper's button out of the bar."""
        self.signals.mentioned.emit(words)

    def fail(self, error: Exception) -> None:
        """Tell a refusal in its own words; anything else is our defect and goes where defects are reported."""
        if isinstance(error, DeskError):
            message = error.message.removesuffix("。")
            self.say(f"{message}。{error.hint}" if error.hint else message, "error")
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def leave(self) -> None:
        """The clerk goes: what was begun is done, but nobody is told any more."""
        self.signals.left.emit()
        self._is_over = True
        for task in self.findChildren(Task):
            task.mute()

    def close(self) -> None:
        """End the lanes and the office."""
        self.leave()
        self.lanes.close()
        self.office.close()

    def _start(
        self, lane: Executor, work: Callable[[], Any], then: Then | None, failed: Then | None, *also: Then
    ) -> Task:
        task = Task(work, self)
        if self._is_over:
            return task
        for receiver in (*also, *([then] if then else [])):
            task.succeeded.connect(receiver)
        task.failed.connect(failed or self.fail)
        return task.start(lane)

    def _tell(self, answer: Any) -> None:
        changes = getattr(answer, "changes", answer)
        if getattr(changes, "what", None):
            self.signals.changed.emit(changes)
