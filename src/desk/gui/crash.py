"""When the program has a defect: what is written down (never what people typed) and what the clerk is told."""

import faulthandler
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from desk import __version__
from desk.domain.moments import OFFICE_ZONE

LOG = "log"
_LARGEST = 1_000_000
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
        mark = f"{datetime.now(OFFICE_ZONE):%m%d-%H%M%S}"
        _write(folder / "defects.txt", mark, describe(error))
        words = QCoreApplication.translate(
            "Crash",
            "程序出了一点问题（记录号 {mark}），已记入日志。填写的内容还在，请再试一次；仍不行请告诉管理员。",
        )
        tell(words.format(mark=mark))

    sys.excepthook = hook


def describe(error: BaseException) -> str:
    """Where it happened, without a single value: kinds of error and places in the program."""
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"  {Path(f.filename).name}:{f.lineno} {f.name}"
            for f in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(lines)


def _write(path: Path, mark: str, words: str) -> None:
    try:
        old = path.read_text("utf-8") if path.exists() and path.stat().st_size < _LARGEST else ""
        path.write_text(
            f"{old}{mark} desk {__version__} Python {sys.version.split()[0]}\n{words}\n\n", "utf-8"
        )
    except OSError:  # a full disk must not make one defect into two
        return
