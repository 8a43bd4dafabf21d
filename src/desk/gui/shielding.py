"""While a hidden identity or a paper that may name it is open, no screenshot, recording or remote screen shows the window that tells it.

Windows alone offers this (``SetWindowDisplayAffinity``); elsewhere nothing keeps a screen from being taken.
"""

import os
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

SHOWN, ONLY_ON_THE_MONITOR, LEFT_OUT = 0x00, 0x01, 0x11
"""``WDA_NONE``; ``WDA_MONITOR``, black in a picture; ``WDA_EXCLUDEFROMCAPTURE``, not in it, since Windows 10 of 2004."""

Affinity = Callable[[int, int], bool]


def of_windows() -> Affinity | None:
    """What sets the flag of a window by its handle and answers whether it took it; None on other systems."""
    if os.name != "nt":
        return None
    import ctypes

    call = getattr(ctypes, "windll").user32.SetWindowDisplayAffinity  # noqa: B009 - known on Windows alone
    return lambda handle, flag: bool(call(handle, flag))


def shield(widget: QWidget, affinity: Affinity | None) -> None:
    """Keep the window of ``widget`` out of pictures of the screen; an older Windows at least blackens it."""
    if affinity is not None:
        handle = int(widget.window().winId())
        any(affinity(handle, flag) for flag in (LEFT_OUT, ONLY_ON_THE_MONITOR))


def unshield(widget: QWidget, affinity: Affinity | None) -> None:
    """Nothing hidden is shown any more."""
    if affinity is not None:
        affinity(int(widget.window().winId()), SHOWN)


class Shield(QObject):
    """Held up before a part of a window; the window is left out of pictures while that part is in sight."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part, self._affinity, self._is_up = part, of_windows(), False
        part.installEventFilter(self)

    def up(self) -> None:
        """Something hidden is told here from now on."""
        self._is_up = True
        if self._part.isVisible():
            shield(self._part, self._affinity)

    def down(self) -> None:
        """Nothing hidden is told here any more."""
        if self._is_up:
            unshield(self._part, self._affinity)
        self._is_up = False

    def eventFilter(self, _part: QObject, event: QEvent) -> bool:  # noqa: D102
        if self._is_up and event.type() == QEvent.Type.Show:
            shield(self._part, self._affinity)
        if self._is_up and event.type() == QEvent.Type.Hide and not event.spontaneous():
            unshield(self._part, self._affinity)  # a minimised window stays hidden from pictures
        return False
