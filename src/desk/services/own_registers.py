"""Registers that every office has, whatever its rulebook: 更正登记, 用印登记, 移交清单, 催办、督办登记簿. They are read, printed and exported as the rulebook's."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.moments import date_words
from desk.domain.register import ColumnKind, Datum, LineColumn, Lines, spoken
from desk.domain.urging import WORDS
from desk.domain.viewer import Viewer
from desk.services import corrections, seal_register, transfers, urging

if TYPE_CHECKING:
    from desk.services.office import Office

NAMES: Mapping[str, str] = {
    "corrections": "更正登记",
    "seals": "用印登记",
    "transfer": "移交清单",
    "orders": "催办、督办登记簿",
}
"""By id. A rulebook's register of the same id does not come up: these are read under their own names."""

Columns = Sequence[tuple[str, int, ColumnKind]]
_CORRECTIONS: Columns = (
    ("序号", 4, "ordinal"), ("编号", 11, "text"), ("原登记月份", 8, "text"), ("更正内容", 10, "text"), ("原为", 16, "text"),
    ("更正为", 16, "text"), ("理由", 16, "text"), ("更正人", 8, "text"), ("更正时间", 11, "moment"),
)  # fmt: skip

_ORDERS: Columns = (
    ("序号", 4, "ordinal"), ("承办部门", 14, "text"), ("种类", 6, "text"), ("文号", 16, "text"), ("编号", 14, "text"),
    ("发出时间", 14, "moment"), ("经办人", 8, "text"), ("答复期限", 11, "date"), ("答复时间", 14, "moment"),
    ("答复", 24, "text"), ("逾期", 8, "text"),
)  # fmt: skip


_SEALS: Columns = (
    ("序号", 4, "ordinal"), ("用印时间", 12, "moment"), ("文书", 16, "text"), ("文号", 14, "text"), ("案件编号", 12, "text"),
    ("份数", 5, "count"), ("印章", 12, "text"), ("批准人", 9, "text"), ("用印人", 9, "text"), ("备注", 7, "text"),
)  # fmt: skip
_TRANSFER: Columns = (
    ("序号", 4, "ordinal"), ("档号", 13, "text"), ("盒号", 6, "text"), ("登记编号", 12, "text"), ("题名", 24, "text"),
    ("办结日期", 9, "date"), ("归档日期", 9, "date"), ("保存到", 9, "date"), ("文书份数", 6, "count"), ("页数", 5, "count"),
    ("保管处", 10, "text"), ("备注", 7, "text"),
)  # fmt: skip


def made(office: "Office", viewer: Viewer, name: str, first: date, last: date) -> Lines:
    """The register of these days as far as the viewer may see it. Raises ``DeskError`` for days turned round."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    makers: dict[str, Callable[[Office, Viewer, date, date], Lines]] = {
        "corrections": _corrections, "seals": _seals, "transfer": _transfer, "orders": _orders,
    }  # fmt: skip
    return makers[name](office, viewer, first, last)


def _corrections(office: "Office", viewer: Viewer, first: date, last: date) -> Lines:
    since, until = bounds(office, first, last)
    return correction_lines(office, corrections.corrections(office, viewer, since, until), days(first, last))


def _seals(office: "Office", viewer: Viewer, first: date, last: date) -> Lines:
    found = seal_register.sealed(office, viewer, *bounds(office, first, last))
    rows = [
        (one.at, one.paper, one.paper_number, one.number, one.copies, one.seal, one.approver, one.person, "已作废" if one.void else "")
        for one in found
    ]  # fmt: skip
    return lines_of(office, NAMES["seals"], days(first, last), _SEALS, rows, ("印章管理人：", "负责人："))


def _transfer(office: "Office", viewer: Viewer, first: date, last: date) -> Lines:
    found = transfers.transferred(office, viewer, first, last)
    rows = [
        (
            one.archive, one.box, one.number, one.subject, one.closed, one.archived, one.kept_until, one.papers, one.pages,
            one.holder, "",
        )
        for one in found
    ]  # fmt: skip
    period, foot = days(first, last), ("移交人：", "接收人：", "监交人：", "日期：")
    return replace(
        lines_of(office, NAMES["transfer"], period, _TRANSFER, rows, foot), note=transfers.note(found)
    )


def correction_lines(office: "Office", found: Iterable[corrections.Correction], period: str) -> Lines:
    """What was put right, as lines."""
    rows = [(one.number, one.month, one.what, one.old, one.new, one.reason, one.by, one.at) for one in found]
    return lines_of(office, NAMES["corrections"], period, _CORRECTIONS, rows)


def _orders(office: "Office", viewer: Viewer, first: date, last: date) -> Lines:
    """The orders to get on with a matter (CAP-78), each department's together."""
    found = sorted(urging.ordered(office, viewer, first, last), key=lambda one: one.department)
    rows = [
        (
            one.department, WORDS[one.order.effect], one.order.number, one.case, one.order.at,
            office.user_name(one.order.by), one.order.reply_by, one.order.replied_at, one.reply, one.lateness,
        )
        for one in found
    ]  # fmt: skip
    return lines_of(office, NAMES["orders"], days(first, last), _ORDERS, rows)


def bounds(office: "Office", first: date, last: date) -> tuple[datetime, datetime]:
    """From the first moment of the first day until before the day after the last."""
    zone = office.zone
    return (
        datetime.combine(first, time(0, 0), zone),
        datetime.combine(last + timedelta(days=1), time(0, 0), zone),
    )


def days(first: date, last: date) -> str:
    """The days in words."""
    return date_words(first) if first == last else f"{date_words(first)}至{date_words(last)}"


def lines_of(
    office: "Office", title: str, period: str, columns: Columns, rows: Iterable[Sequence[Datum]], foot: tuple[str, ...] = ()
) -> Lines:  # fmt: skip
    """Rows without their count as lines of a register; each gets its place in the list before it."""
    data = tuple((number, *row) for number, row in enumerate(rows, 1))
    return Lines(
        title=title, period=period, unit=office.name, foot=foot,
        columns=tuple(LineColumn(heading, "", width, kind) for heading, width, kind in columns),
        words=spoken(data), data=data,
    )  # fmt: skip
