"""The clocks of a case: which run, from when, until when, what paused or extended them, and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from desk.domain.calendar import Calendar
from desk.domain.case import Case, Happening
from desk.domain.circumstances import Circumstances
from desk.domain.due import UNITS, reckoned_of, term_of
from desk.domain.endings import ENDED, ended_at
from desk.domain.materials import told_apart
from desk.domain.moments import duration_words, moment_words, office_time
from desk.domain.reporting import reported_at
from desk.domain.terms import Pause, Reckoned
from desk.domain.urging import REPLY_BY, WORDS, UrgingOrder, orders_of
from desk.domain.workdays import minutes_late, reckon, working_days_left
from desk.rulebook.criteria import holds
from desk.rulebook.limits import Limit, parse_limit
from desk.rulebook.model import Rulebook
from desk.rulebook.references import OVER, REPORTED
from desk.rulebook.timing import Cell, Clock, Extension

SOON = 2
"""Working days before a date from which a case counts as 将到期."""

Standing = Literal["running", "paused", "done", "late_done", "overdue", "unset"]

_TO_THE_MINUTE = ("min", "h", "wh")
"""Limits short enough that lateness is told in minutes."""

_DAYS = ("d", "wd", "w", "mo", "y")
ORDER = "urge:"
"""How the id of an order's clock begins; its number follows."""

_FACT = "fact:"
"""How a beginning that is a date of the case is written in the manual; the field follows."""

