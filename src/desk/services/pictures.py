"""The pictures of a period and the report that they are printed in; every number of them has its cases."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from desk.domain import picture_sums
from desk.domain import pictures as drawn
from desk.domain.behind import CasesBehind
from desk.domain.errors import DeskError
from desk.domain.figures import NOT_SAID
from desk.domain.moments import date_words
from desk.domain.picture_sums import PictureSheet
from desk.domain.pictures import Picture
from desk.domain.register import LineColumn, Lines, spoken
from desk.domain.viewer import Viewer
from desk.services import registers
from desk.services.kept_counts import Kept, Stretch, stretches
from desk.services.period_days import moments_of
from desk.services.picture_counts import KEPT_AS, PictureCases, PictureSheets
from desk.services.registers import Written
from desk.store import audit

if TYPE_CHECKING:
    from desk.services.office import Office


def pictures(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Picture, ...]:
    """Trend, composition, hours, ageing and steps of the days ``first`` to ``last``.

    Months that are over are read where they are kept; the cases behind a number are read when somebody looks. Open
    matters are as of now. Raises ``DeskError``.
    """
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    since, until = moments_of(office, first, last)
    months = drawn.trend_months(last)
    begin = datetime.combine(date.fromisoformat(f"{months[0]}-01"), time(0, 0), office.zone)
    trend, inside = stretches(office, begin, until), stretches(office, since, until)
    spans = tuple(dict.fromkeys((*trend, *inside)))
    kept = Kept(office, viewer, KEPT_AS).of(spans, PictureSheets(office, viewer))
    sheets = dict(zip(spans, map(picture_sums.read, kept), strict=True))
    behind = PictureCases(office, viewer, first, last)
    whole = picture_sums.together(sheets[one] for one in inside)
    return (
        _trend(months, {f"{one.since:%Y-%m}": (one, sheets[one]) for one in trend}, behind),
        *_of_period(office, whole, behind),
    )


def _trend(
    months: Sequence[str], spans: Mapping[str, tuple[Stretch, PictureSheet]], behind: PictureCases
) -> Picture:
    received: dict[str, Sequence[str]] = dict.fromkeys(months, ())
    ended: dict[str, Sequence[str]] = dict.fromkeys(months, ())
    for month, (span, sheet) in spans.items():
        received[month] = CasesBehind(sheet.received, partial(behind.received, span))
        ended[month] = CasesBehind(sheet.ended, partial(behind.ended, span))
    return drawn.trend_of(received, ended)


def _of_period(office: "Office", whole: PictureSheet, behind: PictureCases) -> tuple[Picture, ...]:
    """Composition, hours, ageing and steps."""
    book, called = office.rulebook, drawn.top_names(office.rulebook)
    groups = Counter[str]()
    for category, n in whole.categories.items():
        groups[called.get(category, NOT_SAID)] += n
    shown = {
        "composition": drawn.composition_of({name: _counted(n) for name, n in groups.items()}),
        "heat": drawn.heat_of(
            {key: _counted(n) for key, n in whole.hours.items() if key}, whole.hours.get("", 0)
        ),
        "funnel": drawn.funnel_of(
            book, _counted(whole.received), {step: _counted(n) for step, n in whole.steps.items()}
        ),
    }
    found = {id_: behind.in_picture(picture) for id_, picture in shown.items()}
    return (found["composition"], found["heat"], behind.ageing(), found["funnel"])


def _counted(n: int) -> Sequence[str]:
    """So many cases, whose numbers are told later."""
    return CasesBehind(n, tuple)


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
