"""By when: a rulebook's limit and the moment from which it runs, made into a date that says why."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from desk.domain.calendar import Calendar
from desk.domain.case import Case
from desk.domain.moments import moment_words, office_time
from desk.domain.terms import LastDay, Pause, Reckoned, Term, Unit
from desk.domain.workdays import reckon
from desk.rulebook.limits import Limit
from desk.rulebook.limits import Unit as LimitUnit
from desk.rulebook.timing import Clock

UNITS: dict[LimitUnit, Unit] = {
    "min": Unit.MINUTE,
    "h": Unit.HOUR,
    "wh": Unit.WORKING_HOUR,
    "d": Unit.DAY,
    "wd": Unit.WORKING_DAY,
    "w": Unit.WEEK,
    "mo": Unit.MONTH,
    "y": Unit.YEAR,
    "same_day": Unit.SAME_DAY,
    "next_day": Unit.NEXT_DAY,
    "next_wd": Unit.NEXT_WORKING_DAY,
}
"""What a limit counts, as the reckoning knows it."""

_AT_ONCE = "手册规定立即办理，没有写钟点；到当日还没有办，才算逾期"
"""No hour is written, so only what is certain is judged: a thing left over a working day was not done at once."""
_THAT_DAY = Term(unit=Unit.SAME_DAY, last_day=LastDay.DAY_OFF)
_CLOCK_UNITS = {"min": timedelta(minutes=1), "h": timedelta(hours=1)}


def term_of(clock: Clock, limit: Limit) -> Term:
    """The limit as the clock counts it: whether the first day counts, what days off do, when the last day ends."""
    return Term(
        unit=UNITS[limit.unit],
        amount=limit.amount or 1,
        first_day_counts=clock.first_day == "included",
        last_day=LastDay.DAY_OFF if clock.holidays == "deferred" else LastDay(clock.last_day),
        skips_days_off=clock.holidays == "skipped",
        until=limit.until,
    )


def reckoned_of(
    clock: Clock, limit: Limit, start: datetime, case: Case, calendar: Calendar, pauses: Sequence[Pause]
) -> Reckoned | None:
    """When the limit ends; None while the manual leaves it unset or the case has no such date yet."""
    match limit.unit:
        case "unset":
            return None
        case "at_once":
            that_day = reckon(start, _THAT_DAY, calendar)
            return Reckoned(that_day.due, (_AT_ONCE, *that_day.steps), provisional=that_day.provisional)
        case "fact":
            day = case.values.get(limit.fact)
            if day is None:
                return None
            return _dated(limit, day, calendar)  # type: ignore[arg-type]
    return reckon(start, term_of(clock, limit), calendar, pauses)


def _dated(limit: Limit, day: date, calendar: Calendar) -> Reckoned:
    """At a date of the case, or so long before it: the day itself is not counted (召开三日前：会前第三日为最后一日)."""
    due = office_time(day, calendar.zone) if isinstance(day, datetime) else calendar.closing(day)
    if limit.until and not limit.before:
        due = datetime.combine(due.date(), limit.until, calendar.zone)
    steps = (f"按约定日期：{moment_words(due)}",)
    if not limit.before:
        return Reckoned(due, steps, provisional=False)
    if limit.before in _CLOCK_UNITS:
        due -= limit.amount * _CLOCK_UNITS[limit.before]
    else:
        last = _days_before(due.date(), limit, calendar)
        due = datetime.combine(last, limit.until, calendar.zone) if limit.until else calendar.closing(last)
    words = f"{limit.words}，往回数，当日不计：{moment_words(due)}"
    guessed = limit.before == "wd" and not calendar.is_official(due.date())
    return Reckoned(due, (*steps, words), provisional=guessed)


def _days_before(day: date, limit: Limit, calendar: Calendar) -> date:
    left = limit.amount * (7 if limit.before == "w" else 1)
    while left:
        day -= timedelta(days=1)
        left -= limit.before != "wd" or calendar.is_workday(day)
    return day
