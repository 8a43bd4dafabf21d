"""What is seen is what goes into the file: filtered, sorted, with the columns in sight."""

from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from tests.fixtures_office import NOON
from tests.gui.test_intake_page import GOOD

from desk.domain.register import LineColumn, Lines
from desk.services import registers

SUBJECT = "subject"


def cells(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))


def two_cases(desk) -> list[str]:
    numbers = [
        desk.intake.registered({**GOOD, SUBJECT: "甲事"}),
        desk.intake.registered({**GOOD, SUBJECT: "乙事"}),
    ]
    desk.window.go(desk.window.cases)
    desk.quiet()
    return numbers


def test_the_list_goes_into_a_workbook_as_it_is_sought_and_with_its_columns(
    desk, dialogs, tmp_path: Path
) -> None:
    numbers = two_cases(desk)
    list_ = desk.window.cases.list
    list_.shown.show("respondent", shown=False)
    list_.shown.show("phone", shown=True)
    list_.seek("乙事")
    desk.quiet()

    dialogs.answer("file", tmp_path / "清单.xlsx")
    list_.export_rows.click()
    desk.wait_bar("已导出")

    rows = cells(tmp_path / "清单.xlsx")
    assert "查找“乙事”" in str(rows[1])
    assert "对方" not in rows[2]
    assert "电话" in rows[2]
    assert [row[0] for row in rows[3:]] == [numbers[1]]


def test_the_list_as_csv_begins_with_the_mark_that_excel_knows(desk, dialogs, tmp_path: Path) -> None:
    two_cases(desk)
    dialogs.answer("file", tmp_path / "清单.csv")

    desk.window.cases.list.export()
    desk.wait_bar("已导出")

    data = (tmp_path / "清单.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines()[0].startswith("编号,")


def test_a_register_goes_out_as_filtered_and_sorted(desk, dialogs, tmp_path: Path) -> None:
    numbers = two_cases(desk)
    desk.report.open()
    page = desk.window.report
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)

    dialogs.answer("file", tmp_path / "全部.xlsx")
    page.xlsx.click()
    desk.wait_bar("已导出")
    desk.quiet()
    page.filter.setText("乙事")
    dialogs.answer("file", tmp_path / "筛选.xlsx")
    page.xlsx.click()
    desk.wait((tmp_path / "筛选.xlsx").exists)
    desk.quiet()

    def found(name: str) -> list[object]:
        return [row[1] for row in cells(tmp_path / name) if row[1] in numbers]

    assert found("全部.xlsx") == numbers[::-1]
    assert found("筛选.xlsx") == numbers[1:]
    assert "筛选：乙事" in str(cells(tmp_path / "筛选.xlsx")[1])


def test_a_register_goes_into_the_offices_own_workbook(desk, dialogs, tmp_path: Path) -> None:
    numbers = two_cases(desk)
    desk.report.open()
    book = openpyxl.Workbook()
    book.active.append(["申请事项", "登记编号", "本局意见"])
    book.save(tmp_path / "模板.xlsx")

    dialogs.answer("open", tmp_path / "模板.xlsx")
    dialogs.answer("file", tmp_path / "填好.xlsx")
    desk.window.report.template_book.click()
    told = desk.wait_bar("已导出")

    assert cells(tmp_path / "填好.xlsx")[1:] == [("甲事", numbers[0], None), ("乙事", numbers[1], None)]
    assert "本局意见" in told


def test_a_cancelled_export_leaves_no_file(desk, dialogs, tmp_path: Path) -> None:
    two_cases(desk)
    bar = desk.window.cases.list.exporting
    begun: list[bool] = []

    def make(_suffix: str, tell) -> object:
        begun.append(True)
        bar._stop = True  # the clerk pressed 取消 while the rows were read
        assert not tell(1, 2)
        return None

    dialogs.answer("file", tmp_path / "清单.xlsx")
    bar.save("清单", make)
    desk.wait_bar("已取消导出")

    assert begun
    assert not (tmp_path / "清单.xlsx").exists()
    assert bar.isHidden()


def test_values_that_cannot_be_compared_are_still_sorted(qtbot) -> None:
    from desk.gui.report.lines_table import SeenLines

    columns = (LineColumn("数", "", 5, "count"),)
    data = ((3,), (None,), ("—",), (1,))
    words = tuple((str(row[0] or ""),) for row in data)
    from PySide6.QtWidgets import QTableView

    table = QTableView()
    qtbot.addWidget(table)
    shown = SeenLines(table)
    table.setModel(shown)
    shown.show_lines(Lines("表", "", "", columns, words, data))

    shown.sort(0)

    assert [row[0] for row in shown.seen(table).data][:2] == [None, 1]


def test_the_page_of_the_day_goes_out_whole(desk, dialogs, tmp_path: Path) -> None:
    numbers = two_cases(desk)
    desk.session.office.clock = lambda: NOON + timedelta(days=30)
    page = desk.window.day.page
    page.ask()
    desk.wait(lambda: page.today is not None and bool(page.today.part("overdue").lines))

    dialogs.answer("file", tmp_path / "今日.xlsx")
    page.take_along.click()
    desk.wait_bar("已导出")

    rows = cells(tmp_path / "今日.xlsx")
    assert rows[0][0] == "今日要办的事"
    assert rows[2] == ("事项", "编号", "什么时候", "什么事", "等谁办、谁经手")
    late = {row[1]: row for row in rows[3:] if row[0] == "已逾期"}
    assert set(late) == set(numbers)
    assert isinstance(late[numbers[0]][2], datetime)


def test_a_register_that_takes_long_can_be_stopped_and_asked_again(desk, monkeypatch) -> None:
    numbers = two_cases(desk)
    desk.report.open()
    page = desk.window.report
    monkeypatch.setattr(registers, "_TOLD_EVERY", 1)
    tell = page.gathering.tell

    def stopped(done: int, total: int) -> bool:
        page.gathering._stop = True  # the clerk pressed 停下 while it was read
        return tell(done, total)

    monkeypatch.setattr(page.gathering, "tell", stopped)
    page.ask()
    desk.wait_bar("已按要求停下")
    assert page.gathering.isHidden()

    monkeypatch.setattr(page.gathering, "tell", tell)
    page.ask()
    desk.wait(lambda: page.heading.text().endswith(f"共 {len(numbers)} 件"))
    desk.quiet()
    assert page.gathering.isHidden()
