from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.calendar import OfficeDays, office_calendar, parse_hours
from desk.domain.moments import OFFICE_ZONE
from desk.domain.workdays import (
    LastDay,
    Pause,
    Term,
    Unit,
    count_working_days,
    days_late,
    minutes_late,
    reckon,
    working_days_left,
)

CALENDAR = office_calendar()
NO_LUNCH = office_calendar(OfficeDays(week=(parse_hours("9:00-17:30"),) * 5 + ((), ())))


def at(text: str) -> datetime:
    """A moment on the office's clock: 2026-01-09 17:00."""
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


def due(start: str, term: Term, calendar=CALENDAR, pauses=()) -> str:
    return f"{reckon(at(start), term, calendar, pauses).due:%Y-%m-%d %H:%M}"


# --- fixed examples, from the notices and the articles ----------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "last"),
    [
        # Counted by hand on 国办发明电〔2025〕7号: 2.14 and 2.28 are worked, 2.15 to 2.23 are off.
        ("2026-02-12 10:00", "2026-02-28 17:30"),
        # 5.1 to 5.5 off, 5.9 worked.
        ("2026-04-28 10:00", "2026-05-11 17:30"),
        # 10.1 to 10.7 off, 10.10 worked.
        ("2026-09-28 10:00", "2026-10-13 17:30"),
        # 1.1 to 1.3 off, 1.4 (a Sunday) worked.
        ("2025-12-30 10:00", "2026-01-09 17:30"),
        # 国办发明电〔2024〕12号: 1.28 to 2.4 off, 1.26 and 2.8 worked.
        ("2025-01-24 10:00", "2025-02-10 17:30"),
        # 国办发明电〔2024〕12号: 10.1 to 10.8 off, 9.28 and 10.11 worked.
        ("2025-09-26 10:00", "2025-10-13 17:30"),
        # 国办发明电〔2023〕7号: 4.4 to 4.6 off, 4.7 worked.
        ("2024-04-02 10:00", "2024-04-12 17:30"),
        # 国办发明电〔2023〕7号: 9.15 to 9.17 off, 9.14 worked.
        ("2024-09-12 10:00", "2024-09-24 17:30"),
        # 国办发明电〔2022〕16号: 4.29 to 5.3 off, 5.6 worked; 4.23 worked.
        ("2023-04-21 10:00", "2023-05-04 17:30"),
        # 国办发明电〔2022〕16号: 6.22 to 6.24 off, 6.25 worked.
        ("2023-06-20 10:00", "2023-06-30 17:30"),
    ],
)
def test_seven_working_days_know_exchanged_days(received, last):
    assert due(received, Term(unit=Unit.WORKING_DAY, amount=7)) == last


