"""The recovery key on the screen: printed or copied out, then taken off this computer."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desk.domain.errors import DeskError
from desk.gui.dialogs import Dialogs
from desk.gui.forms.ui_setup_recovery import Ui_RecoveryPart
from desk.gui.papers import printing
from desk.gui.task import Lanes, Task


class RecoveryPart(QWidget, Ui_RecoveryPart):
    """``left`` comes when the clerk goes on, now or later."""

    left = Signal()

    def __init__(self, office: Any, key: str, dialogs: Dialogs, lanes: Lanes) -> None:
        super().__init__()
        self.setupUi(self)
        self._office, self._dialogs, self._lanes = office, dialogs, lanes
        self.show_key(key)
        self.print_key.clicked.connect(self._print)
        self.save_key.clicked.connect(self._save)
        self.copied.toggled.connect(self.done.setEnabled)
        self.done.clicked.connect(self._finish)
        self.later.clicked.connect(self.left)
        if not printing.printers():
            self.print_key.setEnabled(False)
            self.told.setText(self.tr("这台电脑没有打印机，请抄写，或另存到 U 盘后到别处打印。"))

    def show_key(self, key: str) -> None:
        """Show this key, in groups that can be copied out."""
        groups = key.split("-")
        half = (len(groups) + 1) // 2
        font = QFont(self.font())
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        self.key.setFont(font)
        self.key.setText(f"{' - '.join(groups[:half])} -\n{' - '.join(groups[half:])}" if key else "")
        self.key.setAccessibleName(self.tr("恢复密钥"))

    def take_focus(self) -> None:
        """Put the cursor where the clerk goes on."""
        (self.print_key if self.print_key.isEnabled() else self.save_key).setFocus()

    def _print(self) -> None:
        from desk.services import drawn_papers, recovery

        office, printer = self._office, printing.printers()[0]

        def work() -> str:
            drawn = printing.Drawn(drawn_papers.pictures, drawn_papers.bands)
            printing.print_out(
                recovery.sheet(office), self.tr("恢复密钥"), printing.Target(printer), drawn, reprint=False
            )
            return self.tr("已送到打印机 {printer}。请核对打印件后再打勾。").format(printer=printer)

        self._do(work, self.told.setText)

    def _save(self) -> None:
        from desk.services import recovery, saving

        target = self._dialogs.file_to_save(
            self, self.tr("另存恢复密钥"), Path.home() / f"{self.tr('恢复密钥')}.pdf", "PDF (*.pdf)"
        )
        if target is not None:
            office = self._office
            told = self.tr("已存为 {path}。打印后请把这个文件也删去。")
            self._do(
                lambda: saving.save(recovery.sheet(office), target),
                lambda saved: self.told.setText(told.format(path=saved.path)),
            )

    def _finish(self) -> None:
        from desk.services import recovery

        if not self.remove.isChecked():
            self.left.emit()
            return
        self._do(lambda: recovery.remove(self._office), lambda _: self.left.emit())

    def _do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        task = Task(work, self)
        task.succeeded.connect(then)
        task.failed.connect(self._failed)
        task.start(self._lanes.writer)

    def _failed(self, error: Exception) -> None:
        words = (
            f"{error.message}。{error.hint}"
            if isinstance(error, DeskError)
            else self.tr("没有成功。请抄写下来，再告诉管理员。")
        )
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.show()
        if not isinstance(error, (DeskError, OSError)):
            sys.excepthook(type(error), error, error.__traceback__)
