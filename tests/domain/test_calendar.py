import re
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest

from desk.domain.calendar import (
    CalendarError,
    OfficeDays,
    Year,
    office_calendar,
    parse_hours,
    parse_years,
    shipped_years,
)
from desk.domain.moments import OFFICE_ZONE

ROOT = Path(__file__).parents[2]
DAYS = [date(2023, 1, 1) + timedelta(days=n) for n in range((date(2027, 1, 1) - date(2023, 1, 1)).days)]

BACKWARDS = """
format = 1
[[years]]
year = 2027
source = "录入"
make_up_days = []
holidays = [{ name = "元旦", first = 2027-01-03, last = 2027-01-01, statutory = [] }]
"""


@pytest.fixture(scope="module")
def calendar():
    return office_calendar()


def test_every_day_of_four_years_is_worked_as_the_first_outside_source_says(calendar):
    assert [day for day in DAYS if calendar.is_workday(day) != chinese_calendar.is_workday(day)] == []


def test_every_day_of_four_years_is_worked_as_the_second_outside_source_says(calendar):
    china = holidays.country_holidays("CN", years=range(2023, 2027))

    assert [day for day in DAYS if calendar.is_workday(day) != china.is_working_day(day)] == []


def test_statutory_days_are_those_the_second_source_does_not_call_exchanged(calendar):
    china = holidays.country_holidays("CN", years=range(2023, 2027), language="zh_CN")
    proper = {day for day, name in china.items() if "补假" not in name and "调休" not in name}

    assert {day for day in DAYS if calendar.is_statutory(day)} == proper


