"""The columns of the case list: title, words and sorting, each written once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desk.domain.calendar import Calendar
from desk.gui.names import Dates, Due, Names
from desk.rulebook.model import Rulebook


class Reading:
    """What columns need to put a row into words."""

    def __init__(self, rulebook: Rulebook, calendar: Calendar, now: Callable[[], datetime]) -> None:
        self._own = Names(rulebook)
        self._others: dict[str, Names] = {rulebook.id: self._own}
        self._dates = Dates(calendar)
        self._now = now

    def know(self, books: Iterable[Rulebook]) -> None:
        """The office's other manuals: their cases are told in their own words."""
        for book in books:
            self._others.setdefault(book.id, Names(book))

    def of(self, row: Any) -> Names:
        """The names of the manual under which the row's case was taken in."""
        return self._others.get(row.rulebook, self._own)

    def due(self, row: Any) -> Due:
        """How long the case still has."""
        return self._dates.due(row.next_due_at, self.of(row).phase(row.state), self._now())


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``sort_key`` is the query's word for sorting by it; empty where it cannot be sorted by."""

    id: str
    title: str
    text: Callable[[Any, Reading], str]
    sort_key: str = ""
    width: int = 10
    shown: bool = True

    @property
    def heading(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("Columns", self.title)


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


COLUMNS: tuple[Column, ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row, _: row.number, "number", 14),
    Column("due", QT_TRANSLATE_NOOP("Columns", "时限"), lambda row, r: r.due(row).words, "due", 26),
    Column(
        "state", QT_TRANSLATE_NOOP("Columns", "状态"), lambda row, r: r.of(row).state(row.state), "state", 16
    ),
    Column("complainant", QT_TRANSLATE_NOOP("Columns", "提出人"), lambda row, _: row.complainant, "", 10),
    Column("subject", QT_TRANSLATE_NOOP("Columns", "事由"), lambda row, _: row.subject, "subject", 26),
    Column(
        "respondent", QT_TRANSLATE_NOOP("Columns", "对方"), lambda row, _: row.respondent, "respondent", 16
    ),
    Column(
        "category",
        QT_TRANSLATE_NOOP("Columns", "类别"),
        lambda row, r: r.of(row).category(row.category),
        "category",
        12,
    ),
    Column(
        "received",
        QT_TRANSLATE_NOOP("Columns", "收到时间"),
        lambda row, _: _moment(row.received_at),
        "received",
        15,
    ),
    Column(
        "department",
        QT_TRANSLATE_NOOP("Columns", "承办部门"),
        lambda row, r: r.of(row).department(row.department),
        "department",
        12,
    ),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "类型"), lambda row, r: r.of(row).kind(row.kind), "kind", 8),
    Column(
        "level", QT_TRANSLATE_NOOP("Columns", "等级"), lambda row, r: r.of(row).level(row.level), "level", 8
    ),
    Column(
        "channel",
        QT_TRANSLATE_NOOP("Columns", "渠道"),
        lambda row, r: r.of(row).channel(row.channel),
        "channel",
        9,
        shown=False,
    ),
    Column("phone", QT_TRANSLATE_NOOP("Columns", "电话"), lambda row, _: row.phone, "", 12, shown=False),
    Column(
        "station",
        QT_TRANSLATE_NOOP("Columns", "窗口"),
        lambda row, r: r.of(row).station(row.station),
        "",
        10,
        shown=False,
    ),
    Column(
        "registered",
        QT_TRANSLATE_NOOP("Columns", "登记时间"),
        lambda row, _: _moment(row.registered_at),
        "newest",
        15,
        shown=False,
    ),
    Column(
        "clock",
        QT_TRANSLATE_NOOP("Columns", "最近时限"),
        lambda row, r: r.of(row).clock(row.due_clock),
        "",
        14,
        shown=False,
    ),
)
