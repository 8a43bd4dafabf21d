"""A register as a workbook, read back by other programs than the one that wrote it."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from python_calamine import CalamineWorkbook
from tests.sheets.books import (
    NAMESPACE,
    clock,
    column,
    complaint_table,
    reception_table,
    register,
    sheet,
    sheet_xml,
    tags,
    texts,
    tracking_table,
    values,
)  # fmt: skip

from desk.domain.errors import DeskError
from desk.domain.register import Share
from desk.sheets.plan import plan
from desk.sheets.workbook import write_lines

# --- headings (CAP-95: the exact columns, merged headings) ---


def test_a_plain_register_has_title_unit_line_one_row_of_headings_and_its_cases():
    rows = values(write_lines(reception_table()))

    assert rows[0][0] == "投诉接待统计表"
    assert (rows[1][0], rows[1][3]) == ("填报单位：某单位", "2026年3月")
    assert rows[2] == ["序号", "客户姓名", "联系电话", "投诉问题", "客户要求", "接待人", "备注"]
    assert rows[3] == [1, "客户1", "13800000001", "漏水", "维修", "甲", ""]
    assert [rows[6][0], rows[6][2], rows[6][4]] == ["填表人：", "审核人：", "审核日期："]
    assert len(rows) == 7


def test_a_signature_always_ends_with_a_colon_to_sign_behind():
    assert values(
        write_lines(register([column("a"), column("b")], [["x", "y"]], foot=("登记人", "审核人：")))
    )[-1] == ["登记人：", "审核人："]


def test_a_grouped_heading_spans_its_columns_and_the_others_span_both_rows():
    written = sheet(write_lines(complaint_table()))

    above = [cell.value for cell in written[3]]
    below = [cell.value for cell in written[4]]
    assert above == [
        "日期", "编号", "客户名称", "商品名称", "购货日期", "投诉内容", "责任部门", "处理方式", None, None, None, None, "损失(元)",
    ]  # fmt: skip
    assert below == [*[None] * 7, "退货", "换货", "折扣", "维修", "其他", None]
    upright = {f"{letter}3:{letter}4" for letter in "ABCDEFGM"}
    assert {str(span) for span in written.merged_cells.ranges if span.min_row == 3} == {"H3:L3", *upright}


def test_two_columns_may_have_the_same_words_over_them():
    doubled = register([column("日期"), column("日期"), column("a", group="x"), column("b", group="y")], [])

    assert values(write_lines(doubled))[2] == ["日期", "日期", "x", "y"]


def test_equal_groups_that_do_not_touch_are_two_headings():
    parted = register([column("a", group="x"), column("b"), column("c", group="x")], [])

    written = sheet(write_lines(parted))

    assert [cell.value for cell in written[3]] == ["x", "b", "x"]


def test_a_transposed_register_has_one_column_for_each_case():
    written = sheet(write_lines(tracking_table(12)))

    assert [written.cell(row, 1).value for row in range(3, 13)] == [
        "件数", "受理日期", "编号", "交货", None, None, "投诉内容", "损失金额", "处理时效", None,
    ]  # fmt: skip
    assert [written.cell(row, 2).value for row in range(3, 13)] == [
        None, None, None, "日期", "数量", "金额", None, None, "结束", "合计",
    ]  # fmt: skip
    assert [cell.value for cell in written[3]][2:] == [*range(1, 13), "合计"]
    merged = {str(span) for span in written.merged_cells.ranges if 3 <= span.min_row <= 12}
    assert merged == {"A3:B3", "A4:B4", "A5:B5", "A6:A8", "A9:B9", "A10:B10", "A11:A12"}


def test_a_transposed_register_keeps_types_and_sums_at_the_right():
    written = sheet(write_lines(tracking_table(12)))

    assert written["C4"].value == clock("2026-03-01 00:00:00")
    assert (written["N7"].value, written["N7"].number_format) == (24, "0")
    assert written["C11"].value == clock("2026-03-01 16:40:00")
    assert (written["O10"].value, written["O10"].number_format) == (13.2, "#,##0.00")
    assert written["O9"].value is None


# --- kinds of value ---


def test_days_and_moments_are_real_and_shown_as_the_office_writes_them():
    lines = register(
        [column("日", "date"), column("时", "moment")], [[date(2026, 3, 6), clock("2026-03-06 16:40:05")]]
    )

    day, moment = sheet(write_lines(lines))[4]

    assert (day.value, day.number_format) == (clock("2026-03-06 00:00:00"), "yyyy-mm-dd")
    assert (moment.value, moment.number_format) == (clock("2026-03-06 16:40:05"), "yyyy-mm-dd hh:mm")
    assert (day.is_date, moment.is_date) == (True, True)


def test_a_moment_with_a_zone_is_written_on_the_offices_clock():
    late = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)
    lines = register([column("日", "date"), column("时", "moment")], [[late, late]])

    day, moment = sheet(write_lines(lines))[4]

    assert (day.value, moment.value) == (clock("2026-03-07 00:00:00"), clock("2026-03-07 04:00:00"))


@pytest.mark.parametrize("day", [date(1900, 2, 28), date(1899, 12, 30), date(1, 1, 1)])
def test_a_day_that_sheets_count_wrongly_is_written_as_words(day):
    cell = sheet(write_lines(register([column("日", "date")], [[day]])))["A4"]

    assert (cell.value, cell.data_type) == (str(day), "s")


@pytest.mark.parametrize("day", [date(1900, 3, 1), date(2024, 2, 29), date(9999, 12, 31)])
def test_every_other_day_comes_back_as_it_was(day):
    assert values(write_lines(register([column("日", "date")], [[day]])))[3] == [day]


def test_counts_are_whole_numbers_and_money_has_two_places():
    lines = register([column("件", "count"), column("元", "money")], [[3, 1234.5]])

    count, money = sheet(write_lines(lines))[4]

    assert (count.value, count.data_type, count.number_format) == (3, "n", "0")
    assert (money.value, money.data_type, money.number_format) == (1234.5, "n", "#,##0.00")


@pytest.mark.parametrize("kind", ["count", "money", "date", "moment"])
@pytest.mark.parametrize("word", ["—", "=1+1", "约三百"])
def test_words_in_a_column_of_numbers_or_days_stay_words(kind, word):
    cell = sheet(write_lines(register([column("a", kind)], [[word]])))["A4"]

    assert (cell.value, cell.data_type, cell.number_format) == (word, "s", "@")


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_none_does_not_break_the_sheet(number):
    assert sheet(write_lines(register([column("a", "money")], [[number]])))["A4"].data_type == "s"


@pytest.mark.parametrize(
    "text", ["110101199003078515", "13800000000", "01012345678", "001", "1e5", "2026-03-06", "TRUE"]
)
def test_digits_that_are_names_stay_text_to_the_last_one(text):
    cell = sheet(write_lines(texts(text)))["A4"]

    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.quotePrefix


def test_a_column_of_figures_has_shares_means_and_counts_as_numbers_and_words_as_words():
    """28 of 31 is 90.32 % (000:233); what has nothing to divide by is a dash."""
    lines = register(
        [column("数值", "figure")], [[Share(28 / 31)], [1.5], [31], ["—"], ["1300元，2项由人决定"]]
    )

    data = write_lines(lines)

    assert [row[0] for row in values(data)[3:8]] == [
        pytest.approx(0.9032258), 1.5, 31, "—", "1300元，2项由人决定",
    ]  # fmt: skip
    cells = [sheet(data)[f"A{row}"] for row in range(4, 9)]
    assert [(cell.data_type, cell.number_format) for cell in cells] == [
        ("n", "0.00%"), ("n", "0.00"), ("n", "0"), ("s", "@"), ("s", "@"),
    ]  # fmt: skip
    assert {cell.alignment.horizontal for cell in cells} == {"right"}


def test_an_empty_value_is_an_empty_cell_with_its_border():
    cell = sheet(write_lines(register([column("a")], [[None]])))["A4"]

    assert cell.value is None
    assert cell.border.left.style == "thin"


# --- sums ---


def test_a_sum_is_exact_to_the_cent_and_no_formula():
    written = sheet(write_lines(complaint_table()))

    assert (written["A8"].value, written["M8"].value) == ("合计", 0.3)
    assert written["M8"].number_format == "#,##0.00"
    assert "f" not in tags(write_lines(complaint_table()))


def test_floating_sums_would_not_have_been_exact():
    assert 0.1 + 0.2 != 0.3


def test_a_register_without_cases_has_headings_and_no_sum():
    rows = values(write_lines(register([column("a"), column("b", "money", summed=True)], [])))

    assert rows[2:] == [["a", "b"]]


# --- reading and printing ---


def test_headings_stay_in_view_can_be_filtered_by_and_are_printed_on_each_page():
    written = sheet(write_lines(complaint_table()))

    assert written.freeze_panes == "A5"
    assert written.auto_filter.ref == "A4:M7"
    assert written.print_title_rows == "$3:$4"


def test_a_page_is_a4_across_as_wide_as_the_register_with_its_number_below():
    written = sheet(write_lines(complaint_table()))

    assert (written.page_setup.paperSize, written.page_setup.orientation) == (9, "landscape")
    assert written.sheet_properties.pageSetUpPr.fitToPage
    assert (written.page_setup.fitToWidth, written.page_setup.fitToHeight) == (1, 32_767)
    assert written.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert written.print_area.endswith("$A$1:$M$9")


def test_what_is_remarked_on_every_page_stands_there_in_the_printed_workbook_too():
    remarked = sheet(write_lines(replace(complaint_table(), remark="编号不连续处：作废的见作废登记 A&P")))

    assert remarked.oddFooter.left.text == "编号不连续处：作废的见作废登记 A&&P"
    assert remarked.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert sheet(write_lines(complaint_table())).oddFooter.left.text is None


def test_a_transposed_register_repeats_its_headings_at_the_left():
    written = sheet(write_lines(tracking_table()))

    assert written.freeze_panes == "C4"
    assert written.print_title_cols == "$A:$B"
    assert written.auto_filter.ref is None


def test_the_sheet_is_named_for_the_register_without_signs_a_name_may_not_have():
    written = sheet(write_lines(register([column("a")], [], title="'投诉[2026]*:?/\\" + "长" * 40)))

    assert written.title == "投诉2026" + "长" * 25


def test_no_green_corner_warns_of_digits_kept_as_text():
    errors = sheet_xml(write_lines(texts("001"))).find(f".//{NAMESPACE}ignoredError")

    assert (errors.get("sqref"), errors.get("numberStoredAsText")) == ("A1:A4", "1")


# --- everything is seen ---


def test_a_row_is_as_high_as_its_longest_text_needs():
    """Thirty characters are sixty half-width ones; with a tenth more that is seven lines of ten."""
    written = sheet(
        write_lines(
            register(
                [column("a"), column("b", width=60)], [["短", "短"], ["长" * 30, "短"], ["一\n二", "短"]]
            )
        )
    )

    assert [written.row_dimensions[row].height for row in (4, 5, 6)] == [None, 7 * 15 + 5, 2 * 15 + 5]


def test_a_text_longer_than_a_page_makes_the_highest_row_there_is():
    assert sheet(write_lines(texts("长" * 10_000))).row_dimensions[4].height == 409


def test_a_heading_that_needs_two_lines_gets_them():
    plain = sheet(write_lines(register([column("一二三四五六")], [])))
    grouped = sheet(write_lines(register([column("一二三四五六"), column("a", group="g")], [])))

    assert plain.row_dimensions[3].height == 2 * 15 + 5
    assert [grouped.row_dimensions[row].height for row in (3, 4)] == [20, 20]


@pytest.mark.parametrize(
    ("kind", "value", "least"),
    [
        ("date", date(2026, 3, 6), 11),
        ("moment", clock("2026-03-06 16:40"), 16),
        ("money", 123456789.5, 12),
        ("count", 12345678, 8),
    ],
)
def test_no_day_and_no_number_is_too_wide_for_its_column(kind, value, least):
    written = sheet(write_lines(register([column("a", kind, width=3)], [[value]])))

    assert written.column_dimensions["A"].width >= least


def test_a_heading_over_both_columns_at_the_left_has_the_room_of_both():
    """Five characters are eleven half-width ones: too many for the nine of one column, not for the 22 of both."""
    columns = [column("件数", "count"), column("不良品数量"), column("一二三四五六七", group="g")]
    written = sheet(write_lines(register(columns, [[1, "x", "y"]], transposed=True)))

    assert [written.row_dimensions[row].height for row in (4, 5)] == [None, 2 * 15 + 5]


def test_the_sum_fits_where_no_single_value_is_that_long():
    written = sheet(write_lines(register([column("a", "count", width=3, summed=True)], [[9_999_999]] * 200)))

    assert written.column_dimensions["A"].width > len("1999999800")


def test_a_transposed_register_has_seven_cases_on_a_page_and_its_title_on_the_first():
    written = sheet(write_lines(tracking_table(20)))

    assert [page.id for page in written.col_breaks.brk] == [9, 16]
    assert {"A1:I1"} <= {str(span) for span in written.merged_cells.ranges}


# --- limits ---


def test_more_cases_than_a_sheet_holds_are_refused_with_the_next_step():
    too_many = register([column("a")], [("x",)] * 1_048_574)

    with pytest.raises(DeskError) as told:
        plan(too_many)

    assert "1048574 件" in told.value.message
    assert told.value.hint.startswith("请缩短期间")


def test_a_sheet_too_large_for_a_plain_archive_gets_a_large_one(monkeypatch):
    plain = write_lines(reception_table())
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 3000)

    assert values(write_lines(reception_table())) == values(plain)


def test_as_many_cases_as_a_sheet_holds_are_not():
    assert plan(register([column("a")], [("x",)] * 1_048_573)).last_row == 1_048_576


@pytest.mark.parametrize("build", [complaint_table, tracking_table, reception_table])
def test_an_office_program_opens_it_and_finds_the_same_cells(build, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not installed on this machine")
    (tmp_path / "a.xlsx").write_bytes(write_lines(build()))

    subprocess.run(
        [office, "--headless", "--convert-to", "ods", "--outdir", tmp_path, tmp_path / "a.xlsx"],
        check=True,
        timeout=100,
    )

    assert read_ods(tmp_path / "a.ods") == values(write_lines(build()))


def read_ods(path) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
