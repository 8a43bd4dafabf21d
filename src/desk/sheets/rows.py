"""The rows of a register as the workbook stores them; written here, as this is where the time goes (see workbook).

Text is stored as text whatever it looks like: no cell written here can be a formula.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import chain, repeat

from desk.domain.moments import office_time
from desk.domain.register import TOTAL, Datum, Lines, sums
from desk.sheets.frame import kind_of
from desk.sheets.heights import Room, lines_in_row, lines_in_rows, row_start
from desk.sheets.plan import Plan, headings, letters
from desk.sheets.text import stand_as_they_are, xml_text

CellWriter = Callable[[Datum, int], str]
"""The XML of one cell from its value and the number of its row."""

ColumnWriter = Callable[[Sequence[Datum], Iterable[int]], Iterable[str]]
"""The same for some cells of one column at once."""

_AT_ONCE = 200
"""Rows written together, column by column: few enough that one odd text makes few others be looked at singly."""

_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_DAY = date(1900, 3, 1)  # the days before it are counted wrongly by the programs that read the sheet
_SECONDS = 86_400


def row_parts(lines: Lines, at: Plan, styles: Mapping[str, int]) -> Iterator[str]:
    """The XML of the rows from ``at.body`` to ``at.end``, some at once, in order; ``styles`` says which style a kind has."""
    return _turned_rows(lines, at, styles) if lines.transposed else _plain_rows(lines, at, styles)


def serial(moment: date) -> float:
    """The day's number in the sheet's calendar (1900-03-01 is 61), the time of day as its fraction."""
    days = moment.toordinal() - _DAY_ZERO
    if not isinstance(moment, datetime):
        return days
    return days + (moment.hour * 3600 + moment.minute * 60 + moment.second) / _SECONDS


def _plain_rows(lines: Lines, at: Plan, styles: Mapping[str, int]) -> Iterator[str]:
    kinds = [column.kind for column in lines.columns]
    names = letters(at.columns)
    writers = [_column_writer(kind, letter, styles) for kind, letter in zip(kinds, names, strict=True)]
    rooms = [
        Room(index, width) for index, width in enumerate(at.widths) if kinds[index] in ("text", "figure")
    ]
    rooms.sort(key=lambda room: -room.width)
    for start in range(0, len(lines.data), _AT_ONCE):
        rows = lines.data[start : start + _AT_ONCE]
        numbers = range(at.body + start, at.body + start + len(rows))
        columns = tuple(zip(*rows, strict=True))
        heights = lines_in_rows(columns, rooms, len(rows))
        cells = [write(values, numbers) for write, values in zip(writers, columns, strict=True)]
        starts = map(row_start, numbers, heights)
        yield "".join(chain.from_iterable(zip(starts, *cells, repeat("</row>"))))
    if at.end > at.last_case:
        yield _sum_row(lines, at, styles)


def _sum_row(lines: Lines, at: Plan, styles: Mapping[str, int]) -> str:
    totals = sums(lines)
    cells = [
        _writer(column.kind, letter, styles)(value, at.end)
        for column, letter, value in zip(lines.columns, letters(at.columns), totals, strict=True)
    ]
    if totals[0] is None:
        cells[0] = _writer("label", "A", styles)(TOTAL, at.end)
    return f'<row r="{at.end}">{"".join(cells)}</row>'


def _turned_rows(lines: Lines, at: Plan, styles: Mapping[str, int]) -> Iterator[str]:
    names = letters(at.columns)
    words = {(span.first_row, span.first_column): span.text for span in headings(lines, at)}
    widths = [Room(index, width) for index, width in enumerate(at.widths)]
    totals = _turned_totals(lines) if at.columns > at.labels + len(lines.data) else []
    for index, column in enumerate(lines.columns):
        number = at.body + index
        labels = [words.get((number, place)) for place in range(1, at.labels + 1)]
        pairs: list[tuple[str, Datum]] = [("label", text) for text in labels]
        pairs += [(column.kind, line[index]) for line in lines.data]
        pairs += totals[index : index + 1]
        cells = [
            _writer(kind, letter, styles)(value, number)
            for (kind, value), letter in zip(pairs, names, strict=True)
        ]
        values = [value for _, value in pairs]
        spread = [*_label_widths(labels, widths), *widths[at.labels :]]
        yield f"{row_start(number, lines_in_row(values, spread))}{''.join(cells)}</row>"


def _label_widths(labels: Sequence[str | None], widths: Sequence[Room]) -> Sequence[Room]:
    """The widths of the headings at the left: one without group takes both columns, a group's name several rows."""
    own = widths[: len(labels)]
    if labels[-1] is None:
        return [Room(0, sum(room.width for room in own))]
    return own[-1:]


