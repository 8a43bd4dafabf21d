"""Which rows of an old register are its heading: under a title, over two or three rows, with merged cells or without one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from desk.sheets.grid import Cell, Grid, Merge, Note, column_name

LOOKED_AT = 40
"""Rows from the top among which a heading is looked for."""

BETWEEN = "/"
"""Stands between a group heading and the one below it: 处理方式/退货."""

_WIDE_ENOUGH = 0.5
_UNIT_LINE = re.compile(r"^.{1,12}[：:]\s*\S|\d{4}\s*年")
_FEW = 3
_HAN_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+|\s+(?=[\u3000-\u9fff\uff00-\uffef])")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading's words by column and the rows it takes (``last`` belongs to it; ``last < first`` if there is none)."""

    first: int
    last: int
    words: tuple[str, ...]
    notes: tuple[Note, ...] = ()

    @property
    def found(self) -> bool:
        """Whether the sheet has a heading of its own."""
        return self.last >= self.first


def find_heading(grid: Grid) -> Heading:
    """The heading of ``grid``; where there is none, columns are called by their letters and a note says so."""
    width = max(map(len, grid.rows), default=0)
    first = next((row for row in range(min(LOOKED_AT, len(grid.rows))) if _may_head(grid, row, width)), None)
    if first is None:
        start = next((row for row, cells in enumerate(grid.rows) if _filled(cells)), 0)
        names = tuple(f"{column_name(column)}列" for column in range(width))
        return Heading(start, start - 1, names, (Note("没有找到表头，各列以列号称呼。", start + 1),))
    last = _last_row(grid, first)
    return _named(Heading(first, last, _joined(grid, first, last, width)), grid)


def is_numbering(cells: Sequence[Cell]) -> bool:
    """Whether a row only counts the columns: 1 2 3 … or (1) (2) (3) …"""
    said = [re.sub(r"[()（）\s]", "", str(cell)) for cell in _filled(cells)]
    return len(said) > 1 and said == [str(number) for number in range(1, len(said) + 1)]


def _may_head(grid: Grid, row: int, width: int) -> bool:
    """Whether a row may be the first of the heading: words only, over at least half of the columns, no unit line."""
    cells = grid.rows[row]
    filled = _filled(cells)
    if not filled or is_numbering(cells) or not all(isinstance(cell, str) for cell in filled):
        return False
    if len(filled) == 1 and width > 1:
        return False
    covered = len(filled) + sum(
        merge.right - merge.left
        for merge in grid.merges
        if merge.top == row and cells[merge.left] is not None
    )
    return covered >= width * _WIDE_ENOUGH and not _is_unit_line(filled)


def _is_unit_line(filled: Sequence[Cell]) -> bool:
    """Whether a row says 单位：… or 2026年3月, as the line between title and heading does."""
    said = sum(bool(_UNIT_LINE.search(str(cell))) for cell in filled)
    return bool(said) and (len(filled) <= _FEW or 2 * said >= len(filled))


def _last_row(grid: Grid, first: int) -> int:
    """Goes down while a heading cell is merged downwards, or a group has its own words below it."""
    last = first
    while last + 1 < min(len(grid.rows), first + LOOKED_AT):
        merged = max((merge.bottom for merge in grid.merges if first <= merge.top <= last), default=last)
        if merged > last:
            last = min(merged, len(grid.rows) - 1)
        elif _has_words_below(grid, first, last):
            last += 1
        else:
            break
    return last


def _has_words_below(grid: Grid, first: int, last: int) -> bool:
    """Whether the next row has words for parts of a group and for columns that have none yet, and nothing else."""
    groups = {
        column
        for merge in grid.merges
        if first <= merge.top and merge.bottom == last and merge.right > merge.left
        for column in _columns(merge)
        if _cell(grid, merge.top, merge.left) is not None
    }
    below = {column: cell for column, cell in enumerate(grid.rows[last + 1]) if cell is not None}
    free = {
        column for column in below if all(_cell(grid, row, column) is None for row in range(first, last + 1))
    }
    return bool(groups & below.keys()) and all(
        isinstance(cell, str) and (column in groups or column in free) for column, cell in below.items()
    )


def _joined(grid: Grid, first: int, last: int, width: int) -> tuple[str, ...]:
    spread = {
        (row, column): _cell(grid, merge.top, merge.left)
        for merge in grid.merges
        if first <= merge.top <= last
        for row in range(merge.top, min(merge.bottom, last) + 1)
        for column in _columns(merge)
    }
    columns = []
    for column in range(width):
        parts: list[str] = []
        for row in range(first, last + 1):
            part = _tidy(spread.get((row, column), _cell(grid, row, column)))
            if part and part not in parts[-1:]:
                parts.append(part)
        columns.append(BETWEEN.join(parts))
    return tuple(columns)


def _named(heading: Heading, grid: Grid) -> Heading:
    """Every column that has something in it gets a name of its own; what was changed is noted."""
    names: list[str] = []
    notes: list[Note] = []
    for column, said in enumerate(heading.words):
        name = said or f"{column_name(column)}列"
        if not said and any(
            column < len(row) and row[column] is not None for row in islice(grid.rows, heading.last + 1, None)
        ):
            notes.append(
                Note(f"{column_name(column)} 列没有表头，称为“{name}”。", heading.last + 1, column + 1)
            )
        if name in names:
            again = 2 + sum(other.startswith(f"{name}（第") for other in names)
            notes.append(
                Note(
                    f"表头“{name}”出现不止一次，后一个称为“{name}（第{again}个）”。",
                    heading.last + 1,
                    column + 1,
                )
            )
            name = f"{name}（第{again}个）"
        names.append(name)
    return replace(heading, words=tuple(names), notes=tuple(notes))


def _tidy(cell: Cell) -> str:
    """A heading cell's words in one line; spaces that only stretch Chinese words are taken out."""
    text = "" if cell is None else str(cell)
    return " ".join(_HAN_BREAK.sub("", text).split())


def _cell(grid: Grid, row: int, column: int) -> Cell:
    cells = grid.rows[row] if row < len(grid.rows) else ()
    return cells[column] if column < len(cells) else None


def _filled(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell is not None]


def _columns(merge: Merge) -> range:
    return range(merge.left, merge.right + 1)
