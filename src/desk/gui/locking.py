"""A desk that nobody touches or that is minimised locks itself, and opens again where one left off. Never while a draft is being typed.

With the Windows session it locks even then: who locks the session goes, and what was typed lies under the cover.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from desk.domain.viewer import Viewer
from desk.gui.login_page import LoginPage
from desk.gui.session import Session
from desk.gui.session_lock import Registers, SessionLock, of_windows

IDLE = 15 * 60_000
"""Milliseconds without a key or a mouse."""

_TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


class Lock(QObject):
    """Watches one window. Only clerks with a password are locked out: without one there would be nothing to ask for."""

    def __init__(
        self, window: Any, is_busy: Callable[[], bool], other: Callable[[Viewer], None],
        sitting: Callable[[], Viewer | None] = lambda: None, idle: int = IDLE,
        registers: Registers | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._is_busy, self._other, self._sitting = window, is_busy, other, sitting
        self._registers = registers or of_windows()
        self._page: LoginPage | None = None
        self._before: QWidget | None = None
        self._timer = QTimer(self, interval=idle, singleShot=True)
        self._timer.timeout.connect(self._idle)
        self.session_lock: SessionLock | None = None

    def watch(self) -> None:
        """Begin: what the window system sends to this window counts as touching it."""
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
            handle.windowStateChanged.connect(self._minimised)
        self.session_lock = SessionLock(self._window, self.lock, self._registers)
        self._timer.start()

    @property
    def is_locked(self) -> bool:
        """Whether somebody has to sign in."""
        return self._page is not None

    def lock(self) -> None:
        """Cover the window with the sign-in page."""
        session: Session | None = self._window.session
        if session is not None and not self.is_locked:
            session.read(session.office.users, self._cover)

    def _cover(self, users: Any) -> None:
        session: Session | None = self._window.session
        me = next((user for user in users if session and user.id == session.viewer.user), None)
        if session is None or me is None or not me.has_password or self.is_locked:
            self._timer.start()
            return
        self._before = self._window.focusWidget()
        self._window.centralWidget().setEnabled(False)
        self._page = LoginPage(session.office, users, session.lanes, me.id, self._sitting())
        self._page.setParent(self._window)
        self._page.setAutoFillBackground(True)
        self._page.signed_in.connect(self._signed_in)
        self._page.setGeometry(self._window.rect())
        self._page.show()
        self._page.raise_()
        self._page.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in _TOUCHES and not self.is_locked:
            self._timer.start()
        if event.type() == QEvent.Type.Resize and self._page is not None:
            self._page.setGeometry(self._window.rect())
        return False

    def _minimised(self, state: Qt.WindowState) -> None:
        if state == Qt.WindowState.WindowMinimized and not self._is_busy():
            self.lock()

    def _idle(self) -> None:
        if self._is_busy():
            self._timer.start()
        else:
            self.lock()

    def _signed_in(self, viewer: Viewer) -> None:
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        self._window.centralWidget().setEnabled(True)
        self._timer.start()
        session: Session | None = self._window.session
        if session is not None and viewer.user != session.viewer.user:
            self._other(viewer)
        elif self._before is not None:
            self._before.setFocus()