@pytest.mark.parametrize(
    ("start", "term", "ends"),
    [
        # Eight working hours with hours 9:00 to 17:30: 2.5 on Friday, 5.5 on Monday.
        ("2026-01-09 15:00", Term(unit=Unit.WORKING_HOUR, amount=8), "2026-01-12 14:30"),
        ("2026-01-10 11:00", Term(unit=Unit.WORKING_HOUR, amount=1), "2026-01-12 10:00"),
        ("2026-01-12 17:30", Term(unit=Unit.WORKING_HOUR, amount=1), "2026-01-13 10:00"),
        # 24 hours with days off left out, and a safety clock of 4 hours that runs through.
        ("2026-01-09 17:00", Term(unit=Unit.HOUR, amount=24, skips_days_off=True), "2026-01-12 17:00"),
        ("2026-01-09 17:00", Term(unit=Unit.HOUR, amount=24, last_day=LastDay.DAY_OFF), "2026-01-12 17:00"),
        ("2026-01-09 17:00", Term(unit=Unit.HOUR, amount=4), "2026-01-09 21:00"),
        ("2026-01-09 17:00", Term(unit=Unit.HOUR, amount=4, skips_days_off=True), "2026-01-09 21:00"),
        ("2026-01-09 23:45", Term(unit=Unit.MINUTE, amount=30), "2026-01-10 00:15"),
        # The following calendar day, a Saturday; the next working day; the same day.
        ("2026-01-09 10:00", Term(unit=Unit.NEXT_DAY), "2026-01-10 23:59"),
        ("2026-01-09 10:00", Term(unit=Unit.NEXT_WORKING_DAY), "2026-01-12 17:30"),
        ("2026-01-09 10:00", Term(unit=Unit.SAME_DAY), "2026-01-09 17:30"),
        ("2026-01-09 10:00", Term(unit=Unit.SAME_DAY, until_midnight=True), "2026-01-09 23:59"),
        ("2026-01-09 18:00", Term(unit=Unit.SAME_DAY), "2026-01-09 23:59"),
        ("2026-01-05 10:00", Term(unit=Unit.DAY, amount=3), "2026-01-08 17:30"),
        ("2026-01-05 10:00", Term(unit=Unit.DAY, amount=3, first_day_counts=True), "2026-01-07 17:30"),
        ("2026-01-05 10:00", Term(unit=Unit.WEEK, amount=2), "2026-01-19 17:30"),
        (
            "2026-01-10 10:00",
            Term(unit=Unit.WORKING_DAY, amount=1, first_day_counts=True),
            "2026-01-12 17:30",
        ),
        (
            "2026-01-09 10:00",
            Term(unit=Unit.WORKING_DAY, amount=1, first_day_counts=True),
            "2026-01-09 17:30",
        ),
        # Civil Code art. 202: the corresponding day, or else the last of the month.
        ("2026-01-05 10:00", Term(unit=Unit.MONTH), "2026-02-05 17:30"),
        ("2026-01-30 10:00", Term(unit=Unit.MONTH), "2026-02-28 17:30"),
        ("2024-02-29 10:00", Term(unit=Unit.YEAR), "2025-02-28 17:30"),
        ("2025-11-30 10:00", Term(unit=Unit.MONTH, amount=3), "2026-02-28 17:30"),
    ],
)
def test_each_unit_ends_where_the_manual_or_the_article_says(start, term, ends):
    assert due(start, term, NO_LUNCH) == ends


def test_the_lunch_break_does_not_count_as_working_time():
    assert due("2026-01-12 11:00", Term(unit=Unit.WORKING_HOUR, amount=2)) == "2026-01-12 14:30"
    assert due("2026-01-12 11:00", Term(unit=Unit.WORKING_HOUR, amount=1)) == "2026-01-12 12:00"


@pytest.mark.parametrize(
    ("term", "ends"),
    [
        # Thirty days from 2026-09-01 end on 10.1. SAMR order 121, art. 45: the first day after the statutory holiday.
        ({}, "2026-10-01"),
        ({"last_day": LastDay.STATUTORY}, "2026-10-04"),
        ({"last_day": LastDay.STATUTORY, "weekend_moves": True}, "2026-10-04"),
        ({"last_day": LastDay.HOLIDAY_BLOCK}, "2026-10-08"),
        ({"last_day": LastDay.DAY_OFF}, "2026-10-08"),
    ],
)
def test_a_last_day_on_a_festival_moves_as_wide_as_the_office_reads_the_article(term, ends):
    assert due("2026-09-01 10:00", Term(unit=Unit.DAY, amount=30, **term))[:10] == ends


@pytest.mark.parametrize(
    ("term", "ends"),
    [
        # Five days from Monday 2026-03-02 end on Saturday 3.7.
        ({}, "2026-03-07"),
        ({"last_day": LastDay.STATUTORY}, "2026-03-07"),
        ({"last_day": LastDay.HOLIDAY_BLOCK}, "2026-03-07"),
        ({"last_day": LastDay.HOLIDAY_BLOCK, "weekend_moves": True}, "2026-03-09"),
        ({"last_day": LastDay.DAY_OFF}, "2026-03-09"),
    ],
)
def test_an_ordinary_weekend_moves_the_last_day_only_where_the_office_says_so(term, ends):
    assert due("2026-03-02 10:00", Term(unit=Unit.DAY, amount=5, **term))[:10] == ends


def test_a_worked_saturday_never_moves_the_last_day():
    term = Term(unit=Unit.DAY, amount=5, last_day=LastDay.DAY_OFF, weekend_moves=True)

    assert due("2026-02-23 10:00", term)[:10] == "2026-02-28"


# --- pauses -----------------------------------------------------------------------------------------------------


