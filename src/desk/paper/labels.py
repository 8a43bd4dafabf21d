"""Rows whose headings stand at the left: a heading without others beside it takes both columns, a group stands once."""

from collections.abc import Sequence

from desk.paper.flow import Flow
from desk.paper.marks import MM, Stroke
from desk.paper.rows import PADDING, CellLines, Ruled, broken_lines

LABELS = 2
"""Columns of headings."""


class Labelled(Ruled):
    """The first two columns are headings: ``(heading, "")``, ``(group, heading)`` and, going on in the group, ``("", heading)``."""

    above = 0.3 * MM  # such a sheet is one page high in the manuals: its rows stand close

    def place_head(self, flow: Flow) -> None:
        """The headings; the one at the left has the room of both columns, where the second has none of its own."""
        if self.columns[1].title:
            super().place_head(flow)
            return
        first, _, *cases = self.columns
        places = [(0, LABELS, first.title)]
        places += [(place, place + 1, case.title) for place, case in enumerate(cases, LABELS)]
        boxes = [
            (left, right, broken_lines(title, self.head, self.edges[right] - self.edges[left]))
            for left, right, title in places
        ]
        bottom = flow.top + max(len(lines) for *_, lines in boxes) * self.head.leading + 2 * PADDING
        for left, right, lines in boxes:
            self._box(flow, left, right, flow.top, bottom, lines)
        flow.top = bottom

    def broken(self, row: Sequence[str]) -> list[CellLines]:
        """The lines of each cell; a heading without others beside it has the room of both columns."""
        cells = super().broken(row)
        if not row[1]:
            cells[0] = broken_lines(row[0], self.cell, self.edges[LABELS] - self.edges[0])
        return cells

    def place_row(self, flow: Flow, cells: Sequence[CellLines], height: float) -> None:
        """A row; within a group no line is drawn between its headings at the left."""
        bottom = flow.top + height
        if not _said(cells[1]):
            self._box(flow, 0, LABELS, flow.top, bottom, cells[0])
        else:
            self._group(flow, cells[0], bottom)
            self._box(flow, 1, LABELS, flow.top, bottom, cells[1])
        for place in range(LABELS, len(cells)):
            self._box(flow, place, place + 1, flow.top, bottom, cells[place])
        flow.top = bottom

    def close(self, flow: Flow) -> None:
        """The line under the headings at the left, which a group leaves open."""
        flow.page.marks.append(Stroke(self.edges[0], flow.top, self.edges[1], flow.top, self.rule))

    def _group(self, flow: Flow, name: CellLines, bottom: float) -> None:
        left, right = self.edges[0], self.edges[1]
        if _said(name):
            flow.page.marks.append(Stroke(left, flow.top, right, flow.top, self.rule))
        flow.page.marks.append(Stroke(left, flow.top, left, bottom, self.rule))
        self._words(flow, 0, 1, flow.top, bottom, name)


def _said(lines: CellLines) -> bool:
    return any(line.text.strip() for _, line in lines)
