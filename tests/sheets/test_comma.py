"""Comma-separated text: safe for the programs that open it, and the same words when it comes back."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sheets.books import clock, column, complaint_table, register, texts

from desk.domain.errors import DeskError
from desk.sheets.comma import guarded, read_comma, unguarded, write_comma

LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(data: bytes) -> list[list[object]]:
    return [list(row) for row in read_comma(data, "旧.csv").rows]


# --- writing ---


def test_it_begins_with_the_mark_by_which_excel_knows_utf8():
    assert write_comma(texts("张三𠮷")) == "\ufeff内容\r\n张三𠮷\r\n".encode()


def test_grouped_headings_are_joined_and_values_are_plain():
    written = write_comma(complaint_table()).decode("utf-8-sig").splitlines()

    assert written[0] == (
        "日期,编号,客户名称,商品名称,购货日期,投诉内容,责任部门,处理方式/退货,处理方式/换货,处理方式/折扣,处理方式/维修,处理方式/其他,损失(元)"
    )
    assert written[1] == "2026-03-02,2026-0001,王五,水壶,2026-02-20,漏水,生产部,√,,,,,0.10"


def test_days_moments_counts_and_money():
    lines = register(
        [column("a", "date"), column("b", "moment"), column("c", "count"), column("d", "money")],
        [[date(2026, 3, 6), clock("2026-03-06 16:40:05"), -3, -12.5]],
    )

    assert (
        write_comma(lines).decode("utf-8-sig").splitlines()[1] == "2026-03-06,2026-03-06 16:40:05,-3,-12.50"
    )


@pytest.mark.parametrize("start", LIVE)
@pytest.mark.parametrize("before", ["", "'", "''"])
def test_no_field_begins_with_a_sign_that_a_program_runs(start, before):
    (field,) = rows(write_comma(texts(f"{before}{start}1+1")))[1]

    assert guarded(f"{before}{start}1+1").startswith("'")
    assert field == f"{before}{start}1+1"


@settings(max_examples=300)
@given(st.text())
def test_guarding_is_undone_exactly(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(LIVE)


def test_without_guarding_a_formula_would_be_live():
    assert "=1+1".startswith(LIVE)


# --- reading ---


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|", "，"])
def test_every_encoding_and_separator_in_use_is_recognised(encoding, separator):
    text = f"姓名{separator}内容\r\n张三{separator}漏水\r\n李四{separator}噪声\r\n"

    assert rows(text.encode(encoding)) == [["姓名", "内容"], ["张三", "漏水"], ["李四", "噪声"]]


def test_a_rare_name_survives_gb18030():
    assert rows("姓名,内容\n𠮷𬭎,x\n".encode("gb18030"))[1] == ["𠮷𬭎", "x"]


def test_excels_own_line_about_the_separator_is_obeyed_and_not_read():
    assert rows(b"sep=;\r\na;b,c\r\n1;2\r\n") == [["a", "b,c"], ["1", "2"]]


def test_commas_inside_quotes_do_not_decide_the_separator():
    assert rows('姓名;内容\n甲;"一,二,三,四"\n乙;"五,六,七,八"\n'.encode()) == [
        ["姓名", "内容"], ["甲", "一,二,三,四"], ["乙", "五,六,七,八"],
    ]  # fmt: skip


def test_breaks_inside_quotes_belong_to_the_field():
    assert rows('a,b\n"一\n二",3\n'.encode())[1] == ["一\n二", "3"]


def test_a_quotation_mark_inside_a_field_is_forgiven_and_told():
    grid = read_comma('a,b\n"张三"说,2\n'.encode(), "旧.csv")

    assert "引号" in grid.notes[0].message
    assert grid.rows[1][1] == "2"


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line():
    with pytest.raises(DeskError, match="第 3 行") as told:
        read_comma('a,b\n1,2\n"张三,3\n4,5\n'.encode(), "旧.csv")

    assert told.value.hint


def test_what_is_in_no_known_encoding_is_refused_with_its_line():
    with pytest.raises(DeskError, match="第 2 行"):
        read_comma(b"a,b\n" + b"\xff\xff\xff,2\n", "旧.csv")
