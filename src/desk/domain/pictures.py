"""What a report shows as pictures: counts with the cases behind each, as values that window, paper and workbook share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from desk.domain.behind import all_of
from desk.domain.endings import ENDED, ending
from desk.domain.figures import NOT_SAID, top_categories
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook

Shape = Literal["columns", "rows", "heat", "funnel"]
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
HOURS = tuple(f"{hour}时" for hour in range(24))
AGES = ((7, "7天以内"), (15, "8–15天"), (30, "16–30天"), (60, "31–60天"), (90, "61–90天"), (0, "90天以上"))
"""How long open matters have been waiting: the last day of each class and its name; 0 has no last day."""

TREND_MONTHS = 12
_MOST_GROUPS = 12
_MOST_STEPS = 8
_MIDNIGHT = time(0, 0)
OTHERS = "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A case as pictures need it: nothing personal. ``steps`` are those that were not undone, with their moments."""

    number: str
    received_at: datetime
    category: str
    state: str
    steps: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a picture: where it stands (``label``, and ``series`` or the row of a heat map), and its cases."""

    label: str
    series: str
    cases: Sequence[str]

    @property
    def value(self) -> int:
        """How many cases."""
        return len(self.cases)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its points in drawing order, the names of its series, and what must be said beside it."""

    id: str
    title: str
    shape: Shape
    points: tuple[Point, ...]
    series: tuple[str, ...] = ()
    note: str = ""

    @property
    def highest(self) -> int:
        """The largest number, at least 1."""
        return max((point.value for point in self.points), default=0) or 1


def pictures(
    rulebook: Rulebook, outlines: Sequence[Outline], first: date, last: date, today: date
) -> tuple[Picture, ...]:
    """The five pictures of the period; the trend also shows the months before it, open matters are as of ``today``."""
    inside = [one for one in outlines if first <= one.received_at.date() <= last]
    return (
        trend(rulebook, outlines, last),
        composition(rulebook, inside),
        heat(inside),
        ageing(rulebook, inside, today),
        funnel(rulebook, inside),
    )


def trend(rulebook: Rulebook, outlines: Iterable[Outline], last: date) -> Picture:
    """Received and ended in each of the twelve months up to ``last``."""
    months = trend_months(last)
    received: dict[str, list[str]] = {month: [] for month in months}
    ended: dict[str, list[str]] = {month: [] for month in months}
    for one in outlines:
        received.get(f"{one.received_at:%Y-%m}", []).append(one.number)
        end = ended_on(rulebook, one)
        if end is not None:
            ended.get(f"{end:%Y-%m}", []).append(one.number)
    return trend_of(_settled(received), _settled(ended))


def trend_of(received: Mapping[str, Sequence[str]], ended: Mapping[str, Sequence[str]]) -> Picture:
    """The trend by what came in and what ended in each month."""
    points = tuple(
        Point(month, name, counted[month])
        for month in received
        for name, counted in (("收到", received), ("办结", ended))
    )
    return Picture("trend", "逐月趋势", "columns", points, ("收到", "办结"))


def trend_months(last: date) -> tuple[str, ...]:
    """The months that a trend up to ``last`` shows."""
    return tuple(_month(last.year * 12 + last.month - 1 - back) for back in reversed(range(TREND_MONTHS)))


def _month(months: int) -> str:
    year, month = divmod(months, 12)
    return f"{year}-{month + 1:02d}"


def ended_on(rulebook: Rulebook, one: Outline) -> datetime | None:
    """When a case came to its present end, None while it is open."""
    if not _is_ended(rulebook, one):
        return None
    ends = ending(rulebook, frozenset({one.state}))
    return max((at for step, at in one.steps if step in ends), default=None)


def _is_ended(rulebook: Rulebook, one: Outline) -> bool:
    return one.state in ends(rulebook)


@kept
def ends(rulebook: Rulebook) -> frozenset[str]:
    """The states in which nothing more is due."""
    return frozenset(state.id for state in rulebook.states if state.phase in ENDED)


