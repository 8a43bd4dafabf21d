"""The year of a number is the office's year, whatever the computer's clock says (B3)."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.capabilities.counter import set_time, take_in
from tests.fixtures_office import make_office
from tests.services.test_main_job import COMPLAINT

from desk.domain.moments import OFFICE_ZONE
from desk.services.office import Office, system_clock

NEW_YEAR = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
"""Midnight of the first of January 2027 in Shanghai."""
PLACES = ("Asia/Shanghai", "UTC", "America/Los_Angeles")


@pytest.fixture
def office(tmp_path) -> Iterator[Office]:
    office = make_office(tmp_path / "office", "R15")
    yield office
    office.close()


@pytest.fixture(params=PLACES)
def computer(request, monkeypatch) -> Iterator[str]:
    """A computer that was set to this zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.delenv("TZ")
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no time zone for one program")
def test_the_series_begins_anew_at_the_offices_midnight(office, computer) -> None:
    given = []
    for second in range(-5, 5):
        set_time(office, (NEW_YEAR + timedelta(seconds=second)).astimezone(OFFICE_ZONE))
        given.append(take_in(office, "counter", kind="complaint", channel="window", **COMPLAINT).case.number)

    assert given == [f"投2026{n:05}" for n in range(1, 6)] + [f"投2027{n:05}" for n in range(1, 6)]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no time zone for one program")
def test_the_offices_clock_stands_at_the_offices_hour(computer) -> None:
    now = system_clock()

    assert now.utcoffset() == timedelta(hours=8)
    assert abs(now.timestamp() - time.time()) < 5


@pytest.mark.parametrize("place", PLACES[1:])
def test_control_by_the_computers_own_year_all_of_them_are_of_the_old_one(place: str) -> None:
    last = NEW_YEAR + timedelta(seconds=4)

    assert last.astimezone(ZoneInfo(place)).year == 2026
