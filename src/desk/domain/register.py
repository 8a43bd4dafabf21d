"""The lines of a register: the same values feed the table on the screen, the paper, the workbook and the figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from desk.domain.draft import Value
from desk.domain.money import yuan_words
from desk.domain.words import Words
from desk.rulebook.documents import Register, RegisterColumn
from desk.rulebook.facts import COMPUTED, FACTS
from desk.rulebook.model import Rulebook


class Share(float):
    """A part of a whole, 1 being all of it: shown as per cent with two decimals, a number all the same."""


Datum = str | int | float | date | datetime | None
"""A cell's value for a workbook: words, a count, yuan, a day or a moment; None is an empty cell."""

ColumnKind = Literal["text", "ordinal", "count", "figure", "money", "date", "moment"]
"""``ordinal`` is a line's place in the list, which nobody adds up; ``figure`` a share, a count or a mean, line by line, or
words where there is nothing to reckon with ("—").
"""

_DATES = {"case.received_on", "case.registered_on", "case.accepted_on", "case.closed_on", "case.due_on"}
_GAP = "　　　　"
TOTAL = "合计"
_TICK = "√"
"""What stands in a column that is an option (``remedy?退货``) where the value is that option."""
_MOMENTS = {"case.received_at", "case.registered_at", "case.handed_on_at"}

ALIGNMENT: Mapping[ColumnKind, Literal["left", "center", "right"]] = {
    "text": "left", "ordinal": "center", "count": "right", "figure": "right", "money": "right", "date": "center",
    "moment": "center",
}  # fmt: skip
"""How each kind stands in its column, on paper, in the workbook and on the screen."""


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A column as it is written: heading, group heading above, relative width, and what kind of value stands in it."""

    title: str
    group: str
    width: int
    kind: ColumnKind
    sum: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A register of a period: columns and rows, in words for paper and as values for a workbook.

    ``outward`` are the same lines masked, for files of who may see names here but not carry them out.
    ``note`` is said on a sheet of its own behind the lines on paper, by default a 备考表; ``remark`` stands in small type
    at the foot of every page, of a workbook that is printed, too.
    """

    title: str
    period: str
    unit: str
    columns: tuple[LineColumn, ...]
    words: tuple[tuple[str, ...], ...]
    data: tuple[tuple[Datum, ...], ...]
    foot: tuple[str, ...] = ()
    transposed: bool = False
    outward: "Lines | None" = None
    remark: str = ""
    note: str = ""
    note_layout: str = "transfer_note"


@dataclass(frozen=True, slots=True)
class Source:
    """What one line is made from: the case in words, and the plain values behind them by the same ids."""

    words: Mapping[str, Words]
    values: Mapping[str, Value | None]


def places(register: Register) -> frozenset[str]:
    """What the register's columns ask of a case: facts, columns of lists and places, without the options they tick."""
    return frozenset(column.value.partition("?")[0] for column in register.columns)


def lines(
    rulebook: Rulebook, register: Register, sources: Iterable[Source], *, title: str, period: str, unit: str
) -> Lines:
    """The register's lines in order; its first column counts them where the rulebook asks for ``row.number``."""
    columns = tuple(_column(rulebook, column) for column in register.columns)
    wanted = tuple((column.value, line.kind) for column, line in zip(register.columns, columns, strict=True))
    spoken, data = [], []
    for number, source in enumerate(sources, start=1):
        row = tuple(_datum(path, source, number, kind) for path, kind in wanted)
        data.append(row)
        spoken.append(
            tuple(_printed(datum, path, source, number) for datum, (path, _) in zip(row, wanted, strict=True))
        )
    return Lines(
        title=title,
        period=period if register.unit_line else "",
        unit=_GAP.join((unit, *register.head)) if register.unit_line else "",
        columns=columns,
        words=tuple(spoken),
        data=tuple(data),
        foot=tuple(text if text.endswith(("：", ":")) else f"{text}：" for text in register.foot),
        transposed=register.transposed,
    )


def sums(lines: Lines) -> tuple[int | float | None, ...]:
    """The sum of each column that asks for one; money is added in fen so that no cent is lost on the way."""
    return tuple(
        _sum([row[index] for row in lines.data]) if column.sum else None
        for index, column in enumerate(lines.columns)
    )


