"""How high a row must be so that all of its words are seen: not every program works that out when it opens a workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from desk.domain.register import Datum

LINE = 15.0
"""Points a line of body text takes."""

PADDING = 5.0
"""Points above and below the lines, so that fonts with tall lines fit as well."""

HIGHEST = 409.0
"""Points a row can be high (Excel's specifications and limits)."""

_CHINESE = 2.2
"""The width of a Chinese character in the units of columns, which are digits of the body font."""


@dataclass(frozen=True, slots=True)
class Room:
    """A column of text: its place and its width."""

    index: int
    width: float


def row_start(number: int, lines: int) -> str:
    """The opening tag of a row with so many lines; its height only where one line is not enough."""
    return (
        f'<row r="{number}">'
        if lines == 1
        else f'<row r="{number}" ht="{min(LINE * lines + PADDING, HIGHEST)}">'
    )


def lines_in_row(values: Sequence[Datum], rooms: Iterable[Room]) -> int:
    """How many lines a row takes. ``rooms`` are the columns of text."""
    return lines_in_rows([[value] for value in values], rooms, 1)[0]


def lines_in_rows(columns: Sequence[Sequence[Datum]], rooms: Iterable[Room], rows: int) -> list[int]:
    """The same for many rows, given column by column.

    What surely fits in as many lines as its row has already is not measured: have the column with most to say first.
    """
    lines = [1] * rows
    for room in rooms:
        fits = room.width / _CHINESE
        lines = [
            max(high, lines_of(value, room.width))
            if isinstance(value, str) and (len(value) > high * fits or "\n" in value)
            else high
            for high, value in zip(lines, columns[room.index], strict=True)
        ]
    return lines


def lines_of(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column ``width`` units wide."""
    if "\n" not in text:
        return ceil(units(text) / width) or 1
    return sum(ceil(units(part) / width) or 1 for part in text.split("\n"))


def units(text: str) -> float:
    """The width of ``text``. A Chinese character takes three bytes in UTF-8, so two more than a digit."""
    return len(text) + (_CHINESE - 1) / 2 * (len(text.encode("utf-8", "replace")) - len(text))
