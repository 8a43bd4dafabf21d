"""Paper out of the printer: full size, in grey, the reprint mark only over it, and never lost without a printer."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from tests.gui.test_intake_page import GOOD

from desk.gui.papers import printing
from desk.services import drawn_papers, notices

DRAWN = printing.Drawn(drawn_papers.pictures, drawn_papers.bands)


@pytest.fixture
def receipt(desk) -> bytes:
    number = desk.intake.registered(GOOD)
    return notices.preview(desk.session.office, desk.session.viewer, number, "receipt").data


@pytest.mark.parametrize("reprint", [False, True])
def test_a_page_comes_out_at_full_size_and_only_a_reprint_is_marked(receipt, tmp_path: Path, reprint) -> None:
    printer, out = to_file(tmp_path)

    printing.paint(printer, "收件回执", receipt, DRAWN, reprint=reprint)

    page = pypdfium2.PdfDocument(out)[0]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [210, 297]
    assert (dark_share(out, 178, 8, 20, 9) > 0.02) is reprint


def test_printed_and_stored_page_look_alike(receipt, tmp_path: Path) -> None:
    printer, out = to_file(tmp_path)

    printing.paint(printer, "收件回执", receipt, DRAWN, reprint=False)

    assert abs(dark_share(out, 20, 60, 170, 100) - dark_share_of(receipt, 20, 60, 170, 100)) < 0.01


def test_all_pages_are_printed(receipt, tmp_path: Path) -> None:
    printer, out = to_file(tmp_path)

    printing.paint(printer, "收件回执", receipt, DRAWN, reprint=False)

    assert len(pypdfium2.PdfDocument(out)) == len(pypdfium2.PdfDocument(receipt))


def test_without_a_printer_the_very_bytes_are_kept_under_a_name_that_every_system_takes(
    receipt, tmp_path: Path
) -> None:
    outcome = printing.print_out(
        receipt, 'a/b:c*"收〔2026〕1号', printing.Target("", folder=tmp_path), DRAWN, reprint=False
    )

    assert outcome.file.read_bytes() == receipt
    assert outcome.file.name == "a_b_c__收〔2026〕1号.pdf"


def to_file(folder: Path) -> tuple[QPrinter, Path]:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "out.pdf"))
    printer.setResolution(200)
    return printer, folder / "out.pdf"


def dark_share(file: Path, left: float, top: float, width: float, height: float) -> float:
    return dark_share_of(file.read_bytes(), left, top, width, height)


def dark_share_of(data: bytes, left: float, top: float, width: float, height: float) -> float:
    """How much of a box (in mm) of the first page is dark."""
    page: QImage = printing.image(next(iter(drawn_papers.pictures(data, 100))))
    unit = 100 / 25.4
    xs, ys = (
        range(int(left * unit), int((left + width) * unit)),
        range(int(top * unit), int((top + height) * unit)),
    )
    dark = sum(QColor(page.pixel(x, y)).lightness() < 160 for x in xs for y in ys)
    return dark / (len(xs) * len(ys))
