"""Rows under headings that go on from page to page: lists within a paper and whole registers."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

import msgspec

from desk.domain.document import Listing, Paragraph, Words
from desk.domain.unbroken import stays_whole
from desk.paper import typesetting
from desk.paper.breaking import Line
from desk.paper.flow import Flow, put
from desk.paper.marks import MM, Stroke
from desk.rulebook.styles import Align, Style

PADDING = 1.0 * MM
"""Free room beside the words of a cell."""

CellLines = list[tuple[Paragraph, Line]]


class Column(NamedTuple):
    """A column as drawn: heading, width in points, alignment, the heading that it shares with its neighbours."""

    title: str
    width: float
    align: Align
    group: str = ""


class Ruled:
    """Columns at their places, with the styles of heading and cells."""

    above = PADDING
    """Free room above and below the words of a row."""

    rule = 0.5
    """How thick the lines are."""

    def __init__(self, left: float, columns: Sequence[Column], head: Style, cell: Style) -> None:
        self.columns, self.head, self.cell = columns, head, cell
        self.edges = [left, *(left + edge for edge in accumulate(column.width for column in columns))]
        self._cells = [msgspec.structs.replace(cell, align=column.align) for column in columns]

    def broken(self, row: Sequence[str]) -> list[CellLines]:
        """The lines of each cell of a row."""
        return [
            broken_lines(_over_two(text, style, column.width), style, column.width)
            for text, style, column in zip(row, self._cells, self.columns, strict=True)
        ]

    def place_head(self, flow: Flow) -> None:
        """The headings, with shared ones above their columns; each group of headings is as high as its longest."""
        titles = [broken_lines(column.title, self.head, column.width) for column in self.columns]
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

    def _groups(self) -> Iterator[tuple[int, int, CellLines]]:
        """The columns that share a heading, from first to end, with its lines; none where there is no such heading."""
        number = 0
        for name, group in groupby(self.columns, key=lambda column: column.group):
            first, number = number, number + len(list(group))
            yield (
                first,
                number,
                broken_lines(name, self.head, self.edges[number] - self.edges[first]) if name else [],
            )

    def height(self, cells: Sequence[CellLines], least: float) -> float:
        """How high the row is."""
        return max(_height(cells, self.cell, self.above), least)

    def close(self, flow: Flow) -> None:
        """Called where the rows of a page end."""

    def place_row(self, flow: Flow, cells: Sequence[CellLines], height: float) -> None:
        """One row of lines that fit on the page, cells set in the middle of its height."""
        for number, lines in enumerate(cells):
            self._box(flow, number, number + 1, flow.top, flow.top + height, lines)
        flow.top += height

    def _box(self, flow: Flow, first: int, end: int, top: float, bottom: float, lines: CellLines) -> None:
        left, right = self.edges[first], self.edges[end]
        flow.page.marks.extend(
            (
                Stroke(left, top, right, top, self.rule),
                Stroke(left, bottom, right, bottom, self.rule),
                Stroke(left, top, left, bottom, self.rule),
                Stroke(right, top, right, bottom, self.rule),
            )
        )
        self._words(flow, first, end, top, bottom, lines)

    def _words(self, flow: Flow, first: int, end: int, top: float, bottom: float, lines: CellLines) -> None:
        """The lines in the middle of the height between ``top`` and ``bottom``."""
        left, right = self.edges[first], self.edges[end]
        y = top + (bottom - top - sum(paragraph.style.leading for paragraph, _ in lines)) / 2
        for paragraph, line in lines:
            put(flow.page, line, paragraph, left + PADDING, y, right - left - 2 * PADDING)
            y += paragraph.style.leading


def _height(cells: Sequence[CellLines], style: Style, above: float = PADDING) -> float:
    return max(map(len, cells)) * style.leading + 2 * above


def _over_two(text: str, style: Style, width: float) -> str:
    """A day and time that do not fit in one line stand in two: the day above, the time below."""
    if not stays_whole(text) or typesetting.width(text, style) <= width - 2 * PADDING:
        return text
    return text.replace(" ", "\n", 1)


def broken_lines(text: str, style: Style, width: float) -> CellLines:
    """The lines of ``text`` in a cell so many points wide."""
    paragraph = Paragraph(spans=(Words(text),), style=style)
    return [(paragraph, line) for line in typesetting.lines_of(paragraph, width - 2 * PADDING, hang=False)]


def place_rows(
    flow: Flow, ruled: Ruled, rows: Sequence[Sequence[str]], least: float, closing: float = 0.0
) -> None:
    """All rows, the headings again on each page. A row that is long beside the page is cut between its lines.

    ``closing`` is the height of what stands below the rows (sums, signatures): the last row, or at least its end,
    goes to the next page with it, so that nobody signs a sheet without a case.
    """
    leading = ruled.cell.leading
    ruled.place_head(flow)
    body = flow.bottom - flow.first - 2 * ruled.head.leading
    for number, row in enumerate(rows, 1):
        cells, below = ruled.broken(row), min(closing, body / 3) if number == len(rows) else 0.0
        while cells:
            lines = max(map(len, cells))
            height = ruled.height(cells, least)
            if flow.fits(height + below):
                ruled.place_row(flow, cells, height)
                break
            room = min(int((flow.bottom - flow.top - 2 * ruled.above) / leading), lines - 1)
            if height > body / 2 and room >= 3:
                ruled.place_row(flow, [lines[:room] for lines in cells], room * leading + 2 * ruled.above)
                cells = [lines[room:] for lines in cells]
            ruled.close(flow)
            flow.new_page()
            ruled.place_head(flow)
    ruled.close(flow)


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
