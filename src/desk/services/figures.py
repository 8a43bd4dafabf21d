"""The figures of a period: indicators as a whole and by group, rankings, fines; every number with its cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk.domain.assessment import may_see
from desk.domain.endings import ended_at
from desk.domain.errors import DeskError
from desk.domain.figures import Figure, Judged, by_group, figure, places, tallies
from desk.domain.moments import date_words
from desk.domain.penalties import Line
from desk.domain.periods import report_name
from desk.domain.register import Datum, LineColumn, Lines, spoken
from desk.domain.viewer import Viewer
from desk.rulebook.accounts import Indicator
from desk.rulebook.base import is_unset
from desk.rulebook.model import Rulebook
from desk.services import urging
from desk.services.counted import grouping, groupings
from desk.services.counted import judged as judged_of
from desk.services.fined import fined
from desk.store.case_filter import CaseFilter
from desk.store.outlines import touched

if TYPE_CHECKING:
    from desk.services.office import Office

_AT_ONCE = 500
"""Cases read by their ids at a time."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """An indicator, or the mere count, by one grouping: the figures, the best first, and the place of each.

    ``blank``: the manual gives no formula; there are groups, but nothing to show for any of them.
    """

    indicator: str
    by: str
    figures: tuple[Figure, ...]
    places: tuple[int | None, ...]
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of the period ``first`` to ``last``."""

    first: date
    last: date
    indicators: tuple[Figure, ...]
    rankings: tuple[Ranking, ...]
    penalties: tuple[Line, ...]


def figures(office: "Office", viewer: Viewer, first: date, last: date, by: Sequence[str] = ()) -> Figures:
    """The rulebook's indicators over the cases that each one's period names, ranked ``by`` this besides. Raises ``DeskError``."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    book, days = office.rulebook, (last - first).days + 1
    known = groupings(book)
    if unknown := [one for one in by if one not in known]:
        names = "、".join(f"{id_}（{name}）" for id_, name in known.items())
        raise DeskError("no_grouping", f"不能按“{unknown[0]}”分组", f"可用：{names}", "by")
    judged = tuple(judged_of(office, viewer, _filters(office, viewer, first, last), by))
    chosen = {
        indicator.id: _of_period(indicator, judged, office, first, last) for indicator in book.indicators
    }
    fresh = [one for one in judged if first <= one.case.received_at.date() <= last]
    return Figures(
        first, last,
        tuple(figure(indicator, chosen[indicator.id], days) for indicator in book.indicators),
        tuple(
            _ranked(office, indicator, chosen[indicator.id], days, group)
            for indicator in book.indicators
            for group in dict.fromkeys((*indicator.by, *(() if is_unset(indicator.base) else by)))
        ) + _counted(book, fresh) + _urged(office, viewer, first, last),
        _fines(office, viewer, first, last),
    )  # fmt: skip


def _fines(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Line, ...]:
    """The fines of the cases received in the days."""
    return fined(office, viewer, received_in(office, first, last)) if may_see(viewer) else ()


def received_in(office: "Office", first: date, last: date) -> CaseFilter:
    """The cases received in the days ``first`` to ``last``. Raises ``DeskError``."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    since, until = _days(office, first, last)
    return CaseFilter(rulebooks=frozenset({office.rulebook.id}), received_from=since, received_to=until)


def _counted(book: Rulebook, received: list[Judged]) -> tuple[Ranking, ...]:
    """How the matters received spread over categories and grounds; what is merely counted has no place."""
    return tuple(
        Ranking(found[0].name, "count", found, (None,) * len(found))
        for found in tallies(book, received)
        if found
    )


def _urged(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Ranking, ...]:
    """The orders of the days against each department (CAP-78)."""
    found = urging.by_department(office, viewer, first, last)
    return (Ranking("催办、督办", "department", found, (None,) * len(found)),) if found else ()


