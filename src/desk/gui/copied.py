"""What was copied of a hidden identity does not stay on the clipboard: it goes after half a minute, and at the end."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desk.gui.session import Session

STAYS = 30_000
"""Milliseconds."""

_SHORTEST = 2
_UNWATCHED = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'
"""Asks programs that keep what was copied, the clipboard history among them, to leave this out."""


class Copied(QObject):
    """Watches the clipboard while a clerk is at the desk. Only words that were shown of an identity are taken away."""

    def __init__(self, session: Session, stays: int = STAYS) -> None:
        super().__init__(session)
        self.setObjectName("copied")
        self._guarded: set[str] = set()
        self._ours = ""
        self._timer = QTimer(self, interval=stays, singleShot=True)
        self._timer.timeout.connect(self.clear)
        QGuiApplication.clipboard().dataChanged.connect(self._look)
        session.signals.left.connect(self.forget)

    @classmethod
    def of(cls, session: Session) -> "Copied":
        """The one of this clerk."""
        return session.findChild(cls, "copied") or cls(session)

    def guard(self, words: Iterable[str]) -> None:
        """These words are being shown and must not stay on the clipboard."""
        self._guarded |= {word.strip() for word in words if len(word.strip()) >= _SHORTEST}

    def forget(self) -> None:
        """They are shown no longer; what was copied of them goes at once."""
        self.clear()
        self._guarded.clear()

    def clear(self) -> None:
        """Take what was copied away, unless something else has been copied since."""
        self._timer.stop()
        clipboard, ours = QGuiApplication.clipboard(), self._ours
        self._ours = ""
        if ours and clipboard.text() == ours:
            clipboard.clear()

    def _look(self) -> None:
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text()
        if text == self._ours or not self._tells(text):
            return
        self._ours = text
        marked = QMimeData()
        marked.setText(text)
        marked.setData(_UNWATCHED, b"\0\0\0\0")
        clipboard.setMimeData(marked)
        self._timer.start()

    def _tells(self, text: str) -> bool:
        """Whether the text says something of what is guarded, whole or a run of it."""
        said = text.strip()
        return len(said) >= _SHORTEST and any(word in said or said in word for word in self._guarded)
