"""Drawing a ruled form: rows grow with their words while the page has room; what is over goes to a continuation page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

import msgspec

from desk.domain.document import Cell, Grid, Paragraph, Words
from desk.paper import typesetting
from desk.paper.breaking import Line
from desk.paper.flow import Flow, put
from desk.paper.marks import MM, Stroke

_MORE = "（下转续页）"


_SMALLER = (12.0, 11.0, 10.0, 9.0)
"""Type sizes that a cell's words may shrink to, lines close together; under 小五 nothing is readable."""


class _Filled:
    """A cell with its words broken into lines, set smaller where the form's ``height`` would not hold them."""

    def __init__(self, cell: Cell, width: float, height: float) -> None:
        self.cell, self.width = cell, width
        self.inner = width - 2 * cell.padding * MM
        self.lines = self._broken(cell.paragraphs)
        if cell.fit and not cell.vertical:
            self._fit(height)

    def _broken(self, paragraphs: Iterable[Paragraph]) -> list[tuple[Paragraph, Line]]:
        return [
            (paragraph, line)
            for paragraph in paragraphs
            for line in (
                _down(paragraph)
                if self.cell.vertical
                else typesetting.lines_of(paragraph, self.inner, hang=False)
            )
        ]

    def _fit(self, height: float) -> None:
        for size in _SMALLER:
            if self.height <= height + 0.01 and not any(line.torn for _, line in self.lines):
                break
            self.lines = self._broken(_smaller(paragraph, size) for paragraph in self.cell.paragraphs)

    @property
    def height(self) -> float:
        """The height that all lines ask for."""
        if self.cell.vertical:
            return max((len(line.text) * _pitch(paragraph) for paragraph, line in self.lines), default=0.0)
        return sum(paragraph.style.leading for paragraph, _ in self.lines) + 2 * self.cell.padding * MM

    def shorten(self, height: float) -> Paragraph | None:
        """Keep the lines that ``height`` holds, with a word that more follows, and give back the rest."""
        room = height - 2 * self.cell.padding * MM
        kept = 0
        while kept < len(self.lines) and room >= self.lines[kept][0].style.leading * 2 - 0.01:
            room -= self.lines[kept][0].style.leading
            kept += 1
        if kept >= len(self.lines):
            return None
        paragraph, end = self.lines[kept][0], 0
        if kept and self.lines[kept - 1][0] is paragraph:
            end = self.lines[kept - 1][1].end
        later = dict.fromkeys(held for held, _ in self.lines[kept:] if held is not paragraph)
        texts = [typesetting.encoded(paragraph.spans, paragraph.style)[end:], *(held.text for held in later)]
        self.lines[kept:] = [_more(paragraph, self.inner)]
        return replace(paragraph, spans=(Words("\n".join(texts)),), left=0, right=0)


def _more(paragraph: Paragraph, width: float) -> tuple[Paragraph, Line]:
    held = replace(
        paragraph, spans=(Words(_MORE),), style=msgspec.structs.replace(paragraph.style, align="right")
    )
    return held, typesetting.lines_of(held, width, hang=False)[0]


def _smaller(paragraph: Paragraph, size: float) -> Paragraph:
    style = paragraph.style
    if style.size <= size:
        return paragraph
    pitch = style.pitch * size / style.size
    smaller = msgspec.structs.replace(style, size=size, leading=1.15 * size, pitch=pitch)
    return replace(paragraph, style=smaller)


def _down(paragraph: Paragraph) -> Iterator[Line]:
    """The columns of a vertical cell, as lines that are not broken."""
    for text in typesetting.encoded(paragraph.spans, paragraph.style).split("\n"):
        yield Line(text, 0, 0.0, 0.0, last=True)


def _pitch(paragraph: Paragraph) -> float:
    return paragraph.style.size * 0.985


