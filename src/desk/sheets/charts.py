"""Pictures as native charts of a workbook: their numbers on a sheet of their own, the charts beside them."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from desk.domain.pictures import Picture
from desk.sheets.frame import BODY_FONT, a4_across
from desk.sheets.heights import LINE, PADDING, lines_of

SHEET = "图表"
_LABELS = 30
"""The width of the column of labels; a longer one goes over several lines."""

_ROWS_OF_A_CHART, _ROWS_OF_A_PAGE = 17, 38
_SCALE = 80
"""Per cent at which labels, numbers and chart go across a page. Not "as wide as a page": programs that fit pages pass over
where a page shall end, and cut charts in two."""

_HEIGHT, _WIDTH = 8.0, 18
"""A chart's size in centimetres: a little less than its rows."""

_GREYS = ("404040", "A6A6A6")


def with_charts(data: bytes, pictures: Sequence[Picture]) -> bytes:
    """The workbook with a sheet of charts; people may change the numbers and see the charts follow."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data))
    sheet = book.create_sheet(SHEET)
    sheet.column_dimensions["A"].width = _LABELS
    a4_across(sheet)
    sheet.page_setup.scale = _SCALE
    row, used = 1, 0
    for picture in pictures:
        high = _rows(picture) + _further_lines(picture)
        if used and used + high > _ROWS_OF_A_PAGE:
            _break_before(sheet, row)
            used = 0
        _put(sheet, picture, row)
        row, used = row + _rows(picture), used + high
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _rows(picture: Picture) -> int:
    """How many rows a picture takes: title, headings and numbers, or its chart beside them, and an empty one."""
    return max(len(_axes(picture)[0]) + 3, _ROWS_OF_A_CHART)


def _further_lines(picture: Picture) -> int:
    """How many lines its labels take beyond one each."""
    return sum(lines_of(label, _LABELS) - 1 for label in _axes(picture)[0])


def _break_before(sheet: Any, row: int) -> None:
    from openpyxl.worksheet.pagebreak import Break

    sheet.row_breaks.append(Break(id=row - 1))


def _put(sheet: Any, picture: Picture, row: int) -> None:
    """The numbers from ``row`` on and their chart at the right."""
    from openpyxl.styles import Alignment

    labels, series = _axes(picture)
    _write(sheet.cell(row, 1), picture.title, bold=True)
    for column, name in enumerate(series, 2):
        _write(sheet.cell(row + 1, column), name, across="right")
    values = {(point.label, point.series): point.value for point in picture.points}
    for below, label in enumerate(labels, row + 2):
        _write(sheet.cell(below, 1), label, wrapped=True)
        if (high := lines_of(label, _LABELS)) > 1:
            sheet.row_dimensions[below].height = LINE * high + PADDING
        for column, name in enumerate(series, 2):
            number = sheet.cell(below, column, values.get((label, name if picture.series else ""), 0))
            number.alignment = Alignment(vertical="center")
    last = row + 1 + len(labels)
    if picture.shape == "heat":
        _shade(sheet, row + 2, last, len(series) + 1)
    elif labels:
        sheet.add_chart(_chart(sheet, picture, row + 1, last, len(series) + 1), f"E{row + 1}")


def _write(cell: Any, words: str, *, bold: bool = False, across: str = "left", wrapped: bool = False) -> None:
    """Words as words, also where they begin with an equals sign: a category may be called anything."""
    from openpyxl.styles import Alignment, Font

    cell.value, cell.data_type = words, "s"
    cell.font = Font(name="宋体", size=BODY_FONT, bold=bold)
    cell.alignment = Alignment(horizontal=across, vertical="center" if wrapped else None, wrap_text=wrapped)


def _axes(picture: Picture) -> tuple[list[str], list[str]]:
    labels = list(dict.fromkeys(point.label for point in picture.points))
    return labels, list(picture.series) or ["件数"]


def _chart(sheet: Any, picture: Picture, head: int, last: int, columns: int) -> Any:
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.label import DataLabelList

    chart = BarChart()
    chart.type = "col" if picture.shape == "columns" else "bar"
    chart.title, chart.height, chart.width, chart.gapWidth = picture.title, _HEIGHT, _WIDTH, 50
    chart.add_data(
        Reference(sheet, min_col=2, max_col=columns, min_row=head, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    if chart.type == "bar":
        chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    for series, grey in zip(chart.series, _GREYS, strict=False):
        series.graphicalProperties.solidFill = grey
    if columns == 2:
        chart.legend = None
    return chart


def _shade(sheet: Any, first: int, last: int, columns: int) -> None:
    from openpyxl.formatting.rule import ColorScaleRule
    from openpyxl.utils import get_column_letter

    make: Any = ColorScaleRule  # untyped in the library
    rule = make(start_type="min", start_color="FFFFFF", end_type="max", end_color="8C8C8C")
    sheet.conditional_formatting.add(f"B{first}:{get_column_letter(columns)}{last}", rule)
