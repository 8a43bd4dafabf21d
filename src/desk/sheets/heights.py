"""How high a row must be so that all of its words are seen: not every program works that out when it opens a workbook."""

from collections.abc import Iterable, Sequence
from math import ceil

from desk.domain.register import Datum

LINE = 15.0
"""Points a line of body text takes."""

HIGHEST = 409.0
"""Points a row can be high (Excel's specifications and limits)."""

_WIDER = 1.1
"""A Chinese character of the body font is a tenth wider than two of the units that columns are measured in."""


def row_attributes(number: int, values: Sequence[Datum], widths: Iterable[tuple[int, float]]) -> str:
    """The attributes of a row; its height only where one line is not enough. ``widths`` are of the columns of text."""
    lines = 1
    for index, width in widths:
        value = values[index]
        if isinstance(value, str) and (2 * _WIDER * len(value) > width or "\n" in value):
            lines = max(lines, lines_of(value, width))
    return f'r="{number}"' if lines == 1 else f'r="{number}" ht="{min(LINE * lines, HIGHEST)}"'


def lines_of(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column ``width`` units wide."""
    return sum(max(1, ceil(_units(part) * _WIDER / width)) for part in text.split("\n"))


def _units(text: str) -> int:
    """Width in half-width characters: in this encoding a half-width one takes one byte and a Chinese one two (rarely four)."""
    return len(text.encode("gb18030", "replace"))
