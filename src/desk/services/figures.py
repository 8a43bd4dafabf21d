"""The figures of a period: indicators as a whole and by group, rankings, fines; every number with its cases."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from desk.domain import sums
from desk.domain.assessment import may_see
from desk.domain.behind import CasesBehind
from desk.domain.figures import Figure, Sum, figure_of, ranked, set_over, spread
from desk.domain.moments import OFFICE_ZONE, date_words
from desk.domain.penalties import Line
from desk.domain.periods import report_name
from desk.domain.progress import Told
from desk.domain.register import Datum, LineColumn, Lines, Share, spoken
from desk.domain.sums import Sheet
from desk.domain.viewer import Viewer
from desk.rulebook.accounts import Indicator
from desk.services import urging
from desk.services.counted import Heaps, is_brief
from desk.services.figures_by_case import (
    Found,
    Ranking,
    by_case,
    check,
    groups_of,
    looks_at_all,
    ranking,
    spread_of,
)
from desk.services.fined import fined
from desk.services.groupings import grouping
from desk.services.kept_counts import Kept, Stretch, stretches
from desk.services.period_days import moments_of, received_in
from desk.services.volumes import set_against

if TYPE_CHECKING:
    from desk.services.office import Office

KEPT_AS = "figures"
"""The name of what is kept of figures; groupings besides stand behind it."""
_LONG_AGO = datetime(1, 1, 2, tzinfo=OFFICE_ZONE)


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of the period ``first`` to ``last``."""

    first: date
    last: date
    indicators: tuple[Figure, ...]
    rankings: tuple[Ranking, ...]
    penalties: tuple[Line, ...]


def figures(
    office: "Office",
    viewer: Viewer,
    first: date,
    last: date,
    by: Sequence[str] = (),
    told: Told | None = None,
) -> Figures:
    """The rulebook's indicators over the cases that each one's period names, ranked ``by`` this besides.

    Months that are over are read where they are kept; the cases behind their numbers are read when somebody looks.
    Raises ``DeskError``; ``Stopped`` where ``told`` says so, between a year's months and the next.
    """
    check(office, first, last, by)
    found = _kept(office, viewer, first, last, by, told) or by_case(office, viewer, first, last, by)
    rankings = found.rankings + _urged(office, viewer, first, last)
    indicators = tuple(_over_business(office, found.indicators, first, last))
    return Figures(first, last, indicators, rankings, _fines(office, viewer, first, last))


def _over_business(office: "Office", counted: Iterable[Figure], first: date, last: date) -> Iterator[Figure]:
    """The figures, those over a volume of business set against what people entered for the days."""
    over = {one.id: one for one in office.rulebook.indicators if one.over}
    business = set_against(office, first, last) if over else {}
    for one in counted:
        indicator = over.get(one.indicator)
        yield set_over(indicator, one, business[indicator.over]) if indicator else one


def _fines(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Line, ...]:
    """The fines of the cases received in the days."""
    return fined(office, viewer, received_in(office, first, last)) if may_see(viewer) else ()


def _urged(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Ranking, ...]:
    """The orders of the days against each department (CAP-78)."""
    found = urging.by_department(office, viewer, first, last)
    return (Ranking("催办、督办", "department", found, (None,) * len(found)),) if found else ()


def _kept(
    office: "Office", viewer: Viewer, first: date, last: date, by: Sequence[str], told: Told | None
) -> Found | None:
    """The sums of the months; None where the indicators ask more than sums can tell, or no month is over."""
    book = office.rulebook
    since, until = moments_of(office, first, last)
    inside = stretches(office, since, until)
    outside = stretches(office, _LONG_AGO, since) if looks_at_all(book) else ()
    if not is_brief(book, by) or not any(one.over for one in (*inside, *outside)):
        return None
    kept = Kept(office, viewer, kept_as(by))
    sheets = tuple(map(sums.read, kept.of((*outside, *inside), Sheets(office, viewer, by), told)))
    whole = sums.together(book, sheets[len(outside) :], sheets[: len(outside)])
    return _figures_of(office, whole, _Looked(office, viewer, first, last, tuple(by)))


class _Looked:
    """The figures of the days with all their cases, counted once when the first of them are asked for."""

    def __init__(
        self, office: "Office", viewer: Viewer, first: date, last: date, by: tuple[str, ...]
    ) -> None:
        self.first, self.last = first, last
        self._asked = (office, viewer, first, last, by)
        self._found: dict[tuple[str, str, str], Figure] = {}
        self._lock = Lock()

    def behind(self, key: tuple[str, str, str], found: Sum) -> tuple[CasesBehind, CasesBehind]:
        """The cases that meet the indicator, by its id, grouping and group, and all that were counted."""
        return (
            CasesBehind(found.hits, lambda: self._cases(key, hits=True)),
            CasesBehind(found.base, lambda: self._cases(key, hits=False)),
        )

    def _cases(self, key: tuple[str, str, str], *, hits: bool) -> Sequence[str]:
        with self._lock:
            if not self._found:
                self._found = dict(_by_key(by_case(*self._asked)))
        one = self._found.get(key)
        return () if one is None else one.hits if hits else one.base


