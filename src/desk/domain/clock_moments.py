"""When a clock of a case began, when it was done, and the stretches that it does not count."""

from datetime import date, datetime, time

from desk.domain.calendar import Calendar
from desk.domain.case import Case, Happening
from desk.domain.endings import ended_at
from desk.domain.materials import told_apart
from desk.domain.moments import office_time
from desk.domain.reporting import reported_at
from desk.domain.terms import Pause
from desk.rulebook.model import Rulebook
from desk.rulebook.references import OVER, REPORTED
from desk.rulebook.timing import Clock

_FACT = "fact:"
"""How a beginning that is a date of the case is written in the manual; the field follows."""


def start_of(clock: Clock, case: Case, calendar: Calendar) -> datetime | None:
    """When it began: the first time, or the last where the manual lets it begin anew; None before that."""
    moments = sorted(at for name in clock.starts for at in _beginnings(case, name, calendar))
    if not moments:
        return None
    return moments[-1] if clock.restarts else moments[0]


def _beginnings(case: Case, name: str, calendar: Calendar) -> tuple[datetime, ...]:
    """When something happened that starts a clock: an act, or what a fact says (a day: its first moment)."""
    if not name.startswith(_FACT):
        return _moments(case, name)
    match case.values.get(name.removeprefix(_FACT)):
        case datetime() as at:
            return (office_time(at, calendar.zone),)
        case date() as day:
            return (datetime.combine(day, time(), calendar.zone),)
    return ()


def _moments(case: Case, name: str) -> tuple[datetime, ...]:
    match name:
        case "received":
            return (case.received_at,)
        case "registered" | "register":
            return (case.registered_at,)
        case "handed_on" if case.handed_on_at:
            return (case.handed_on_at,)
    return case.when(name)


def done_of(rulebook: Rulebook, clock: Clock, case: Case, start: datetime) -> datetime | None:
    """When it was first done; where it was sent back, when it was first done after that."""
    if any(case.when(step) for step in clock.reopens):
        return _done_since_reopened(clock, case, start)
    ends = [at for name in clock.done for at in _moments(case, name)]
    besides = ((REPORTED, reported_at), (OVER, ended_at))
    ends += [max(at, start) for name, when in besides if name in clock.done and (at := when(rulebook, case))]
    return min((at for at in ends if at >= start), default=None)


def _done_since_reopened(clock: Clock, case: Case, start: datetime) -> datetime | None:
    """By the order of the timeline: a sending back and what it undoes may stand in the same minute."""
    done: datetime | None = None
    for entry in case.timeline:
        if entry.undone or entry.at < start:
            continue
        if entry.step in clock.reopens:
            done = None
        elif entry.step in clock.done:
            done = done or entry.at
    return done


def pauses_of(rulebook: Rulebook, clock: Clock, case: Case, now: datetime) -> tuple[list[Pause], bool]:
    """The stretches that this clock does not count, and whether one is still open."""
    begins = {step.id: step.pauses for step in rulebook.steps if step.pauses in clock.pauses and step.pauses}
    ends = {step.id: step.resumes for step in rulebook.steps if step.resumes in clock.pauses and step.resumes}
    since: dict[str, datetime] = {}
    pauses: list[Pause] = []
    for entry in case.timeline:
        if entry.undone:
            continue
        if entry.step in begins:
            since.setdefault(begins[entry.step], entry.at)
            continue
        if entry.step not in ends or _still_lacks(rulebook, entry):
            continue
        if began := since.pop(ends[entry.step], None):
            pauses.append(Pause(began, entry.at))
    pauses += [Pause(began, max(now, began)) for began in since.values()]
    return pauses, bool(since)


def _still_lacks(rulebook: Rulebook, entry: Happening) -> bool:
    """Whether what came in with the step leaves materials to be waited for (CAP-55)."""
    return bool(told_apart(rulebook, entry.values.get("materials"))[1])
