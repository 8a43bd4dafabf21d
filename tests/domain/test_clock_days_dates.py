"""Clocks that hang on a date, limits before a date, chained extensions, against an independent count over three years.

The count is ``test_clock_days``'s own, walked backwards for what is to be done before a date. Bounds are tried at
the second. A sample runs always, all days with ``-m slow``.
"""

from datetime import date, datetime, time, timedelta

import msgspec
import pytest
from tests.domain.test_clock_days import DAY, counted_days, days, expected, minutes_later, works
from tests.small_office import CALENDAR, at, case, small_rulebook

from desk.domain.case import Happening
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.moments import OFFICE_ZONE
from desk.rulebook.flow import Step
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook
from desk.rulebook.timing import Clock, Extension

BEFORE = ("1d", "3d", "10d", "1w", "1wd", "3wd", "7wd", "48h", "30min")
AFTER = ("48h", "7d", "5wd", "2w", "8wh", "1mo", "next_wd", "same_day")
CHAINS = (("5wd", "5wd", "10wd"), ("15d", "15d", "1mo"), ("60d", "30d", "30d"))
"""The limit, what the first extension adds, what the second one adds."""


def book() -> Rulebook:
    before = (
        Clock(id=f"before_{text}", name=text, starts=("received",), limit=f"fact:happened_on-{text}")
        for text in BEFORE
    )
    after = (Clock(id=f"after_{text}", name=text, starts=("fact:happened_on",), limit=text) for text in AFTER)
    chains = tuple(
        Clock(
            id=f"chain_{n}", name=limit, starts=("received",), limit=limit,
            extensions=(Extension(by=first, approver="vice", times=1), Extension(by=second, approver="head", times=1)),
        )
        for n, (limit, first, second) in enumerate(CHAINS)
    )  # fmt: skip
    steps = tuple(Step(id=f"extend_{clock.id}", name="延期", extends=clock.id) for clock in chains)
    return msgspec.structs.replace(small_rulebook(), clocks=(*before, *after, *chains), steps=steps)


BOOK = book()


def states(
    fact: date, received: datetime, extended: int = 0, now: datetime | None = None
) -> dict[str, ClockState]:
    """The clocks of a case with this date, each chain put off so many times."""
    entries = tuple(
        Happening(step=f"extend_chain_{n}", at=received + timedelta(minutes=turn), by="li")
        for n in range(len(CHAINS))
        for turn in range(extended)
    )
    given = case({"happened_on": fact}, received_at=received, timeline=entries)
    now = now or received
    return {state.id: state for state in clocks_of(BOOK, given, of_case(BOOK, given, now), CALENDAR, now)}


def days_back(fact: datetime, text: str) -> str:
    """So long before the date, the days taken off one by one, the day itself not among them."""
    limit = parse_limit(text)
    if limit.unit in ("h", "min"):
        return f"{fact - timedelta(minutes=limit.amount * (60 if limit.unit == 'h' else 1)):%F %R}"
    day, left = fact.date(), limit.amount * (7 if limit.unit == "w" else 1)
    while left:
        day -= DAY
        left -= limit.unit != "wd" or works(day)
    return f"{day} {'17:30' if works(day) else '23:59'}"


def chain_end(start: datetime, parts: tuple[str, ...]) -> str:
    """The end of each part is where the next begins."""
    clock, day = Clock(id="x", name="", starts=()), start
    for part in parts:
        ends = expected(day, clock, parse_limit(part))
        day = datetime.combine(date.fromisoformat(ends), time(17, 30), OFFICE_ZONE)
    return f"{day:%F}"


def check(day: date) -> list[str]:
    """What the program and the count by hand do not agree on where the date is this day."""
    wrong = []
    for hour in (10, 16):
        fact = datetime.combine(day, time(hour, 40), OFFICE_ZONE)
        rounds = [states(fact, fact, turns) for turns in range(3)]
        wanted = {f"before_{text}": days_back(fact, text) for text in BEFORE}
        for text in AFTER:
            wanted[f"after_{text}"] = expected(fact, Clock(id="x", name="", starts=()), parse_limit(text))
        pairs = [(id_, rounds[0][id_], want) for id_, want in wanted.items()]
        for n, parts in enumerate(CHAINS):
            pairs += [
                (f"chain {parts[: turns + 1]}", found[f"chain_{n}"], chain_end(fact, parts[: turns + 1]))
                for turns, found in enumerate(rounds)
            ]
        for what, state, want in pairs:
            said = f"{state.due:%Y-%m-%d %H:%M}"[: len(want)]
            if said != want:
                wrong.append(f"{what} at {fact:%F %R}: {said} ≠ {want}")
    return wrong


@pytest.mark.parametrize("day", list(days(89)), ids=str)
def test_a_sample_of_dates_agrees_with_the_count_by_hand(day: date) -> None:
    assert check(day) == []


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_date_agrees_with_the_count_by_hand(year: int) -> None:
    assert [fault for day in days(1) if day.year == year for fault in check(day)] == []


@pytest.mark.parametrize("fact", ["2026-03-12 10:40", "2026-02-13 16:40", "2026-09-30 09:00"])
def test_at_the_last_second_of_a_dated_limit_it_is_in_time_and_after_it_late(fact: str) -> None:
    """Bounds count (以内 includes the number itself, Civil Code art. 1259), for each form and each link of a chain."""
    date_, received = at(fact), at(fact) - timedelta(days=30)
    for turns in range(3):
        for id_, state in states(date_, received, turns).items():
            assert state.due is not None
            second = timedelta(seconds=1)
            assert states(date_, received, turns, state.due)[id_].standing == "running", id_
            assert states(date_, received, turns, state.due + second)[id_].standing == "overdue", id_


def test_a_date_without_an_hour_begins_at_midnight_and_ends_with_its_business() -> None:
    day = date(2026, 11, 23)
    midnight = datetime.combine(day, time(), OFFICE_ZONE)
    found = states(day, at("2026-11-20 09:00"))

    assert found["after_48h"].due == minutes_later(midnight, 48 * 60, office_hours=False, working=False)
    assert found["before_30min"].due == at("2026-11-23 17:00")
    last = counted_days(day, 5, Clock(id="x", name="", starts=()), working=True)
    assert found["after_5wd"].due == datetime.combine(last, time(17, 30), OFFICE_ZONE)


def test_the_count_backwards_finds_a_calendar_that_forgets_a_holiday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: were the national days worked, three working days before 9 October would be another day."""
    monkeypatch.setattr("tests.domain.test_clock_days_dates.works", lambda day: day.weekday() < 5)

    assert any("before_3wd" in fault for fault in check(date(2025, 10, 9)))