def _sum(values: Sequence[Datum]) -> int | float:
    numbers = [value for value in values if isinstance(value, (int, float))]
    if all(isinstance(number, int) for number in numbers):
        return sum(int(number) for number in numbers)
    return sum(round(number * 100) for number in numbers) / 100


def totals(found: Lines) -> tuple[str, ...]:
    """The row of sums in words, as it stands under the lines; empty where no column asks for one or there is no line."""
    if not found.data or not any(column.sum for column in found.columns):
        return ()
    words = [
        "" if total is None else yuan_words(round(total * 100)) if column.kind == "money" else str(total)
        for column, total in zip(found.columns, sums(found), strict=True)
    ]
    return (words[0] or TOTAL, *words[1:])


ACROSS = 7
"""So many cases stand beside each other where a register has one column for each."""


def turned(found: Lines) -> tuple[Lines, ...]:
    """A transposed register as paper shows it, a sheet for each seven cases: a row for each heading, the cases across."""
    starts = range(0, max(len(found.words), 1), ACROSS)
    return tuple(_sheet(found, found.words[first : first + ACROSS], first) for first in starts)


def _sheet(found: Lines, cases: Sequence[tuple[str, ...]], before: int) -> Lines:
    numbers = range(before + 1, before + ACROSS + 1)
    columns = (
        LineColumn(found.columns[0].title, "", 12, "text"),
        LineColumn("", "", 11, "text"),
        *(LineColumn(str(number), "", 17, "text") for number in numbers),
    )
    rows = tuple(_turned(found, place, cases) for place in range(1, len(found.columns)))
    return replace(found, columns=columns, words=rows, data=rows)


def _turned(found: Lines, place: int, cases: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """One heading with its values; a group's name stands beside the first of its headings."""
    column = found.columns[place]
    begins = not place or found.columns[place - 1].group != column.group
    heading = (column.group if begins else "", column.title) if column.group else (column.title, "")
    values = tuple(case[place] for case in cases)
    return (*heading, *values, *[""] * (ACROSS - len(values)))


def spoken(data: Iterable[Sequence[Datum]]) -> tuple[tuple[str, ...], ...]:
    """Cells in words: days and moments short, money with two places, an empty cell empty."""
    return tuple(tuple(map(said, row)) for row in data)


def said(datum: Datum) -> str:
    """One cell in words."""
    match datum:
        case None:
            return ""
        case datetime():
            return f"{datum:%Y-%m-%d %H:%M}"
        case date():
            return datum.isoformat()
        case Share():
            return f"{datum:.2%}"
        case float():
            return yuan_words(round(datum * 100))
    return str(datum)


def _column(rulebook: Rulebook, column: RegisterColumn) -> LineColumn:
    return LineColumn(column.title, column.group, column.width, _kind(rulebook, column.value), column.sum)


def _kind(rulebook: Rulebook, path: str) -> ColumnKind:
    if path == "row.number":
        return "ordinal"
    if path in _DATES:
        return "date"
    if path in _MOMENTS or path.startswith("at."):
        return "moment"
    if path == "case.days":
        return "count"
    own = {field.id: field.kind_of_value for field in rulebook.fields}
    type_ = own.get(path) or (
        FACTS[path].type if path in FACTS else COMPUTED[path].type if path in COMPUTED else "text"
    )
    return type_ if type_ in ("count", "money", "date", "moment") else "text"


def _printed(datum: Datum, path: str, source: Source, number: int) -> str:
    """A cell on paper: dates short, since a register has many columns; everything else in words."""
    if isinstance(datum, str):
        return datum
    return said(datum) if isinstance(datum, date) else _words(path, source, number)


def _words(path: str, source: Source, number: int) -> str:
    if path == "row.number":
        return str(number)
    path, asks, option = path.partition("?")
    value = source.words.get(path, "")
    if asks:
        return _TICK if isinstance(value, str) and option in value.split("、") else ""
    return value if isinstance(value, str) else "；".join("，".join(row.values()) for row in value)


def _count(value: Value | None, words: str) -> int | None:
    return value if isinstance(value, int) else int(words) if words.isdecimal() else None


def _datum(path: str, source: Source, number: int, kind: ColumnKind) -> Datum:
    value = source.values.get(path)
    match kind:
        case "ordinal":
            return number
        case "count":
            return _count(value, _words(path, source, number))
        case "money":
            return value / 100 if isinstance(value, int) else None
        case "date" | "moment":
            return value if isinstance(value, date) else None
    return _words(path, source, number) or None