def _turned_totals(lines: Lines) -> list[tuple[str, Datum]]:
    """The column of sums at the right; its heading stands in the line that tells the cases apart."""
    totals = zip(lines.columns, sums(lines), strict=True)
    turned: list[tuple[str, Datum]] = [(column.kind, total) for column, total in totals]
    return [turned[0] if turned[0][1] is not None else ("label", TOTAL), *turned[1:]]


def _writer(kind: str, letter: str, styles: Mapping[str, int]) -> CellWriter:
    """Writes the cells of one column and kind. What is not of the kind ("—", words) is written as text."""
    if kind == "figure":
        return _figure_writer(letter, styles)
    style, text_writer = styles[kind], _text_writer(letter, styles["text"])
    as_number = _AS_NUMBER.get(kind)
    if as_number is None:
        return _text_writer(letter, style)

    def write(value: Datum, row: int) -> str:
        if value is None:
            return f'<c r="{letter}{row}" s="{style}"/>'
        number = as_number(value)
        return (
            text_writer(value, row)
            if number is None
            else f'<c r="{letter}{row}" s="{style}"><v>{number}</v></c>'
        )

    return write


def _figure_writer(letter: str, styles: Mapping[str, int]) -> CellWriter:
    numbers = {kind: _writer(kind, letter, styles) for kind in ("share", "decimal", "count")}
    words = _text_writer(letter, styles["figure"])
    return lambda value, row: numbers.get(kind_of("figure", value), words)(value, row)


def _column_writer(kind: str, letter: str, styles: Mapping[str, int]) -> ColumnWriter:
    """Writes many cells of one column, without a call for each of those that need no care."""
    write, as_number = _writer(kind, letter, styles), _AS_NUMBER.get(kind)
    start, dressed = f'<c r="{letter}', f'" s="{styles[kind]}"'
    filled, empty, number_follows = f'{dressed} t="inlineStr"><is><t>', f"{dressed}/>", f"{dressed}><v>"

    def texts(values: Sequence[Datum], rows: Iterable[int]) -> Iterable[str]:
        if not stand_as_they_are(values):
            return map(write, values, rows)
        return [
            f"{start}{row}{filled}{value}</t></is></c>" if value else f"{start}{row}{empty}"
            for value, row in zip(values, rows, strict=True)
        ]

    def numbers(values: Sequence[Datum], rows: Iterable[int]) -> Iterable[str]:
        found = map(as_number, values)  # type: ignore[arg-type]
        return [
            write(value, row) if number is None else f"{start}{row}{number_follows}{number}</v></c>"
            for number, value, row in zip(found, values, rows, strict=True)
        ]

    def each(values: Sequence[Datum], rows: Iterable[int]) -> Iterable[str]:
        return map(write, values, rows)

    return each if kind == "figure" else numbers if as_number else texts


def _text_writer(letter: str, style: int) -> CellWriter:
    def write(value: Datum, row: int) -> str:
        if value is None or value == "":
            return f'<c r="{letter}{row}" s="{style}"/>'
        text = xml_text(value if isinstance(value, str) else str(value))
        kept = "" if text == text.strip() else ' xml:space="preserve"'
        return f'<c r="{letter}{row}" s="{style}" t="inlineStr"><is><t{kept}>{text}</t></is></c>'

    return write


def _number(value: Datum) -> str | None:
    return repr(value) if isinstance(value, (int, float)) and math.isfinite(value) else None


def _day(value: Datum) -> str | None:
    if not isinstance(value, date):
        return None
    local = office_time(value) if isinstance(value, datetime) and value.tzinfo else value
    day = local.date() if isinstance(local, datetime) else local
    return str(serial(day)) if day >= _FIRST_DAY else None


def _moment(value: Datum) -> str | None:
    if not isinstance(value, date) or value.year <= _FIRST_DAY.year:
        return None
    return repr(serial(office_time(value) if isinstance(value, datetime) and value.tzinfo else value))


_AS_NUMBER: dict[str, Callable[[Datum], str | None]] = {
    "ordinal": _number,
    "count": _number,
    "share": _number,
    "decimal": _number,
    "money": _number,
    "date": _day,
    "moment": _moment,
}
