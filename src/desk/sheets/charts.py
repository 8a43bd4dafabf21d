"""Pictures as native charts of a workbook: their numbers on a sheet of their own, the charts beside them."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from desk.domain.pictures import Picture

SHEET = "图表"
_ROWS_OF_A_CHART = 18
_GREYS = ("404040", "A6A6A6")


def with_charts(data: bytes, pictures: Sequence[Picture]) -> bytes:
    """The workbook with a sheet of charts; people may change the numbers and see the charts follow."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data))
    sheet = book.create_sheet(SHEET)
    row = 1
    for picture in pictures:
        row = _put(sheet, picture, row)
    sheet.column_dimensions["A"].width = 22
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _put(sheet: Any, picture: Picture, row: int) -> int:
    """The numbers from ``row`` on and their chart at the right; the row after both."""
    labels, series = _axes(picture)
    sheet.cell(row, 1, picture.title)
    for column, name in enumerate(series, 2):
        sheet.cell(row + 1, column, name)
    values = {(point.label, point.series): point.value for point in picture.points}
    for below, label in enumerate(labels, row + 2):
        sheet.cell(below, 1, label)
        for column, name in enumerate(series, 2):
            sheet.cell(below, column, values.get((label, name if picture.series else ""), 0))
    last = row + 1 + len(labels)
    if picture.shape == "heat":
        _shade(sheet, row + 2, last, len(series) + 1)
    elif labels:
        sheet.add_chart(_chart(sheet, picture, row + 1, last, len(series) + 1), f"K{row}")
    return max(last, row + _ROWS_OF_A_CHART) + 2


def _axes(picture: Picture) -> tuple[list[str], list[str]]:
    labels = list(dict.fromkeys(point.label for point in picture.points))
    return labels, list(picture.series) or ["件数"]


def _chart(sheet: Any, picture: Picture, head: int, last: int, columns: int) -> Any:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type = "col" if picture.shape == "columns" else "bar"
    chart.title, chart.height, chart.width = picture.title, 8.5, 18
    chart.add_data(
        Reference(sheet, min_col=2, max_col=columns, min_row=head, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    if chart.type == "bar":
        chart.y_axis.delete, chart.x_axis.scaling.orientation = False, "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    for series, grey in zip(chart.series, _GREYS, strict=False):
        series.graphicalProperties.solidFill = grey
    if columns == 2:
        chart.legend = None
    return chart


def _shade(sheet: Any, first: int, last: int, columns: int) -> None:
    from openpyxl.formatting.rule import ColorScaleRule
    from openpyxl.utils import get_column_letter

    make: Any = ColorScaleRule  # untyped in the library
    rule = make(start_type="min", start_color="FFFFFF", end_type="max", end_color="595959")
    sheet.conditional_formatting.add(f"B{first}:{get_column_letter(columns)}{last}", rule)
