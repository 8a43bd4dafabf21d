"""A register in an office's own workbook: its cells are filled, everything else of it stays."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, Side
from openpyxl.workbook.defined_name import DefinedName
from python_calamine import CalamineWorkbook
from tests.sheets.books import column, complaint_table, register, texts

from desk.domain.errors import DeskError
from desk.sheets.template import fill


def saved(book: Workbook) -> bytes:
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def template(*, below: int = 0) -> Workbook:
    """An office's own sheet: a title, headings in its own order, and a signature ``below`` rows under them."""
    book = Workbook()
    sheet = book.active
    sheet.title = "台账"
    sheet["A1"] = "本局台账"
    sheet.append([])
    for place, words in enumerate(("编 号", "投诉\n内容", "日期", "领导批示", "损失（元）"), 1):
        sheet.cell(3, place, words)
    sheet["A4"].font = Font(bold=True)
    if below:
        sheet.cell(3 + below, 1, "局长签字：")
        sheet.merge_cells(start_row=3 + below, end_row=3 + below, start_column=1, end_column=2)
    book.defined_names["期间"] = DefinedName("期间", attr_text="台账!$B$2")
    return book


def test_rows_go_under_the_offices_own_headings_and_what_it_asks_besides_is_told():
    lines = complaint_table()

    filled = fill(saved(template()), "模板.xlsx", lines)

    sheet = load_workbook(BytesIO(filled.data))["台账"]
    assert [sheet.cell(4, place).value for place in range(1, 6)] == [
        "2026-0001", "漏水", sheet["C4"].value, None, 0.1,
    ]  # fmt: skip
    assert sheet["C4"].value.date() == date(2026, 3, 2)
    assert sheet["C4"].number_format == "yyyy-mm-dd"
    assert (sheet["A1"].value, sheet["B2"].value) == ("本局台账", lines.period)
    assert filled.unknown == ("领导批示",)


def test_a_column_for_which_there_is_nothing_is_ruled_all_the_way_down():
    book = Workbook()
    book.active.append(["内容", "领导批示"])
    book.active.cell(2, 2).border = Border(left=Side(style="thin"))

    written = load_workbook(BytesIO(fill(saved(book), "模板.xlsx", texts("x", "y", "z")).data)).active

    assert [written.cell(row, 2).border.left.style for row in (2, 3, 4)] == ["thin"] * 3


def test_what_stands_below_moves_down_with_its_merged_cells():
    lines = texts(*"一二三四五")
    book = template(below=3)
    book.active["A3"] = "内容"
    book.active["B3"] = None

    sheet = load_workbook(BytesIO(fill(saved(book), "模板.xlsx", lines).data))["台账"]

    assert [sheet.cell(row, 1).value for row in range(4, 10)] == [*"一二三四五", "局长签字："]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A9:B9"]
    assert sheet["A8"].font.bold


def test_formulas_are_not_moved_but_told():
    book = template(below=2)
    book.active["E5"] = "=SUM(E4:E4)"
    lines = register([column("编号"), column("损失(元)", "money")], [["1", 1.0], ["2", 2.0], ["3", 3.0]])

    with pytest.raises(DeskError, match="公式"):
        fill(saved(book), "模板.xlsx", lines)


def test_text_that_looks_like_a_formula_stays_text():
    lines = register([column("编号"), column("投诉内容")], [["=1+1", "@SUM(A1)"]])

    sheet = load_workbook(BytesIO(fill(saved(template()), "模板.xlsx", lines).data))["台账"]

    assert (sheet["A4"].value, sheet["A4"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize(("data", "words"), [(b"no workbook", "打不开"), (saved(Workbook()), "找不到")])
def test_what_is_no_template_is_refused(data: bytes, words: str):
    with pytest.raises(DeskError, match=words):
        fill(data, "模板.xlsx", complaint_table())


def with_totals(said: str, formula: str | None = None) -> bytes:
    """The office's sheet with a row of sums three rows below the headings, where three cases just fit in between."""
    book = template(below=6)
    book.active.cell(7, 1, said)
    book.active.cell(7, 5).font = Font(bold=True)
    if formula:
        book.active.cell(7, 5, formula)
    return saved(book)


@pytest.mark.parametrize("said", ["合计", "合　计：", "总计"])
def test_a_row_of_sums_in_the_offices_sheet_gets_them(said):
    """0.1 + 0.2 yuan, the third case has none; read back by another library."""
    filled = fill(with_totals(said), "模板.xlsx", complaint_table())

    rows = CalamineWorkbook.from_filelike(BytesIO(filled.data)).get_sheet_by_index(0).to_python()
    assert (rows[6][0], rows[6][2], rows[6][4]) == (said, "", 0.3)
    sheet = load_workbook(BytesIO(filled.data)).active
    assert (sheet["E7"].number_format, sheet["E7"].font.bold) == ("#,##0.00", True)
    assert rows[8][0] == "局长签字："


def test_a_row_of_sums_moves_down_before_the_lines_and_is_filled_there():
    lines = complaint_table()
    more = replace(lines, data=lines.data * 4)

    filled = fill(with_totals("合计"), "模板.xlsx", more)

    sheet = load_workbook(BytesIO(filled.data)).active
    assert (sheet["A16"].value, sheet["E16"].value, sheet["A18"].value) == ("合计", 1.2, "局长签字：")


def test_what_the_office_reckons_itself_in_its_row_of_sums_stays():
    filled = fill(with_totals("合计", "=SUM(E4:E6)"), "模板.xlsx", complaint_table())

    assert load_workbook(BytesIO(filled.data)).active["E7"].value == "=SUM(E4:E6)"


def test_a_case_that_says_total_is_no_row_of_sums():
    lines = complaint_table()
    named = tuple((*row[:1], "合计", *row[2:]) for row in lines.data)

    filled = fill(saved(template()), "模板.xlsx", replace(lines, data=named))

    assert load_workbook(BytesIO(filled.data)).active["E6"].value is None
