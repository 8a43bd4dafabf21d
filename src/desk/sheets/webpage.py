"""Tables of web pages that old programs save under the name of a workbook (.xls). Nothing in the page is run or fetched."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from desk.domain.errors import DeskError
from desk.sheets.comma import decoded
from desk.sheets.grid import MOST_CELLS, MOST_COLUMNS, Cell, Grid, Merge

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb18030", "x-gbk", "hz-gb-2312"}
_BREAKING = {"br", "p", "div", "li"}
_SILENT = {"script", "style"}
_SPACES = re.compile("[ \t\r\n]+")


def read_webpage(data: bytes, name: str) -> Grid:
    """The largest table of the page. Raises DeskError when there is none."""
    reader = _Reader(name)
    reader.feed(_text(data, name))
    reader.close()
    tables = [table for table in reader.tables if table.rows]
    if not tables:
        raise DeskError(
            "no_table",
            f"“{name}”是网页文件，里面没有表格。",
            "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
            field=name,
        )
    largest = max(tables, key=lambda table: len(table.cells))
    return largest.grid(name)


def _text(data: bytes, name: str) -> str:
    said = _CHARSET.search(data[:4096])
    if said and said[1].decode("ascii").lower() in _CHINESE:
        return data.decode("gb18030", "replace")
    return decoded(data, name)


@dataclass
class _Table:
    rows: int = 0
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    taken: set[tuple[int, int]] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)

    def place(self, down: int, across: int, name: str) -> tuple[int, int]:
        """The next free place in the row, with all that a cell of this size covers taken."""
        row, column = self.rows - 1, 0
        while (row, column) in self.taken:
            column += 1
        if len(self.taken) + down * across > MOST_CELLS:
            raise DeskError(
                "too_large", f"“{name}”里的表格太大。", "请把表格拆成几份，分别导入。", field=name
            )
        self.taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
        if down > 1 or across > 1:
            self.merges.append(Merge(row, column, row + down - 1, column + across - 1))
        return row, column

    def grid(self, name: str) -> Grid:
        """The table with every row as long as the longest."""
        width = max((column for _, column in self.cells), default=-1) + 1
        rows: list[tuple[Cell, ...]] = [
            tuple(self.cells.get((row, column)) for column in range(width)) for row in range(self.rows)
        ]
        return Grid(name, tuple(rows), tuple(self.merges))


class _Reader(HTMLParser):
    """Collects tables; one inside another is a table of its own and leaves the outer cell empty."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.tables: list[_Table] = []
        self._open: list[tuple[_Table, tuple[int, int] | None]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag == "table":
            self.tables.append(_Table())
            self._open.append((self.tables[-1], None))
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1][0].rows += 1
            self._at(None)
        elif tag in {"td", "th"}:
            self._cell(dict(attrs))
        elif tag in _BREAKING:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._open:
            self._open.pop()
        elif tag in {"td", "th", "tr"} and self._open:
            self._at(None)

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent and (place := self._open[-1][1]) is not None:
            cells = self._open[-1][0].cells
            cells[place] = cells.get(place, "") + _SPACES.sub(" ", data)

    def _break(self) -> None:
        table, place = self._open[-1]
        if place is not None:
            table.cells[place] += "\n"

    def _cell(self, said: dict[str, str | None]) -> None:
        table = self._open[-1][0]
        table.rows = max(table.rows, 1)
        down, across = _size(said.get("rowspan"), 65_536), _size(said.get("colspan"), MOST_COLUMNS)
        place = table.place(down, across, self.name)
        table.cells[place] = ""
        self._at(place)

    def _at(self, place: tuple[int, int] | None) -> None:
        self._open[-1] = (self._open[-1][0], place)


def _size(said: str | None, most: int) -> int:
    digits = (said or "").strip()
    return min(max(int(digits), 1), most) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
