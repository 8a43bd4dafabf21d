"""Why a deadline is what it is: the sentences a clerk reads beside a date."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from desk.domain.calendar import WORKDAY, Calendar
from desk.domain.moments import (
    date_words,
    duration_words,
    moment_words,
    short_date_words,
    time_words,
    weekday_words,
)
from desk.domain.terms import Pause, Term, Unit

PAUSED = "暂停计算期间"

_UNITS = {
    Unit.MINUTE: "分钟",
    Unit.HOUR: "小时",
    Unit.WORKING_HOUR: "个工作小时",
    Unit.WORKING_DAY: "个工作日",
    Unit.DAY: "日",
    Unit.WEEK: "周",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
}
_NAMED = {Unit.SAME_DAY: "当日内", Unit.NEXT_DAY: "次日内", Unit.NEXT_WORKING_DAY: "下一个工作日内"}

_MANY = 3


def term_words(term: Term) -> str:
    """7个工作日, 24小时, 次日内."""
    return _NAMED.get(term.unit) or f"{term.amount}{_UNITS[term.unit]}"


def opening(first: date, term: Term) -> str:
    """From which day how long is counted."""
    if term.unit in _NAMED:
        return f"自{date_words(first)}起，{term_words(term)}"
    counted = "计入" if term.first_day_counts else "不计入"
    return f"自{date_words(first)}起算{term_words(term)}，当日{counted}"


def clock_opening(start: datetime, term: Term) -> str:
    """From which moment how long is counted."""
    return f"自{date_words(start)}{time_words(start.time())}起计{term_words(term)}"


def too_late(term: Term) -> str:
    """Why a term ends at midnight: when it began, the end of its last day was over."""
    gone = f"已过当日{time_words(term.until)}" if term.until else "当日已下班"
    return f"起算时{gone}，到当日24时为止"


def skipped(days: Iterable[tuple[date, str]]) -> Iterator[str]:
    """One sentence for each reason why days were passed over."""
    reasons: dict[str, list[date]] = {}
    for day, reason in days:
        reasons.setdefault(reason, []).append(day)
    for reason, found in reasons.items():
        runs = list(_runs(found))
        where = "、".join(_run_words(run) for run in runs) if len(runs) <= _MANY else f"其间{len(found)}天"
        yield f"{where}为{reason}，不计入"


def made_up(counted: Iterable[date], calendar: Calendar) -> Iterator[str]:
    """The weekend days and holidays that count because they are worked."""
    reasons: dict[str, list[date]] = {}
    for day in counted:
        if (reason := calendar.reason(day)) != WORKDAY:
            reasons.setdefault(reason, []).append(day)
    for reason, days in reasons.items():
        yield "、".join(_day_words(day) for day in days) + f"{reason}，计入"


def paused(pauses: Sequence[Pause], calendar: Calendar) -> Iterator[str]:
    """The stretches of time that did not count."""
    for pause in pauses:
        since, until = (moment_words(edge, calendar.zone) for edge in (pause.since, pause.until))
        yield f"{since}至{until}暂停计算"


def daily(used: Iterable[tuple[datetime, datetime]]) -> Iterator[str]:
    """How much of each day was used."""
    for day, spans in groupby(used, key=lambda span: span[0].date()):
        stretches = list(spans)
        total = sum((ends - begins for begins, ends in stretches), timedelta())
        parts = "、".join(
            f"{time_words(begins.time())}至{time_words(ends.time())}" for begins, ends in stretches
        )
        yield f"{_day_words(day)}计{duration_words(total)}：{parts}"


def moved(last: date, day: date, calendar: Calendar) -> Iterator[str]:
    """Why the last day is another day."""
    if day != last:
        yield f"最后一日{short_date_words(last)}为{calendar.reason(last)}，顺延至{_day_words(day)}"


def ending(due: datetime) -> str:
    """The end itself."""
    return f"{date_words(due)}（{weekday_words(due)}）{time_words(due.time())}到期"


def provisional(due: date, calendar: Calendar) -> str:
    """That days without a published notice were guessed."""
    if due <= calendar.official_until:
        return f"预估：{date_words(calendar.official_from)}以前的放假安排没有录入，按周一至周五上班推算"
    return f"预估：{date_words(calendar.official_until)}以后的放假安排尚未公布，按周一至周五上班、元旦五一国庆当日放假推算"


def _runs(days: Sequence[date]) -> Iterator[list[date]]:
    for _, run in groupby(enumerate(days), key=lambda pair: pair[1] - timedelta(days=pair[0])):
        yield [day for _, day in run]


def _run_words(run: Sequence[date]) -> str:
    first = short_date_words(run[0])
    return first if len(run) == 1 else f"{first}至{short_date_words(run[-1])}"


def _day_words(day: date) -> str:
    return f"{short_date_words(day)}（{weekday_words(day)}）"
