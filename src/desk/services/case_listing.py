"""The list of cases as a table to take along: the filter, the order and the columns that somebody sees."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.moments import date_words
from desk.domain.register import Datum, LineColumn, Lines, spoken
from desk.domain.viewer import Viewer
from desk.domain.words import category_title
from desk.rulebook.base import Named
from desk.rulebook.model import Rulebook
from desk.services import desk_books
from desk.store import case_list
from desk.store.case_filter import CaseFilter
from desk.store.case_list import NEWEST, CaseRow, Order

if TYPE_CHECKING:
    from desk.services.office import Office

Tell = Callable[[int, int], bool]
"""Hears how many of how many are done; the answer says whether to go on."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column that a list of cases may have."""

    id: str
    line: LineColumn
    value: Callable[[CaseRow, Rulebook], Datum]


def _named(entries: str, field: str) -> Callable[[CaseRow, Rulebook], Datum]:
    def name(row: CaseRow, book: Rulebook) -> Datum:
        id_: str = getattr(row, field)
        found: Iterable[Named] = getattr(book, entries)
        return next((entry.name for entry in found if entry.id == id_), id_)

    return name


def _level(row: CaseRow, book: Rulebook) -> Datum:
    levels = (level for scale in book.scales for level in scale.levels)
    return next((level.name for level in levels if level.id == row.level), row.level)


COLUMNS: tuple[ListColumn, ...] = (
    ListColumn("number", LineColumn("编号", "", 14, "text"), lambda row, _: row.number),
    ListColumn("due", LineColumn("时限", "", 16, "moment"), lambda row, _: row.next_due_at),
    ListColumn("state", LineColumn("状态", "", 12, "text"), _named("states", "state")),
    ListColumn("complainant", LineColumn("提出人", "", 10, "text"), lambda row, _: row.complainant),
    ListColumn("subject", LineColumn("事由", "", 30, "text"), lambda row, _: row.subject),
    ListColumn("respondent", LineColumn("对方", "", 18, "text"), lambda row, _: row.respondent),
    ListColumn(
        "category", LineColumn("类别", "", 14, "text"), lambda row, book: category_title(book, row.category)
    ),
    ListColumn("received", LineColumn("收到时间", "", 16, "moment"), lambda row, _: row.received_at),
    ListColumn("department", LineColumn("承办部门", "", 14, "text"), _named("departments", "department")),
    ListColumn("kind", LineColumn("类型", "", 8, "text"), _named("kinds", "kind")),
    ListColumn("level", LineColumn("等级", "", 8, "text"), _level),
    ListColumn("channel", LineColumn("渠道", "", 9, "text"), _named("channels", "channel")),
    ListColumn("phone", LineColumn("电话", "", 13, "text"), lambda row, _: row.phone),
    ListColumn("station", LineColumn("窗口", "", 10, "text"), _named("stations", "station")),
    ListColumn("registered", LineColumn("登记时间", "", 16, "moment"), lambda row, _: row.registered_at),
    ListColumn("clock", LineColumn("最近时限", "", 14, "text"), _named("clocks", "due_clock")),
)
"""Every column that there is, in the order of the window."""

USUAL = (
    "number",
    "due",
    "state",
    "complainant",
    "subject",
    "respondent",
    "category",
    "received",
    "department",
)


def listed(
    office: "Office", viewer: Viewer, which: CaseFilter, *, order: Order = NEWEST,
    columns: Sequence[str] = USUAL, tell: Tell | None = None, title: str = "案件清单", said: str = "",
) -> Lines:  # fmt: skip
    """All cases of the filter in this order, as register lines with these columns; ``said`` tells of the filter.

    Whoever sees names but may not export them carries masked lines for workbooks beside the plain ones (``outward``).
    Raises ``DeskError`` where ``tell`` says stop.
    """
    chosen = [_column(id_) for id_ in columns]
    period = "　".join(filter(None, (date_words(office.now().date()), said)))

    def lines(whose: Viewer) -> Lines:
        rows = _rows(office, whose, which, order, tell)
        data = tuple(
            tuple(column.value(row, office.manual(row.rulebook, row.rulebook_version)) for column in chosen)
            for row in rows
        )
        return Lines(
            title=title, period=period, unit=office.name, columns=tuple(column.line for column in chosen),
            words=spoken(data), data=data,
        )  # fmt: skip

    plain = lines(viewer)
    one_manual = len(desk_books.books(office)) == 1
    if one_manual and (viewer.may("export") or not viewer.may("see_identity")):
        return plain
    return replace(plain, outward=lines(viewer.carrying()))


def _rows(
    office: "Office", viewer: Viewer, which: CaseFilter, order: Order, tell: Tell | None
) -> list[CaseRow]:
    """All rows by pages, each page a reading of its own, so that nobody waits for a long export."""
    with office.store.reading() as tx:
        total = case_list.count(tx, viewer, which).n
    found: list[CaseRow] = []
    while True:
        if tell and not tell(len(found), max(total, len(found))):
            raise DeskError("cancelled", "已取消导出，没有写文件")
        with office.store.reading() as tx:
            after = found[-1].id if found else None
            page = case_list.page(tx, viewer, which, order=order, after=after, limit=_AT_ONCE)
        found += page
        if len(page) < _AT_ONCE:
            return found


def _column(id_: str) -> ListColumn:
    found = next((column for column in COLUMNS if column.id == id_), None)
    if found is None:
        names = "、".join(f"{column.id}（{column.line.title}）" for column in COLUMNS)
        raise DeskError("no_column", f"没有“{id_}”这一栏", f"可用：{names}", "columns")
    return found