_NO_LIMIT = "手册未规定此时限，请在规则簿中设定"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """One clock as it stands. ``due`` is None while the manual leaves the limit unset.

    ``steps`` explain the date in words; ``provisional`` says that a year's holidays were not yet published.
    ``first_due`` is the date before any extension; ``late`` the minutes past ``due`` until it was done or, while it
    runs, until now (a started minute counts).
    """

    id: str
    name: str
    owner: str
    starts: datetime
    limit: Limit
    due: datetime | None
    target: datetime | None
    done_at: datetime | None
    standing: Standing
    steps: tuple[str, ...]
    provisional: bool = False
    statutory: bool = False
    first_due: datetime | None = None
    late: int = 0

    @property
    def is_running(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.standing in ("running", "paused", "overdue")


def clocks_of(
    rulebook: Rulebook, case: Case, facts: Circumstances, calendar: Calendar, now: datetime
) -> tuple[ClockState, ...]:
    """Every clock of the case that has started, in the rulebook's order; of a merged case those that are done.

    After them the days by which orders to get on with it are to be answered.
    """
    own = (_state(rulebook, clock, case, facts, calendar, now) for clock in rulebook.clocks)
    is_open = rulebook.state(case.state).phase not in ENDED
    orders = (
        _reply(rulebook, order, order.reply_by, calendar, now)
        for order in orders_of(rulebook, case)
        if order.reply_by and (is_open or order.replied_at)
    )
    found = (*own, *orders)
    return tuple(state for state in found if state and not (case.is_merged and state.is_running))


def next_due(states: Sequence[ClockState]) -> ClockState | None:
    """The running clock that is due first: it governs the colour of the case (D-03)."""
    running = [state for state in states if state.is_running and state.due]
    return min(running, key=lambda state: state.due or state.starts, default=None)


def left_words(state: ClockState, now: datetime, calendar: Calendar) -> str:
    """How much is left, as the counter says it: 还剩 3 个工作日, 今日到期, 已逾期 2 个工作日, 已逾期 7分, 时限未设定."""
    if state.due is None:
        return "时限未设定"
    if not state.is_running:
        return "已按时完成" if state.standing == "done" else "逾期完成" + _late_words(state, "，迟 ")
    suffix = "（预估）" if state.provisional else ""
    days = working_days_left(now, state.due, calendar)
    if state.standing == "overdue":
        return (f"已逾期 {-days} 个工作日" if days < 0 else "已逾期" + _late_words(state, " ")) + suffix
    paused = "（暂停计时）" if state.standing == "paused" else ""
    return ("今日到期" if days == 0 else f"还剩 {days} 个工作日") + paused + suffix


def _late_words(state: ClockState, before: str) -> str:
    """By how much a limit of minutes or hours was missed; longer ones are told in days or not at all."""
    if state.limit.unit not in _TO_THE_MINUTE:
        return ""
    return before + duration_words(timedelta(minutes=state.late))


def _state(
    rulebook: Rulebook, clock: Clock, case: Case, facts: Circumstances, calendar: Calendar, now: datetime
) -> ClockState | None:
    start = _start(clock, case, calendar)
    if start is None or (clock.kinds and case.kind not in clock.kinds) or not holds(clock.when, facts):
        return None
    limit = limit_of(rulebook, clock, case)
    done_at = _done(rulebook, clock, case, start)
    pauses, is_paused = _pauses(rulebook, clock, case, done_at or now)
    reckoned = reckoned_of(clock, limit, start, case, calendar, pauses)
    extended = _extended(rulebook, clock, case, calendar, reckoned)
    due = extended.due if extended else None
    target = None
    if limit.target:
        target = reckon(start, term_of(clock, replace(limit, amount=limit.target)), calendar, pauses).due
    return ClockState(
        id=clock.id,
        name=clock.name,
        owner=clock.owner,
        starts=start,
        limit=limit,
        due=due,
        target=target,
        done_at=done_at,
        standing=_standing(due, done_at, now, is_paused=is_paused),
        steps=(*extended.steps, *_rule(rulebook, limit)) if extended else (_NO_LIMIT,),
        provisional=bool(extended and extended.provisional),
        statutory=clock.statutory,
        first_due=reckoned.due if reckoned else None,
        late=minutes_late(done_at or now, due) if due else 0,
    )


def _reply(
    rulebook: Rulebook, order: UrgingOrder, reply_by: date, calendar: Calendar, now: datetime
) -> ClockState:
    """The clock of an order: whoever handles the matter answers by the day that the order sets (CAP-78)."""
    due = calendar.closing(reply_by)
    owner = next((one.name for one in rulebook.departments if one.id == order.department), "")
    return ClockState(
        id=f"{ORDER}{order.number}",
        name=f"{WORDS[order.effect]}{order.number}答复",
        owner=owner,
        starts=order.at,
        limit=Limit("fact", fact=REPLY_BY),
        due=due,
        target=None,
        done_at=order.replied_at,
        standing=_standing(due, order.replied_at, now, is_paused=False),
        steps=(f"{WORDS[order.effect]}限期答复：{moment_words(due)}",),
        first_due=due,
        late=minutes_late(order.replied_at or now, due),
    )


def _rule(rulebook: Rulebook, limit: Limit) -> tuple[str, ...]:
    """What the manual itself says of counting days, where days were counted."""
    if not rulebook.counts_days or limit.unit not in _DAYS:
        return ()
    return (f"手册关于期间的规定：{rulebook.counts_days}",)


def _standing(due: datetime | None, done_at: datetime | None, now: datetime, *, is_paused: bool) -> Standing:
    if due is None:
        return "done" if done_at else "unset"
    if done_at:
        return "late_done" if done_at > due else "done"
    if is_paused:
        return "paused"
    return "overdue" if now > due else "running"


def _moments(case: Case, name: str) -> tuple[datetime, ...]:
    match name:
        case "received":
            return (case.received_at,)
        case "registered" | "register":
            return (case.registered_at,)
        case "handed_on" if case.handed_on_at:
            return (case.handed_on_at,)
    return case.when(name)


def _start(clock: Clock, case: Case, calendar: Calendar) -> datetime | None:
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


def _done(rulebook: Rulebook, clock: Clock, case: Case, start: datetime) -> datetime | None:
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


def limit_of(rulebook: Rulebook, clock: Clock, case: Case) -> Limit:
    """The limit that holds for the case: the first cell of the table that fits, else the clock's own.

    Where the amount was agreed in the case itself, it is that; unset while nobody has agreed on it.
    """
    cell = next((cell for cell in clock.cells if _fits(rulebook, clock, cell, case)), None)
    limit = parse_limit(cell.limit if cell else clock.limit or "unset")
    if not limit.fact or limit.unit == "fact":
        return limit
    agreed = case.values.get(limit.fact)
    return replace(limit, amount=agreed, fact="") if isinstance(agreed, int) and agreed else Limit("unset")


def _fits(rulebook: Rulebook, clock: Clock, cell: Cell, case: Case) -> bool:
    scale = clock.scale or next((scale.id for scale in rulebook.scales), "")
    category = next((entry for entry in rulebook.categories if entry.id == case.category), None)
    pairs = (
        (cell.levels, case.levels.get(scale, "")),
        (cell.classes, category.clock_class if category else ""),
        (cell.categories, case.category),
        (cell.kinds, case.kind),
        (cell.channels, case.channel),
    )
    return all(not allowed or value in allowed for allowed, value in pairs)


def _pauses(rulebook: Rulebook, clock: Clock, case: Case, now: datetime) -> tuple[list[Pause], bool]:
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


def extension(clock: Clock, granted: int) -> Extension | None:
    """The rule of the next extension after ``granted`` ones, in the manual's order; the last one holds for any further."""
    for rule in clock.extensions:
        if granted < rule.times:
            return rule
        granted -= rule.times
    return clock.extensions[-1] if clock.extensions else None


def _extended(
    rulebook: Rulebook, clock: Clock, case: Case, calendar: Calendar, reckoned: Reckoned | None
) -> Reckoned | None:
    """The date after the granted extensions, each said in words with the date before it."""
    extending = {step.id for step in rulebook.steps if step.extends == clock.id}
    granted = 0
    for entry in case.timeline:
        if reckoned is None or entry.step not in extending or entry.undone:
            continue
        rule, granted = extension(clock, granted), granted + 1
        if rule is None:
            continue
        by = parse_limit(rule.by)
        agreed = entry.values.get("due_on")
        if by.unit in UNITS:
            later = reckon(reckoned.due, term_of(clock, by), calendar)
        elif agreed is not None:
            due = agreed if isinstance(agreed, datetime) else calendar.closing(agreed)  # type: ignore[arg-type]
            later = Reckoned(due, (), provisional=False)
        else:
            continue
        how = "与投诉人商定" if rule.agreed else "经批准"
        length = f"延长{by.words}" if by.unit in UNITS else "延期"
        words = f"{how}{length}：原到期 {moment_words(reckoned.due)}，现到期 {moment_words(later.due)}"
        reckoned = Reckoned(
            later.due, (*reckoned.steps, words), provisional=reckoned.provisional or later.provisional
        )
    return reckoned
