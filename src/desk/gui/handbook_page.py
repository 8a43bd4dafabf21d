"""The user's handbook (操作手册): its chapters at the left, the chosen one with its pictures at the right."""

import re
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from desk.gui.forms.ui_handbook import Ui_HandbookPage
from desk.paths import resource

FOLDER = resource("handbook")
TEXT = FOLDER / "handbook.zh-CN.md"
_IMAGE = QTextDocument.ResourceType.ImageResource.value
_BESIDE = 40
"""Pixels that a picture leaves free beside it, for the margin and the scroll bar."""


_SOFT_BREAK = re.compile(r"(?<=[^\n])\n(?=[^\n\s\-*!#\d|])")
"""Where a line of the file ends within a sentence: Chinese has no space there."""


class Chapter(NamedTuple):
    """A chapter: its title and its text, in Markdown."""

    title: str
    text: str


def chapters(text: str) -> tuple[Chapter, ...]:
    """The chapters of the handbook; what stands before the first belongs to it."""
    preface, *rest = _SOFT_BREAK.sub("", text).split("\n## ")
    parts = [part.partition("\n") for part in rest]
    before = preface.partition("\n")[2].strip()
    return tuple(
        Chapter(title, f"## {title}\n\n{before if place == 0 else ''}\n\n{body}")
        for place, (title, _, body) in enumerate(parts)
    )


class Reader(QTextBrowser):
    """Text with pictures out of the handbook's folder, none wider than the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._text = ""
        self._anew = QTimer(self, interval=0, singleShot=True)
        self._anew.timeout.connect(self._fit)

    def read(self, text: str) -> None:
        """Show a chapter from its beginning."""
        self._text = text
        self._show()

    def _show(self) -> None:
        self.clear()
        self.setCurrentCharFormat(
            QTextCharFormat()
        )  # else the heading that stood here lends its looks to the new text
        self.setMarkdown(self._text)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: D102
        picture = FOLDER / "pictures" / Path(QUrl(name).path()).name
        if kind != _IMAGE or not picture.is_file():
            return None
        image = QImage(str(picture))
        room = self.viewport().width() - _BESIDE
        if image.width() <= room:
            return image
        return image.scaledToWidth(max(room, 1), Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._anew.start()  # not from within: the text being laid out is what is replaced

    def _fit(self) -> None:
        place = self.verticalScrollBar().value()
        self._show()
        self.verticalScrollBar().setValue(place)


class HandbookPage(QWidget, Ui_HandbookPage):
    """Read by keys: up and down among the chapters, Tab into the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setupUi(self)
        self.text = Reader()
        self.text.setAccessibleName(self.title.text())
        self.place.addWidget(self.text)
        self._chapters = chapters(TEXT.read_text("utf-8"))
        self.chapters.ensurePolished()  # else the rows are reckoned without the look's room around words
        self.chapters.addItems([one.title for one in self._chapters])
        self.chapters.currentRowChanged.connect(self._show)
        self.chapters.setCurrentRow(0)

    def take_focus(self) -> None:
        """Put the cursor on the list of chapters."""
        self.chapters.setFocus()

    def _show(self, row: int) -> None:
        self.text.read(self._chapters[row].text)
