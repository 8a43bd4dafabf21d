"""The office's calendar: working days, holidays, make-up working days and office hours.

The national days come from ``resources/calendars/cn.toml``; what an office adds (the next year's notice, days of
its own, its hours) is given from outside as ``OfficeDays``. Past the last published year only the
weekday and the festivals with a fixed date are known, and whatever is reckoned there is provisional.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from desk.domain.holidays import CalendarError, Holiday, Year, parse_years, shipped_years
from desk.domain.moments import END_OF_DAY, OFFICE_ZONE, parse_time, short_date_words

__all__ = [
    "WORKDAY",
    "Calendar",
    "CalendarError",
    "Holiday",
    "Hours",
    "OfficeDays",
    "Year",
    "office_calendar",
    "parse_hours",
    "parse_years",
    "shipped_years",
]

Hours = tuple[tuple[time, time], ...]
"""One day's office hours: (opens, closes) in order, so that a lunch break is a gap; empty is a closed day."""

USUAL_HOURS: Hours = ((time(9), time(12)), (time(13, 30), time(17, 30)))
USUAL_WEEK: tuple[Hours, ...] = (USUAL_HOURS,) * 5 + ((), ())

WORKDAY = "工作日"

FIXED_FESTIVALS = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Month and day of the festivals that need no notice to be known (State Council order 795, art. 2)."""


@dataclass(frozen=True, kw_only=True)
class OfficeDays:
    """What an office adds to the national calendar. Its own days win over the notice.

    ``years`` add a year or replace a shipped one; ``closed`` and ``opened`` are days of its own; ``week`` are the
    hours from Monday to Sunday; ``hours`` are those of single days (half days); ``working_weekdays`` are 0 to 6.
    """

    years: tuple[Year, ...] = ()
    closed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()
    week: tuple[Hours, ...] = USUAL_WEEK
    hours: Mapping[date, Hours] = field(default_factory=dict, hash=False)
    working_weekdays: frozenset[int] = frozenset(range(5))
    zone: ZoneInfo = OFFICE_ZONE


@dataclass(frozen=True)
class Calendar:
    """The published years and one office's own days, ready to be asked about any day."""

    years: tuple[Year, ...]
    office: OfficeDays = field(default_factory=OfficeDays)

    def __post_init__(self) -> None:
        _check(self)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the office's clock."""
        return self.office.zone

    @cached_property
    def official_from(self) -> date:
        """The first day of the first published year."""
        return date(self.years[0].year, 1, 1)

    @cached_property
    def official_until(self) -> date:
        """The last day of the last published year; later days are a guess."""
        return date(self.years[-1].year, 12, 31)

    @cached_property
    def statutory_days(self) -> frozenset[date]:
        """The festival days themselves, as the State Council's order on holidays names them."""
        return frozenset(d for year in self.years for holiday in year.holidays for d in holiday.statutory)

    @cached_property
    def holiday_names(self) -> Mapping[date, str]:
        """Every day of every published holiday block, with the festival's name."""
        return {d: holiday.name for year in self.years for holiday in year.holidays for d in holiday.days()}

    @cached_property
    def make_up_days(self) -> frozenset[date]:
        """Weekend days that the notices make working days."""
        return frozenset().union(*(year.make_up_days for year in self.years))

    def is_workday(self, day: date) -> bool:
        """Whether ``day`` is a working day (工作日) of this office."""
        if day in self.office.opened:
            return True
        if day in self.office.closed or self.in_holiday(day):
            return False
        return day in self.make_up_days or day.weekday() in self.office.working_weekdays

    def is_official(self, day: date) -> bool:
        """Whether a published notice covers ``day``; else the answers are a guess (预估)."""
        return self.official_from <= day <= self.official_until

    def is_statutory(self, day: date) -> bool:
        """Whether ``day`` itself is a statutory festival day."""
        if self.is_official(day):
            return day in self.statutory_days
        return (day.month, day.day) in FIXED_FESTIVALS

    def in_holiday(self, day: date) -> bool:
        """Whether ``day`` lies in a published holiday block, weekends and exchanged days included."""
        return day in self.holiday_names or self.is_statutory(day)

    def is_weekend(self, day: date) -> bool:
        """Whether ``day`` is an ordinary rest day of the week: no holiday, and not made up for one."""
        return not self.is_workday(day) and not self.in_holiday(day) and day not in self.office.closed

    def hours(self, day: date) -> Hours:
        """The office hours of ``day``; none on a day off. A worked weekend day has a usual day's hours."""
        if not self.is_workday(day):
            return ()
        return self.office.hours.get(day) or self.office.week[day.weekday()] or self._usual_hours

    @cached_property
    def _usual_hours(self) -> Hours:
        return next(hours for hours in self.office.week if hours)

    def closing(self, day: date) -> datetime:
        """When ``day``'s business ends; the end of the day where there is none (Civil Code art. 203)."""
        hours = self.hours(day)
        return datetime.combine(day, hours[-1][1] if hours else END_OF_DAY, self.zone)

    def reason(self, day: date) -> str:
        """Why ``day`` is or is not worked, in a word or two: 春节假期, 调休上班, 周末, 本单位休息, 工作日."""
        if day in self.office.opened:
            return "本单位上班"
        if day in self.office.closed:
            return "本单位休息"
        if self.in_holiday(day):
            return self.holiday_names.get(day, "法定节日") + "假期"
        if day in self.make_up_days:
            return "调休上班"
        return WORKDAY if self.is_workday(day) else "周末"


def office_calendar(office: OfficeDays | None = None) -> Calendar:
    """The national calendar with an office's own days; without any, the usual hours from Monday to Friday."""
    office = office or OfficeDays()
    years = {year.year: year for year in (*shipped_years(), *office.years)}
    return Calendar(tuple(years[number] for number in sorted(years)), office)


def parse_hours(text: str) -> Hours:
    """Office hours as typed, 9:00-12:00 13:30-17:30; empty is a closed day. Raises CalendarError."""
    spans = [part for part in re.split(r"[\s,，、;；]+", text.strip()) if part]
    hours = tuple(_span(part) for part in spans)
    _check_hours(hours, text)
    return hours


def _span(text: str) -> tuple[time, time]:
    ends = [parse_time(end) for end in re.split(r"[-—–~～至到]+", text)]
    match ends:
        case [time() as opens, time() as closes]:
            return opens, closes
    raise CalendarError("office_hours", f"“{text}”不是一段时间。", "请写成 9:00-12:00 的样子。")


def _check(calendar: Calendar) -> None:
    numbers = [year.year for year in calendar.years]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise CalendarError("calendar_years", f"日历的年份不连续：{numbers}。", "请补上缺少的年份。")
    office = calendar.office
    if len(office.week) != 7 or not any(office.week) or not office.working_weekdays:
        raise CalendarError("office_hours", "没有办公时间。", "请至少为一个工作日写上办公时间。")
    for hours in (*office.week, *office.hours.values()):
        _check_hours(hours, "办公时间")
    for day in calendar.make_up_days & calendar.holiday_names.keys():
        raise CalendarError(
            "calendar_file", f"{short_date_words(day)}既在假期里又是调休上班日。", "请对照原通知改正。"
        )


def _check_hours(hours: Hours, where: str) -> None:
    edges = [edge for span in hours for edge in span]
    if any(later <= earlier for earlier, later in pairwise(edges)):
        raise CalendarError(
            "office_hours",
            f"“{where}”里的时间前后颠倒或重叠。",
            "请按先后写，如 9:00-12:00 13:30-17:30。",
        )
