"""A form's layout file beside the editor: drawn as it stands, again at each save, its faults in words with the line."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from desk.gui.forms.ui_manual_layout import Ui_LayoutPart
from desk.gui.papers import printing
from desk.gui.session import Session

_BREATH = 400
"""Milliseconds between two looks at the file, while somebody looks at the page."""
_DPI = 96


class LayoutPart(QWidget, Ui_LayoutPart):
    """One file at a time. What was drawn last stays in sight while the file has a fault."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self._file: Path | None = None
        self._saved = -1
        self._asking = False
        self._timer = QTimer(self, interval=_BREATH)
        self._timer.timeout.connect(self._look)
        self.choose.clicked.connect(self._choose)

    def take_focus(self) -> None:
        """Put the cursor where a file is chosen."""
        self.choose.setFocus()

    def show_file(self, file: Path) -> None:
        """Draw this file, and again whenever it is saved."""
        self._file, self._saved = file, -1
        self.file.setText(str(file))
        self._timer.start()
        self._look()

    def pages(self) -> int:
        """How many pages are in sight."""
        return self.column.count()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if self._file is not None:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        self._timer.stop()

    def _choose(self) -> None:
        file = self.session.dialogs.file_to_open(self, self.tr("选择版式文件"), Path.home(), "TOML (*.toml)")
        if file is not None:
            self.show_file(file)

    def _look(self) -> None:
        if self._file is None or self._asking:
            return
        self._asking = True
        self.session.report(
            partial(_drawn, self.session.office, self._file, self._saved), self._show, self._failed
        )

    def _show(self, answer: tuple[Path, int, Any, list[QImage]]) -> None:
        self._asking = False
        file, saved, sketch, images = answer
        if file != self._file:
            self._look()
            return
        self._saved = saved
        if sketch is None:
            return
        words = sketch.fault or self.tr("已画：{pages} 页").format(pages=sketch.pages)
        self.told.setText(words)
        self.told.setProperty("problem", "error" if sketch.fault else "")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.show()
        if not sketch.fault:
            self._put(images)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._timer.stop()
        self.session.fail(error)

    def _put(self, images: list[QImage]) -> None:
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for image in images:
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(image))
            sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(sheet)


def _drawn(office: Any, file: Path, before: int) -> tuple[Path, int, Any, list[QImage]]:
    """Runs beside the windows: the file as it stands, where it was saved since ``before``."""
    from desk.services import drawn_papers, layout_preview

    saved = layout_preview.saved(file)
    if saved == before:
        return file, saved, None, []
    sketch = layout_preview.sketch(office, file)
    pages = drawn_papers.pictures(sketch.data, _DPI) if sketch.data else ()
    return file, saved, sketch, [printing.image(page) for page in pages]
