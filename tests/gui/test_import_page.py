"""An old register comes in through the window: choosers above the first rows, problems by row, undone as a whole."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk.services import cases, contacts, import_batches, import_files
from desk.store import batches

HEAD = "投诉编号,投诉日期,投诉人,联系电话,标题,投诉内容"
FIRST = "2025-001,2025-03-03,曾建国,13812345678,不发许可证,材料齐全却不受理"
BAD = "2025-002,不详,王芳,13900000001,态度不好,窗口无人"


class ImportDesk:
    """The page of an opened desk."""

    def __init__(self, desk: Any, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        desk.window.do("import")
        desk.quiet()

    @property
    def page(self) -> Any:
        return self.desk.window.asides["import"]

    def open(self, *rows: str) -> None:
        path = self.folder / "旧台账.csv"
        path.write_text("\n".join([HEAD, *rows]), encoding="gb18030")
        self.desk.session.dialogs.answer("open", path)
        self.page.pick.click()
        self.desk.quiet()

    def look(self) -> str:
        self.page.check.click()
        self.desk.quiet()
        return self.page.outcome.text()

    def bring_in(self) -> str:
        self.page.bring.click()
        self.desk.quiet()
        return self.page.outcome.text()

    def batches(self) -> list[list[str]]:
        table = self.page.batches.listed
        columns = range(table.columnCount())
        return [[table.item(row, column).text() for column in columns] for row in range(table.rowCount())]

    def told(self) -> list[list[str]]:
        table = self.page.problems
        return [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]


@pytest.fixture
def old(desk: Any, tmp_path: Path) -> ImportDesk:
    """The page, open."""
    return ImportDesk(desk, tmp_path)


def test_the_first_rows_stand_under_what_each_column_is_taken_for(old: ImportDesk) -> None:
    old.open(FIRST, BAD)

    assert old.page.chooser("投诉日期").currentText() == "收到时间"
    assert old.page.chooser("联系电话").currentText() == "投诉人联系电话"
    assert old.page.preview.item(1, 2).text() == "曾建国"
    assert not old.page.bring.isEnabled()


def test_what_cannot_come_in_is_told_by_row_and_column_and_the_rest_comes_in(old: ImportDesk) -> None:
    old.open(FIRST, BAD)

    looked = old.look()
    told = old.told()[0]
    brought = old.bring_in()

    assert looked == "共 2 行：可导入 1 行，重复 0 行，不能导入 1 行"
    assert told[:2] == ["3", "投诉日期"]
    assert brought == "已导入 1 件（第 1 批）"
    session = old.desk.session
    assert cases.show(session.office, session.viewer, "旧2025-001").words["subject"] == "不发许可证"


def test_a_batch_is_taken_back_after_asking(old: ImportDesk, dialogs: Any) -> None:
    old.open(FIRST)
    old.look()
    old.bring_in()

    dialogs.answer("confirm", True)
    old.page.batches.undo.click()
    old.desk.quiet()

    assert "第 1 批 1 件已撤销" in old.desk.bar()
    assert old.batches()[0][-1] == "已撤销"
    assert not old.page.batches.undo.isEnabled()


def test_another_choice_must_be_looked_at_before_it_comes_in(old: ImportDesk) -> None:
    old.open(FIRST)
    old.look()
    ready = old.page.bring.isEnabled()

    old.page.chooser("标题").setCurrentIndex(0)

    assert (ready, old.page.bring.isEnabled()) == (True, False)


def test_two_columns_for_one_fact_are_refused(old: ImportDesk) -> None:
    old.open(FIRST)
    other = old.page.chooser("投诉内容")
    other.setCurrentIndex(old.page.chooser("标题").currentIndex())

    old.look()

    assert "有两列都对应" in old.desk.bar()
    assert old.page.checked is None


def test_cancelled_nothing_stays(old: ImportDesk) -> None:
    old.open(FIRST)
    old.look()
    old.page._tell = lambda what, done, total: False

    old.bring_in()

    assert "已取消导入" in old.desk.bar()
    assert old.batches()[0][-1] == "已撤销"


def test_the_report_holds_every_row(old: ImportDesk, dialogs: Any, tmp_path: Path) -> None:
    old.open(FIRST, BAD)
    old.look()
    dialogs.answer("file", tmp_path / "报告.xlsx")

    old.page.save_report.click()
    old.desk.wait_bar("已导出")

    cells = openpyxl.load_workbook(tmp_path / "报告.xlsx").active.iter_rows(values_only=True)
    assert sum("可以导入" in row or "不能导入" in row for row in cells) == 2


def test_a_file_that_is_no_table_is_refused_in_chinese(old: ImportDesk, tmp_path: Path) -> None:
    path = tmp_path / "图.png"
    path.write_bytes(b"\x89PNG....")

    old.page.open(path)
    old.desk.quiet()

    assert "不是表格" in old.desk.bar()
    assert old.page.pick.isEnabled()


def test_another_sheet_of_the_file_can_be_chosen(old: ImportDesk) -> None:
    book = openpyxl.Workbook()
    for name, day in (("一月", "2025-01-06"), ("二月", "2025-02-06")):
        sheet = book.create_sheet(name)
        sheet.append(HEAD.split(","))
        for number in range(1 + (name == "一月")):
            sheet.append([f"{name}-{number}", day, "曾建国", "13812345678", "不发许可证", "材料齐全却不受理"])
    book.remove(book["Sheet"])
    path = old.folder / "旧台账.xlsx"
    book.save(path)
    old.desk.session.dialogs.answer("open", path)
    old.page.pick.click()
    old.desk.quiet()
    shown = [old.page.sheet.itemText(place) for place in range(old.page.sheet.count())]

    old.page.sheet.setCurrentIndex(1)
    old.desk.quiet()

    assert shown == ["一月", "二月"]
    assert old.page.preview.item(1, 0).text() == "二月-0"
    assert old.look().startswith("共 1 行：可导入 1 行")


def test_one_sheet_asks_for_none(old: ImportDesk) -> None:
    old.open(FIRST)

    assert old.page.sheet.isHidden()


def test_what_no_line_has_is_told_once(old: ImportDesk) -> None:
    path = old.folder / "旧台账.csv"
    path.write_text("投诉日期,标题\n2025-03-03,不发许可证\n2025-03-04,态度不好", encoding="utf-8")
    old.desk.session.dialogs.answer("open", path)
    old.page.pick.click()
    old.desk.quiet()
    old.look()

    lacking = [row[0] for row in old.told() if "导入后留空" in row[2]]
    assert lacking
    assert set(lacking) == {"全部 2 行"}


def test_an_earlier_batch_is_taken_back_from_the_list(old: ImportDesk, dialogs: Any) -> None:
    for line in (FIRST, BAD.replace("不详", "2025-04-01")):
        old.open(line)
        old.look()
        old.bring_in()

    old.page.batches.listed.setCurrentCell(1, 0)
    old.desk.quiet()
    dialogs.answer("confirm", True)
    old.page.batches.undo.click()
    old.desk.quiet()

    assert [(row[0], row[3], row[5], row[6]) for row in old.batches()] == [
        ("2", "旧台账.csv", "1", "已导入"), ("1", "旧台账.csv", "1", "已撤销"),
    ]  # fmt: skip


def test_why_a_batch_stays_is_said_beside_the_button(old: ImportDesk) -> None:
    old.open(FIRST)
    old.look()
    old.bring_in()
    session = old.desk.session
    contacts.log(session.office, session.viewer, "旧2025-001", means="电话", content="问过")

    old.page.take_focus()
    old.desk.quiet()

    assert "旧2025-001 已经办理过" in old.page.batches.why.text()
    assert not old.page.batches.undo.isEnabled()


def test_a_batch_that_broke_off_is_gone_on_with_from_its_file(old: ImportDesk, tmp_path: Path) -> None:
    session = old.desk.session
    path = tmp_path / "旧台账.csv"
    path.write_text(f"{HEAD}\n{FIRST}", encoding="gb18030")
    opened = import_files.open_file(session.office, path.read_bytes(), path.name)
    with session.office.store.writing() as tx:
        batch = batches.begin(tx, name=path.name, sha256=opened.sha256, offered=1, by=session.viewer.user)
        import_batches.keep_matching(tx, batch, opened)

    old.page.take_focus()
    old.desk.quiet()
    told, shown = old.page.batches.why.text(), old.page.parts.currentWidget()
    session.dialogs.answer("open", path)
    old.page.batches.go_on.click()
    old.desk.quiet()

    assert ("没有导完" in told, shown) == (True, old.page.batches)
    assert old.batches()[0][-1] == "已导入"
    assert cases.show(session.office, session.viewer, "旧2025-001").words["subject"] == "不发许可证"


def test_a_file_that_cannot_be_read_leaves_what_was_open(old: ImportDesk, tmp_path: Path) -> None:
    old.open(FIRST)
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")

    old.page.open(path)
    old.desk.quiet()

    assert old.page.file.text() == "旧台账.csv"
    assert "1 行" in old.page.found.text()
    assert "。。" not in old.desk.bar()


def test_a_file_that_is_gone_or_held_by_another_program_is_told_in_words(
    old: ImportDesk, tmp_path: Path
) -> None:
    old.page.open(tmp_path)  # a folder cannot be read as a file, like one that another program holds
    old.desk.quiet()

    assert "请检查路径，或先关闭正在使用它的程序" in old.desk.bar()
    assert old.page.pick.isEnabled()


def test_how_far_it_is_begins_anew_with_each_work(old: ImportDesk) -> None:
    old.open(FIRST)
    old.look()
    old.page._show_progress("核对", 1, 1)

    old.page._busy(True)

    assert (old.page.progress.minimum(), old.page.progress.maximum()) == (0, 0)
    old.page._busy(False)
