"""Old registers in: from a file's bytes to tables with a heading and rows of values, and what to tell about them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from desk.domain.errors import DeskError
from desk.domain.packed import Packed
from desk.sheets.grid import Cell, Grid, Note, column_name, lost_digits, words
from desk.sheets.heading import Heading, find_heading, is_numbering
from desk.sheets.opening import open_grids

_SUMS = re.compile(r"(本页|本月|累计|总)?(合计|小计|总计|共计)[：:]?|(?i:(sub)?total)")
_FOOT = re.compile(
    r"^.{0,14}(人|审核|审批|制表|复核|签字|签名|签章|盖章|日期|时间|备注|说明|注|负责人|电话)\s*[：:]"
    r"|^.{1,14}[：:]$"
    r"|^(单位|部门|科室)?(登记|填表|填报|记录|制表|审核|复核|经办|负责|分管)(人|领导|时间|日期)?$"
)
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[Ee]\+1[0-9]")
_FOOT_ROWS = 5


class Row(NamedTuple):
    """One line of the register; ``number`` is its row as the file's own program shows it."""

    number: int
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A register as it was found: words above the heading, the heading, its rows, and notes for the person importing."""

    name: str
    titles: tuple[str, ...]
    header: tuple[str, ...]
    rows: Sequence[Row]
    notes: tuple[Note, ...] = ()

    def column(self, index: int) -> tuple[Cell, ...]:
        """All values of one column."""
        return tuple(row.values[index] for row in self.rows)


def read_tables(data: bytes, name: str) -> tuple[Table, ...]:
    """The tables of an old file, one for each sheet that has any rows. Raises DeskError for what cannot be read."""
    tables = tuple(table for table in map(to_table, open_grids(data, name)) if table.rows)
    if not tables:
        raise DeskError(
            "empty_file", f"“{name}”里只有表头，没有内容行。", "请检查是否选对了文件或工作表。", field=name
        )
    return tables


def to_table(grid: Grid) -> Table:
    """The register in ``grid``: empty, repeated, sum and signature rows left out (and told), merged cells filled down."""
    heading = find_heading(grid)
    left_out: list[Note] = []
    spoilt: dict[int, list[int]] = {}
    rows = Packed(_watched(_body(grid, heading, left_out), spoilt))
    kept = _kept_columns(heading, rows)
    if len(kept) < len(heading.words):
        rows = Packed(_only(row, kept) for row in rows)
    header = tuple(heading.words[column] for column in kept)
    titles = tuple(words(cell) for row in grid.rows[: heading.first] for cell in row if _is_title(cell, row))
    notes = (*grid.notes, *heading.notes, *left_out, *_doubts(header, spoilt, kept))
    return Table(grid.name, titles, header, rows, notes)


def _is_title(cell: Cell, row: Sequence[Cell]) -> bool:
    return cell is not None and not is_numbering(row)


def _kept_columns(heading: Heading, rows: Iterable[Row]) -> list[int]:
    """The columns that have a name of their own, or anything in them."""
    columns = range(len(heading.words))
    unnamed = {column for column in columns if heading.words[column] == f"{column_name(column)}列"}
    empty = set(unnamed)
    for row in rows if unnamed else ():
        empty = {column for column in empty if row.values[column] is None}
        if not empty:
            break
    return [column for column in columns if column not in empty]


def _only(row: Row, columns: Sequence[int]) -> Row:
    return Row(row.number, tuple(row.values[column] for column in columns))


def _filled_down(grid: Grid, heading: Heading) -> Iterator[Row]:
    """The rows below the heading, as wide as it; a cell merged over several rows has its value in each of them."""
    width, start = len(heading.words), heading.last + 1
    missing: dict[int, dict[int, Cell]] = {}
    for merge in grid.merges:
        if start <= merge.top < len(grid.rows) and merge.left < len(grid.rows[merge.top]):
            value = grid.rows[merge.top][merge.left]
            for row in range(merge.top + 1, min(merge.bottom + 1, len(grid.rows))):
                missing.setdefault(row, {})[merge.left] = value
    for place, cells in enumerate(islice(grid.rows, start, None), start):
        values = _wide(cells, width)
        if place in missing:
            values = tuple(missing[place].get(column, value) for column, value in enumerate(values))
        yield Row(place + 1, values)


def _wide(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return cells if len(cells) == width else cells + (None,) * (width - len(cells))


def _body(grid: Grid, heading: Heading, left_out: list[Note]) -> Iterator[Row]:
    """The cases; what is left out is told in ``left_out``."""
    last = _last_row(grid, heading)
    for row in _filled_down(grid, heading):
        reason = _reason_to_leave_out(row, heading, last)
        if reason is None:
            yield row
        elif reason:
            left_out.append(Note(f"第 {row.number} 行是{reason}，没有读入：{_shown(row)}", row.number))


def _last_row(grid: Grid, heading: Heading) -> int:
    """The last row with anything in it, as the file's program counts; signatures stand near it."""
    places = range(len(grid.rows) - 1, heading.last, -1)
    last = next((place for place in places if any(value is not None for value in grid.rows[place])), -1)
    merged = (
        min(merge.bottom, len(grid.rows) - 1) for merge in grid.merges if heading.last < merge.top <= last
    )
    return max(last, *merged, -1) + 1


def _reason_to_leave_out(row: Row, heading: Heading, last: int) -> str | None:
    """Why a row is no case; empty where nothing need be said, None for a case."""
    filled = [value for value in row.values if value is not None]
    if not filled:
        return ""
    if (
        heading.found
        and row.number == heading.last + 2
        and len(filled) == len(row.values)
        and is_numbering(filled)
    ):
        return "列号行"
    if len(filled) > 1 and _repeats(row, heading):
        return "重复的表头"
    if any(isinstance(value, str) and _SUMS.fullmatch(value) for value in filled[:2]):
        return "合计行"
    if (
        row.number > last - _FOOT_ROWS
        and len(row.values) > 1
        and all(_FOOT.match(words(value)) for value in filled)
    ):
        return "表尾的签署或说明"
    return None


def _repeats(row: Row, heading: Heading) -> bool:
    pairs = zip(row.values, heading.words, strict=True)
    return all(value == name for value, name in pairs if value is not None)


def _watched(rows: Iterable[Row], spoilt: dict[int, list[int]]) -> Iterator[Row]:
    """The same rows; those whose numbers lost digits before they came to us are noted in ``spoilt`` by column."""
    for row in rows:
        for index, value in enumerate(row.values):
            if value is not None and _is_spoilt(value):
                spoilt.setdefault(index, []).append(row.number)
        yield row


def _doubts(
    header: Sequence[str], spoilt: Mapping[int, Sequence[int]], kept: Sequence[int]
) -> Iterator[Note]:
    for column, numbers in sorted(spoilt.items()):
        yield Note(
            f"“{header[kept.index(column)]}”列有 {len(numbers)} 格（第 {numbers[0]} 行起）存成了数字，超过 15 位的末尾已经丢失，请对照原件更正。",
            numbers[0],
            column + 1,
        )


def _is_spoilt(value: Cell) -> bool:
    if isinstance(value, str):
        return "+" in value and bool(_SCIENTIFIC.fullmatch(value))
    return value is not None and lost_digits(value)


def _shown(row: Row) -> str:
    text = " ".join(filter(None, map(words, row.values)))
    return text if len(text) <= 40 else f"{text[:40]}…"
