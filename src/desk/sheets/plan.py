"""Where everything of a register stands on its sheet: worked out once, used by the frame and by the rows.

Rows and columns count from 1, as in the references people see (A1).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TypeGuard

from desk.domain.errors import DeskError
from desk.domain.register import Datum, Lines, sums
from desk.domain.unbroken import stays_whole
from desk.sheets.heights import units

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""What one sheet holds (Excel's specifications and limits)."""

TITLE_ROW, UNIT_ROW, HEAD_ROW = 1, 2, 3

CASES_ON_A_PAGE = 7
"""Columns of cases of a transposed register on one page, as manuals print it (件数 1…7)."""

_NARROWEST: dict[str, float] = {
    "text": 5, "ordinal": 5, "count": 5, "figure": 9, "money": 9, "date": 11.5, "moment": 17,
}  # fmt: skip
"""A number or a day that does not fit is shown as ####, which no one can read."""

_LOOKED_AT = 500
"""Rows whose numbers are looked at for the width of their columns; a register has its like all the way down."""

_WIDEST = 60.0
_ROOM = 1.5
_LABEL_WIDTHS = {1: (16.0,), 2: (9.0, 13.0)}


@dataclass(frozen=True, slots=True)
class Span:
    """A run of cells, both ends belonging to it, and the words that stand in it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int
    text: str

    @property
    def is_one_cell(self) -> bool:
        """Whether there is nothing to merge."""
        return (self.first_row, self.first_column) == (self.last_row, self.last_column)


@dataclass(frozen=True, slots=True)
class Plan:
    """The regions of a sheet: ``labels`` columns of headings at the left, ``head`` rows of headings above the body.

    One of the two is 0: an ordinary register has its headings above, a transposed one at the left.
    ``body`` to ``last_case`` are the rows of cases, or of headings in a transposed one; ``end`` includes the sums.
    ``widths`` are the columns' in digits of the body font.
    """

    columns: int
    labels: int
    head: int
    body: int
    last_case: int
    end: int
    widths: tuple[float, ...]
    signed: bool = False

    @property
    def last_row(self) -> int:
        """The last row of all."""
        return self.foot_row if self.signed else max(self.end, self.body - 1)

    @property
    def area(self) -> str:
        """All that is written, as A1:G20."""
        return area(1, self.last_row, self.columns)

    @property
    def page_columns(self) -> int:
        """Columns of the first page: title and signatures must stand on it."""
        return min(self.columns, self.labels + CASES_ON_A_PAGE) if self.labels else self.columns

    @property
    def foot_row(self) -> int:
        """The row of signatures."""
        return self.end + 1

    @property
    def pattern_row(self) -> int:
        """Where the frame shows how body cells look; the row is not in the finished sheet."""
        return self.end + 2


def plan(lines: Lines) -> Plan:
    """The plan of ``lines``. Raises DeskError when there are more cases than one sheet holds."""
    depth = 2 if any(column.group for column in lines.columns) else 1
    summed = int(bool(lines.data) and any(column.sum for column in lines.columns))
    signed = bool(lines.foot)
    if lines.transposed:
        last = UNIT_ROW + len(lines.columns)
        columns = depth + len(lines.data) + summed
        made = Plan(columns, depth, 0, HEAD_ROW, last, last, _turned_widths(depth, columns), signed)
    else:
        last = UNIT_ROW + depth + len(lines.data)
        columns = len(lines.columns)
        made = Plan(columns, 0, depth, HEAD_ROW + depth, last, last + summed, _widths(lines), signed)
    _refuse_too_large(made, len(lines.data))
    return made


def area(first_row: int, last_row: int, columns: int) -> str:
    """A reference to whole rows of the sheet, as A4:G19."""
    return f"A{first_row}:{letters(columns)[-1]}{last_row}"


def letters(columns: int) -> list[str]:
    """The names of the first columns: A, B, … Z, AA."""
    from openpyxl.utils import get_column_letter

    return [get_column_letter(number) for number in range(1, columns + 1)]


def _turned_widths(labels: int, columns: int) -> tuple[float, ...]:
    return (*_LABEL_WIDTHS[labels], *[_NARROWEST["moment"]] * (columns - labels))


def _widths(lines: Lines) -> tuple[float, ...]:
    totals = sums(lines)
    return tuple(
        max(min(float(column.width), _WIDEST), _least_width(lines, index, totals[index]))
        for index, column in enumerate(lines.columns)
    )


def _least_width(lines: Lines, index: int, total: Datum) -> float:
    kind = lines.columns[index].kind
    if kind == "text":
        return max(_NARROWEST[kind], _widest_whole(lines, index))
    if kind not in ("ordinal", "count", "money"):
        return _NARROWEST[kind]
    numbers = [number for number in (*(row[index] for row in lines.data), total) if _is_finite(number)]
    written = "{:,.2f}" if kind == "money" else "{:.0f}"
    ends = (min(numbers), max(numbers)) if numbers else ()
    digits = max((len(written.format(number)) for number in ends), default=0)
    return max(_NARROWEST[kind], digits + _ROOM)


def _widest_whole(lines: Lines, index: int) -> float:
    """The room that the numbers and telephone numbers of a column need, so that none goes over two lines."""
    texts = (row[index] for row in lines.data[:_LOOKED_AT])
    return max(
        (units(text) + _ROOM for text in texts if isinstance(text, str) and stays_whole(text)), default=0
    )


def _is_finite(value: Datum) -> TypeGuard[int | float]:
    return isinstance(value, (int, float)) and isfinite(value)


def headings(lines: Lines, at: Plan) -> tuple[Span, ...]:
    """The heading cells: a group spans its columns, a heading without group spans both rows. Turned round if transposed."""
    depth = at.head or at.labels
    spans = [*_groups(lines, depth), *_leaves(lines, depth)]
    return tuple(_turned(span) if lines.transposed else span for span in spans)


def heading_words(lines: Lines) -> tuple[str, ...]:
    """The headings where there is one line for them: 处理方式/退货."""
    return tuple(
        f"{column.group}/{column.title}" if column.group else column.title for column in lines.columns
    )


def segments(texts: Sequence[str], row: int, columns: int) -> tuple[Span, ...]:
    """``texts`` spread evenly over a row; in one cell where the row has fewer columns than there are texts."""
    if len(texts) > columns:
        texts = ["　　　　".join(texts)]
    edges = [columns * index // len(texts) for index in range(len(texts) + 1)]
    return tuple(
        Span(row, left + 1, row, right, text)
        for left, right, text in zip(edges, edges[1:], texts, strict=False)
    )


def _groups(lines: Lines, depth: int) -> Iterator[Span]:
    if depth == 1:
        return
    start, columns = 0, lines.columns
    for index, column in enumerate(columns, start=1):
        if index < len(columns) and columns[index].group == column.group:
            continue
        if column.group:
            yield Span(HEAD_ROW, start + 1, HEAD_ROW, index, column.group)
        start = index


def _leaves(lines: Lines, depth: int) -> Iterator[Span]:
    last = HEAD_ROW + depth - 1
    for index, column in enumerate(lines.columns, start=1):
        yield Span(last if column.group else HEAD_ROW, index, last, index, column.title)


def _turned(span: Span) -> Span:
    shift = HEAD_ROW - 1
    return Span(
        span.first_column + shift,
        span.first_row - shift,
        span.last_column + shift,
        span.last_row - shift,
        span.text,
    )


def _refuse_too_large(at: Plan, cases: int) -> None:
    if at.last_row > MOST_ROWS or at.columns > MOST_COLUMNS:
        raise DeskError(
            "too_many_for_a_sheet",
            f"这份登记簿有 {cases} 件，一张工作表放不下。",
            "请缩短期间（例如按月），分几次导出。",
        )