def test_a_pause_takes_as_many_days_as_lie_between_its_dates():
    pause = Pause(at("2026-03-03 10:00"), at("2026-03-05 15:00"))

    # Without the pause 3.9; 3.4 and 3.5 do not count.
    assert due("2026-03-02 10:00", Term(unit=Unit.WORKING_DAY, amount=5)) == "2026-03-09 17:30"
    assert (
        due("2026-03-02 10:00", Term(unit=Unit.WORKING_DAY, amount=5), pauses=[pause]) == "2026-03-11 17:30"
    )
    assert due("2026-03-02 10:00", Term(unit=Unit.DAY, amount=60), pauses=[pause])[:10] == "2026-05-03"
    assert due("2026-03-02 10:00", Term(unit=Unit.MONTH), pauses=[pause])[:10] == "2026-04-04"


def test_a_pause_within_one_day_takes_no_day_but_takes_its_hours():
    pause = Pause(at("2026-03-03 10:00"), at("2026-03-03 11:30"))

    assert (
        due("2026-03-02 10:00", Term(unit=Unit.WORKING_DAY, amount=5), pauses=[pause]) == "2026-03-09 17:30"
    )
    assert due("2026-03-03 09:30", Term(unit=Unit.HOUR, amount=2), pauses=[pause]) == "2026-03-03 13:00"


def test_pauses_that_overlap_count_once_and_old_ones_not_at_all():
    pauses = [
        Pause(at("2026-03-03 10:00"), at("2026-03-03 12:00")),
        Pause(at("2026-03-03 11:00"), at("2026-03-03 13:00")),
        Pause(at("2026-02-03 11:00"), at("2026-02-03 13:00")),
    ]

    assert due("2026-03-03 09:00", Term(unit=Unit.HOUR, amount=2), pauses=pauses) == "2026-03-03 14:00"


# --- every day of three years, against a table of its own -------------------------------------------------------

TABLE = [date(2024, 1, 1) + timedelta(days=n) for n in range(1096)]
WORKED = [day for day in TABLE if chinese_calendar.is_workday(day)]
WORKED_DAYS = set(WORKED)


@pytest.mark.parametrize("amount", [1, 2, 5, 7, 15, 30, 90])
@pytest.mark.parametrize("first_day_counts", [False, True])
def test_working_days_from_every_day_agree_with_a_plain_list(amount, first_day_counts):
    term = Term(unit=Unit.WORKING_DAY, amount=amount, first_day_counts=first_day_counts)
    for day in TABLE:
        later = [worked for worked in WORKED if worked > day or (first_day_counts and worked == day)]
        reckoned = reckon(datetime.combine(day, time(9, 0), OFFICE_ZONE), term, CALENDAR)
        if len(later) >= amount:
            assert (reckoned.due.date(), reckoned.provisional) == (later[amount - 1], False), day
        else:
            assert reckoned.provisional, day
            assert "预估" in reckoned.steps[-1]


@pytest.mark.parametrize("amount", [1, 3, 15, 60])
@pytest.mark.parametrize("last_day", LastDay)
def test_calendar_days_from_every_day_agree_with_a_plain_list(amount, last_day):
    festive = {day for day in TABLE if CALENDAR.is_statutory(day)}
    blocks = {day for day in TABLE if chinese_calendar.constants.holidays.get(day)}
    avoid = {
        LastDay.STAYS: set(),
        LastDay.STATUTORY: festive,
        LastDay.HOLIDAY_BLOCK: blocks,
        LastDay.DAY_OFF: set(TABLE) - set(WORKED),
    }[last_day]
    for day in TABLE[: -amount - 10]:
        last = next(d for d in TABLE if d >= day + timedelta(days=amount) and d not in avoid)
        term = Term(unit=Unit.DAY, amount=amount, last_day=last_day)

        assert reckon(datetime.combine(day, time(9), OFFICE_ZONE), term, CALENDAR).due.date() == last


MOMENTS = st.integers(0, 1000 * 24 * 60).map(lambda n: at("2024-01-01 00:00") + timedelta(minutes=n))


def minute_by_minute(start: datetime, minutes: int, counts) -> datetime:
    """The end of the last of so many minutes that count."""
    while minutes:
        minutes -= counts(start)
        start += timedelta(minutes=1)
    return start


