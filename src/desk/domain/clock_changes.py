"""What became of a case's clocks through an act: in words, for the timeline and for whoever did it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from desk.domain.clocks import ClockState
from desk.domain.moments import moment_words


def moved(before: Mapping[str, datetime | None], after: Sequence[ClockState]) -> tuple[str, ...]:
    """The running clocks that are due at another moment than ``before`` (by id): 办结：原 …，现 …."""
    return tuple(
        f"{clock.name}：原 {_words(before[clock.id])}，现 {_words(clock.due)}"
        for clock in after
        if clock.id in before and clock.is_running and before[clock.id] != clock.due
    )


def changes(before: Sequence[ClockState], after: Sequence[ClockState]) -> tuple[str, ...]:
    """All that is different: moved dates, clocks that began or count no more, and what is now judged otherwise."""
    was, now = ({clock.id: clock for clock in clocks} for clocks in (before, after))
    began = (f"新增{now[id_].name}：{_words(now[id_].due)}" for id_ in now if id_ not in was)
    gone = (f"不再计{was[id_].name}" for id_ in was if id_ not in now)
    judged = (
        f"{now[id_].name}：{_STANDING[was[id_].standing]} → {_STANDING[now[id_].standing]}"
        for id_ in now
        if id_ in was and was[id_].standing != now[id_].standing and was[id_].due and now[id_].due
    )
    return (*moved({id_: clock.due for id_, clock in was.items()}, after), *began, *gone, *judged)


_STANDING = {
    "running": "在计",
    "paused": "暂停",
    "done": "按时完成",
    "late_done": "逾期完成",
    "overdue": "已逾期",
    "unset": "未设定",
}


def _words(due: datetime | None) -> str:
    return moment_words(due) if due else "未设定"
