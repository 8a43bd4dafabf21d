"""The register of a period on the screen and as files."""

from datetime import timedelta
from pathlib import Path

import openpyxl
import pypdfium2
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QPushButton
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

    desk.window.report.days.between(
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


def counts(desk) -> dict[str, QPushButton]:
    """The numbers above the register by what is read out of them."""
    found = desk.window.report.figures.findChildren(QPushButton)
    return {one.accessibleName().partition("：")[0]: one for one in found if not one.isHidden()}


def behind(desk) -> list[str]:
    desk.quiet()
    page = desk.window.report
    return page.behind.numbers() if page.behind.isVisible() else []


def test_every_count_above_the_register_opens_the_cases_behind_it(desk) -> None:
    numbers = [desk.intake.registered(GOOD), desk.intake.registered(GOOD)]
    desk.report.open()
    page = desk.window.report

    found = {}
    for name in list(counts(desk)):
        said = int(counts(desk)[name].accessibleName().partition("：")[2].split()[0])
        counts(desk)[name].click()
        found[name] = behind(desk)
        assert len(found[name]) == said, name

    assert set(found["登记"]) == set(found["办理中"]) == set(numbers)
    assert (found["已办结"], found["逾期"]) == ([], [])
    assert len(found) > 4  # by kind and by channel, too
    assert page.behind.list.hasFocus()


def test_a_count_is_opened_by_keyboard_and_put_away_by_escape(desk, qtbot) -> None:
    number = desk.intake.registered(GOOD)
    desk.report.open()
    page = desk.window.report

    counts(desk)["登记"].setFocus()
    qtbot.keyClick(counts(desk)["登记"], Qt.Key.Key_Return)
    opened = behind(desk)
    asked = []
    page.case_asked.connect(asked.append)
    page.behind.list.setCurrentRow(0)
    qtbot.keyClick(page.behind.list, Qt.Key.Key_Return)

    assert (opened, asked) == ([number], [number])
    desk.report.open()
    counts(desk)["登记"].click()
    assert page.back()
    assert not page.behind.isVisible()


def test_control_the_cases_behind_a_count_go_with_its_days(desk) -> None:
    desk.intake.registered(GOOD)
    desk.report.open()
    page = desk.window.report
    counts(desk)["登记"].click()
    before = behind(desk)

    page.days.between(page.start.date().addYears(-1), page.end.date().addYears(-1))
    desk.quiet()

    assert (len(before), behind(desk)) == (1, [])


def test_pdf_and_excel_hold_the_same_lines(desk, dialogs, tmp_path: Path) -> None:
    number = desk.intake.registered(GOOD)
    desk.report.open()

    for suffix in (".pdf", ".xlsx"):
        dialogs.answer("file", tmp_path / f"登记簿{suffix}")
        desk.window.report.along.save_as(suffix)
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

    desk.window.report.along.save_as(".pdf")

    assert dialogs.asked == ["file"]


def test_a_folder_that_cannot_be_written_is_told_in_chinese(desk, dialogs) -> None:
    desk.report.open()
    dialogs.answer("file", Path("/没有这个文件夹/登记簿.pdf"))

    desk.window.report.along.save_as(".pdf")

    assert "文件夹" in desk.wait_bar("文件夹")
