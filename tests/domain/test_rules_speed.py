"""Judging one case, its levels and all its clocks, is quick enough to be done anew wherever it is shown."""

from time import perf_counter

import pytest
from tests.small_office import CALENDAR, at, case, happened

from desk.domain.circumstances import of_case
from desk.domain.clocks import clocks_of
from desk.domain.grading import grade
from desk.rulebook.loading import load, shipped


@pytest.mark.slow
@pytest.mark.parametrize("manual", shipped())
def test_a_case_is_judged_within_two_milliseconds(manual: str) -> None:
    book = load(manual)
    taken = happened(*((step.id, "2026-11-21 10:00") for step in book.steps[:12]))
    kind = book.kinds[0]
    given = case(
        {"people": 3, "media": True}, rulebook=manual, kind=kind.id, state=kind.starts, category="", levels={},
        timeline=taken,
    )  # fmt: skip
    now, took = at("2026-11-24 10:00"), []
    for _ in range(50):
        began = perf_counter()
        facts = of_case(book, given, now, calendar=CALENDAR)
        grade(book, facts)
        clocks_of(book, given, facts, CALENDAR, now)
        took.append(perf_counter() - began)

    assert sorted(took)[25] < 0.002
