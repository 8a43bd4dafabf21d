"""Old registers as tables: the heading wherever it stands, the cases and nothing else, and a note for every doubt."""

from datetime import date

import pytest
from tests.sheets.books import clock, complaint_table, reception_table
from tests.sheets.old_files import ods, ods_row, page, xlsx

from desk.domain.errors import DeskError
from desk.sheets.reading import Table, read_tables
from desk.sheets.workbook import write_lines


def table(data: bytes) -> Table:
    return read_tables(data, "旧台账.xls")[0]


def body(found: Table) -> list[tuple]:
    return [row.values for row in found.rows]


def messages(found: Table) -> str:
    return "\n".join(note.message for note in found.notes)


# --- headings ---


def test_a_heading_is_found_under_title_and_unit_line():
    found = table(
        xlsx(
            [
                ["投诉登记台账"],
                ["单位：某单位", None, "2026年3月"],
                ["编号", "姓名", "内容"],
                ["1", "张三", "漏水"],
            ],
            merges=["A1:C1"],
        )
    )

    assert found.titles == ("投诉登记台账", "单位：某单位", "2026年3月")
    assert found.header == ("编号", "姓名", "内容")
    assert [(row.number, row.values) for row in found.rows] == [(4, ("1", "张三", "漏水"))]


def test_two_rows_of_merged_headings_are_joined():
    rows = [
        ["客户投诉统计表"], ["日期", "编号", "处理方式", None, None, "损失"], [None, None, "退货", "换货", "维修", None],
        ["2026-3-2", "1", "√", None, None, 3],
    ]  # fmt: skip
    merges = ["A1:F1", "A2:A3", "B2:B3", "C2:E2", "F2:F3"]

    assert table(xlsx(rows, merges)).header == (
        "日期",
        "编号",
        "处理方式/退货",
        "处理方式/换货",
        "处理方式/维修",
        "损失",
    )


def test_merged_headings_of_an_open_document_are_joined_too():
    upright = '<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>日期</text:p></table:table-cell>'
    group = '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>处理方式</text:p></table:table-cell>'
    covered = "<table:covered-table-cell/>"
    rows = (
        f"<table:table-header-rows><table:table-row>{upright}{group}{covered}</table:table-row></table:table-header-rows>",
        f"<table:table-row>{covered}{ods_row('退货', '换货').removeprefix('<table:table-row >')}",
        ods_row("2026-3-2", "√", "×"),
    )

    found = table(ods(ods_row("投诉台账"), *rows))

    assert found.header == ("日期", "处理方式/退货", "处理方式/换货")
    assert body(found) == [("2026-3-2", "√", "×")]


def test_a_group_heading_without_parts_takes_no_case_for_a_heading():
    found = table(xlsx([["编号", "姓名", None], ["1", "张", "三"], ["2", "李", "四"]], ["B1:C1"]))

    assert found.header == ("编号", "姓名", "姓名（第2个）")
    assert len(found.rows) == 2


def test_breaks_and_stretching_spaces_in_headings_are_taken_out():
    found = table(xlsx([["联 系\n电 话", "Closed\nDate", "姓　名"], ["x", "y", "z"]]))

    assert found.header == ("联系电话", "Closed Date", "姓名")


def test_a_row_that_numbers_the_columns_is_neither_heading_nor_case():
    above = table(
        page("<tr><td>1</td><td>2</td></tr><tr><td>姓名</td><td>电话</td></tr><tr><td>甲</td><td>5</td></tr>")
    )
    below = table(xlsx([["姓名", "电话"], ["(1)", "(2)"], ["甲", "5"]]))

    assert (above.header, body(above)) == (("姓名", "电话"), [("甲", "5")])
    assert (below.header, body(below)) == (("姓名", "电话"), [("甲", "5")])


def test_columns_without_or_with_the_same_heading_get_names_and_notes():
    found = table(xlsx([["编号", None, "地址", "地址"], ["1", "x", "a", "b"]]))

    assert found.header == ("编号", "B列", "地址", "地址（第2个）")
    assert "B 列没有表头" in messages(found)
    assert "出现不止一次" in messages(found)


