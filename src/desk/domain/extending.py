"""What granted extensions make of a date."""

from datetime import datetime

from desk.domain.calendar import Calendar
from desk.domain.case import Case, Happening
from desk.domain.due import UNITS, term_of
from desk.domain.moments import moment_words
from desk.domain.terms import Reckoned
from desk.domain.workdays import reckon
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook
from desk.rulebook.timing import Clock, Extension


def extension(clock: Clock, granted: int) -> Extension | None:
    """The rule of the next extension after ``granted`` ones, in the manual's order; the last one holds for any further."""
    for rule in clock.extensions:
        if granted < rule.times:
            return rule
        granted -= rule.times
    return clock.extensions[-1] if clock.extensions else None


def after_extensions(
    rulebook: Rulebook, clock: Clock, case: Case, calendar: Calendar, first: Reckoned | None
) -> Reckoned | None:
    """The date after the granted extensions, each said in words with the date before it."""
    extending = {step.id for step in rulebook.steps if step.extends == clock.id}
    granted, reached = 0, first
    for entry in case.timeline:
        if reached is None or entry.step not in extending or entry.undone:
            continue
        rule, granted = extension(clock, granted), granted + 1
        if rule is not None:
            reached = _extended(rule, clock, entry, calendar, reached)
    return reached


def _extended(
    rule: Extension, clock: Clock, entry: Happening, calendar: Calendar, before: Reckoned
) -> Reckoned:
    """One extension further; no further where neither the manual nor the people concerned said how long."""
    by = parse_limit(rule.by)
    agreed = entry.values.get("due_on")
    if by.unit in UNITS:
        later = reckon(before.due, term_of(clock, by), calendar)
    elif agreed is not None:
        due = agreed if isinstance(agreed, datetime) else calendar.closing(agreed)  # type: ignore[arg-type]
        later = Reckoned(due, (), provisional=False)
    else:
        return before
    how = "与投诉人商定" if rule.agreed else "经批准"
    length = f"延长{by.words}" if by.unit in UNITS else "延期"
    words = f"{how}{length}：原到期 {moment_words(before.due)}，现到期 {moment_words(later.due)}"
    return Reckoned(later.due, (*before.steps, words), provisional=before.provisional or later.provisional)
