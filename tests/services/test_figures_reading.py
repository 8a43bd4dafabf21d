"""The figures of some days read only the cases that may count in them, and count the same as if they had read all."""

from datetime import date

import pytest
from tests.services.test_imports import FIRST, SECOND, brought

from desk.services import figures, figures_by_case
from desk.services.figures import Figures
from desk.services.figures_by_case import Found
from desk.services.office import Office
from desk.store.case_filter import CaseFilter

LATE = [
    "2025-009",
    "2025-03-25",
    "来访",
    "李娜",
    "13912345678",
    "鑫源电器",
    "电视不亮",
    "一开就响",
    "2025-04-02",
    "已换货",
]
DAYS = [
    (date(2025, 3, 1), date(2025, 3, 31)),
    (date(2025, 3, 10), date(2025, 3, 24)),
    (date(2025, 4, 1), date(2025, 4, 30)),
]


def plain(found: Figures | Found) -> list[tuple[str, str, set[str], set[str]]]:
    ranked = [figure for ranking in found.rankings for figure in ranking.figures]
    return [(one.name, one.words, set(one.hits), set(one.base)) for one in (*found.indicators, *ranked)]


def reading_all(office: Office, first: date, last: date, patched: pytest.MonkeyPatch) -> Found:
    everything = CaseFilter(rulebooks=frozenset({office.rulebook.id}))
    with patched.context() as all_read:
        all_read.setattr(figures_by_case, "_filters", lambda *_, **__: iter([everything]))
        return figures_by_case.by_case(office, office.viewer("head"), first, last)


def test_the_figures_are_the_same_as_over_every_case(
    market_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought(market_office, FIRST, SECOND, LATE)

    for first, last in DAYS:
        found = figures.figures(market_office, market_office.viewer("head"), first, last)
        assert plain(found) == plain(reading_all(market_office, first, last, monkeypatch))


def test_what_came_in_before_and_ended_in_the_days_counts_where_ends_count(market_office: Office) -> None:
    brought(market_office, FIRST, SECOND, LATE)

    found = figures.figures(market_office, market_office.viewer("head"), date(2025, 4, 1), date(2025, 4, 30))

    rate = next(one for one in found.indicators if one.indicator == "settlement_rate")
    assert rate.base == ("旧2025-009",)