def in_office(moment: datetime) -> bool:
    clock = moment.hour * 60 + moment.minute
    return moment.date() in WORKED_DAYS and (540 <= clock < 720 or 810 <= clock < 1050)


@settings(max_examples=40, deadline=None)
@given(MOMENTS, st.integers(1, 20))
def test_working_hours_agree_with_a_count_of_minutes(start, amount):
    reckoned = reckon(start, Term(unit=Unit.WORKING_HOUR, amount=amount), CALENDAR)

    assert reckoned.due == minute_by_minute(start, amount * 60, in_office)


@settings(max_examples=40, deadline=None)
@given(
    MOMENTS, st.integers(1, 48), st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 600)), max_size=3)
)
def test_hours_with_pauses_and_days_off_agree_with_a_count_of_minutes(start, amount, gaps):
    pauses = [Pause(start + timedelta(minutes=a), start + timedelta(minutes=a + b)) for a, b in gaps]

    def counts(moment: datetime) -> bool:
        paused = any(pause.since <= moment < pause.until for pause in pauses)
        return moment.date() in WORKED_DAYS and not paused

    term = Term(unit=Unit.HOUR, amount=amount, skips_days_off=True)

    assert reckon(start, term, CALENDAR, pauses).due == minute_by_minute(start, amount * 60, counts)


# --- what is left, what is late ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-02-12 09:00", 7),
        ("2026-02-14 09:00", 5),
        ("2026-02-20 09:00", 5),
        ("2026-02-27 09:00", 1),
        ("2026-02-28 09:00", 0),
        ("2026-03-01 09:00", 0),
        ("2026-03-03 09:00", -2),
    ],
)
def test_working_days_left_fall_to_zero_on_the_last_day_and_below_it_after(now, left):
    assert working_days_left(at(now), at("2026-02-28 17:30"), CALENDAR) == left


@given(st.dates(date(2024, 1, 1), date(2026, 6, 1)), st.integers(1, 60))
def test_as_many_working_days_are_left_as_were_given(day, amount):
    start = datetime.combine(day, time(9), OFFICE_ZONE)
    reckoned = reckon(start, Term(unit=Unit.WORKING_DAY, amount=amount), CALENDAR)

    assert working_days_left(start, reckoned.due, CALENDAR) == amount
    assert count_working_days(day, reckoned.due.date(), CALENDAR) == amount


def test_a_started_minute_or_day_is_late_as_a_whole():
    end = at("2026-01-09 17:30")

    assert (minutes_late(end, end), days_late(end, end)) == (0, 0)
    assert (minutes_late(end + timedelta(seconds=1), end), days_late(end + timedelta(seconds=1), end)) == (
        1,
        1,
    )
    assert (minutes_late(end + timedelta(minutes=30), end), days_late(end + timedelta(days=1), end)) == (
        30,
        1,
    )
    assert days_late(at("2026-01-01 00:00"), end) == 0


# --- words, doubts, refusals ------------------------------------------------------------------------------------


def test_the_explanation_says_what_did_not_count_and_what_did():
    steps = reckon(at("2026-02-12 10:00"), Term(unit=Unit.WORKING_DAY, amount=7), CALENDAR).steps

    assert steps == (
        "自2026年2月12日起算7个工作日，当日不计入",
        "2月15日至2月23日为春节假期，不计入",
        "2月14日（星期六）、2月28日（星期六）调休上班，计入",
        "2026年2月28日（星期六）17时30分到期",
    )


def test_the_explanation_names_an_offices_own_days():
    own = office_calendar(
        OfficeDays(opened=frozenset({date(2026, 3, 7)}), closed=frozenset({date(2026, 3, 5)}))
    )

    steps = reckon(at("2026-03-04 10:00"), Term(unit=Unit.WORKING_DAY, amount=3), own).steps

    assert steps[1:-1] == (
        "3月5日为本单位休息，不计入",
        "3月8日为周末，不计入",
        "3月7日（星期六）本单位上班，计入",
    )


