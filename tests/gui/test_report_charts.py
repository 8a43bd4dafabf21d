"""The pictures in the report tab: reached by keys, opened to their cases, taken along as files."""

from itertools import pairwise
from pathlib import Path

import openpyxl
from PySide6.QtCore import QPoint, Qt
from tests.gui.test_intake_page import GOOD


def charts(desk):
    """The pictures of this month."""
    desk.report.open()
    page = desk.window.report
    page.views.setCurrentWidget(page.charts)
    desk.quiet()
    desk.wait(lambda: bool(page.charts.charts))
    return page.charts


def test_every_number_opens_the_cases_behind_it(desk) -> None:
    number = desk.intake.registered(GOOD)
    part = charts(desk)

    funnel = part.chart("funnel")
    funnel.go(0)
    desk.qtbot.keyClick(funnel, Qt.Key.Key_Return)
    desk.quiet()

    assert part.behind.numbers() == [number]
    assert "登记：1 件" in part.behind.words.text()
    assert part.rect().contains(part.behind.geometry())  # in sight beside the pictures


def test_from_a_number_to_its_case_by_keys_alone(desk) -> None:
    number = desk.intake.registered(GOOD)
    part = charts(desk)
    ageing = part.chart("ageing")
    ageing.setFocus()
    desk.qtbot.keyClick(ageing, Qt.Key.Key_Home)
    desk.qtbot.keyClick(ageing, Qt.Key.Key_Space)

    part.behind.list.setCurrentRow(0)
    desk.qtbot.keyClick(part.behind.list, Qt.Key.Key_Return)
    desk.quiet()

    assert desk.page() == "案件"
    assert number in desk.cases.text()


def test_coming_back_to_the_report_the_keys_are_on_the_pictures(desk) -> None:
    part = charts(desk)
    desk.window.do("intake")
    desk.window.do("report")
    desk.quiet()

    assert desk.focus() is part.first()


def test_arrow_keys_go_through_the_hours_and_stay_inside(desk) -> None:
    heat = charts(desk).chart("heat")

    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up):
        desk.qtbot.keyClick(heat, key)

    assert (heat.current.label, heat.current.series) == ("1时", "周一")
    assert heat.accessibleDescription() == "周一 1时：0 件"


def test_a_click_on_a_bar_opens_it_and_one_beside_it_does_not(desk) -> None:
    number = desk.intake.registered(GOOD)
    part = charts(desk)
    funnel = part.chart("funnel")
    zoom = funnel._zoom()
    box = next(box for box in funnel._scene().boxes if box.point == 0)

    desk.qtbot.mouseClick(funnel, Qt.MouseButton.LeftButton, pos=QPoint(3, funnel.height() - 3))
    desk.quiet()
    beside = part.behind.numbers()
    middle = QPoint(round((box.x + box.width / 2) * zoom), round((box.y + box.height / 2) * zoom))
    desk.qtbot.mouseClick(funnel, Qt.MouseButton.LeftButton, pos=middle)
    desk.quiet()

    assert (beside, part.behind.numbers()) == ([], [number])


def test_the_pictures_are_taken_along(desk, dialogs, tmp_path: Path) -> None:
    desk.intake.registered(GOOD)
    charts(desk)

    for suffix in (".pdf", ".xlsx"):
        dialogs.answer("file", tmp_path / f"统计{suffix}")
        desk.window.report.along.save_as(suffix)
        desk.wait_bar("已导出")
        desk.quiet()

    assert (tmp_path / "统计.pdf").read_bytes().startswith(b"%PDF")
    assert "图表" in openpyxl.load_workbook(tmp_path / "统计.xlsx").sheetnames


def test_pictures_stand_apart_in_grey(desk) -> None:
    from desk.gui.report.chart import _shade

    tones = [_shade(step / 10).lightness() for step in range(0, 11, 2)]

    assert all(abs(light - dark) >= 10 for light, dark in pairwise(tones))
