"""Long work beside the window: how far it is, and a button to stop it; an export: where to, and where the file came to lie."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from desk.domain.errors import DeskError
from desk.gui.parts import line
from desk.gui.session import Session

KINDS = {".xlsx": "Excel (*.xlsx)", ".csv": "CSV (*.csv)", ".pdf": "PDF (*.pdf)"}
Make = Callable[[str, Callable[[int, int], bool]], Any]
"""Makes the file for a suffix (``Written``); the second argument hears how far it is and says whether to go on."""


class WaitBar(QWidget):
    """Hidden while nothing is under way; the window stays as it is meanwhile."""

    _progressed = Signal(int, int)

    def __init__(self, progress: str, stop: str) -> None:
        super().__init__()
        self._stop = False
        self.words = line("", muted=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(progress)
        self.stop = QPushButton(stop)
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, self.progress, self.stop):
            row.addWidget(widget)
        self._progressed.connect(self._show)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that something begins."""
        self.prepare(words)
        self.show()

    def prepare(self, words: str) -> None:
        """Something begins that is shown only if it takes long: once it tells that some is done."""
        self._stop = False
        self.progress.setRange(0, 0)
        self.words.setText(words)

    def tell(self, done: int, total: int) -> bool:
        """Called on the working thread: how far it is; whether to go on."""
        self._progressed.emit(done, total)
        return not self._stop

    def _show(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if done and not self._stop:
            self.show()

    def cancel(self) -> None:
        """Have it stop."""
        self._stop = True
        self.words.setText(self.tr("正在取消…"))


class ExportBar(WaitBar):
    """One export at a time."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("导出进度"), self.tr("取消导出"))
        self.session = session

    def save(self, title: str, make: Make, suffixes: Sequence[str] = (".xlsx", ".csv", ".pdf")) -> None:
        """Ask where to, make the file beside the window, and say where it lies and why, if not there."""
        from desk.services import saving

        if not self.isHidden():
            self.session.say(self.tr("上一份还在导出"), "warning")
            return
        target = self._target(title, suffixes)
        if target is None:
            return
        self.begin(self.tr("正在导出{title}…").format(title=title))

        def work() -> Any:
            written = make(target.suffix.lower(), self.tell)
            if self._stop:
                raise DeskError("cancelled", "已取消导出，没有写文件")
            return written, saving.save(written.data, target)

        self.session.report(work, self._saved, self._failed)

    def _target(self, title: str, suffixes: Sequence[str]) -> Path | None:
        kinds = ";;".join(KINDS[suffix] for suffix in suffixes)
        proposed = Path.home() / f"{title}{suffixes[0]}"
        target = self.session.dialogs.file_to_save(self, self.tr("导出"), proposed, kinds)
        if target is None or target.suffix.lower() in suffixes:
            return target
        return target.with_name(f"{target.name}{suffixes[0]}")

    def _saved(self, answer: tuple[Any, Any]) -> None:
        written, saved = answer
        self.hide()
        told = [self.tr("已导出到 {path}").format(path=saved.path), written.notice, saved.notice]
        warns = bool(written.notice or saved.notice)
        self.session.say("　".join(filter(None, told)), "warning" if warns else "good")

    def _failed(self, error: Exception) -> None:
        self.hide()
        self.session.fail(error)
