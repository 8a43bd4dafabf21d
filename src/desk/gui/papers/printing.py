"""From a paper's bytes to a printer: the very file where the system takes PDF, else greyscale pages at full size."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

FINEST = 600
"""Dots per inch beyond which a page only grows, not its sharpness."""

_SMALL = 72.0

REPRINT = "补打"


@dataclass(frozen=True, slots=True)
class Target:
    """Where to print: a printer's name and how many; without a name the PDF goes to ``folder``.

    ``tray`` is the printing system's own name of a tray, ``sides`` how the sheet is turned; empty leaves it to the printer.
    """

    printer: str
    copies: int = 1
    folder: Path | None = None
    tray: str = ""
    sides: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: on which printer, or in which file."""

    printer: str
    copies: int
    file: Path | None = None


def printers() -> list[str]:
    """The printers of this computer, the usual one first. Asks the printing system: not for the windows' thread."""
    if takes_pdf():
        names, told = _lpstat("-e").split(), _lpstat("-d")
        usual = told.rpartition(": ")[2].strip() if ": " in told else ""
    else:
        names, usual = list(QPrinterInfo.availablePrinterNames()), QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: name != usual)


def _lpstat(word: str) -> str:
    """What CUPS tells; nothing where it does not run."""
    try:
        told = subprocess.run(
            ["lpstat", word], capture_output=True, text=True, errors="replace", timeout=10, check=False,
            env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return told.stdout


SIDES = {
    "one-sided": QPrinter.DuplexMode.DuplexNone,
    "two-sided-long-edge": QPrinter.DuplexMode.DuplexLongSide,
    "two-sided-short-edge": QPrinter.DuplexMode.DuplexShortSide,
}
"""How a sheet can be printed (names of RFC 8011), and Qt's word for it."""


_WINDOWS_TRAYS = ("Auto", "Upper", "Middle", "Lower", "Manual", "Cassette")
"""Windows' drivers know these; which of them a printer has they do not tell Qt."""


def takes_pdf() -> bool:
    """Whether the printing system takes the PDF itself (CUPS)."""
    return os.name != "nt" and shutil.which("lp") is not None


def trays(printer: str) -> list[str]:
    """The trays of a printer by the names that its system gives them; none where it tells of none."""
    if os.name == "nt":
        return list(_WINDOWS_TRAYS)
    if shutil.which("lpoptions") is None:
        return []
    asked = ["lpoptions", "-p", printer, "-l"]
    told = subprocess.run(asked, capture_output=True, text=True, errors="replace", timeout=20, check=False)
    line = next((line for line in told.stdout.splitlines() if line.startswith("InputSlot/")), "")
    return [name.lstrip("*") for name in line.rpartition(":")[2].split()]


@dataclass(frozen=True, slots=True)
class Drawn:
    """How pages become pixels: all pages in colour, or one page in grey as bands (see ``services.notices``)."""

    pictures: Callable[[bytes, float], Iterable[Any]]
    bands: Callable[[bytes, int, float], Iterable[Any]]


def image(picture: Any) -> QImage:
    """Raw pixels as Qt's image; it keeps them alive."""
    kind, wide = (QImage.Format.Format_Grayscale8, 1) if picture.grey else (QImage.Format.Format_RGB888, 3)
    return QImage(picture.pixels, picture.width, picture.height, picture.width * wide, kind).copy()


def print_out(data: bytes, name: str, target: Target, drawn: Drawn, *, reprint: bool) -> Outcome:
    """Print; runs beside the windows. ``name`` is what the spool list and a file are called."""
    if not target.printer:
        kept = marked(data, name, drawn) if reprint else data
        return Outcome("", 0, _keep(kept, name, target.folder or Path.cwd()))
    if takes_pdf():
        sent = marked(data, name, drawn) if reprint else data
        subprocess.run(_lp(name, target), input=sent, check=True, capture_output=True, timeout=60)
        return Outcome(target.printer, target.copies)
    printer = QPrinter(QPrinterInfo.printerInfo(target.printer), QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(target.copies)
    if target.sides in SIDES:
        printer.setDuplex(SIDES[target.sides])
    if target.tray:
        printer.setPaperSource(QPrinter.PaperSource[target.tray])
    paint(printer, name, data, drawn, reprint=reprint)
    return Outcome(target.printer, target.copies)


def _lp(name: str, target: Target) -> list[str]:
    words = ["lp", "-d", target.printer, "-n", str(target.copies), "-t", name, "-o", "print-scaling=none"]
    if target.sides:
        words += ["-o", f"sides={target.sides}"]
    if target.tray:
        words += ["-o", f"InputSlot={target.tray}"]
    return words


def marked(data: bytes, name: str, drawn: Drawn) -> bytes:
    """The pages as a file of their own with the mark over them, so that a reprint goes the same way, tray and all."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "marked.pdf")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        printer.setResolution(_MARKED)
        paint(printer, name, data, drawn, reprint=True)
        return file.read_bytes()


_MARKED = 300
"""Dots per inch of a reprint that is handed on as a file."""


def paint(printer: QPrinter, name: str, data: bytes, drawn: Drawn, *, reprint: bool) -> None:
    """Draw the pages in grey, band by band at the printer's resolution, to the edges of the sheet and at 100 %."""
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dpi = min(printer.resolution(), FINEST)
    scale = printer.resolution() / dpi
    painter: QPainter | None = None
    for number, page in enumerate(drawn.pictures(data, _SMALL)):
        size = QSizeF(page.width * 25.4 / _SMALL, page.height * 25.4 / _SMALL)
        sheet = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        printer.setPageLayout(QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        if painter is None:
            painter = QPainter(printer)
        else:
            printer.newPage()
        for band in drawn.bands(data, number, dpi):
            painter.drawImage(
                QRectF(0, band.top * scale, band.width * scale, band.height * scale), image(band)
            )
        if reprint:
            mark(painter, page.width / _SMALL * printer.resolution(), printer.resolution())
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


def _keep(data: bytes, name: str, folder: Path) -> Path:
    from desk.services.saving import save

    folder.mkdir(parents=True, exist_ok=True)
    safe = "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in name)[:80]
    return save(data, folder / f"{safe or 'paper'}.pdf").path
