"""The pages of a paper in sight: one large, all of them small beside it, larger and smaller."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QListWidgetItem

from desk.gui.forms.ui_preview import Ui_PreviewPage
from desk.gui.papers import printing

DPI = 110
_ZOOMS = (50, 75, 100, 125, 150, 200)
_THUMB = QSize(110, 156)


class PaperPages(QObject):
    """Fills the thumbnails, the sheet and the zoom of the preview; knows nothing of what the paper is."""

    def __init__(self, page: Ui_PreviewPage) -> None:
        super().__init__()
        self._page = page
        self._percent = 100
        self._pages: list[QPixmap] = []
        self._sheet = QLabel()
        self._sheet.setTextFormat(Qt.TextFormat.PlainText)
        self._sheet.setAccessibleName(QCoreApplication.translate("PreviewPage", "文书页面"))
        page.area.setWidget(self._sheet)
        page.thumbs.setIconSize(_THUMB)
        page.thumbs.currentRowChanged.connect(self._show_sheet)
        page.larger.clicked.connect(lambda: self._zoom(1))
        page.smaller.clicked.connect(lambda: self._zoom(-1))
        page.fit.clicked.connect(self.fit)

    def __len__(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def tell(self, words: str) -> None:
        """Words instead of pages, while there are none."""
        self._pages = []
        self._page.thumbs.clear()
        self._sheet.setText(words)
        self._sheet.adjustSize()

    def show_images(self, images: Sequence[QImage], *, again: bool) -> None:
        """These pages, the first one large; ``again``: with the mark that a second print bears."""
        self._pages = [QPixmap.fromImage(image) for image in images]
        self._page.thumbs.clear()
        for number, page in enumerate(self._pages, 1):
            if again:
                _mark(page)
            self._page.thumbs.addItem(QListWidgetItem(QIcon(_small(page)), str(number)))
        self._page.thumbs.setCurrentRow(0)
        self.fit()

    def fit(self) -> None:
        """The whole page in sight."""
        if self._pages:
            room = self._page.area.viewport().size()
            page = self._pages[max(self._page.thumbs.currentRow(), 0)]
            fitting = min(room.height() * 100 // page.height(), room.width() * 100 // page.width())
            self._percent = max(20, fitting)
            self._show_sheet(max(self._page.thumbs.currentRow(), 0))

    def _zoom(self, step: int) -> None:
        place = min(range(len(_ZOOMS)), key=lambda n: abs(_ZOOMS[n] - self._percent))
        self._percent = _ZOOMS[max(0, min(place + step, len(_ZOOMS) - 1))]
        self._show_sheet(self._page.thumbs.currentRow())

    def _show_sheet(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            page = self._pages[row]
            self._sheet.setPixmap(_scaled(page, page.size() * (self._percent / 100)))
            self._sheet.adjustSize()
            self._page.zoom.setText(f"{self._percent} %")


def _small(page: QPixmap) -> QPixmap:
    return _scaled(page, _THUMB)


def _scaled(page: QPixmap, size: QSize) -> QPixmap:
    smooth = Qt.TransformationMode.SmoothTransformation
    return page.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)


def _mark(page: QPixmap) -> None:
    painter = QPainter(page)
    printing.mark(painter, page.width(), DPI)
    painter.end()
