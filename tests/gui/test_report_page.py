"""The register of a period on the screen and as files."""

from datetime import timedelta
from pathlib import Path

import openpyxl
import pypdfium2
from PySide6.QtCore import QDate
from tests.gui.test_intake_page import GOOD


def test_the_register_of_the_month_holds_what_was_registered(desk) -> None:
    number = desk.intake.registered(GOOD)

    desk.report.open()

    assert [number in row for row in desk.report.rows()] == [True]
    assert "共 1 件" in desk.window.report.heading.text()


def test_another_period_holds_nothing(desk) -> None:
    desk.intake.registered(GOOD)
    desk.report.open()
    before = desk.session.office.now().date() - timedelta(days=400)

    desk.window.report.between(
        QDate(before.year, before.month, before.day), QDate(before.year, before.month, before.day)
    )
    desk.quiet()

    assert desk.report.rows() == []


def test_the_counts_of_the_register_stand_above_it_alone(desk) -> None:
    """Over the pictures of other days they would say what is not so."""
    desk.report.open()
    page = desk.window.report

    seen = []
    for view in (page.indicators, page.charts, page.table):
        page.views.setCurrentWidget(view)
        desk.quiet()
        seen.append(page.figures.isVisible())

    assert seen == [False, False, True]


def test_pdf_and_excel_hold_the_same_lines(desk, dialogs, tmp_path: Path) -> None:
    number = desk.intake.registered(GOOD)
    desk.report.open()

    for suffix in (".pdf", ".xlsx"):
        dialogs.answer("file", tmp_path / f"登记簿{suffix}")
        desk.window.report.save_as(suffix)
        desk.wait_bar("已导出")
        desk.quiet()

    pdf = pypdfium2.PdfDocument(tmp_path / "登记簿.pdf")
    sheet = openpyxl.load_workbook(tmp_path / "登记簿.xlsx").active
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert number in "".join(page.get_textpage().get_text_range() for page in pdf)
    assert any(number in cell for cell in cells)


def test_thinking_better_of_it_saves_nothing(desk, dialogs) -> None:
    desk.report.open()
    dialogs.answer("file", None)

    desk.window.report.save_as(".pdf")

    assert dialogs.asked == ["file"]


def test_a_folder_that_cannot_be_written_is_told_in_chinese(desk, dialogs) -> None:
    desk.report.open()
    dialogs.answer("file", Path("/没有这个文件夹/登记簿.pdf"))

    desk.window.report.save_as(".pdf")

    assert "文件夹" in desk.wait_bar("文件夹")
