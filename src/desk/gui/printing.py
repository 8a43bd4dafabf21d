"""From a paper's bytes to a printer: the very file where the system takes PDF, else greyscale pages at full size."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

FINEST = 600
"""Dots per inch beyond which a page only grows, not its sharpness."""

REPRINT = "补打"


@dataclass(frozen=True, slots=True)
class Target:
    """Where to print: a printer's name and how many; without a name the PDF goes to ``folder``."""

    printer: str
    copies: int = 1
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: on which printer, or in which file."""

    printer: str
    copies: int
    file: Path | None = None


def printers() -> list[str]:
    """The printers of this computer, the usual one first."""
    names = list(QPrinterInfo.availablePrinterNames())
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: name != usual)


def takes_pdf() -> bool:
    """Whether the printing system takes the PDF itself (CUPS)."""
    return os.name != "nt" and shutil.which("lp") is not None


Pictures = Callable[[bytes, int], Sequence[bytes]]


def print_out(data: bytes, name: str, target: Target, pictures: Pictures, *, reprint: bool) -> Outcome:
    """Print; runs beside the windows. ``name`` is what the spool list and a file are called."""
    if not target.printer:
        return Outcome("", 0, _keep(data, name, target.folder or Path.cwd()))
    if takes_pdf() and not reprint:
        words = ["lp", "-d", target.printer, "-n", str(target.copies), "-t", name, "-o", "print-scaling=none"]
        subprocess.run(words, input=data, check=True, capture_output=True, timeout=60)
        return Outcome(target.printer, target.copies)
    printer = QPrinter(QPrinterInfo.printerInfo(target.printer), QPrinter.PrinterMode.HighResolution)
    paint(printer, name, target.copies, data, pictures, reprint=reprint)
    return Outcome(target.printer, target.copies)


def paint(printer: QPrinter, name: str, copies: int, data: bytes, pictures: Pictures, *, reprint: bool) -> None:
    """Draw the pages in grey, at the printer's resolution, to the edges of the sheet and at 100 %."""
    printer.setDocName(name)
    printer.setCopyCount(copies)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dpi = min(printer.resolution(), FINEST)
    pages = [QImage.fromData(page) for page in pictures(data, dpi)]
    painter: QPainter | None = None
    for page in pages:
        size = QPageSize(_millimetres(page, dpi), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        if painter is None:
            painter = QPainter(printer)
        else:
            printer.newPage()
        scale = printer.resolution() / dpi
        grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(QRectF(0, 0, page.width() * scale, page.height() * scale), grey)
        if reprint:
            mark(painter, page.width() * scale, printer.resolution())
    if painter is not None:
        painter.end()


def mark(painter: QPainter, width: float, dpi: float) -> None:
    """The mark of a reprint over the upper right corner; the stored bytes stay as they are."""
    unit = dpi / 25.4
    box = QRectF(width - 32 * unit, 8 * unit, 20 * unit, 9 * unit)
    painter.save()
    painter.setPen(QPen(QColor(90, 90, 90), max(unit * 0.4, 1)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    font = QFont(painter.font())
    font.setPixelSize(max(int(6 * unit), 8))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, REPRINT)
    painter.restore()


def _millimetres(page: QImage, dpi: int) -> QSizeF:
    return QSizeF(page.width() * 25.4 / dpi, page.height() * 25.4 / dpi)


def _keep(data: bytes, name: str, folder: Path) -> Path:
    from desk.services.saving import save

    folder.mkdir(parents=True, exist_ok=True)
    safe = "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in name)[:80]
    return save(data, folder / f"{safe or 'paper'}.pdf").path
