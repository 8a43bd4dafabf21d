"""The clocks of a case: which run, from when, until when, what paused or extended them, and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from desk.domain.calendar import Calendar
from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.domain.clock_limits import limit_of
from desk.domain.clock_moments import done_of, pauses_of, start_of
from desk.domain.due import reckoned_of, term_of
from desk.domain.endings import ENDED
from desk.domain.extending import after_extensions
from desk.domain.moments import duration_words, moment_words
from desk.domain.urging import REPLY_BY, WORDS, UrgingOrder, orders_of
from desk.domain.workdays import minutes_late, reckon, working_days_left
from desk.rulebook.criteria import holds
from desk.rulebook.limits import Limit
from desk.rulebook.model import Rulebook
from desk.rulebook.timing import Clock

SOON = 2
"""Working days before a date from which a case counts as 将到期."""

Standing = Literal["running", "paused", "done", "late_done", "overdue", "unset"]

_TO_THE_MINUTE = ("min", "h", "wh")
"""Limits short enough that lateness is told in minutes."""

_DAYS = ("d", "wd", "w", "mo", "y")

ORDER = "urge:"
"""How the id of an order's clock begins; its number follows."""

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
    rulebook: Rulebook,
    case: Case,
    facts: Circumstances,
    calendar: Calendar,
    now: datetime,
    *,
    done: bool = True,
) -> tuple[ClockState, ...]:
    """Every clock of the case that has started, in the rulebook's order; of a merged case those that are done.

    After them the days by which orders to get on with it are to be answered. Without those that are ``done`` where only
    what is still to be done is asked: their dates need not be reckoned then.
    """
    own = (_state(rulebook, clock, case, facts, calendar, now, done=done) for clock in rulebook.clocks)
    is_open = rulebook.state(case.state).phase not in ENDED
    orders = (
        _reply(rulebook, order, order.reply_by, calendar, now)
        for order in orders_of(rulebook, case)
        if order.reply_by and (is_open or order.replied_at) and (done or not order.replied_at)
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
    rulebook: Rulebook,
    clock: Clock,
    case: Case,
    facts: Circumstances,
    calendar: Calendar,
    now: datetime,
    *,
    done: bool,
) -> ClockState | None:
    if clock.kinds and case.kind not in clock.kinds:
        return None
    start = start_of(clock, case, calendar)
    if start is None or not holds(clock.when, facts):
        return None
    done_at = done_of(rulebook, clock, case, start)
    if done_at and not done:
        return None
    limit = limit_of(rulebook, clock, case)
    pauses, is_paused = pauses_of(rulebook, clock, case, done_at or now)
    first = reckoned_of(clock, limit, start, case, calendar, pauses)
    extended = after_extensions(rulebook, clock, case, calendar, first)
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
        first_due=first.due if first else None,
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
