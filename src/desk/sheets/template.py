"""Register lines into an office's own workbook: named cells get title, unit and period, the row of headings its rows.

Everything else of the workbook stays as the office made it. A heading is known by its words; brackets, spaces and line
breaks do not matter. A column of the workbook that the register does not have stays empty and is told. A row below that
says 合计 gets the sums of the columns that have them.
"""

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desk.domain.errors import DeskError
from desk.domain.moments import office_time
from desk.domain.register import Datum, LineColumn, Lines, sums
from desk.sheets.frame import BODY_FORMATS, kind_of
from desk.sheets.text import stored_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LOOKED_AT = 30
"""Rows in which the headings are looked for."""
_NAMED: Mapping[str, str] = {
    "标题": "title", "单位": "unit", "填报单位": "unit", "期间": "period", "title": "title", "unit": "unit",
    "period": "period",
}  # fmt: skip
_CELL = re.compile(r"^'?(?P<sheet>[^'!]+)'?!\$?(?P<column>[A-Z]+)\$?(?P<row>\d+)$")
_TOTALS = ("合计", "总计", "共计")
"""How offices call the row of sums."""

_IGNORED = re.compile(r"[\s()（）【】\[\]：:/／_·]+")


@dataclass(frozen=True, slots=True)
class Filled:
    """The workbook's bytes, and the headings of the workbook for which the register has nothing."""

    data: bytes
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the rows go: the sheet, the row of headings, and which column of the register stands in which of the sheet."""

    sheet: "Worksheet"
    head: int
    columns: Mapping[int, int]
    unknown: tuple[str, ...]


def fill(template: bytes, name: str, lines: Lines) -> Filled:
    """``lines`` in the workbook. Raises ``DeskError`` where it is none, has no such headings, or its formulas would break."""
    book = _opened(template, name)
    place = max(_places(book, lines), key=lambda one: len(one.columns), default=None)
    if place is None or len(place.columns) < min(2, len(lines.columns)):
        titles = "、".join(column.title for column in lines.columns[:8])
        raise DeskError(
            "no_headings", f"模板“{name}”里找不到这份登记簿的表头", f"请在一行里写上栏名，例：{titles}", name
        )
    _name_cells(book, lines)
    _make_room(place, len(lines.data), name)
    for number, row in enumerate(lines.data, place.head + 1):
        _write_row(place, number, row, lines.columns)
    _add_up(place, lines)
    written = BytesIO()
    book.save(written)
    return Filled(written.getvalue(), place.unknown)


def _opened(template: bytes, name: str) -> Any:
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(template))
    except Exception as error:
        raise DeskError(
            "bad_template",
            f"模板“{name}”打不开",
            "模板须是 .xlsx 工作簿；请用 Excel 或 WPS 另存为 .xlsx",
            name,
        ) from error


def _places(book: Any, lines: Lines) -> list[_Place]:
    """Every row near the top of a sheet in which headings of the register stand."""
    known: dict[str, list[int]] = {}
    for index, column in enumerate(lines.columns):
        for words in {column.title, f"{column.group}{column.title}"}:
            known.setdefault(_plain(words), []).append(index)
    return [
        _place(sheet, row, known)
        for sheet in book.worksheets
        for row in range(1, min(sheet.max_row, _LOOKED_AT) + 1)
    ]


def _place(sheet: "Worksheet", row: int, known: Mapping[str, Sequence[int]]) -> _Place:
    columns: dict[int, int] = {}
    unknown = []
    for column in range(1, sheet.max_column + 1):
        words = _heading(sheet, row, column)
        if not words:
            continue
        free = [index for index in known.get(_plain(words), ()) if index not in columns.values()]
        if free:
            columns[column] = free[0]
        else:
            unknown.append(words.replace("\n", " "))
    return _Place(sheet, row, columns, tuple(unknown))


def _heading(sheet: "Worksheet", row: int, column: int) -> str:
    """The words in a cell, or in the one that it is merged with from above (a heading over two rows)."""
    value = sheet.cell(row, column).value
    if value is None:
        for area in sheet.merged_cells.ranges:
            is_below = area.min_row < row <= area.max_row and area.max_row == row
            if is_below and area.min_col == column:
                value = sheet.cell(area.min_row, area.min_col).value
    return str(value) if value is not None else ""


def _plain(words: str) -> str:
    return _IGNORED.sub("", words).lower()


def _name_cells(book: Any, lines: Lines) -> None:
    """Cells that the office named 标题, 单位, 期间 (or title, unit, period)."""
    for name, defined in book.defined_names.items():
        found = _CELL.match(defined.attr_text or "")
        if found and (field := _NAMED.get(name.strip().lower())) and found["sheet"] in book.sheetnames:
            sheet = book[found["sheet"]]
            _put(sheet[f"{found['column']}{found['row']}"], getattr(lines, field))


def _make_room(place: _Place, rows: int, name: str) -> None:
    """Move what stands below the headings (signatures, notes) down where the rows need its place."""
    sheet, first = place.sheet, place.head + 1
    below = next((row for row in range(first, sheet.max_row + 1) if _is_used(sheet, row)), None)
    if below is None or below - first >= rows:
        return
    shift, last = rows - (below - first), sheet.max_row
    if any(str(cell.value).startswith("=") for line in sheet.iter_rows() for cell in line if cell.value):
        raise DeskError(
            "formulas", f"模板“{name}”表头下面只留了 {below - first} 行，而这次有 {rows} 行；里面有公式，不能自动下移",
            f"请在模板的表头下面留足 {rows} 行空行", name,
        )  # fmt: skip
    merged = [area for area in sheet.merged_cells.ranges if area.min_row >= below]
    for area in merged:
        sheet.unmerge_cells(area.coord)
    for row in range(last, below - 1, -1):
        _move(sheet, row, row + shift)
    for area in merged:
        sheet.merge_cells(None, area.min_row + shift, area.min_col, area.max_row + shift, area.max_col)


def _is_used(sheet: "Worksheet", row: int) -> bool:
    return any(cell.value not in (None, "") for cell in sheet[row])


def _move(sheet: "Worksheet", row: int, to: int) -> None:
    sheet.row_dimensions[to].height = sheet.row_dimensions[row].height
    for column in range(1, sheet.max_column + 1):
        cell, other = sheet.cell(row, column), sheet.cell(to, column)
        _dress_like(other, cell)
        other.value = cell.value
        cell.value = None


def _dress_like(cell: Any, other: Any) -> None:
    cell._style = copy(other._style)


def _write_row(place: _Place, number: int, row: Sequence[Datum], columns: Sequence[LineColumn]) -> None:
    """One line; cells look like those of the first line, which the office dressed, also where the register has nothing."""
    if number > place.head + 1:
        for column in range(1, place.sheet.max_column + 1):
            _dress_like(place.sheet.cell(number, column), place.sheet.cell(place.head + 1, column))
    for column, index in place.columns.items():
        cell = place.sheet.cell(number, column)
        _put(cell, row[index])
        kind = columns[index].kind
        if cell.number_format == "General" and row[index] is not None and not isinstance(row[index], str):
            cell.number_format = BODY_FORMATS[kind_of(kind, row[index])]


def _add_up(place: _Place, lines: Lines) -> None:
    """The sums in the row under the lines that the office called 合计; what it reckons itself there stays."""
    sheet, first = place.sheet, place.head + 1 + len(lines.data)
    row = next((row for row in range(first, sheet.max_row + 1) if _says_total(sheet, row)), None)
    if row is None or not lines.data:
        return
    totals = sums(lines)
    for column, index in place.columns.items():
        cell = sheet.cell(row, column)
        if totals[index] is not None and cell.value in (None, ""):
            _put(cell, totals[index])
            if cell.number_format == "General":
                cell.number_format = BODY_FORMATS[lines.columns[index].kind]


def _says_total(sheet: "Worksheet", row: int) -> bool:
    return any(_plain(str(cell.value)) in _TOTALS for cell in sheet[row] if cell.value is not None)


def _put(cell: Any, value: Datum) -> None:
    """A value as what it is; text stays text, whatever it begins with."""
    if isinstance(value, str):
        cell.value = stored_text(value)
        cell.data_type = "s"
        return
    cell.value = office_time(value).replace(tzinfo=None) if getattr(value, "tzinfo", None) else value  # type: ignore[arg-type]
