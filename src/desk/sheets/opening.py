"""An old file's sheets, whatever its name says: what a file is, is told by its first bytes. Nothing in it is run."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.packed import Packed
from desk.sheets.archive import check_archive, merges_of_document, too_large
from desk.sheets.comma import read_comma
from desk.sheets.compound import check_compound, locked
from desk.sheets.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Cell, Grid, Merge, Note, cleaned
from desk.sheets.webpage import read_webpage

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGEST_FILE = 200 << 20
"""Bytes; larger files are refused before they are looked into."""

_ARCHIVE, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"%PDF": " PDF 文件",
    b"{\\rtf": " Word（RTF）文件",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
    b"MZ": "程序文件",
}
_SAVE_ANEW = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
_LOOKED_AT = 4096


def open_grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The sheets of a file that can be seen and are not empty; ``name`` is the file's, for messages.

    Reads xlsx, xlsm, xls, ods, web pages named .xls, and comma-separated text. Raises DeskError for everything else.
    """
    if len(data) > LARGEST_FILE:
        raise _refusal(
            "too_large", name, f"有 {len(data) >> 20} MB，超过 {LARGEST_FILE >> 20} MB", "请拆成几份后导入。"
        )
    grids = tuple(_grids(data, name))
    if not grids:
        raise _refusal("empty_file", name, "是空的，没有可导入的内容", "请检查是否选对了文件。")
    return grids


def _grids(data: bytes, name: str) -> Iterator[Grid]:
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith((_ARCHIVE, _COMPOUND)):
        yield from _workbook_grids(data, name)
    elif start.startswith(b"<") and (b"<table" in data.lower() or b"<html" in start):
        yield _bounded(_tidy(read_webpage(data, name)), name)
    elif start:
        _refuse_foreign(data, start, name)
        yield _bounded(read_comma(data, name, cleaned), name)


def _refuse_foreign(data: bytes, start: bytes, name: str) -> None:
    for sign, kind in _FOREIGN.items():
        if data.startswith(sign):
            raise _refusal("not_a_table", name, f"是{kind}，不是表格", "请选择 Excel、WPS 或 CSV 文件。")
    if start.startswith((b"<?xml", b"mime-version")):
        raise _refusal("old_xml", name, "是旧的 XML（或单个网页）格式的表格，这里读不出", _SAVE_ANEW)
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal("not_a_table", name, "不是表格，也不是文字", "请选择 Excel、WPS 或 CSV 文件。")


def _workbook_grids(data: bytes, name: str) -> list[Grid]:
    from python_calamine import PasswordError

    packed = data.startswith(_ARCHIVE)
    notes: tuple[Note, ...] = ()
    if packed:
        notes = _of_formulas(check_archive(data, name))
    else:
        check_compound(data, name)
    try:
        merges = merges_of_document(data) if packed else {}
        return [
            replace(_bounded(_grid(sheet, merges.get(sheet.name, ()), name), name), notes=notes)
            for sheet in _visible(data)
            if sheet.start is not None
        ]
    except PasswordError as problem:
        raise locked(name) from problem
    except DeskError:
        raise
    except BaseException as problem:  # damage makes the reader, written in Rust, panic, which is no Exception
        if not isinstance(problem, Exception) and type(problem).__name__ != "PanicException":
            raise
        raise _refusal("damaged_file", name, "已损坏，或不是它的扩展名所说的格式", _SAVE_ANEW) from problem


def _of_formulas(unreckoned: int) -> tuple[Note, ...]:
    words = f"有 {unreckoned} 个公式还没有算出结果，读成了空格：请用 Excel 或 WPS 打开、保存一次再导入。"
    return (Note(words),) if unreckoned else ()


def _visible(data: bytes) -> "Iterator[CalamineSheet]":
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book: CalamineWorkbook = CalamineWorkbook.from_filelike(BytesIO(data))
    for about in book.sheets_metadata:
        if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet:
            yield book.get_sheet_by_name(about.name)


def _grid(sheet: "CalamineSheet", known: Sequence[Merge], name: str) -> Grid:
    if sheet.end is None or (sheet.end[0] + 1) * (sheet.end[1] + 1) > MOST_CELLS:
        raise too_large(name)
    rows = Packed(_cells_of(sheet))
    merges = (*known, *(Merge(*first, *last) for first, last in sheet.merged_cell_ranges or ()))
    return Grid(sheet.name, rows, merges)


def _cells_of(sheet: "CalamineSheet") -> Iterator[tuple[Cell, ...]]:
    """The rows from the sheet's corner on; the reader's begin with the first column that is filled."""
    lead: tuple[Cell, ...] = (None,) * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield lead + tuple(map(cleaned, row))


def _tidy(grid: Grid) -> Grid:
    return replace(grid, rows=Packed(tuple(map(cleaned, row)) for row in grid.rows))


def _bounded(grid: Grid, name: str) -> Grid:
    rows, columns = len(grid.rows), max(map(len, grid.rows), default=0)
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise too_large(name)
    return grid


def _refusal(code: str, name: str, reason: str, hint: str) -> DeskError:
    return DeskError(code, f"“{name}”{reason}。", hint, field=name)
