"""How high a row must be so that all of its words are seen: not every program works that out when it opens a workbook."""

from collections.abc import Iterable, Sequence
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


class Room:
    """A column of text: its place, its width, and so many characters as surely fit in one line."""

    __slots__ = ("fits", "index", "width")

    def __init__(self, index: int, width: float) -> None:
        self.index, self.width, self.fits = index, width, int(width / _CHINESE)


def row_attributes(number: int, values: Sequence[Datum], rooms: Iterable[Room]) -> str:
    """The attributes of a row; its height only where one line is not enough. ``rooms`` are the columns of text."""
    lines = 1
    for room in rooms:
        value = values[room.index]
        if isinstance(value, str) and (len(value) > room.fits or "\n" in value):
            lines = max(lines, lines_of(value, room.width))
    return f'r="{number}"' if lines == 1 else f'r="{number}" ht="{min(LINE * lines + PADDING, HIGHEST)}"'


def lines_of(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column ``width`` units wide."""
    if "\n" not in text:
        return ceil(units(text) / width) or 1
    return sum(ceil(units(part) / width) or 1 for part in text.split("\n"))


def units(text: str) -> float:
    """The width of ``text``. A Chinese character takes three bytes in UTF-8, so two more than a digit."""
    return len(text) + (_CHINESE - 1) / 2 * (len(text.encode("utf-8", "replace")) - len(text))
