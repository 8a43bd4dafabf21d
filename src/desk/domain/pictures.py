"""What a report shows as pictures: counts with the cases behind each, as values that window, paper and workbook share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

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
    cases: tuple[str, ...]

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
    months = [_month(last.year * 12 + last.month - 1 - back) for back in reversed(range(TREND_MONTHS))]
    received: dict[str, list[str]] = {month: [] for month in months}
    ended: dict[str, list[str]] = {month: [] for month in months}
    for one in outlines:
        received.get(f"{one.received_at:%Y-%m}", []).append(one.number)
        end = ended_on(rulebook, one)
        if end is not None:
            ended.get(f"{end:%Y-%m}", []).append(one.number)
    points = tuple(
        Point(month, name, tuple(counted[month]))
        for month in months
        for name, counted in (("收到", received), ("办结", ended))
    )
    return Picture("trend", "逐月趋势", "columns", points, ("收到", "办结"))


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
    return one.state in _ends(rulebook)


@kept
def _ends(rulebook: Rulebook) -> frozenset[str]:
    return frozenset(state.id for state in rulebook.states if state.phase in ENDED)


def composition(rulebook: Rulebook, outlines: Iterable[Outline]) -> Picture:
    """By category at the top of the tree, the largest first; what comes after the twelfth is 其他."""
    tops = top_categories(rulebook)
    names = {entry.id: entry.name for entry in rulebook.categories}
    groups = _by(outlines, lambda one: names.get(tops.get(one.category, ""), NOT_SAID))
    ranked = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    rest = tuple(number for _, cases in ranked[_MOST_GROUPS:] for number in cases)
    points = [Point(name, "", cases) for name, cases in ranked[:_MOST_GROUPS]]
    return Picture("composition", "类别构成", "rows", (*points, *([Point(OTHERS, "", rest)] if rest else [])))


def heat(outlines: Iterable[Outline]) -> Picture:
    """On which day of the week and at which hour matters came in. Of midnight sharp nobody noted the hour."""
    known, unknown = [], 0
    for one in outlines:
        if one.received_at.time() == _MIDNIGHT:
            unknown += 1
        else:
            known.append(one)
    found = _by(known, lambda one: f"{one.received_at.weekday()}/{one.received_at.hour}")
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
    names: Mapping[str, str] = {step.id: step.name for step in rulebook.steps if not step.side}
    reached: dict[str, list[str]] = {}
    for one in outlines:
        for step in dict.fromkeys(step for step, _ in one.steps if step in names):
            reached.setdefault(step, []).append(one.number)
    ranked = sorted(reached.items(), key=lambda pair: -len(pair[1]))[:_MOST_STEPS]
    points = (Point("登记", "", tuple(one.number for one in outlines)),)
    steps = tuple(Point(names[step], "", tuple(cases)) for step, cases in ranked)
    return Picture("funnel", "办理进程", "funnel", (*points, *steps))


def _by(outlines: Iterable[Outline], group: Callable[[Outline], str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for one in outlines:
        found.setdefault(group(one), []).append(one.number)
    return {name: tuple(numbers) for name, numbers in found.items()}
