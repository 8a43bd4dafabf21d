"""Garbage is collected on the windows' thread alone: a window's object that another thread frees kills the program."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
"""Milliseconds between two looks at whether there is anything to collect."""


class Collecting(QObject):
    """From now on the interpreter collects nothing by itself, in no thread; the windows' event loop has it done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """Collect the oldest generation that is due by the interpreter's own thresholds, and those younger."""
    due = [
        age
        for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if 0 < most < count
    ]
    if due:
        gc.collect(due[-1])
