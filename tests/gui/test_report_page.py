"""The register of a period on the screen and as files."""

from datetime import timedelta
from pathlib import Path

import openpyxl
import pypdfium2
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from tests.gui.test_intake_page import GOOD

from desk.gui.report.counts import show_counts
from desk.services.registers import Counts


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


def test_counts_of_many_channels_add_up_and_the_rest_is_opened_together(qtbot) -> None:
    """Five stand by their names, what is left stands behind them as one number."""
    channels = {"来信": 6, "来电": 5, "来访": 4, "传真": 3, "短信": 2, "网络": 1, "转办": 1}
    found = Counts(
        total=22, by_kind={"投诉": 22}, by_channel=channels, by_category={}, by_group={}, by_state={},
        by_phase={"open": 22}, overdue=0, left=0,
    )  # fmt: skip
    box, opened = QWidget(), []
    qtbot.addWidget(box)
    layout = QHBoxLayout(box)

    show_counts(layout, found, opened.append)

    buttons = [
        one for one in box.findChildren(QPushButton) if one.property("link") and not one.property("big")
    ]
    words = [one.text() for one in buttons]
    assert words == ["投诉 22", "来信 6", "来电 5", "来访 4", "传真 3", "短信 2", "其余 2"]
    buttons[-1].click()
    (rest,) = opened
    assert (rest.by, rest.n, rest.names) == ("channel", 2, {"网络", "转办"})
    assert buttons[-1].toolTip() == "网络 1、转办 1"


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
