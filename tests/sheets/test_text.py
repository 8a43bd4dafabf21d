"""Whatever people write is text in the workbook: the same text, never a formula, never a broken file."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.sheets.books import column, register, sheet, tags, texts, values

from desk.sheets.comma import write_comma
from desk.sheets.template import fill
from desk.sheets.text import CELL_LIMIT, CUT_MARK, cell_text
from desk.sheets.workbook import write_lines

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "'", '"', "|", "%", "{=", "")
BODIES = (
    "1+1", "cmd|' /C calc'!A0", 'HYPERLINK("x")', "SUM(A1:A9)", "<f>1+1</f>", "]]>", "&amp;", "<![CDATA[x]]>", "_x003D_1",
    "\x00\x0b\x1f", "\ufffe\uffff", "\ud800", "\u202egpj.exe", "𠮷𬭎", "张三", "a\r\nb\rc\nd", " 前后 ", "\u200b", "", "🙂",
)  # fmt: skip
DANGEROUS = st.builds(
    "".join, st.tuples(st.sampled_from(STARTS), st.one_of(st.sampled_from(BODIES), st.text()))
)


@settings(max_examples=20, deadline=None)
@given(st.lists(DANGEROUS, min_size=100, max_size=100))
@example([start + body for start in STARTS for body in BODIES])
def test_two_thousand_dangerous_texts_are_text_to_every_reader(written):
    book = write_lines(register([column("内容"), column("标记")], [[text, "·"] for text in written]))

    assert "f" not in tags(book)
    assert [row[0] for row in values(book)[3:]] == [expected(text) for text in written]
    assert {cell.data_type for (cell,) in sheet(book).iter_rows(min_row=4, max_col=1)} <= {"s", "n"}


TWO_THOUSAND = [f"{start}{body}{n}" for n in range(7) for start in STARTS for body in BODIES]


def test_the_same_texts_are_text_in_the_offices_own_workbook():
    from openpyxl import Workbook

    template, data = Workbook(), BytesIO()
    template.active.append(["内容"])
    template.save(data)

    filled = fill(data.getvalue(), "模板.xlsx", texts(*TWO_THOUSAND)).data

    assert len(TWO_THOUSAND) > 2000
    assert "f" not in tags(filled)
    assert {cell.data_type for (cell,) in sheet(filled).iter_rows(min_row=2, max_col=1)} <= {"s", "n"}
    assert [row[0] for row in values(filled)[1:]] == [expected(text) for text in TWO_THOUSAND]


def test_the_same_texts_begin_with_no_sign_that_runs_in_comma_separated_files():
    written = write_comma(texts(*TWO_THOUSAND)).decode("utf-8-sig", "surrogatepass")
    fields = [row[0] for row in csv.reader(StringIO(written, newline=""))][1:]

    assert len(fields) == len(TWO_THOUSAND)
    assert not [field for field in fields if field[:1] in {*"=+-@\t\r\n＝＋－＠"} - {""}]


def expected(text: str) -> str:
    """What a reader must see: no signs that XML 1.0 forbids (production 2, Char), and one kind of line break."""
    text = re.sub("\r\n|[\r\x0b\x0c]", "\n", text)
    text = re.sub("[\x00-\x08\x0e-\x1f\ufffe\uffff]", "", text)
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_the_reading_back_would_notice_a_formula(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active["A1"] = "=1+1"
    book.save(tmp_path / "a.xlsx")

    assert "f" in tags((tmp_path / "a.xlsx").read_bytes())


@pytest.mark.parametrize("place", ["title", "period", "unit"])
def test_words_around_the_cases_are_never_formulas_either(place):
    book = write_lines(
        register([column("=1+1", group="=2"), column("b")], [["x", "y"]], foot=("=3",), **{place: "=4"})
    )

    assert "f" not in tags(book)
    assert {cell.data_type for row in sheet(book).iter_rows() for cell in row} <= {"s", "n"}
    assert values(book)[2][0] == "=2"


def test_what_looks_like_the_formats_own_escape_is_the_same_text_again():
    assert values(write_lines(texts("_x0041_", "a_x005F_b", "_x00e9_")))[3:] == [
        ["_x0041_"],
        ["a_x005F_b"],
        ["_x00e9_"],
    ]


def test_spaces_before_and_behind_are_kept():
    assert values(write_lines(texts(" 张 三\n", "\t四")))[3:] == [[" 张 三\n"], ["\t四"]]


@pytest.mark.parametrize("text", ["长" * CELL_LIMIT, "𠮷" * (CELL_LIMIT // 2)])
def test_a_text_that_just_fits_is_whole(text):
    assert values(write_lines(texts(text)))[3] == [text]


@pytest.mark.parametrize("text", ["长" * (CELL_LIMIT + 1), "𠮷" * (CELL_LIMIT // 2 + 1), "a𠮷" * 20_000])
def test_a_text_too_long_for_a_cell_is_cut_with_a_mark_and_no_half_character(text):
    (cut,) = values(write_lines(texts(text)))[3]

    kept = cut.removesuffix(CUT_MARK)
    assert cut != kept
    assert text.startswith(kept)
    assert CELL_LIMIT - 1 <= len(cut.encode("utf-16-le")) // 2 <= CELL_LIMIT


def test_control_signs_do_not_count_towards_the_length():
    assert cell_text("长" * CELL_LIMIT + "\x00") == "长" * CELL_LIMIT