def test_a_sheet_without_heading_keeps_its_first_row():
    found = table(xlsx([[1, "测试", clock("2026-03-06 16:40")], [2, "再试", date(2026, 3, 7)]]))

    assert found.header == ("A列", "B列", "C列")
    assert [row.number for row in found.rows] == [1, 2]
    assert "没有找到表头" in messages(found)


# --- rows ---


def test_empty_rows_and_columns_are_dropped_and_numbers_stay_those_of_the_file():
    found = table(
        xlsx(
            [["编号", "姓名", None], [], ["1", "张三", None], [None, " ", None], ["2", "李四", None], [], []]
        )
    )

    assert [(row.number, row.values) for row in found.rows] == [(3, ("1", "张三")), (5, ("2", "李四"))]


def test_a_cell_merged_over_several_cases_stands_in_each_of_them():
    found = table(
        xlsx([["科室", "姓名"], ["城建科", "甲"], [None, "乙"], [None, "丙"], ["其他", "丁"]], ["A2:A4"])
    )

    assert body(found) == [("城建科", "甲"), ("城建科", "乙"), ("城建科", "丙"), ("其他", "丁")]


def test_a_merged_cell_is_not_filled_beyond_its_rows():
    assert body(table(xlsx([["a", "b"], ["x", "1"], [None, "2"]])))[1] == (None, "2")


@pytest.mark.parametrize("word", ["合计", "总计", "小计", "本页合计", "合计："])
def test_sums_are_left_out_and_told(word):
    found = table(xlsx([["姓名", "金额"], ["张三", 5], [word, 5]]))

    assert body(found) == [("张三", 5)]
    assert "第 3 行是合计行" in messages(found)


def test_signatures_and_remarks_below_are_left_out_and_told():
    found = table(xlsx([["姓名", "金额"], ["张三", 5], ["填表人：甲", "审核人："], ["备注：以上属实", None]]))

    assert body(found) == [("张三", 5)]
    assert "第 3 行是表尾" in messages(found)


def test_signatures_without_colon_are_left_out_too():
    assert body(table(xlsx([["姓名", "金额"], ["张三", 5], ["登记人", "审核人"]]))) == [("张三", 5)]


def test_a_heading_printed_again_on_each_page_is_left_out_and_told():
    found = table(xlsx([["姓名", "金额"], ["张三", 5], ["姓名", "金额"], ["李四", 6]]))

    assert body(found) == [("张三", 5), ("李四", 6)]
    assert "重复的表头" in messages(found)


def test_a_case_that_only_mentions_a_sum_is_a_case():
    assert len(table(xlsx([["姓名", "内容"], ["张三", "合计收费不符"], ["合计公司", "x"]])).rows) == 2


# --- doubts ---


def test_an_identity_number_that_became_a_number_is_told():
    found = table(xlsx([["姓名", "证件号"], ["张三", 110101199003078515], ["李四", "110101199003078515"]]))

    assert "“证件号”列有 1 格（第 2 行起）存成了数字" in messages(found)
    assert (found.notes[0].row, found.notes[0].column) == (2, 2)


def test_digits_that_a_program_shortened_in_text_are_told():
    assert "证件号" in messages(table("姓名,证件号\n张三,1.10101E+17\n".encode()))


def test_a_long_number_kept_as_text_is_no_doubt():
    assert table(xlsx([["姓名", "证件号"], ["张三", "110101199003078515"]])).notes == ()


def test_a_file_with_nothing_below_its_heading_is_refused():
    with pytest.raises(DeskError, match="只有表头"):
        table(xlsx([["姓名", "电话"]]))


# --- our own registers come back ---


def test_a_register_of_ours_comes_back_as_it_was():
    found = table(write_lines(reception_table(3)))

    assert found.titles[0] == "投诉接待统计表"
    assert found.header == ("序号", "客户姓名", "联系电话", "投诉问题", "客户要求", "接待人", "备注")
    assert body(found)[2] == (3, "客户3", "13800000003", "漏水", "维修", "甲", None)


def test_a_grouped_register_of_ours_comes_back_as_it_was():
    found = table(write_lines(complaint_table()))

    assert found.header[6:9] == ("责任部门", "处理方式/退货", "处理方式/换货")
    assert body(found)[0][:2] == (date(2026, 3, 2), "2026-0001")
    assert len(found.rows) == 3
