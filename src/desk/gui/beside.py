"""What a window does beside its clerk's work: it hears of other desks, lets days pass, and tells it when the bar is free."""

from typing import TYPE_CHECKING

from desk.gui.day.counting_ahead import CountingAhead
from desk.gui.day.raising import Raising
from desk.gui.listening import Listening
from desk.gui.session import Session

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow


class Beside:
    """Begins with a clerk and stops when the clerk goes."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._untold: list[str] = []
        self.listening: Listening | None = None
        self.raising: Raising | None = None
        self.counting: CountingAhead | None = None

    def begin(self, session: Session) -> None:
        """Work for this clerk."""
        self.stop()
        self.listening = Listening(session, self._is_awake, self._window)
        self.raising = Raising(session, self.say_later, self._window)
        self.counting = CountingAhead(session, self._window)
        self.raising.done.connect(self.counting.begin)

    def stop(self) -> None:
        """Work no more, and forget what was not told."""
        for one in (self.listening, self.raising, self.counting):
            if one is not None:
                one.stop()
                one.deleteLater()
        self.listening = self.raising = self.counting = None
        self._untold = []

    def say_later(self, words: str) -> None:
        """A line that nobody waits for: it comes when the bar is free, and takes no paper's button away."""
        self._untold.append(words)
        if not self._window.bar.isVisible():
            self.tell_next()

    def tell_next(self) -> None:
        """The bar is free."""
        if self._untold:
            self._window.say(self._untold.pop(0), "warning")

    def _is_awake(self) -> bool:
        window = self._window
        return window.isVisible() and not window.isMinimized() and not window.is_locked()
