"""Numbers of cases and papers: what a pattern says, when a series begins anew, what follows the last that fits (CAP-16, 17)."""

from datetime import date

import pytest

from desk.domain.errors import DeskError
from desk.domain.numbering import number, period
from desk.rulebook.documents import Series
from desk.rulebook.patterns import BadPattern, read_pattern

DAY = date(2025, 5, 6)


def series(pattern: str, **given: object) -> Series:
    return Series(id="s", name="投诉编号", pattern=pattern, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pattern", "serial", "text"),
    [
        ("{yy}{mm}{serial:2}", 1, "250501"),  # 002:657
        ("{yyyy}{mm}{serial:4}", 12, "2025050012"),
        ("投{yyyy}{serial:5}", 99999, "投202599999"),
        ("{code}许受〔{yyyy}〕{serial}号", 3, "示许受〔2025〕3号"),
        ("{yy}{mm}{dd}-{serial:3}", 7, "250506-007"),
    ],
)
def test_a_number_is_what_its_pattern_says(pattern: str, serial: int, text: str) -> None:
    assert number(series(pattern), DAY, serial, "示") == text


@pytest.mark.parametrize(
    ("resets", "same", "other"),
    [
        ("day", date(2025, 5, 6), date(2025, 5, 7)),
        ("month", date(2025, 5, 31), date(2025, 6, 1)),
        ("year", date(2025, 12, 31), date(2026, 1, 1)),
    ],
)
def test_a_series_begins_anew_with_its_period(resets: str, same: date, other: date) -> None:
    counted = series("{serial}", resets=resets)

    assert period(counted, DAY) == period(counted, same)
    assert period(counted, DAY) != period(counted, other)


def test_a_series_that_never_begins_anew_has_one_period() -> None:
    assert period(series("{serial}", resets="never"), DAY) == period(
        series("{serial}", resets="never"), date(2031, 1, 1)
    )


def test_after_the_last_that_fits_it_widens_or_stops() -> None:
    """Two digits hold ninety-nine (002:657)."""
    widens, stops = series("{yy}{mm}{serial:2}"), series("{yy}{mm}{serial:2}", overflow="refuse")

    assert number(widens, DAY, 100) == "2505100"
    assert number(stops, DAY, 99) == "250599"
    with pytest.raises(DeskError) as refusal:
        number(stops, DAY, 100)
    assert refusal.value.code == "series_full"
    assert "已用到 99" in refusal.value.message


def test_a_serial_without_a_width_never_ends() -> None:
    assert number(series("第{serial}号", overflow="refuse"), DAY, 1_000_000) == "第1000000号"


@pytest.mark.parametrize("pattern", ["{yyyy}{mm}", "{year}{serial}", "编号"])
def test_a_pattern_without_a_serial_or_with_an_unknown_part_is_refused(pattern: str) -> None:
    with pytest.raises(BadPattern) as refusal:
        read_pattern(pattern)

    assert pattern in str(refusal.value)


def test_the_width_of_the_serial_is_known() -> None:
    assert (read_pattern("{yy}{serial:4}").digits, read_pattern("{serial}").digits) == (4, 0)
