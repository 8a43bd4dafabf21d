"""Terms as values: how long, in what unit, what does not count, and when the last day moves.

What the law says where a manual is silent: Civil Code art. 201 (the first day does not count), 202 (a month or
year ends on the corresponding day), 203 (a day off moves the end; a day ends when business ends).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desk.domain.calendar import Calendar
from desk.domain.moments import office_time


class Unit(StrEnum):
    """What a term is counted in, by the short words of a rulebook's limits. The last three have no amount."""

    MINUTE = "min"
    HOUR = "h"
    WORKING_HOUR = "wh"
    WORKING_DAY = "wd"
    DAY = "d"
    WEEK = "w"
    MONTH = "mo"
    YEAR = "y"
    SAME_DAY = "same_day"
    NEXT_DAY = "next_day"
    NEXT_WORKING_DAY = "next_wd"


class LastDay(StrEnum):
    """Which last days move to the first day after; SAMR order 121, art. 45 does not say how wide 法定节假日 is."""

    STAYS = "stays"
    STATUTORY = "after_statutory"
    """The festival days themselves."""
    HOLIDAY_BLOCK = "after_holiday_block"
    """Any day of a published holiday, exchanged days and its weekends included."""
    DAY_OFF = "next_workday"
    """Any day on which this office does not work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long, and how it is counted.

    ``first_day_counts``: the trigger's own day is day one. ``last_day``, ``weekend_moves``: which last days move.
    ``until_midnight``: a day ends at 24时 and not when the office closes; ``until``: at this time. ``skips_days_off``: days off are
    not counted, and minutes and hours stand still on them (节假日顺延); left off, a clock runs through;
    months and years always do.
    """

    unit: Unit
    amount: int = 1
    first_day_counts: bool = False
    last_day: LastDay = LastDay.STAYS
    weekend_moves: bool = False
    until_midnight: bool = False
    until: time | None = None
    skips_days_off: bool = False

    @property
    def counts_working_days(self) -> bool:
        """Whether days off are passed over."""
        if self.unit in (Unit.MONTH, Unit.YEAR):
            return False
        return self.skips_days_off or self.unit in (
            Unit.WORKING_HOUR,
            Unit.WORKING_DAY,
            Unit.NEXT_WORKING_DAY,
        )

    @property
    def asks_calendar(self) -> bool:
        """Whether the end depends on which days are worked, so that an unpublished year makes it a guess."""
        if self.counts_working_days or self.last_day is not LastDay.STAYS or self.weekend_moves:
            return True
        return self.unit not in (Unit.MINUTE, Unit.HOUR) and not (self.until_midnight or self.until)

    def moves(self, day: date, calendar: Calendar) -> bool:
        """Whether a term that ends on ``day`` ends later instead."""
        if self.weekend_moves and calendar.is_weekend(day):
            return True
        match self.last_day:
            case LastDay.STAYS:
                return False
            case LastDay.STATUTORY:
                return calendar.is_statutory(day)
            case LastDay.HOLIDAY_BLOCK:
                return calendar.in_holiday(day)
            case LastDay.DAY_OFF:
                return not calendar.is_workday(day)

    def moved(self, day: date, calendar: Calendar) -> date:
        """The first day from ``day`` on that can be a last day."""
        while self.moves(day, calendar):
            day += timedelta(days=1)
        return day


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of time that does not count.

    Of days, the one on which it begins still counts and the one on which it ends does not, as with every period
    (开始的当日不计入): so many days are lost as lie between the two dates.
    """

    since: datetime
    until: datetime

    def covers(self, day: date, calendar: Calendar) -> bool:
        """Whether ``day`` is not counted because of this pause."""
        since = office_time(self.since, calendar.zone).date()
        return since < day <= office_time(self.until, calendar.zone).date()


@dataclass(frozen=True, slots=True)
class Reckoned:
    """When a term ends, how that came about in Chinese, and whether an unpublished calendar was guessed (预估)."""

    due: datetime
    steps: tuple[str, ...]
    provisional: bool
