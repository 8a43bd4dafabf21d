"""While a hidden identity is open, no screenshot, recording or remote screen shows the window that tells it.

Windows alone offers this (``SetWindowDisplayAffinity``); elsewhere nothing keeps a screen from being taken.
"""

import os
from collections.abc import Callable

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