def _of_period(
    indicator: Indicator, judged: tuple[Judged, ...], office: "Office", first: date, last: date
) -> list[Judged]:
    def day(one: Judged) -> date | None:
        if indicator.period != "closed":
            return one.case.received_at.date()
        ended = ended_at(office.manual(one.case.rulebook, one.case.rulebook_version), one.case)
        return ended.date() if ended else None

    if indicator.period == "any":
        return list(judged)
    return [one for one in judged if (on := day(one)) and first <= on <= last]


def _ranked(office: "Office", indicator: Indicator, judged: list[Judged], days: int, by: str) -> Ranking:
    found = by_group(indicator, judged, days, grouping(office, by))
    return Ranking(indicator.name, by, found, places(found), is_unset(indicator.base))


def _filters(office: "Office", viewer: Viewer, first: date, last: date) -> Iterator[CaseFilter]:
    """The cases received in the days, and the earlier ones that may have ended in them; all where one counts all.

    A case ends by a step, so whatever ended in the days has something that happened in them.
    """
    since, until = _days(office, first, last)
    before = CaseFilter(rulebooks=frozenset({office.rulebook.id}), received_to=until)
    if any(indicator.period == "any" for indicator in office.rulebook.indicators):
        yield before
        return
    yield replace(before, received_from=since)
    if any(indicator.period == "closed" for indicator in office.rulebook.indicators):
        earlier = replace(before, received_to=since)
        with office.store.reading() as tx:
            ids = touched(tx, viewer, earlier, since, until)
        for start in range(0, len(ids), _AT_ONCE):
            yield replace(earlier, ids=frozenset(ids[start : start + _AT_ONCE]))


def _days(office: "Office", first: date, last: date) -> tuple[datetime, datetime]:
    """The moment at which the days begin, and the one at which they are over."""
    midnight = time(0, 0)
    return (
        datetime.combine(first, midnight, office.zone),
        datetime.combine(last + timedelta(days=1), midnight, office.zone),
    )


@dataclass(frozen=True, slots=True)
class Fines:
    """What one rule proposes in a period: all its amounts together, in words, and the cases."""

    name: str
    words: str
    cases: tuple[str, ...]


def fines(found: Figures) -> tuple[Fines, ...]:
    """The proposed fines by rule; what people must decide is counted, never added up."""
    by_rule: dict[str, list[Line]] = {}
    for line in found.penalties:
        by_rule.setdefault(line.rule, []).append(line)
    return tuple(
        Fines(some[0].name, _together(some), tuple(dict.fromkeys(line.about for line in some)))
        for some in by_rule.values()
    )


def _together(some: Sequence[Line]) -> str:
    known = [line.amount for line in some if line.amount is not None]
    open_ = len(some) - len(known)
    parts = (f"{sum(known)}元" if known else "", f"{open_}项由人决定" if open_ else "")
    return "，".join(filter(None, parts))


def lines(office: "Office", found: Figures) -> Lines:
    """The figures as a register, for paper and workbook: one row each, with the counts behind it.

    What the manual gives no formula for stands there once, without a row for each group; so does each rule of fines
    (case by case they are in the table of assessments).
    """
    columns = (
        LineColumn("指标", "", 36, "text"), LineColumn("范围", "", 50, "text"), LineColumn("名次", "", 8, "ordinal"),
        LineColumn("数值", "", 22, "figure"), LineColumn("件数", "", 10, "count"), LineColumn("总数", "", 10, "count"),
    )  # fmt: skip
    whole = [(one.name, "全部", None, one.words, len(one.hits), len(one.base)) for one in found.indicators]
    ranked = [
        (ranking.indicator, one.group, place, one.words, len(one.hits), len(one.base))
        for ranking in found.rankings
        if not ranking.blank
        for one, place in zip(ranking.figures, ranking.places, strict=True)
    ]
    fined = [(one.name, "考核建议", None, one.words, len(one.cases), None) for one in fines(found)]
    data: tuple[tuple[Datum, ...], ...] = (*whole, *ranked, *fined)
    return Lines(
        title=f"统计{report_name(found.first, found.last)}", period=f"{date_words(found.first)}至{date_words(found.last)}", unit=office.name, columns=columns,
        words=spoken(data), data=data,
    )  # fmt: skip