def composition(rulebook: Rulebook, outlines: Iterable[Outline]) -> Picture:
    """By category at the top of the tree, the largest first; what comes after the twelfth is 其他."""
    called = top_names(rulebook)
    return composition_of(_by(outlines, lambda one: called.get(one.category, NOT_SAID)))


def composition_of(groups: Mapping[str, Sequence[str]]) -> Picture:
    """The composition by the cases of each name."""
    ranked = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    rest = [cases for _, cases in ranked[_MOST_GROUPS:]]
    points = [Point(name, "", cases) for name, cases in ranked[:_MOST_GROUPS]]
    others = [Point(OTHERS, "", all_of(rest))] if rest else []
    return Picture("composition", "类别构成", "rows", (*points, *others))


@kept
def top_names(rulebook: Rulebook) -> Mapping[str, str]:
    """Each category's id to the name of the one at the top of the tree above it."""
    names = {entry.id: entry.name for entry in rulebook.categories}
    return {id_: names.get(top, NOT_SAID) for id_, top in top_categories(rulebook).items()}


def heat(outlines: Iterable[Outline]) -> Picture:
    """On which day of the week and at which hour matters came in. Of midnight sharp nobody noted the hour."""
    known, unknown = [], 0
    for one in outlines:
        if one.received_at.time() == _MIDNIGHT:
            unknown += 1
        else:
            known.append(one)
    return heat_of(_by(known, lambda one: hour_key(one.received_at)), unknown)


def hour_key(at: datetime) -> str:
    """The day of the week and the hour, as one word; empty for midnight sharp."""
    return "" if at.time() == _MIDNIGHT else f"{at.weekday()}/{at.hour}"


def heat_of(found: Mapping[str, Sequence[str]], unknown: int) -> Picture:
    """The picture of the hours by what came in at each ``hour_key``."""
    points = tuple(
        Point(HOURS[hour], day, found.get(f"{number}/{hour}", ()))
        for number, day in enumerate(WEEKDAYS)
        for hour in range(24)
    )
    note = f"另有 {unknown} 件没有记时刻" if unknown else ""
    return Picture("heat", "收到时间（星期 × 时段）", "heat", points, WEEKDAYS, note)


def ageing(rulebook: Rulebook, outlines: Iterable[Outline], today: date) -> Picture:
    """How long the matters that are still open have been waiting."""

    def age(one: Outline) -> str:
        days = (today - one.received_at.date()).days
        return next(name for most, name in AGES if not most or days <= most)

    found = _by((one for one in outlines if not _is_ended(rulebook, one)), age)
    return Picture(
        "ageing", "在办时长", "rows", tuple(Point(name, "", found.get(name, ())) for _, name in AGES)
    )


def funnel(rulebook: Rulebook, outlines: Sequence[Outline]) -> Picture:
    """How many of the matters came as far as each step of the main line."""
    names = main_steps(rulebook)
    reached: dict[str, list[str]] = {}
    for one in outlines:
        for step in dict.fromkeys(step for step, _ in one.steps if step in names):
            reached.setdefault(step, []).append(one.number)
    every = tuple(one.number for one in outlines)
    return funnel_of(rulebook, every, _settled(reached))


def funnel_of(rulebook: Rulebook, every: Sequence[str], reached: Mapping[str, Sequence[str]]) -> Picture:
    """The picture of the steps by the cases that came as far as each; alike ones in the manual's order."""
    names = main_steps(rulebook)
    order = {step: place for place, step in enumerate(names)}
    ranked = sorted(reached.items(), key=lambda pair: (-len(pair[1]), order[pair[0]]))[:_MOST_STEPS]
    steps = (Point(names[step], "", cases) for step, cases in ranked)
    return Picture("funnel", "办理进程", "funnel", (Point("登记", "", every), *steps))


@kept
def main_steps(rulebook: Rulebook) -> Mapping[str, str]:
    """The steps of the main line with their names."""
    return {step.id: step.name for step in rulebook.steps if not step.side}


def _by(outlines: Iterable[Outline], group: Callable[[Outline], str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for one in outlines:
        found.setdefault(group(one), []).append(one.number)
    return _settled(found)


def _settled(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(numbers) for name, numbers in found.items()}