# 249 / 251 / 248 / 248: counted from the notices, 国办发明电〔2022〕16号, 〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
@pytest.mark.parametrize(("year", "worked"), [(2023, 249), (2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_its_notice_leaves(calendar, year, worked):
    assert sum(calendar.is_workday(day) for day in DAYS if day.year == year) == worked


# Eleven a year until 2024; thirteen from 2025, 《全国年节及纪念日放假办法》(国务院令第795号) art. 2.
@pytest.mark.parametrize(("year", "festive"), [(2023, 11), (2024, 11), (2025, 13), (2026, 13)])
def test_a_year_has_as_many_statutory_days_as_the_order_names(calendar, year, festive):
    assert sum(calendar.is_statutory(day) for day in DAYS if day.year == year) == festive


@pytest.mark.parametrize(
    ("day", "worked", "why"),
    [
        # 国办发明电〔2023〕7号, 二: 2月10日至17日放假调休, 2月4日、2月18日上班; 五: 端午与周末连休.
        (date(2024, 2, 9), True, "工作日"),
        (date(2024, 2, 18), True, "调休上班"),
        (date(2024, 6, 8), False, "周末"),
        # 国办发明电〔2024〕12号, 一: 1月1日放假1天, 不调休; 二: 1月26日上班; 六: 9月28日上班.
        (date(2025, 1, 2), True, "工作日"),
        (date(2025, 1, 26), True, "调休上班"),
        (date(2025, 10, 6), False, "国庆节、中秋节假期"),
        # 国办发明电〔2025〕7号, 一: 1月4日上班; 二: 2月15日至23日放假调休, 2月14日、2月28日上班; 七: 10月10日上班.
        (date(2026, 1, 2), False, "元旦假期"),
        (date(2026, 1, 4), True, "调休上班"),
        (date(2026, 2, 23), False, "春节假期"),
        (date(2026, 2, 28), True, "调休上班"),
        (date(2026, 10, 10), True, "调休上班"),
        (date(2026, 10, 11), False, "周末"),
    ],
)
def test_a_day_of_a_notice_is_known_with_its_reason(calendar, day, worked, why):
    assert (calendar.is_workday(day), calendar.reason(day)) == (worked, why)


def test_past_the_last_notice_only_the_weekday_and_fixed_festivals_are_known(calendar):
    year = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]

    # Order 795, art. 2: those of the thirteen that do not follow the moon or the sun's terms.
    assert [f"{day:%m%d}" for day in year if calendar.is_statutory(day)] == [
        "0101",
        "0501",
        "0502",
        "1001",
        "1002",
        "1003",
    ]
    assert not calendar.is_workday(date(2027, 1, 1))
    assert calendar.is_workday(date(2027, 2, 8))  # within the Spring Festival, but no notice says so yet
    assert not calendar.is_workday(date(2027, 2, 13))


def test_the_published_years_begin_and_end_with_their_first_and_last_day(calendar):
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]

    assert [calendar.is_official(day) for day in days] == [False, True, True, False]


def test_a_new_years_notice_makes_its_days_official():
    notice = """
        format = 1
        [[years]]
        year = 2027
        source = "录入"
        make_up_days = [2027-02-14]
        holidays = [{ name = "春节", first = 2027-02-05, last = 2027-02-11, statutory = [2027-02-05, 2027-02-06] }]
    """

    calendar = office_calendar(OfficeDays(years=parse_years(notice)))

    assert calendar.official_until == date(2027, 12, 31)
    assert not calendar.is_workday(date(2027, 2, 8))
    assert calendar.is_workday(date(2027, 2, 14))


def test_an_offices_own_days_win_over_the_notice():
    own = OfficeDays(
        closed=frozenset({date(2026, 2, 28), date(2026, 3, 3)}), opened=frozenset({date(2026, 10, 1)})
    )

    calendar = office_calendar(own)

    assert not calendar.is_workday(date(2026, 2, 28))
    assert calendar.reason(date(2026, 3, 3)) == "本单位休息"
    assert calendar.is_workday(date(2026, 10, 1))


def test_a_weekend_is_a_rest_day_that_nothing_else_explains(calendar):
    closed = office_calendar(OfficeDays(closed=frozenset({date(2026, 3, 7)})))

    assert calendar.is_weekend(date(2026, 3, 7))
    assert not closed.is_weekend(date(2026, 3, 7))
    assert not calendar.is_weekend(date(2026, 2, 28))
    assert not calendar.is_weekend(date(2026, 2, 21))
    assert not calendar.is_weekend(date(2026, 3, 6))


@pytest.mark.parametrize(
    "office",
    [
        OfficeDays(week=((),) * 7),
        OfficeDays(week=(((time(9), time(17)),),) * 6),
        OfficeDays(working_weekdays=frozenset()),
    ],
)
def test_an_office_that_never_opens_is_refused(office):
    with pytest.raises(CalendarError, match="没有办公时间"):
        office_calendar(office)


def test_hours_know_the_lunch_break_half_days_and_worked_saturdays():
    half = ((time(9), time(12)),)
    calendar = office_calendar(OfficeDays(hours={date(2026, 3, 6): half}))

    assert calendar.hours(date(2026, 3, 5)) == ((time(9), time(12)), (time(13, 30), time(17, 30)))
    assert calendar.hours(date(2026, 3, 6)) == half
    assert calendar.hours(date(2026, 2, 28)) == calendar.hours(date(2026, 3, 5))
    assert calendar.hours(date(2026, 3, 7)) == ()


def test_a_day_without_business_ends_at_midnight(calendar):
    assert calendar.closing(date(2026, 3, 6)) == datetime(2026, 3, 6, 17, 30, tzinfo=OFFICE_ZONE)
    assert calendar.closing(date(2026, 3, 7)) == datetime(2026, 3, 7, 23, 59, 59, tzinfo=OFFICE_ZONE)


def test_a_shop_open_all_week_works_on_saturdays():
    calendar = office_calendar(
        OfficeDays(week=(parse_hours("9:00-20:00"),) * 7, working_weekdays=frozenset(range(7)))
    )

    assert calendar.is_workday(date(2026, 3, 7))
    assert not calendar.is_workday(date(2026, 10, 1))


@pytest.mark.parametrize(
    "typed", ["9:00-12:00 13:30-17:30", "9：00—12：00，13：30—17：30", "9点至12点、13点半至17点半"]
)
def test_hours_are_read_as_people_type_them(typed):
    assert parse_hours(typed) == ((time(9), time(12)), (time(13, 30), time(17, 30)))


@pytest.mark.parametrize("typed", ["12:00-9:00", "9:00-12:00 11:00-17:00", "上午", "9-25", "9:00-9:00"])
def test_hours_that_make_no_sense_are_refused_with_what_to_write(typed):
    with pytest.raises(CalendarError) as refused:
        parse_hours(typed)

    assert refused.value.code == "office_hours"
    assert "9:00-12:00" in refused.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "format = 2",
        "format = 1",
        "format = 1\nyears = [",
        BACKWARDS,
        BACKWARDS.replace("year = 2027", "year = '2027'"),
        BACKWARDS.replace("first = 2027-01-03", "first = '2027-01-01'"),
        BACKWARDS.replace("make_up_days = []", ""),
        "format = 1\nyears = 2027",
    ],
)
def test_a_faulty_calendar_file_is_refused(text):
    with pytest.raises(CalendarError) as refused:
        parse_years(text)

    assert refused.value.hint
    assert not re.search("[a-z]{3} ", refused.value.message)


def test_a_gap_between_years_is_refused():
    with pytest.raises(CalendarError, match="不连续"):
        office_calendar(OfficeDays(years=(Year(2028, "录入", (), frozenset()),)))


def test_a_day_cannot_be_holiday_and_make_up_day_at_once():
    first = shipped_years()[-1]
    wrong = Year(2026, "录入", first.holidays, frozenset({date(2026, 10, 1)}))

    with pytest.raises(CalendarError, match="10月1日"):
        office_calendar(OfficeDays(years=(wrong,)))


def test_the_shipped_table_is_what_its_script_writes():
    assert (
        subprocess.run(
            [sys.executable, ROOT / "packaging/calendar_table.py", "--check"], check=False
        ).returncode
        == 0
    )
