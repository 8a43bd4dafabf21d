"""Every dialog that waits for an answer goes through here, so that tests can give the answers."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget


class Dialogs:
    """The real ones. They are few: for files, and before something that cannot be taken back."""

    def file_to_save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        """Where to save; None when the clerk thinks better of it."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        return Path(name) if name else None

    def file_to_open(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        """A file to read; None when the clerk thinks better of it."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
        return Path(name) if name else None

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """A folder to use."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None

    def reason(self, parent: QWidget, title: str, question: str) -> str:
        """Words that the clerk must type before something is voided; empty when nothing was given."""
        words, given = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Normal)
        return words.strip() if given else ""

    def confirm(self, parent: QWidget, title: str, question: str, deed: str) -> bool:
        """Whether to do ``deed`` (a verb, which stands on the button); the safe answer is the one Enter gives."""
        box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        do = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
        leave = box.addButton(
            QCoreApplication.translate("Dialogs", "不{deed}").format(deed=deed),
            QMessageBox.ButtonRole.RejectRole,
        )
        box.setDefaultButton(leave)
        box.exec()
        return box.clickedButton() is do

    def tell(self, parent: QWidget | None, title: str, words: str) -> None:
        """Something so grave that work cannot go on without its being read."""
        box = QMessageBox(QMessageBox.Icon.Critical, title, words, parent=parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()

    def run(self, dialog: Any) -> bool:
        """Show a dialog of ours; whether it was accepted."""
        return bool(dialog.exec())
