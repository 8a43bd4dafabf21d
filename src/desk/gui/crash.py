"""When the program has a defect: what is written down (never what people typed) and what the clerk is told."""

import faulthandler
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from desk.defects import LOG, record

_files = []


def report_defects(home: Path, tell: Callable[[str], None]) -> None:
    """Write every defect to the office's log folder and tell the clerk in Chinese; typed text is not touched."""
    folder = home / LOG
    folder.mkdir(parents=True, exist_ok=True)
    crash = (folder / "crash.txt").open("a", encoding="utf-8")
    _files.append(crash)
    faulthandler.enable(crash)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        mark = record(folder, error)
        words = QCoreApplication.translate(
            "Crash",
            "程序出了一点问题（记录号 {mark}），已记入日志。填写的内容还在，请再试一次；仍不行请告诉管理员。",
        )
        tell(words.format(mark=mark))

    sys.excepthook = hook
