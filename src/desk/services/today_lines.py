"""The page of the day to take along: what waits as register lines, for paper, workbook and text."""

from typing import TYPE_CHECKING

from desk.domain.moments import date_words, weekday_words
from desk.domain.register import Datum, LineColumn, Lines, spoken
from desk.services.today import Line, Today

if TYPE_CHECKING:
    from desk.services.office import Office

_TITLE = "今日要办的事"
_NO_CASE = "—"


def lines(office: "Office", found: Today) -> Lines:
    """Every line that was read, in the order of the page; of a part that has more the heading says how many."""
    columns = (
        LineColumn("事项", "", 14, "text"), LineColumn("编号", "", 14, "text"),
        LineColumn("什么时候", "", 14, "moment"), LineColumn("什么事", "", 36, "text"),
        LineColumn("等谁办、谁经手", "", 16, "text"),
    )  # fmt: skip
    data = tuple(_row(_heading(part.title, part.count.n, len(part.lines)), line)
                 for part in found.parts for line in part.lines)  # fmt: skip
    return Lines(
        title=_TITLE, period=f"{date_words(found.at.date())}　{weekday_words(found.at.date())}", unit=office.name,
        columns=columns, words=spoken(data), data=data,
    )  # fmt: skip


def _heading(title: str, count: int, shown: int) -> str:
    return f"{title}（共 {count} 件，列出 {shown} 件）" if count > shown else title


def _row(part: str, line: Line) -> tuple[Datum, ...]:
    return (part, line.number or _NO_CASE, line.at, line.words, line.whom)
