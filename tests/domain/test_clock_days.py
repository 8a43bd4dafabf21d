"""Every clock of every shipped manual on every day of three years, against an independent count.

Working days come from another project's calendar, the count is written out day by day and minute by minute here, and
statutory festival days are copied from the State Council's orders. A sample runs always, all days with ``-m slow``.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache

import chinese_calendar
import msgspec
import pytest
from tests.small_office import CALENDAR, at, case, small_rulebook

from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.moments import OFFICE_ZONE
from desk.rulebook.limits import Limit, parse_limit
from desk.rulebook.loading import load, shipped
from desk.rulebook.model import Rulebook
from desk.rulebook.timing import Clock

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
DAY = timedelta(days=1)
OPEN = ((time(9), time(12)), (time(13, 30), time(17, 30)))
FESTIVALS = {
    # Order 644 for 2024, order 795 from 2025 on; the days of the lunar festivals by the yearly notices.
    2024: "0101 0210 0211 0212 0404 0501 0610 0917 1001 1002 1003",
    2025: "0101 0128 0129 0130 0131 0404 0501 0502 0531 1006 1001 1002 1003",
    2026: "0101 0216 0217 0218 0219 0405 0501 0502 0619 0925 1001 1002 1003",
}
STATUTORY = {date(year, int(d[:2]), int(d[2:])) for year, days in FESTIVALS.items() for d in days.split()}


def limits(clock: Clock) -> set[str]:
    """Every limit that the clock may have, but for those that hang on what was agreed."""
    texts = {clock.limit, *(cell.limit for cell in clock.cells)} - {""}
    return {text for text in texts if not parse_limit(text).fact and text not in ("unset", "at_once")}


@cache
def kinds_of_clocks() -> tuple[tuple[str, Clock], ...]:
    """One clock for each different way of counting in the shipped manuals, started by the receipt."""
    found = {}
    for manual in shipped():
        for clock in load(manual).clocks:
            for text in limits(clock):
                found.setdefault((text, clock.first_day, clock.holidays, clock.last_day), manual)
    return tuple(
        (
            manual,
            Clock(
                id=f"c{n}", name=text, starts=("received",), limit=text,
                first_day=first_day, holidays=holidays, last_day=last_day,
            ),
        )
        for n, ((text, first_day, holidays, last_day), manual) in enumerate(sorted(found.items()))
    )  # fmt: skip


@cache
def book_of_clocks() -> Rulebook:
    return msgspec.structs.replace(small_rulebook(), clocks=tuple(clock for _, clock in kinds_of_clocks()))


def states(received: datetime, now: datetime | None = None) -> dict[str, ClockState]:
    given = case(received_at=received)
    now = now or received
    book = book_of_clocks()
    return {state.id: state for state in clocks_of(book, given, of_case(book, given, now), CALENDAR, now)}


@cache
def works(day: date) -> bool:
    return bool(chinese_calendar.is_workday(day))


def in_block(day: date) -> bool:
    off, name = chinese_calendar.get_holiday_detail(day)
    return bool(off and name)


def stays_off(day: date, clock: Clock) -> bool:
    """Whether a last day on ``day`` moves on."""
    if clock.holidays == "deferred" or clock.last_day == "next_workday":
        return not works(day)
    if clock.last_day == "after_statutory":
        return day in STATUTORY
    return clock.last_day == "after_holiday_block" and in_block(day)


def counted_days(start: date, amount: int, clock: Clock, *, working: bool) -> date:
    """The last day, counted off one by one."""
    day = start if clock.first_day == "included" else start + DAY
    while True:
        amount -= not working or works(day)
        if amount == 0:
            return day
        day += DAY


def months_later(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    wanted = day.day
    while True:
        try:
            return date(total // 12, total % 12 + 1, wanted)
        except ValueError:
            wanted -= 1


def minutes_later(start: datetime, minutes: int, *, office_hours: bool, working: bool) -> datetime:
    """Walks on a minute at a time."""
    moment = start
    while minutes:
        open_ = any(begins <= moment.time() < ends for begins, ends in OPEN) if office_hours else True
        minutes -= open_ and (not (working or office_hours) or works(moment.date()))
        moment += timedelta(minutes=1)
    return moment


def expected(start: datetime, clock: Clock, limit: Limit) -> str:
    """When the clock is due: a moment for minutes and hours, a day for the rest."""
    skips = clock.holidays == "skipped"
    if limit.unit in ("min", "h", "wh"):
        minutes = limit.amount * (1 if limit.unit == "min" else 60)
        due = minutes_later(start, minutes, office_hours=limit.unit == "wh", working=skips)
        day = due.date()
        while stays_off(day, clock):
            day += DAY
        return f"{day} {due:%H:%M}"
    day = start.date()
    match limit.unit:
        case "same_day":
            pass
        case "next_day":
            day += DAY
        case "next_wd":
            day = counted_days(day, 1, msgspec.structs.replace(clock, first_day="excluded"), working=True)
        case "wd":
            day = counted_days(day, limit.amount, clock, working=True)
        case "d" | "w":
            amount = limit.amount * (7 if limit.unit == "w" else 1)
            day = counted_days(day, amount, clock, working=skips)
        case "mo" | "y":
            months = limit.amount * (12 if limit.unit == "y" else 1)
            day = months_later(day, months) - (DAY if clock.first_day == "included" else timedelta())
    while stays_off(day, clock):
        day += DAY
    return str(day)


def days(step: int) -> Iterator[date]:
    """Days whose longest clock still ends within what the notices cover."""
    day = FIRST
    while day <= LAST - timedelta(days=130):
        yield day
        day += step * DAY


def check(day: date) -> list[str]:
    """What the program and the count by hand do not agree on for matters received on this day."""
    wrong = []
    for hour in (10, 16):
        received = datetime.combine(day, time(hour, 40), OFFICE_ZONE)
        found = states(received)
        for manual, clock in kinds_of_clocks():
            due = found[clock.id].due
            assert due is not None
            wanted = expected(received, clock, parse_limit(clock.limit))
            said = f"{due:%Y-%m-%d %H:%M}"[: len(wanted)]
            if said != wanted:
                wrong.append(
                    f"{manual} {clock.limit} {clock.holidays} {clock.last_day} {received:%F %R}: {said} ≠ {wanted}"
                )
    return wrong


def test_the_manuals_count_in_many_ways() -> None:
    units = {parse_limit(clock.limit).unit for _, clock in kinds_of_clocks()}

    assert {"min", "h", "wh", "wd", "d", "same_day"} <= units
    assert len(kinds_of_clocks()) > 15


@pytest.mark.parametrize("day", list(days(67)), ids=str)
def test_a_sample_of_days_agrees_with_the_count_by_hand(day: date) -> None:
    assert check(day) == []


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_agrees_with_the_count_by_hand(year: int) -> None:
    assert [fault for day in days(1) if day.year == year for fault in check(day)] == []


@pytest.mark.parametrize("received", ["2026-03-02 10:40", "2026-02-13 16:40", "2026-09-30 09:00"])
def test_at_the_last_second_it_is_in_time_and_after_it_late(received: str) -> None:
    """Bounds count: done at the due moment is in time (以内 includes the number itself, Civil Code art. 1259)."""
    start = at(received)
    for id_, state in states(start).items():
        assert state.due is not None
        assert states(start, state.due)[id_].standing == "running", state.name
        assert states(start, state.due + timedelta(seconds=1))[id_].standing == "overdue", state.name


def test_the_count_by_hand_finds_a_calendar_that_forgets_a_holiday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: were the national days worked, the counts would differ."""
    monkeypatch.setattr("tests.domain.test_clock_days.works", lambda day: day.weekday() < 5)

    assert check(date(2025, 9, 28))
