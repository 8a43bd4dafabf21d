"""Days in every shape that old registers have; the expected ones are written by hand."""

from datetime import date, datetime, time

import pytest
from tests.sheets.books import clock

from desk.domain.moments import OFFICE_ZONE
from desk.sheets.days import is_no_day, month_comes_first, read_day, share_of_days


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "2020-01-06", "2020-1-6", "2020/1/6", "2020.1.6", "2020.01.06", "20200106", "2020年1月6日", "2020 年 01 月 06 日", "2020年1月6号",
        "2020—01—06", "2020－1－6", "2020、1、6", "20年1月6日", "二〇二〇年一月六日", "二○二○年一月六日", "２０２０－１－６", "2020-01-06 00:00:00", "2020年1月6日 星期一", "2020-1-6（周一）", "43836",
    ],
)  # fmt: skip
def test_a_day_in_words(text):
    assert read_day(text) == date(2020, 1, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二〇年十二月三十一日", date(2020, 12, 31)),
        ("二〇二六年十月二十日", date(2026, 10, 20)),
        ("二零二六年二月十一日", date(2026, 2, 11)),
    ],
)
def test_a_day_in_chinese_numerals(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2020/1/6 12:09:38", "2020-01-06 12:09:38"), ("2020-1-1 1:01", "2020-01-01 01:01"), ("2020年1月1日 1:01:01", "2020-01-01 01:01:01"),
        ("20200106120938", "2020-01-06 12:09:38"), ("2020年1月6日16时40分", "2020-01-06 16:40"), ("2020年1月6日9时", "2020-01-06 09:00"),
        ("2020-01-06 下午3:05", "2020-01-06 15:05"), ("2020-01-06 上午9:05", "2020-01-06 09:05"), ("2020-01-06T12:09:38.5", "2020-01-06 12:09:38"),
        ("2026-03-01T00:30:00Z", "2026-03-01 08:30"), ("2026-03-01T00:30:00+08:00", "2026-03-01 00:30"),
    ],
)  # fmt: skip
def test_a_moment_in_words_is_on_the_offices_clock(text, moment):
    assert read_day(text) == at(moment)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (43836, date(2020, 1, 6)), (43836.5, at("2020-01-06 12:00")), (20200106, date(2020, 1, 6)), (date(2020, 1, 6), date(2020, 1, 6)),
        (clock("2020-01-06 12:09:38"), at("2020-01-06 12:09:38")), (clock("2020-01-06 00:00"), date(2020, 1, 6)),
    ],
)  # fmt: skip
def test_numbers_and_real_days(value, expected):
    """43836 is 2020-01-06: 2020-01-01 is 43831 in every office program."""
    assert read_day(value) == expected


@pytest.mark.parametrize("value", ["3/14/2025 1:20", "3/14/2025 1:20 AM"])
def test_days_of_other_countries_have_the_year_last(value):
    assert read_day(value) == at("2025-03-14 01:20")
    assert read_day("14/3/2025", month_first=False) == date(2025, 3, 14)


def test_a_column_decides_whether_the_month_comes_first():
    assert month_comes_first(["1/2/2020", "12/31/2020"])
    assert not month_comes_first(["1/2/2020", "31/12/2020"])


@pytest.mark.parametrize(
    "value",
    [
        None, "-", "—", "/", "无", "NULL", "待定", "1970-01-01", "1970-01-01 08:00:00", "1970/1/1", "0000-00-00 00:00:00", "1900-01-01", "0001-01-01",
        date(1970, 1, 1), clock("1899-12-30 00:00"),
    ],
)  # fmt: skip
def test_what_programs_write_for_no_day_is_no_day(value):
    assert is_no_day(value)
    assert read_day(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "2020-02-30",
        "2020-13-01",
        "张三",
        "13800000000",
        "110101199003078515",
        "2020",
        "2020年1月",
        12,
        3.5,
        True,
        time(4, 39),
        "01:01.0",
        "2020-1-6 25:00",
    ],
)
def test_what_is_no_day_is_not_made_one(value):
    assert read_day(value) is None
    assert not is_no_day(value)


def test_the_share_of_days_leaves_out_empty_cells_and_bare_numbers():
    assert share_of_days(["2020-1-6", None, "1970-01-01", "张三"]) == 0.5
    assert share_of_days([43836, 43837]) == 0.0
    assert share_of_days([]) == 0.0