def _by_key(found: Found) -> Iterator[tuple[tuple[str, str, str], Figure]]:
    for one in found.indicators:
        yield (one.indicator, "", ""), one
    for row in found.rankings:
        for one in row.figures:
            yield (one.indicator or row.indicator, row.by, one.group), one


def kept_as(by: Sequence[str]) -> str:
    """The name under which figures by these groupings are kept."""
    return ",".join((KEPT_AS, *by))


class Sheets:
    """Counts what stretches of days add to the figures, as it is kept: once for each of the groupings ``bys``."""

    def __init__(self, office: "Office", viewer: Viewer, *bys: Sequence[str]) -> None:
        every = tuple(dict.fromkeys(one for by in bys for one in by))
        self._office, self._heaps = office, Heaps(office, viewer, every)
        self._groups = [{one.id: groups_of(one, by) for one in office.rulebook.indicators} for by in bys]

    def __call__(self, spans: Sequence[Stretch]) -> list[tuple[str, ...]]:
        """The sheets of each stretch, written down."""
        book, called = self._office.rulebook, partial(grouping, self._office)
        return [
            tuple(map(sums.written, sums.sheets(book, found.came, found.went, self._groups, called)))
            for found in self._heaps.of(spans)
        ]


def _figures_of(office: "Office", whole: Sheet, looked: _Looked) -> Found:
    """The figures that the sums make."""
    indicators, days = office.rulebook.indicators, (looked.last - looked.first).days + 1

    def made(indicator: Indicator, found: Sum, by: str = "", group: str = "") -> Figure:
        return figure_of(indicator, found, days, group, *looked.behind((indicator.id, by, group), found))

    return Found(
        tuple(made(indicator, whole.wholes[indicator.id]) for indicator in indicators),
        tuple(
            ranking(indicator, by, ranked(made(indicator, found, by, name) for name, found in groups.items()))
            for indicator in indicators
            for by, groups in whole.groups[indicator.id].items()
        ) + spread_of(_tallies(whole, looked)),
    )  # fmt: skip


def _tallies(whole: Sheet, looked: _Looked) -> Iterator[tuple[Figure, ...]]:
    for name, words in whole.words.items():
        found = {
            word: looked.behind((name, "count", word), Sum(whole.received, n)) for word, n in words.items()
        }
        base = next((both[1] for both in found.values()), ())
        yield spread(
            name, {word: (words[word], both[0]) for word, both in found.items()}, whole.received, base
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
    whole = [_row(one.name, "全部", None, one, len(one.base)) for one in found.indicators]
    ranked = [
        _row(ranking.indicator, one.group, place, one, len(one.base))
        for ranking in found.rankings
        if not ranking.blank
        for one, place in zip(ranking.figures, ranking.places, strict=True)
    ]
    fined = [_row(one.name, "考核建议", None, one, None) for one in fines(found)]
    rows = (*whole, *ranked, *fined)
    return Lines(
        title=f"统计{report_name(found.first, found.last)}", period=f"{date_words(found.first)}至{date_words(found.last)}",
        unit=office.name, columns=columns, words=spoken(said for said, _ in rows), data=tuple(data for _, data in rows),
    )  # fmt: skip


_Row = tuple[Datum, ...]
_ONE_NUMBER = re.compile(r"-?[0-9,]+([.][0-9]+)?%?")
"""What is one figure and nothing besides (not 3/4, nor 催办13，逾期4)."""


def _row(name: str, about: str, place: int | None, one: Figure | Fines, of: int | None) -> tuple[_Row, _Row]:
    """A line as it is said and as it is reckoned with; the figure itself may be words in the one and a number in the other."""
    n = len(one.cases if isinstance(one, Fines) else one.hits)
    return (name, about, place, one.words, n, of), (name, about, place, _reckoned(one), n, of)


def _reckoned(one: Figure | Fines) -> Datum:
    """A figure as a workbook reckons with it: a share, a count or a decimal; where there is no number, what it says."""
    if isinstance(one, Fines) or one.value is None or not _ONE_NUMBER.fullmatch(one.words):
        return one.words
    if one.words.endswith("%"):
        return Share(one.value)
    return float(one.value) if "." in one.words else int(one.value)
