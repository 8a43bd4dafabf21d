"""Pictures of a report as native charts: as many as were promised, their labels read whole."""

import re
import zipfile
from io import BytesIO

from openpyxl import load_workbook
from tests.sheets.books import column, register

from desk.domain.pictures import HOURS, Picture, Point
from desk.sheets.charts import with_charts
from desk.sheets.workbook import write_lines

LONG = "规划设计类（规划变更、设计缺陷）、园区配套类（生活配套、基础设施）"


def picture(shape, *names: str) -> Picture:
    return Picture("one", "类别构成", shape, tuple(Point(name, "", ("1",)) for name in names))


def book(*pictures: Picture) -> bytes:
    return with_charts(write_lines(register([column("编号")], [("1",)])), pictures)


def charts_in(data: bytes) -> int:
    """How many charts the file holds, as any program finds them."""
    names = zipfile.ZipFile(BytesIO(data)).namelist()
    return sum(bool(re.fullmatch(r"xl/charts/chart\d+\.xml", name)) for name in names)


def test_a_chart_for_each_picture_that_has_something_to_show_and_a_shaded_table_for_the_hours():
    hours = Picture("heat", "收到时间", "heat", tuple(Point(hour, "周一", ()) for hour in HOURS), ("周一",))

    assert charts_in(book(picture("rows", "甲"), hours, picture("columns", "甲"), picture("rows"))) == 2


def test_a_long_label_is_seen_whole_beside_its_number_in_letters_as_large_as_the_others():
    sheet = load_workbook(BytesIO(book(picture("rows", "维保类", LONG))))["图表"]
    short, long = sheet["A3"], sheet["A4"]

    assert (short.value, long.value) == ("维保类", LONG)
    assert long.alignment.wrap_text
    assert not long.alignment.shrink_to_fit
    assert long.font.size == short.font.size
    assert sheet.row_dimensions[4].height == 3 * 15 + 5  # 32 characters, 13 in a line
    assert sheet.row_dimensions[3].height is None


def test_a_picture_whose_labels_take_many_lines_begins_a_page_of_its_own():
    """Thirty-eight lines go on a page; a picture takes at least seventeen, and the space of its labels."""
    short, long = picture("rows", *"甲乙丙"), picture("rows", *(LONG + sign for sign in "甲乙丙丁戊己庚辛"))

    sheet = load_workbook(BytesIO(book(short, short)))["图表"]
    assert [one.id for one in sheet.row_breaks.brk] == []
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage  # pages that are made to fit end elsewhere
    assert sheet.page_setup.scale == 80
    assert [one.id for one in load_workbook(BytesIO(book(short, long)))["图表"].row_breaks.brk] == [17]
