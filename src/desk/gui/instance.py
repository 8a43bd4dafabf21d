"""One program for one office folder: a second start brings the first window to the front."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 1_000


class OneInstance(QObject):
    """Holds the lock of a folder. A lock left by a program that was killed is taken over."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        home.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(home / "desk.lock"))
        self._lock.setStaleLockTime(0)
        self._name = "desk-" + hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:16]
        self._server: QLocalServer | None = None

    def take(self, on_second: Callable[[], None]) -> bool:
        """Whether this is the first program; ``on_second`` is called when another one is started."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(lambda: self._answer(on_second))
        self._server.listen(self._name)
        return True

    def call_first(self) -> bool:
        """Ask the first program to show itself; False where it belongs to somebody else on this computer."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT):
            return False
        socket.write(b"raise")
        socket.waitForBytesWritten(_WAIT)
        socket.disconnectFromServer()
        return True

    def release(self) -> None:
        """Let the next one in."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _answer(self, on_second: Callable[[], None]) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            on_second()
