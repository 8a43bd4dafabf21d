"""The desk locks with the Windows session: Win+L, a screen saver that asks for the password, a remote session that is left.

Windows tells those windows of it that have registered (``WTSRegisterSessionNotification``); the numbers are those of
``winuser.h`` and ``wtsapi32.h``. Other systems tell nothing here; there the desk locks when idle or minimised.
"""

import os
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication
from PySide6.QtWidgets import QWidget

WM_WTSSESSION_CHANGE = 0x02B1
CONSOLE_DISCONNECT, REMOTE_DISCONNECT, SESSION_LOCK = 0x2, 0x4, 0x7
LEAVING = frozenset({CONSOLE_DISCONNECT, REMOTE_DISCONNECT, SESSION_LOCK})
"""Reasons for which nobody sees the screen any more; unlocking (0x8) and the like are none."""
_KINDS = (b"windows_generic_MSG", b"windows_dispatcher_MSG")
_THIS_SESSION = 0

Registers = Callable[[int], bool]


def of_windows() -> Registers | None:
    """What registers a window by its handle and answers whether it was taken; None on other systems."""
    if os.name != "nt":
        return None
    import ctypes

    call = getattr(ctypes, "windll").wtsapi32.WTSRegisterSessionNotification  # noqa: B009 - known on Windows alone
    return lambda handle: bool(call(handle, _THIS_SESSION))


def is_left(message: int, reason: int) -> bool:
    """Whether a message of Windows says that the session was locked or left. ``reason`` is its ``wParam``."""
    return message == WM_WTSSESSION_CHANGE and reason in LEAVING


class SessionLock(QAbstractNativeEventFilter):
    """Listens for one window, as long as it is kept; ``left`` is called when the session is locked or left."""

    def __init__(self, window: QWidget, left: Callable[[], None], registers: Registers | None) -> None:
        super().__init__()
        self._left = left
        self.listens = registers is not None and registers(int(window.winId()))
        application = QCoreApplication.instance()
        if self.listens and application is not None:
            application.installNativeEventFilter(self)

    def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:  # noqa: D102 - Qt's own
        if bytes(kind) in _KINDS:
            said = wintypes.MSG.from_address(int(message))
            if is_left(said.message, said.wParam):
                self._left()
        return False, 0
