"""Registers on paper: A4 across, headings on every page, long cells wrapped and cut over pages, nothing lost."""

from collections.abc import Iterator, Sequence
from itertools import chain

from desk.domain.document import Document, Table
from desk.domain.pictures import Picture
from desk.paper import fonts, typesetting
from desk.paper.charts import place_pictures
from desk.paper.drawing import Drawn, Missing, written
from desk.paper.flow import Flow
from desk.paper.furniture import stamp
from desk.paper.labels import Labelled
from desk.paper.marks import MM
from desk.paper.marks import Page as Sheet
from desk.paper.rows import PADDING, Column, Ruled, place_rows
from desk.paper.widths import column_widths
from desk.rulebook.styles import Page, Style

_PAGE = Page(top=18, left=15, width=267, height=172, landscape=True, leading=16)
_TITLE = Style(font="hei", size=16, leading=26, align="center")
_LINE = Style(font="song", size=10.5, leading=18, align="left")
_FOOT = Style(font="song", size=9, leading=12)
_LEAST_ROW = 7 * MM
_FOOT_LINE = 12 * MM
_BEFORE_SIGNATURES = 8
_SIGNED = _BEFORE_SIGNATURES + _LINE.leading
_REMARK_LINE = 15.5 * MM
"""From the lower edge: below the type area, above the line of page numbers and the practice mark beside it."""


def draw_table(table: Table, pictures: Sequence[Picture] = (), more: Sequence[Table] = ()) -> Drawn:
    """A register as a PDF, ``more`` of it and its pictures on pages of their own behind it.

    The audit head and the page's place among all pages stand at the foot of every page.
    """
    flow = Flow(Document(title=table.title, number="", page=_PAGE, styles={}, blocks=()))
    _place(flow, table)
    for other in more:
        flow.new_page()
        _place(flow, other)
    if pictures:
        place_pictures(flow, pictures)
    for number, page in enumerate(flow.pages, 1):
        _foot(flow, page, number, table)
    return written(flow.pages, table.title, tuple(dict.fromkeys(chain(*map(_missing, (table, *more))))))


def _place(flow: Flow, table: Table) -> None:
    """Title, rows, sums and signatures."""
    _heading(flow, table)
    ruled = _ruled(flow, table)
    least = 0.0 if table.labelled else _LEAST_ROW
    total = ruled.broken(table.total) if table.total else ()
    height = ruled.height(total, least) if total else 0.0
    place_rows(flow, ruled, table.rows, least, closing=height + (_SIGNED if table.foot else 0.0))
    if total:
        ruled.place_row(flow, total, height)
    _signatures(flow, table)


def _foot(flow: Flow, page: Sheet, number: int, table: Table) -> None:
    y = page.height - _FOOT_LINE
    middle, right = page.width / 2, flow.left + flow.width
    page.marks.extend(
        typesetting.words(f"第 {number} 页 共 {len(flow.pages)} 页", _FOOT, middle, y, "center")
    )
    if table.remark:
        page.marks.extend(typesetting.words(table.remark, _FOOT, flow.left, page.height - _REMARK_LINE))
    if table.audit_head:
        page.marks.extend(typesetting.words(f"审计校验 {table.audit_head}", _FOOT, right, y, "right"))
    if table.stamp:
        stamp(page, table.stamp)


def _heading(flow: Flow, table: Table) -> None:
    """The title, and under it who filled it in and for which period."""
    middle, right = flow.left + flow.width / 2, flow.left + flow.width
    flow.page.marks.extend(typesetting.words(table.title, _TITLE, middle, flow.top + 16, "center"))
    flow.top += _TITLE.leading
    if table.unit or table.period:
        flow.page.marks.extend(typesetting.words(f"填报单位：{table.unit}", _LINE, flow.left, flow.top + 12))
        flow.page.marks.extend(typesetting.words(table.period, _LINE, right, flow.top + 12, "right"))
        flow.top += _LINE.leading


def _size(table: Table) -> float:
    """Many columns want small type, and so do many headings at the left."""
    if table.labelled:
        return 8.5
    return 10.5 if len(table.columns) <= 9 else 9.0 if len(table.columns) <= 14 else 7.5


def _head_style(table: Table) -> Style:
    size = _size(table)
    return Style(font="hei", size=size, leading=size * 1.3, align="center")


def _cell_style(table: Table) -> Style:
    size = _size(table)
    return Style(font="song", size=size, leading=size * 1.3, align="left")


def _ruled(flow: Flow, table: Table) -> Ruled:
    cell = _cell_style(table)
    widths = column_widths(table, cell, flow.width, 2 * PADDING + 0.5)
    columns = [
        Column(column.title, width, column.align, column.group)
        for column, width in zip(table.columns, widths, strict=True)
    ]
    return (Labelled if table.labelled else Ruled)(flow.left, columns, _head_style(table), cell)


def _signatures(flow: Flow, table: Table) -> None:
    """The lines at the end, spread over the width; the last row has kept their place."""
    flow.top += _BEFORE_SIGNATURES
    for number, text in enumerate(table.foot):
        x = flow.left + flow.width * number / len(table.foot)
        flow.page.marks.extend(typesetting.words(text, _LINE, x, flow.top + 12))


def _missing(table: Table) -> Iterator[Missing]:
    return (
        Missing(column.title, char)
        for row in table.rows
        for column, text in zip(table.columns, row, strict=True)
        for char in fonts.missing_characters(text)
    )