def test_the_explanation_of_working_hours_shows_each_day():
    steps = reckon(at("2026-01-09 15:00"), Term(unit=Unit.WORKING_HOUR, amount=8), NO_LUNCH).steps

    assert steps == (
        "自2026年1月9日15时起计8个工作小时",
        "1月10日至1月11日为周末，不计入",
        "1月9日（星期五）计2小时30分：15时至17时30分",
        "1月12日（星期一）计5小时30分：9时至14时30分",
        "2026年1月12日（星期一）14时30分到期",
    )


def test_the_explanation_names_a_pause_and_a_moved_last_day():
    pause = Pause(at("2026-09-02 10:00"), at("2026-09-03 10:00"))
    term = Term(unit=Unit.DAY, amount=29, last_day=LastDay.HOLIDAY_BLOCK)

    steps = reckon(at("2026-09-01 10:00"), term, CALENDAR, [pause]).steps

    assert steps[1:3] == (
        "9月3日为暂停计算期间，不计入",
        "最后一日10月1日为国庆节假期，顺延至10月8日（星期四）",
    )


@pytest.mark.parametrize(
    ("term", "provisional"),
    [
        (Term(unit=Unit.DAY, amount=60), True),
        (Term(unit=Unit.DAY, amount=60, last_day=LastDay.STATUTORY, until_midnight=True), True),
        (Term(unit=Unit.HOUR, amount=1500, skips_days_off=True), True),
        (Term(unit=Unit.WORKING_HOUR, amount=300), True),
        # Nothing here depends on which days are worked.
        (Term(unit=Unit.DAY, amount=60, until_midnight=True), False),
        (Term(unit=Unit.HOUR, amount=1500), False),
        # Ends within the published years.
        (Term(unit=Unit.DAY, amount=30), False),
    ],
)
def test_a_term_past_the_published_years_is_provisional_if_it_asks_which_days_are_worked(term, provisional):
    reckoned = reckon(at("2026-11-20 10:00"), term, CALENDAR)

    assert reckoned.provisional is provisional
    assert ("预估" in reckoned.steps[-1]) is provisional


def test_a_term_before_the_first_published_year_is_provisional_too():
    reckoned = reckon(at("2022-12-20 10:00"), Term(unit=Unit.WORKING_DAY, amount=15), CALENDAR)

    assert reckoned.provisional
    assert "2023年1月1日以前" in reckoned.steps[-1]


def test_a_computer_set_to_another_zone_changes_nothing():
    term = Term(unit=Unit.WORKING_DAY, amount=1)
    new_year_by_the_office = datetime(2025, 12, 31, 16, 30, tzinfo=UTC)

    reckoned = reckon(new_year_by_the_office, term, CALENDAR)

    assert reckoned == reckon(at("2026-01-01 00:30"), term, CALENDAR)
    assert f"{reckoned.due:%Y-%m-%d %H:%M %z}" == "2026-01-04 17:30 +0800"


def test_an_office_in_another_zone_keeps_its_own_clock():
    west = office_calendar(OfficeDays(zone=ZoneInfo("Asia/Urumqi")))

    assert reckon(at("2026-01-12 11:00"), Term(unit=Unit.SAME_DAY), west).due.hour == 17
    assert reckon(at("2026-01-12 11:00"), Term(unit=Unit.SAME_DAY), west).due == at("2026-01-12 19:30")


def test_no_term_is_shorter_than_one_unit():
    with pytest.raises(ValueError, match="one unit"):
        reckon(at("2026-01-12 11:00"), Term(unit=Unit.DAY, amount=0), CALENDAR)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        reckon(datetime(2026, 1, 12), Term(unit=Unit.DAY), CALENDAR)  # noqa: DTZ001 - that is what is refused


def test_a_pause_of_a_later_day_leaves_the_hours_before_it_alone():
    """Eight working hours from Friday 15:00 without lunch: 2½ that day, 5½ on Monday, whose pause takes one more."""
    pause = Pause(at("2026-03-09 10:00"), at("2026-03-09 11:00"))
    term = Term(unit=Unit.WORKING_HOUR, amount=8)

    assert due("2026-03-06 15:00", term, NO_LUNCH) == "2026-03-09 14:30"
    assert due("2026-03-06 15:00", term, NO_LUNCH, [pause]) == "2026-03-09 15:30"
