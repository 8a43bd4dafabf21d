"""Rows under headings that go on from page to page: lists within a paper and whole registers."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

import msgspec

from desk.domain.document import Listing, Paragraph, Words
from desk.paper import typesetting
from desk.paper.breaking import Line
from desk.paper.flow import Flow, put
from desk.paper.marks import MM, Stroke
from desk.rulebook.styles import Align, Style

_PADDING = 1.0 * MM
_RULE = 0.5


_Lines = list[tuple[Paragraph, Line]]


class Column(NamedTuple):
    """A column as drawn: heading, width in points, alignment, the heading that it shares with its neighbours."""

    title: str
    width: float
    align: Align
    group: str = ""


class Ruled:
    """Columns at their places, with the styles of heading and cells."""

    def __init__(self, left: float, columns: Sequence[Column], head: Style, cell: Style) -> None:
        self.columns, self.head, self.cell = columns, head, cell
        self.edges = [left, *(left + edge for edge in accumulate(column.width for column in columns))]
        self._cells = [msgspec.structs.replace(cell, align=column.align) for column in columns]

    def broken(self, row: Sequence[str]) -> list[_Lines]:
        """The lines of each cell of a row."""
        return [
            _lines(text, style, column.width)
            for text, style, column in zip(row, self._cells, self.columns, strict=True)
        ]

    def place_head(self, flow: Flow) -> None:
        """The headings, with shared ones above their columns; each group of headings is as high as its longest."""
        titles = [_lines(column.title, self.head, column.width) for column in self.columns]
        groups = list(self._groups())
        low = _height(titles, self.head)
        high = (
            _height([lines for _, _, lines in groups], self.head)
            if any(column.group for column in self.columns)
            else 0.0
        )
        top, middle, bottom = flow.top, flow.top + high, flow.top + high + low
        for first, end, lines in groups:
            if lines:
                self._box(flow, first, end, top, middle, lines)
            for column in range(first, end):
                self._box(flow, column, column + 1, middle if lines else top, bottom, titles[column])
        flow.top = bottom

    def _groups(self) -> Iterator[tuple[int, int, _Lines]]:
        """The columns that share a heading, from first to end, with its lines; none where there is no such heading."""
        number = 0
        for name, group in groupby(self.columns, key=lambda column: column.group):
            first, number = number, number + len(list(group))
            yield (
                first,
                number,
                _lines(name, self.head, self.edges[number] - self.edges[first]) if name else [],
            )

    def place_row(self, flow: Flow, cells: list[_Lines], height: float) -> None:
        """One row of lines that fit on the page, cells set in the middle of its height."""
        for number, lines in enumerate(cells):
            self._box(flow, number, number + 1, flow.top, flow.top + height, lines)
        flow.top += height

    def _box(self, flow: Flow, first: int, end: int, top: float, bottom: float, lines: _Lines) -> None:
        left, right = self.edges[first], self.edges[end]
        flow.page.marks.extend(
            (
                Stroke(left, top, right, top, _RULE),
                Stroke(left, bottom, right, bottom, _RULE),
                Stroke(left, top, left, bottom, _RULE),
                Stroke(right, top, right, bottom, _RULE),
            )
        )
        y = top + (bottom - top - sum(paragraph.style.leading for paragraph, _ in lines)) / 2
        for paragraph, line in lines:
            put(flow.page, line, paragraph, left + _PADDING, y, right - left - 2 * _PADDING)
            y += paragraph.style.leading


def _height(cells: Sequence[_Lines], style: Style) -> float:
    return max(map(len, cells)) * style.leading + 2 * _PADDING


def _lines(text: str, style: Style, width: float) -> _Lines:
    paragraph = Paragraph(spans=(Words(text),), style=style)
    return [(paragraph, line) for line in typesetting.lines_of(paragraph, width - 2 * _PADDING, hang=False)]


def place_rows(flow: Flow, ruled: Ruled, rows: Sequence[Sequence[str]], least: float) -> None:
    """All rows, the headings again on each page. A row that is long beside the page is cut between its lines."""
    leading = ruled.cell.leading
    ruled.place_head(flow)
    body = flow.bottom - flow.first - 2 * ruled.head.leading
    for row in rows:
        cells = ruled.broken(row)
        while cells:
            lines = max(map(len, cells))
            height = max(lines * leading + 2 * _PADDING, least)
            if flow.fits(height):
                ruled.place_row(flow, cells, height)
                break
            room = int((flow.bottom - flow.top - 2 * _PADDING) / leading)
            if height > body / 2 and room >= 3:
                ruled.place_row(flow, [lines[:room] for lines in cells], room * leading + 2 * _PADDING)
                cells = [lines[room:] for lines in cells]
            flow.new_page()
            ruled.place_head(flow)


def place(flow: Flow, block: Listing) -> None:
    """A list within a paper."""
    left = flow.left
    columns = [
        Column(title, width * MM, align)
        for title, width, align in zip(block.titles, block.widths, block.aligns, strict=True)
    ]
    ruled = Ruled(left, columns, msgspec.structs.replace(block.style, align="center"), block.style)
    flow.move_to(block.at, 0, block.before)
    if not flow.fits(3 * block.style.leading) and not flow.fresh:
        flow.new_page()
    place_rows(flow, ruled, block.rows, block.height * MM)
    flow.top += 1 * MM
