from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.moments import (
    END_OF_DAY,
    OFFICE_ZONE,
    date_words,
    duration_words,
    moment_words,
    office_time,
    parse_date,
    parse_time,
    short_date_words,
    time_words,
    weekday_words,
)

TODAY = date(2026, 1, 5)


def test_a_date_is_written_without_leading_zeros():
    assert date_words(date(2026, 1, 5)) == "2026年1月5日"
    assert short_date_words(date(2026, 11, 20)) == "11月20日"
    assert weekday_words(date(2026, 1, 5)) == "星期一"
    assert weekday_words(date(2026, 1, 11)) == "星期日"


def test_a_moment_is_written_on_the_offices_clock():
    assert moment_words(datetime(2026, 1, 5, 16, 40, tzinfo=OFFICE_ZONE)) == "2026年1月5日16时40分"
    assert moment_words(datetime(2025, 12, 31, 16, 5, tzinfo=UTC)) == "2026年1月1日0时5分"


def test_full_hours_have_no_minutes_and_the_last_second_is_24():
    assert time_words(time(16)) == "16时"
    assert time_words(END_OF_DAY) == "24时"


@pytest.mark.parametrize(
    ("length", "words"), [(150, "2小时30分"), (60, "1小时"), (5, "5分"), (0, "0分"), (1560, "26小时")]
)
def test_a_duration_is_told_in_hours_and_minutes(length, words):
    assert duration_words(timedelta(minutes=length)) == words


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        office_time(datetime(2026, 1, 5))  # noqa: DTZ001 - that is what is refused


@pytest.mark.parametrize(
    "typed",
    [
        "2026-1-5",
        "2026-01-05",
        "2026.1.5",
        "2026/1/5",
        "20260105",
        "2026年1月5日",
        "２０２６－１－５",
        "1月5日",
        "1-5",
        "1.5",
        "01/05",
        "1月5号",
        "今天",
        "今日",
        " 2026 年 1 月 5 日 ",
    ],
)
def test_a_date_is_read_as_people_type_it(typed):
    assert parse_date(typed, TODAY) == date(2026, 1, 5)


def test_named_days_and_the_nearest_year():
    assert parse_date("昨天", TODAY) == date(2026, 1, 4)
    assert (parse_date("3天后", TODAY), parse_date("３０日后", TODAY)) == (date(2026, 1, 8), date(2026, 2, 4))
    assert parse_date("天后", TODAY) is None
    assert parse_date("前天", TODAY) == date(2026, 1, 3)
    assert parse_date("明天", TODAY) == parse_date("明日", TODAY) == date(2026, 1, 6)
    assert parse_date("后天", TODAY) == date(2026, 1, 7)
    assert parse_date("昨日", TODAY) == date(2026, 1, 4)
    assert parse_date("12月30日", TODAY) == date(2025, 12, 30)
    assert parse_date("2月29日", date(2026, 3, 1)) is None
    assert parse_date("2月29日", date(2027, 3, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "typed", ["", "2026-13-1", "2026-2-30", "20260230", "5", "2026", "一月五日", "1-5-2026", "2026-1"]
)
def test_what_is_no_date_is_not_guessed(typed):
    assert parse_date(typed, TODAY) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_what_is_written_can_be_read(day):
    assert parse_date(date_words(day), TODAY) == day
    assert parse_date(day.isoformat(), TODAY) == day
    assert parse_date(f"{day:%Y%m%d}", TODAY) == day


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("9:05", time(9, 5)),
        ("9点", time(9)),
        ("9时5分", time(9, 5)),
        ("0905", time(9, 5)),
        ("９：０５", time(9, 5)),
        ("17点半", time(17, 30)),
        ("24:00", END_OF_DAY),
        ("9", None),
        ("905", None),
        ("25:00", None),
        ("24:30", None),
        ("23:59", time(23, 59)),
        ("9:60", None),
    ],
)
def test_a_time_is_read_as_people_type_it(typed, read):
    assert parse_time(typed) == read
