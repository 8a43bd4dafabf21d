"""Minutes, hours and working hours: running through the stretches of time that count."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count

from desk.domain import explanation
from desk.domain.calendar import Calendar
from desk.domain.moments import office_time
from desk.domain.terms import Pause, Reckoned, Term, Unit

UNITS = {
    Unit.MINUTE: timedelta(minutes=1),
    Unit.HOUR: timedelta(hours=1),
    Unit.WORKING_HOUR: timedelta(hours=1),
}

Span = tuple[datetime, datetime]


def run(start: datetime, term: Term, calendar: Calendar, pauses: Sequence[Pause]) -> Reckoned:
    """The moment at which the term's minutes or hours after ``start`` are used up."""
    used = tuple(_used(start, term, calendar, pauses))
    due = used[-1][1]
    day = term.moved(due.date(), calendar)
    steps = [explanation.clock_opening(start, term)]
    if term.counts_working_days:
        steps += explanation.skipped(_days_off(start.date(), due.date(), calendar))
    steps += explanation.paused(pauses, calendar)
    if term.unit is Unit.WORKING_HOUR:
        steps += explanation.daily(used)
    steps += explanation.moved(due.date(), day, calendar)
    due = datetime.combine(day, due.timetz())
    return Reckoned(due, (*steps, explanation.ending(due)), provisional=False)


def _used(start: datetime, term: Term, calendar: Calendar, pauses: Sequence[Pause]) -> Iterator[Span]:
    left = term.amount * UNITS[term.unit]
    for begins, ends in _counted(start, term, calendar, pauses):
        yield begins, min(ends, begins + left)
        left -= ends - begins
        if left <= timedelta():
            return


def _counted(start: datetime, term: Term, calendar: Calendar, pauses: Sequence[Pause]) -> Iterator[Span]:
    """The stretches after ``start`` that count, in order and without end."""
    for n in count():
        for opens, closes in _open(start.date() + timedelta(days=n), term, calendar):
            if closes > start:
                yield from _without(pauses, max(opens, start), closes, calendar)


def _open(day: date, term: Term, calendar: Calendar) -> Iterator[Span]:
    if term.unit is Unit.WORKING_HOUR:
        for opens, closes in calendar.hours(day):
            yield datetime.combine(day, opens, calendar.zone), datetime.combine(day, closes, calendar.zone)
    elif not term.skips_days_off or calendar.is_workday(day):
        midnight = datetime.combine(day, time(), calendar.zone)
        yield midnight, midnight + timedelta(days=1)


def _without(pauses: Sequence[Pause], begins: datetime, ends: datetime, calendar: Calendar) -> Iterator[Span]:
    """The stretch with the pauses cut out of it."""
    for pause in sorted(pauses, key=lambda pause: pause.since):
        since, until = (office_time(edge, calendar.zone) for edge in (pause.since, pause.until))
        if until <= begins or since >= ends:
            continue
        if since > begins:
            yield begins, since
        begins = max(begins, until)
    if begins < ends:
        yield begins, ends


def _days_off(first: date, last: date, calendar: Calendar) -> list[tuple[date, str]]:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [(day, calendar.reason(day)) for day in days if not calendar.is_workday(day)]