def place(flow: Flow, grid: Grid, below: float) -> None:
    """Put the grid on the page, on the next one where its empty rows have no room below a long list.

    ``below`` is the room that what follows asks for, given up if the words need it.
    """
    left = flow.left if grid.left is None else grid.left * MM
    columns = [left, *(left + edge * MM for edge in accumulate(grid.columns))]
    cells = [
        _Filled(
            cell,
            columns[cell.col + cell.cols] - columns[cell.col],
            sum(grid.rows[cell.row : cell.row + cell.rows]) * MM,
        )
        for cell in grid.cells
    ]
    flow.move_to(grid.at, 0, grid.before)
    heights = _row_heights(grid, cells)
    if not flow.fits(sum(grid.rows) * MM) and not flow.fresh:
        flow.new_page()
    if flow.top + sum(heights) > flow.bottom - below:
        limit = flow.bottom - flow.top - below
        heights = _shortened(flow, grid, cells, heights, limit)
    rows = [flow.top, *accumulate(heights, initial=flow.top)][1:]
    for filled in cells:
        _draw(flow, filled, columns, rows, grid.rule)
    flow.top = rows[-1] + 0.8 * MM


def _row_heights(grid: Grid, cells: list[_Filled]) -> list[float]:
    """Each row as high as the form says, higher where its words ask for it."""
    heights = [row * MM for row in grid.rows]
    for filled in sorted(cells, key=lambda filled: filled.cell.rows):
        cell = filled.cell
        lacking = filled.height - sum(heights[cell.row : cell.row + cell.rows])
        if lacking > 0.01:
            heights[cell.row + cell.rows - 1] += lacking
    return heights


def _shortened(
    flow: Flow, grid: Grid, cells: list[_Filled], heights: list[float], limit: float
) -> list[float]:
    """Rows cut down to what the page holds, longest first; the cut-off words go to the continuation page."""
    least = [row * MM for row in grid.rows]
    excess = sum(heights) - limit
    for row in sorted(range(len(heights)), key=lambda row: least[row] - heights[row]):
        spare = heights[row] - least[row]
        if excess > 0 and spare > 0:
            cut = min(spare, excess)
            heights[row] -= cut
            excess -= cut
    for filled in cells:
        cell = filled.cell
        height = sum(heights[cell.row : cell.row + cell.rows])
        if not cell.vertical and filled.height > height + 0.01:
            rest = filled.shorten(height)
            if rest is not None:
                flow.overflow.append((cell.continues or flow.document.title, _as_body(flow, rest)))
    return heights


def _as_body(flow: Flow, rest: Paragraph) -> Paragraph:
    return replace(rest, style=flow.document.styles["story"])


def _draw(flow: Flow, filled: _Filled, columns: list[float], rows: list[float], rule: float) -> None:
    cell = filled.cell
    left, right = columns[cell.col], columns[cell.col + cell.cols]
    top, bottom = rows[cell.row], rows[cell.row + cell.rows]
    if rule:
        edges = (
            (left, top, right, top),
            (left, bottom, right, bottom),
            (left, top, left, bottom),
            (right, top, right, bottom),
        )
        flow.page.marks.extend(Stroke(*edge, rule) for edge in edges)
    if cell.vertical:
        _draw_down(flow, filled, left, top + cell.down * MM, bottom + cell.down * MM)
        return
    slack = bottom - top - filled.height
    y = top + cell.padding * MM + slack * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[cell.valign]
    for paragraph, line in filled.lines:
        put(flow.page, line, paragraph, left + cell.padding * MM, y, filled.inner)
        y += paragraph.style.leading


def _draw_down(flow: Flow, filled: _Filled, left: float, top: float, bottom: float) -> None:
    """Words running downwards, columns from left to right as the official forms have them."""
    count = len(filled.lines)
    for number, (paragraph, line) in enumerate(filled.lines):
        size, pitch = paragraph.style.size, _pitch(paragraph)
        middle = left + filled.width * (number + 0.5) / count if count > 1 else left + filled.width / 2
        y = top + (bottom - top - len(line.text) * pitch) / 2 + 0.87 * size
        for char in line.text:
            # Commas of vertical text stand in the upper right corner of their square.
            shift = (0.55 * size, -0.55 * size) if char in "、，。" else (0.0, 0.0)
            flow.page.marks.extend(
                typesetting.words(char, paragraph.style, middle - size / 2 + shift[0], y + shift[1])
            )
            y += pitch
