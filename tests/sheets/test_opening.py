"""Old files of every kind: known by what they are, not by what they are called; nothing large, broken or foreign gets through."""

import random
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.sheets.old_files import ods, ods_row, page, xlsx

from desk.domain.errors import DeskError
from desk.sheets import archive
from desk.sheets.opening import open_grids

ROWS = [["姓名", "电话"], ["张三", "13800000000"]]
WANTED = (("姓名", "电话"), ("张三", "13800000000"))


def cells(data: bytes, name: str = "旧台账.xls") -> tuple:
    return open_grids(data, name)[0].rows


# --- kinds of file ---


@pytest.mark.parametrize(
    "data",
    [
        xlsx(ROWS), ods(*(ods_row(*row) for row in ROWS)), "姓名,电话\n张三,13800000000\n".encode("gb18030"),
        page("<tr><td>姓名</td><td>电话</td></tr><tr><td>张三</td><td>13800000000</td></tr>"),
    ],
    ids=["xlsx", "ods", "csv", "html"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["旧台账.xls", "旧台账.xlsx", "旧台账.csv"])
def test_a_file_is_read_for_what_it_is_whatever_its_name_says(data, name):
    assert cells(data, name) == WANTED


def test_hidden_and_empty_sheets_are_left_out():
    def more(sheet):
        sheet.parent.create_sheet("空")
        hidden = sheet.parent.create_sheet("隐藏")
        hidden["A1"], hidden.sheet_state = "x", "hidden"

    assert [grid.name for grid in open_grids(xlsx(ROWS, also=more), "a.xlsx")] == ["台账"]


def test_a_formula_gives_no_text_of_its_own():
    assert cells(xlsx([["a", "=1+1"], ["b", "c"]])) == (("a", None), ("b", "c"))


def test_long_digits_kept_as_text_are_exact():
    assert cells(xlsx([["20220331215854083057"], ["110101199003078515"]])) == (
        ("20220331215854083057",),
        ("110101199003078515",),
    )


def test_numbers_are_as_people_see_them():
    assert cells(xlsx([[13800000000, 274.65999999999997, 3.0]])) == ((13800000000, 274.66, 3),)


def test_spaces_and_signs_without_width_around_a_text_are_gone():
    assert cells(xlsx([["\u3000\u200b 张三\xa0\n", "a\u3000b", " \u200b "], ["x", "y", "z"]]))[0] == (
        "张三",
        "a\u3000b",
        None,
    )


# --- web pages ---


def test_a_page_says_its_own_encoding_and_a_wider_one_is_used():
    data = page("<tr><td>镕</td><td>𠮷</td></tr>", "gb2312", "gb18030")

    assert cells(data) == (("镕", "𠮷"),)


def test_spans_become_merges_and_keep_columns_in_place():
    rows = "<tr><td rowspan=2>编号</td><td colspan=2>处理</td></tr><tr><td>退</td><td>换</td></tr>"

    grid = open_grids(page(rows), "a.xls")[0]

    assert grid.rows == (("编号", "处理", None), (None, "退", "换"))
    assert [(m.top, m.left, m.bottom, m.right) for m in grid.merges] == [(0, 0, 1, 0), (0, 1, 0, 2)]


def test_breaks_stay_and_source_spacing_goes():
    assert cells(page("<tr><td>\n   第一行<br>第二行\n </td><td>&lt;b&gt;&nbsp;</td></tr>")) == (
        ("第一行\n第二行", "<b>"),
    )


def test_scripts_are_neither_run_nor_read():
    assert cells(page("<tr><td>a<script>x='</td>'</script></td><td>b<style>p{}</style></td></tr>")) == (
        ("a", "b"),
    )


def test_of_several_tables_the_largest_is_read():
    data = page("<tr><td><table><tr><td>1</td><td>2</td></tr></table></td></tr>")

    assert cells(data) == (("1", "2"),)


# --- what is refused, in words ---


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"), (b"  \r\n", "empty_file"), (b"%PDF-1.7 ...", "not_a_table"), (b"{\\rtf1 }", "not_a_table"),
        (b"\x89PNG\r\n\x1a\n\0", "not_a_table"), (b"MZ\0\0", "not_a_table"), (b"abc\0def", "not_a_table"), (b"PK\x03\x04broken", "damaged_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "damaged_file"), (b"<?xml version='1.0'?><Workbook/>", "old_xml"),
        (b"MIME-Version: 1.0\n", "old_xml"), (b"<html><p>no table</p></html>", "no_table"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_by_name_with_the_next_step(data, code):
    with pytest.raises(DeskError) as told:
        open_grids(data, "旧台账.xls")

    assert told.value.code == code
    assert "旧台账.xls" in told.value.message
    assert told.value.hint.startswith("请")


def test_a_zip_that_is_no_workbook_is_refused():
    packed = BytesIO()
    with ZipFile(packed, "w") as zipped:
        zipped.writestr("word/document.xml", "<x/>")

    with pytest.raises(DeskError) as told:
        open_grids(packed.getvalue(), "a.xlsx")
    assert told.value.code == "not_a_table"


# --- bombs ---


def test_two_cells_far_apart_do_not_take_all_the_memory():
    def far(sheet):
        sheet.cell(1_000_000, 16_000).value = 1

    with pytest.raises(DeskError) as told:
        open_grids(xlsx([["a"]], also=far), "a.xlsx")
    assert told.value.code == "too_large"


def test_formatted_rows_without_content_are_no_reason_to_refuse():
    def formatted(sheet):
        for row in range(2, 3000):
            sheet.cell(row, 3000).number_format = "0.00"

    assert cells(xlsx([["a", "b"]], also=formatted)) == (("a", "b"),)


def test_a_repeated_cell_of_an_open_document_cannot_fill_the_memory():
    bomb = ods_row(
        "x", said='table:number-rows-repeated="1000000"', cell_said='table:number-columns-repeated="16384"'
    )

    with pytest.raises(DeskError) as told:
        open_grids(ods(bomb), "a.ods")
    assert told.value.code == "too_large"


def test_empty_rows_repeated_to_the_end_are_no_reason_to_refuse():
    tail = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'

    assert cells(ods(ods_row("a", "b"), tail)) == (("a", "b"),)


FAR = [
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="XFD1000000"><v>1</v></c></row>',
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="M99999999999999999999"><v>1</v></c></row>',
    '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>',
    "<row r='1'><c t='n' r='XFD1'><v>1</v></c></row><row r='1048576'><c r='A1048576'><v>1</v></c></row>",
    '<row r="1"><x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="XFD1048576"><v>1</v></x:c></row>',
]


@pytest.mark.parametrize("rows", FAR)
def test_however_cells_say_where_they_stand_far_ones_are_found(rows):
    """Each of these asked the reader for up to 1,786,706,394,720 bytes, which ended the process."""
    data = altered(
        xlsx(ROWS), "xl/worksheets/sheet1.xml", r"<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>"
    )

    assert refusal(data).code == "too_large"


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        ("</table:table>", "</table1table>"),
        ("<table:table-row ", '<table:table-row table:number-rows-repeated="99999999999" '),
    ],
)
def test_an_open_document_that_the_reader_would_never_finish_is_refused(pattern, instead):
    data = altered(ods(ods_row("a", "b")), "content.xml", pattern, instead)

    assert refusal(data).code == "damaged_file"


def test_a_workbook_that_says_it_has_four_thousand_million_fonts_is_refused():
    data = altered(xlsx(ROWS), "xl/styles.xml", '<fonts count="1"', '<fonts count="4294967295"')

    assert refusal(data).code == "damaged_file"


def test_declarations_inside_a_workbook_are_refused():
    data = altered(xlsx(ROWS), "xl/workbook.xml", "^", '<!DOCTYPE x [<!ENTITY a "aaaa">]>')

    assert refusal(data).code == "damaged_file"


def test_the_same_workbook_unaltered_is_read():
    assert refusal(altered(xlsx(ROWS), "xl/workbook.xml", "^", "")) is None


def altered(data: bytes, name: str, pattern: str, instead: str) -> bytes:
    """The archive with one part changed; sizes and checksums are right."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for part in source.namelist():
            text = source.read(part)
            target.writestr(
                part, re.sub(pattern, instead, text.decode(), flags=re.DOTALL) if part == name else text
            )
    return written.getvalue()


def test_parts_that_unpack_to_too_much_are_refused_unread(monkeypatch):
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1 << 20)
    packed = BytesIO(xlsx(ROWS))
    with ZipFile(packed, "a", ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/media/zeros", bytes(2 << 20))

    assert len(packed.getvalue()) < 1 << 14
    assert refusal(packed.getvalue()).code == "too_large"


def test_a_web_page_cannot_claim_a_million_cells():
    with pytest.raises(DeskError) as told:
        open_grids(page("<tr>" + "<td rowspan=60000 colspan=1200>x</td>" * 9 + "</tr>"), "a.xls")
    assert told.value.code == "too_large"


# --- damage ---


@pytest.mark.parametrize(
    "build",
    [
        lambda: xlsx(ROWS * 30),
        lambda: ods(*(ods_row(*row) for row in ROWS)),
        lambda: page("<tr><td>a</td></tr>" * 9),
    ],
    ids=["xlsx", "ods", "html"],
)
def test_a_damaged_file_is_read_or_refused_in_words_and_nothing_else(build):
    chance, whole = random.Random(20260301), build()

    for _ in range(60):
        data = bytearray(whole[: chance.randrange(8, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 20)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        told = refusal(bytes(data))

        assert told is None or (told.message and told.hint)


def refusal(data: bytes) -> DeskError | None:
    try:
        open_grids(data, "a.xlsx")
    except DeskError as told:
        return told
    return None


def test_a_formula_that_nobody_reckoned_is_told():
    (grid,) = open_grids(xlsx([["姓名", "天数"], ["张三", "=1+1"]]), "台账.xlsx")

    assert grid.rows[1] == ("张三", None)
    assert "有 1 个公式还没有算出结果" in grid.notes[0].message


def test_a_text_with_the_mark_of_either_encoding_is_read_without_it():
    words = "姓名,地址\r\n𠮷某,㐆里\r\n"

    for encoding in ("gb18030", "utf-8", "utf-16-le"):
        rows = open_grids(("\ufeff" + words).encode(encoding), "台账.csv")[0].rows
        assert rows == (("姓名", "地址"), ("𠮷某", "㐆里"))


def test_a_text_whose_last_line_just_stops_is_told():
    whole = "姓名,地址,电话\r\n张三,某路,13800000000\r\n李四,某路,13800000001"

    torn, sound = (open_grids(text.encode("gb18030"), "台账.csv")[0] for text in (whole[:-15], whole))

    assert "没有写完" in torn.notes[0].message
    assert sound.notes == ()
