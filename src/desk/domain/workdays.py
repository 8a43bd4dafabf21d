"""Adding a term to a moment, with its explanation; counting what is left of it or how late it is.

Every moment carries a zone; results are on the office's clock.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desk.domain import elapsed, explanation
from desk.domain.calendar import Calendar
from desk.domain.moments import END_OF_DAY, office_time
from desk.domain.terms import LastDay, Pause, Reckoned, Term, Unit

__all__ = [
    "LastDay",
    "Pause",
    "Reckoned",
    "Term",
    "Unit",
    "count_working_days",
    "days_late",
    "minutes_late",
    "reckon",
    "working_days_left",
]

DAY = timedelta(days=1)


def reckon(start: datetime, term: Term, calendar: Calendar, pauses: Sequence[Pause] = ()) -> Reckoned:
    """The end of ``term`` when ``start`` triggers it. Raises ValueError for an amount below 1 or a naive moment."""
    if term.amount < 1:
        raise ValueError("a term lasts at least one unit")
    begin = office_time(start, calendar.zone)
    counted = (elapsed.run if term.unit in elapsed.UNITS else _run_days)(begin, term, calendar, pauses)
    unknown = not (calendar.is_official(begin.date()) and calendar.is_official(counted.due.date()))
    if not (unknown and term.asks_calendar):
        return counted
    return Reckoned(
        counted.due, (*counted.steps, explanation.provisional(counted.due.date(), calendar)), provisional=True
    )


def count_working_days(after: date, until: date, calendar: Calendar) -> int:
    """Working days later than ``after``, up to and with ``until``."""
    return sum(calendar.is_workday(after + n * DAY) for n in range(1, (until - after).days + 1))


def working_days_left(now: datetime, due: datetime, calendar: Calendar) -> int:
    """Working days after today up to the due day: 0 is 今日到期; below 0, the working days gone by since."""
    today, last = (office_time(moment, calendar.zone).date() for moment in (now, due))
    if last < today:
        return -count_working_days(last, today, calendar)
    return count_working_days(today, last, calendar)


def minutes_late(now: datetime, due: datetime) -> int:
    """Minutes past ``due``, a started minute as one; 0 while in time."""
    return _started(now - due, timedelta(minutes=1))


def days_late(now: datetime, due: datetime) -> int:
    """Days of 24 hours past ``due``, a started day as one; 0 while in time."""
    return _started(now - due, DAY)


def _started(late: timedelta, unit: timedelta) -> int:
    return max(0, -(-late // unit))


@dataclass
class _Count:
    """Days being counted off one after the other, and why some were passed over."""

    day: date
    skip: Callable[[date], str]
    skipped: list[tuple[date, str]] = field(default_factory=list)
    counted: list[date] = field(default_factory=list)

    def on(self, amount: int) -> date:
        """Count ``amount`` days from ``day`` on; the last of them."""
        while amount:
            if reason := self.skip(self.day):
                self.skipped.append((self.day, reason))
            else:
                self.counted.append(self.day)
                amount -= 1
            self.day += DAY
        return self.counted[-1]


def _run_days(start: datetime, term: Term, calendar: Calendar, pauses: Sequence[Pause]) -> Reckoned:
    """Find the last day, move it where the term says so, and end it when business ends."""
    first = start.date()

    def skip(day: date) -> str:
        if pauses and any(pause.covers(day, calendar) for pause in pauses):
            return explanation.PAUSED
        return calendar.reason(day) if term.counts_working_days and not calendar.is_workday(day) else ""

    count = _Count(first if _first_counts(term) else first + DAY, skip)
    last = count.on(_days(first, term))
    day = term.moved(last, calendar)
    steps = [
        explanation.opening(first, term),
        *explanation.skipped(count.skipped),
        *explanation.made_up(count.counted if term.counts_working_days else (), calendar),
        *explanation.moved(last, day, calendar),
    ]
    due = _end_of(day, term, calendar)
    if due <= start:
        due = datetime.combine(day, END_OF_DAY, calendar.zone)
        steps.append(explanation.too_late(term))
    return Reckoned(due, (*steps, explanation.ending(due)), provisional=False)


def _end_of(day: date, term: Term, calendar: Calendar) -> datetime:
    """When the last day is over: at the time that the term names, at midnight, or when the office closes."""
    if clock := term.until or (END_OF_DAY if term.until_midnight else None):
        return datetime.combine(day, clock, calendar.zone)
    return calendar.closing(day)


def _first_counts(term: Term) -> bool:
    return term.unit is Unit.SAME_DAY or (term.first_day_counts and term.unit not in _NEXT)


_NEXT = (Unit.NEXT_DAY, Unit.NEXT_WORKING_DAY)


def _days(first: date, term: Term) -> int:
    """How many days of its own kind the term counts."""
    match term.unit:
        case Unit.SAME_DAY | Unit.NEXT_DAY | Unit.NEXT_WORKING_DAY:
            return 1
        case Unit.WEEK:
            return term.amount * 7
        case Unit.MONTH:
            return (months_on(first, term.amount) - first).days
        case Unit.YEAR:
            return (months_on(first, term.amount * 12) - first).days
        case _:
            return term.amount


def months_on(day: date, months: int) -> date:
    """The corresponding day, or the last of a shorter month (Civil Code art. 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
