"""The bar that tells: what was done and what can be done about it; nothing to click away, and no secret for long."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desk.gui import told
from desk.gui.case.undoing import Undoing

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow

CODE_LASTS = 60_000
"""Milliseconds that a reporter's code stands there: read out and read back. The receipt bears it besides."""
_SHORT = 6_000
_LONG = 15_000


class Telling(QObject):
    """One line below the pages, with buttons beside it (``SavedBar``)."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._with_code: Any = None
        self.hide_later = QTimer(self, singleShot=True)
        self._code_goes = QTimer(self, interval=CODE_LASTS, singleShot=True)
        self._code_goes.timeout.connect(self.forget_code)

    def say(self, words: str, tone: str = "plain") -> None:
        """A line; it goes by itself unless it tells of a refusal."""
        self._window.saved.clear()
        self._window.words.setText(words)
        self._show(tone)

    def keep(self, milliseconds: int) -> None:
        """Leave the bar where it is for so long."""
        self.hide_later.start(milliseconds)

    def stay(self) -> None:
        """Leave the bar where it is until something else is told."""
        self.hide_later.stop()

    def registered(self, done: Any) -> None:
        """The new case and its papers; a reporter's code stands there until the next act, or a minute."""
        window = self._window
        window.words.setText(told.registered(done, done.code))
        window.saved.show_offers(done.case.number, done.offers)
        self._show("good", stay=True)
        if done.code:
            self._with_code = done
            self._code_goes.start()

    def forget_code(self) -> None:
        """Take a reporter's code away; what else was told stays."""
        done, self._with_code = self._with_code, None
        self._code_goes.stop()
        if done is not None and done.code in self._window.words.text():
            self._window.words.setText(told.registered(done))

    def acted(self, done: Any) -> None:
        """A step that was taken, the papers it calls for, and for a while the way back."""
        window = self._window
        window.words.setText(told.acted(done))
        window.saved.show_offers(done.case.number, done.offers)
        self._show(
            "warning" if done.warnings or done.led_back else "good", stay=bool(done.offers or done.led_back)
        )
        if window.session is not None:
            Undoing(window, window.session, done.case.number).ask()

    def _show(self, tone: str, stay: bool = False) -> None:
        window = self._window
        window.bar.setProperty("tone", tone)
        for widget in (window.bar, window.words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        window.bar.show()
        self.hide_later.stop()
        if not stay:
            self.hide_later.start(_SHORT if tone in ("plain", "good") else _LONG)
