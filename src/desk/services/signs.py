"""Things that people should look at (苗头), found by plain counts with thresholds of the rulebook, each with its cases."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk.domain import signs as rules
from desk.domain.errors import DeskError
from desk.domain.moments import date_words
from desk.domain.progress import Told, go_on
from desk.domain.register import Datum, LineColumn, Lines, spoken
from desk.domain.signs import Noticed
from desk.domain.viewer import Viewer
from desk.services.office import Office
from desk.store.case_filter import CaseFilter
from desk.store.matters import by_category, matters


@dataclass(frozen=True, slots=True)
class Signs:
    """What was noticed in the matters received from ``first`` to ``last``."""

    first: date
    last: date
    noticed: tuple[Noticed, ...]


def signs(office: Office, viewer: Viewer, first: date, last: date, told: Told | None = None) -> Signs:
    """What the rules notice, beside the equally long time before. Raises ``DeskError``; ``Stopped`` where ``told`` says so."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    length = last - first + timedelta(days=1)
    with office.store.reading() as tx:
        go_on(told, "读取案件", 0, 0)
        now = matters(tx, viewer, _received(office, first, last))
        go_on(told, "读取案件", 0, 0)
        before = by_category(tx, viewer, _received(office, first - length, last - length))
    return Signs(first, last, rules.noticed(office.rulebook, now, before, told))


def lines(office: Office, found: Signs) -> Lines:
    """What was noticed as a register, for paper and workbook, with the numbers of the cases."""
    columns = (
        LineColumn("苗头", "", 14, "text"), LineColumn("对象", "", 24, "text"), LineColumn("情况", "", 28, "text"),
        LineColumn("件数", "", 7, "count"), LineColumn("案件", "", 50, "text"), LineColumn("依据", "", 13, "text"),
    )  # fmt: skip
    data: tuple[tuple[Datum, ...], ...] = tuple(
        (one.name, one.about, one.words, len(one.cases), "、".join(one.cases), one.source or "程序默认")
        for one in found.noticed
    )
    return Lines(
        title="苗头", period=f"{date_words(found.first)}至{date_words(found.last)}", unit=office.name,
        columns=columns, words=spoken(data), data=data,
    )  # fmt: skip


def _received(office: Office, first: date, last: date) -> CaseFilter:
    midnight = time(0, 0)
    return CaseFilter(
        rulebooks=frozenset({office.rulebook.id}),
        received_from=datetime.combine(first, midnight, office.zone),
        received_to=datetime.combine(last + timedelta(days=1), midnight, office.zone),
    )
