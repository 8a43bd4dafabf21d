"""The pictures of a period and the report that they are printed in; every number of them has its cases."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk.domain import pictures as drawn
from desk.domain.errors import DeskError
from desk.domain.moments import date_words
from desk.domain.pictures import TREND_MONTHS, Picture
from desk.domain.register import LineColumn, Lines, spoken
from desk.domain.viewer import Viewer
from desk.services import registers
from desk.services.registers import Written
from desk.store import audit
from desk.store.case_filter import CaseFilter
from desk.store.outlines import outlines

if TYPE_CHECKING:
    from desk.services.office import Office

_MONTH = 31


def pictures(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Picture, ...]:
    """Trend, composition, hours, ageing and steps of the days ``first`` to ``last``. Raises ``DeskError``."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    # What ended in the months of the trend may have come in long before; two years hold all but the rarest.
    since = min(first, last - timedelta(days=_MONTH * TREND_MONTHS * 2))
    which = CaseFilter(
        rulebooks=frozenset({office.rulebook.id}), received_from=_midnight(office, since),
        received_to=_midnight(office, last + timedelta(days=1)),
    )  # fmt: skip
    with office.store.reading() as tx:
        found = outlines(tx, viewer, which, office.zone)
    return drawn.pictures(office.rulebook, found, first, last, office.now().date())


def lines(
    office: "Office", shown: Sequence[Picture], first: date, last: date, *, hours: bool = True
) -> Lines:
    """The numbers of the pictures as a table; what is nought stands only in the pictures.

    So do the ``hours`` where that is asked: the picture has each of its numbers, and they would take pages.
    """
    columns = (
        LineColumn("图", "", 34, "text"), LineColumn("项目", "", 60, "text"), LineColumn("类", "", 16, "text"),
        LineColumn("件数", "", 14, "count"),
    )  # fmt: skip
    data = tuple(
        (picture.title, point.label, point.series, point.value)
        for picture in shown
        for point in picture.points
        if point.value and (hours or picture.shape != "heat")
    )
    return Lines(
        title="统计报告", period=f"{date_words(first)}至{date_words(last)}", unit=office.name, columns=columns,
        words=spoken(data), data=data,
    )  # fmt: skip


def written(office: "Office", viewer: Viewer, rows: Lines, shown: Sequence[Picture], suffix: str) -> Written:
    """The report as ``.pdf`` or ``.xlsx`` with its pictures (``.csv`` without); put on record as an export."""
    if suffix == ".pdf":
        data = registers.pdf(office, rows, shown)
    elif suffix == ".xlsx":
        from desk.sheets.charts import with_charts
        from desk.sheets.workbook import write_lines

        data = with_charts(write_lines(rows.outward or rows), shown)
    else:
        return registers.written(office, viewer, rows, suffix)
    with office.store.writing() as tx:
        about = f"{rows.title} {rows.period}"
        audit.append(tx, audit.Act(act=f"book:{suffix[1:]}", by=viewer.user, about=about))
    return Written(data, hashlib.sha256(data).hexdigest())


def _midnight(office: "Office", day: date) -> datetime:
    return datetime.combine(day, time(0, 0), office.zone)
