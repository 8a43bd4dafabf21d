"""Registers to write, and written workbooks read back in three ways: by openpyxl, by calamine, and as plain XML."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from desk.domain.register import ColumnKind, Datum, LineColumn, Lines

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def clock(text: str) -> datetime:
    """A moment as sheets know it: on the wall clock, without a zone."""
    return datetime.fromisoformat(text)


def column(
    title: str, kind: ColumnKind = "text", group: str = "", *, summed: bool = False, width: int = 10
) -> LineColumn:
    return LineColumn(title, group, width, kind, summed)


def register(columns: Sequence[LineColumn], data: Sequence[Sequence[Datum]], **changes: object) -> Lines:
    known = {"title": "登记簿", "period": "2026年3月", "unit": "某单位", "foot": (), "transposed": False}
    rows = tuple(tuple(row) for row in data)
    return Lines(columns=tuple(columns), words=(), data=rows, **{**known, **changes})  # type: ignore[arg-type]


def texts(*values: str) -> Lines:
    """A register of one text column with these values."""
    return register([column("内容")], [[value] for value in values])


def sheet(data: bytes) -> Worksheet:
    return load_workbook(BytesIO(data)).worksheets[0]


def values(data: bytes) -> list[list[object]]:
    """What calamine, which shares no code with the writer, reads."""
    return (
        CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )


def tags(data: bytes) -> set[str]:
    """The names of all elements on the sheet."""
    return {element.tag.removeprefix(NAMESPACE) for element in sheet_xml(data).iter()}


def sheet_xml(data: bytes) -> ET.Element:
    with ZipFile(BytesIO(data)) as archive:
        return ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))


def reception_table(cases: int = 3) -> Lines:
    """F-02 投诉接待统计表: seven columns; its foot has 填表人, 审核人, 审核日期 (manual 000:232)."""
    names = ("序号", "客户姓名", "联系电话", "投诉问题", "客户要求", "接待人", "备注")
    rows = [(n, f"客户{n}", f"1380000{n:04}", "漏水", "维修", "甲", None) for n in range(1, cases + 1)]
    kinds = ["count", *["text"] * 6]
    columns = [column(name, kind) for name, kind in zip(names, kinds, strict=True)]  # type: ignore[arg-type]
    return register(columns, rows, title="投诉接待统计表", foot=("填表人：", "审核人：", "审核日期："))


def complaint_table() -> Lines:
    """F-08 客户投诉统计表: thirteen columns, 处理方式 over five of them (manual 000:233)."""
    before = [
        column("日期", "date"), column("编号"), column("客户名称"), column("商品名称"), column("购货日期", "date"),
        column("投诉内容"), column("责任部门"),
    ]  # fmt: skip
    ways = [column(way, group="处理方式") for way in ("退货", "换货", "折扣", "维修", "其他")]
    row = (
        date(2026, 3, 2), "2026-0001", "王五", "水壶", date(2026, 2, 20), "漏水", "生产部", "√", None, None, None, None,
    )  # fmt: skip
    rows = [(*row, 0.1), (*row, 0.2), (*row, None)]
    columns = [*before, *ways, column("损失(元)", "money", summed=True)]
    return register(columns, rows, title="客户投诉统计表", foot=("制表：", "审核："))


def tracking_table(cases: int = 12) -> Lines:
    """F-07 投诉处理追踪表: transposed, one column for each case, 件数 1… (manual 000:233)."""
    columns = [
        column("件数", "count"), column("受理日期", "date"), column("编号"), column("日期", "date", "交货"),
        column("数量", "count", "交货"), column("金额", "money", "交货"), column("投诉内容"),
        column("损失金额", "money", summed=True), column("结束", "moment", "处理时效"), column("合计", "text", "处理时效"),
    ]  # fmt: skip
    rows = [
        (n, date(2026, 3, n), f"2026-{n:04}", date(2026, 2, n), 2 * n, 10.5, "破损", 1.1, clock(f"2026-03-{n:02} 16:40"), "3日")
        for n in range(1, cases + 1)
    ]  # fmt: skip
    return register(columns, rows, title="投诉处理追踪表", transposed=True)
