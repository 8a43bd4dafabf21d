"""Thousands of random walks through each flow: no state that the manual forbids, clocks and counters that agree.

A few run every time, four thousand through each flow with ``-m slow``, or as many as ``DESK_WALKS`` says. Through the
store they are walked in ``test_store_walks.py``.
"""

import os
from dataclasses import replace
from datetime import datetime
from functools import cache
from random import Random

import pytest
from tests.flows import roaming
from tests.flows.roaming import Walk
from tests.rulebook.walking import as_role, begun
from tests.small_office import CALENDAR, at

from desk.domain.case import Case, Happening
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.paths import resource
from desk.rulebook.loading import load

manual_of = cache(load)
"""Each manual is read once."""

BOOKS = sorted(path.parent.name for path in resource("rulebooks").glob("*/rules.toml"))
FLOWS = [(book, kind.id) for book in BOOKS for kind in manual_of(book).kinds]
WALKS = int(os.environ.get("DESK_WALKS", "4000"))
"""Walks of the slow set through each flow: ten minutes for all of them on a quiet machine, ten thousand take half an hour."""

STEPS = 25
"""So many attempts in one walk: enough to come from the counter to the shelf and back."""


def walk(book: str, kind: str, seed: int) -> Walk:
    """One walk to its end; fails at the first thing that does not hold."""
    rng, manual = Random(f"{book} {kind} {seed}"), manual_of(book)
    case = replace(begun(manual, kind, "2026-11-20 09:00"), channel=rng.choice(manual.channels).id)
    fitting = [one.id for one in manual.categories if not one.kinds or kind in one.kinds] or [""]
    on_the_way = Walk(manual, replace(case, category=rng.choice(fitting)), case.registered_at, rng)
    for _ in range(STEPS):
        wrong = on_the_way.go_on()
        assert not wrong, (book, kind, seed, wrong, [entry.step for entry in on_the_way.case.timeline])
    return on_the_way


@pytest.mark.parametrize(("book", "kind"), FLOWS)
def test_a_few_random_walks_through_each_flow(book: str, kind: str) -> None:
    walked = [walk(book, kind, seed) for seed in range(4)]

    assert sum(one.taken for one in walked) > 0


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("book", "kind"), FLOWS)
def test_thousands_of_random_walks_through_each_flow(book: str, kind: str) -> None:
    ends = {walk(book, kind, seed).case.state for seed in range(WALKS)}

    phases = {state.id: state.phase for state in load(book).states}
    assert {phases[state] for state in ends} & {"closed", "refused"}


# --- the judge notices ---


@pytest.mark.parametrize(
    ("step", "role", "changed", "told"),
    [
        ("close", "service", {"state": "closed"}, "must not be taken by service in new"),
        ("accept", "reception", {"state": "accepted"}, "must not be taken by reception in new"),
        ("accept", "service", {"state": "closed"}, "led from new to closed"),
        ("screen", "service", {"state": "new", "first_receiver": "somebody"}, "changed first_receiver"),
        ("screen", "service", {"state": "new", "timeline": ()}, "left 0 entries behind 0"),
    ],
)
def test_control_what_a_broken_flow_would_do_is_noticed(
    step: str, role: str, changed: dict, told: str
) -> None:
    book = load("R01")
    before = begun(book, "complaint", "2026-11-20 09:00")
    entry = Happening(step=step, at=before.received_at, by=role)
    after = replace(before, **{"timeline": (entry,), **changed})

    assert told in roaming.broken(
        book, before, after, book.step(step), as_role(book, role), before.received_at
    )


@cache
def decided() -> tuple[Case, dict[str, object], tuple[ClockState, ...], datetime]:
    """A case under R01 that was returned once and whose acceptance is done: with its facts and clocks, and the moment."""
    book, now = manual_of("R01"), at("2026-11-20 15:00")
    case = begun(book, "complaint", "2026-11-20 09:00")
    entries = [
        Happening(step=step, at=at(f"2026-11-20 {10 + n}:00"), by="service")
        for n, step in enumerate(("hand_over", "accept", "return_plan"))
    ]
    case = replace(case, timeline=(*case.timeline, *entries))
    facts = of_case(book, case, now, calendar=CALENDAR)
    return case, facts, clocks_of(book, case, facts, CALENDAR, now), now


def test_the_judge_has_nothing_against_counters_and_clocks_that_are_right() -> None:
    case, facts, clocks, now = decided()

    assert list(roaming.counter_faults(manual_of("R01"), case, facts)) == []
    assert list(roaming.clock_faults(manual_of("R01"), case, clocks, now)) == []
    assert any(clock.done_at for clock in clocks)
    assert any(not clock.done_at and clock.due for clock in clocks)


@pytest.mark.parametrize("fact", ["returned", "reopened", "escalated"])
def test_control_a_count_that_is_wrong_is_noticed(fact: str) -> None:
    case, facts, _, _ = decided()

    assert list(roaming.counter_faults(manual_of("R01"), case, {**facts, fact: 7}))


@pytest.mark.parametrize(
    ("is_done", "wrong", "told"),
    [
        (True, {"done_at": at("2026-11-20 09:01")}, "by nothing"),
        (True, {"done_at": None, "standing": "running"}, "though something did it"),
        (True, {"standing": "running"}, "is running and done at"),
        (False, {"done_at": at("2026-11-20 12:30"), "standing": "done"}, "by nothing"),
        (False, {"due": at("2026-11-20 09:05")}, "is running, due"),
        (False, {"standing": "overdue"}, "is overdue, due"),
    ],
)
def test_control_a_clock_that_is_wrong_is_noticed(is_done: bool, wrong: dict, told: str) -> None:
    case, _, clocks, now = decided()
    clock = next(one for one in clocks if bool(one.done_at) == is_done and one.due)

    faults = list(roaming.clock_faults(manual_of("R01"), case, [replace(clock, **wrong)], now))

    assert any(told in fault for fault in faults), faults
