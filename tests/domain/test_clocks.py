"""Which clocks run, from when, until when, and what pauses, extends and ends them (CAP-46..55)."""

import pytest
from tests.small_office import CALENDAR, RULES, at, case, happened, small_rulebook

from desk.domain.circumstances import of_case
from desk.domain.clocks import clocks_of, left_words, next_due
from desk.rulebook.loading import Manual, load

BOOK = small_rulebook()


def clock(id_, given, now="2026-11-20 10:00"):
    """One clock of a case, or None where it has not started."""
    states = clocks_of(BOOK, given, of_case(BOOK, given, at(now)), CALENDAR, at(now))
    return next((state for state in states if state.id == id_), None)


def test_seven_working_days_leave_out_the_day_of_receipt():
    # 2026-11-20 is a Friday; 23 24 25 26 27 30 and 1 December are the seven working days after it.
    state = clock("decide", case())

    assert f"{state.due:%Y-%m-%d}" == "2026-12-01"
    assert state.standing == "running"


def test_a_clock_that_has_not_been_triggered_is_not_there():
    assert clock("finish", case()) is None


def test_a_clock_is_done_at_the_step_that_ends_it():
    given = case(timeline=happened(("accept", "2026-11-24 10:00")), state="accepted")

    assert clock("decide", given).standing == "done"


def test_a_step_after_the_due_date_is_done_late():
    given = case(timeline=happened(("accept", "2026-12-02 10:00")), state="accepted")

    assert clock("decide", given, "2026-12-02 11:00").standing == "late_done"


def test_past_its_due_date_a_running_clock_is_overdue():
    assert clock("decide", case(), "2026-12-02 08:00").standing == "overdue"


@pytest.mark.parametrize(
    ("category", "level", "limit", "target"),
    [
        ("goods_broken", "crisis", "2个工作日", 0),
        ("goods_broken", "general", "7–15日", 7),
        ("goods", "general", "60日", 0),
    ],
)
def test_the_first_cell_that_fits_gives_the_limit(category, level, limit, target):
    given = case(
        category=category,
        levels={"gravity": level},
        state="accepted",
        timeline=happened(("accept", "2026-11-23 10:00")),
    )

    state = clock("finish", given)

    assert (state.limit.words, state.limit.target) == (limit, target)


def test_a_range_has_a_target_before_its_limit():
    given = case(category="goods_broken", state="accepted", timeline=happened(("accept", "2026-11-23 10:00")))

    state = clock("finish", given)

    assert (f"{state.target:%m-%d}", f"{state.due:%m-%d}") == ("11-30", "12-08")


def test_days_of_testing_are_not_counted():
    # Accepted 1 September: 60 days end on 31 October. Ten days of testing move that to 10 November.
    steps = (
        ("accept", "2026-09-01 10:00"),
        ("begin_test", "2026-09-10 09:00"),
        ("end_test", "2026-09-20 09:00"),
    )

    state = clock("finish", case(state="accepted", timeline=happened(*steps)))

    assert f"{state.due:%Y-%m-%d}" == "2026-11-10"


def test_while_the_test_lasts_the_clock_is_paused_and_not_overdue():
    steps = (("accept", "2026-09-01 10:00"), ("begin_test", "2026-09-10 09:00"))

    state = clock("finish", case(state="testing", timeline=happened(*steps)), "2026-12-31 10:00")

    assert state.standing == "paused"


def test_without_the_pause_the_same_case_is_overdue():
    state = clock(
        "finish",
        case(state="accepted", timeline=happened(("accept", "2026-09-01 10:00"))),
        "2026-12-31 10:00",
    )

    assert state.standing == "overdue"


def test_an_extension_moves_the_date_and_says_both():
    steps = (("accept", "2026-09-01 10:00"), ("extend", "2026-10-20 10:00"))

    state = clock("finish", case(state="accepted", timeline=happened(*steps)))

    # 31 October is a Saturday; fifteen working days after it end on Friday 20 November.
    assert f"{state.due:%Y-%m-%d}" == "2026-11-20"
    assert any("2026年10月31日" in step and "2026年11月20日" in step for step in state.steps)


def test_a_limit_that_the_manual_leaves_blank_is_never_overdue():
    given = case(state="accepted", timeline=happened(("accept", "2026-01-05 10:00")))

    state = clock("blank", given, "2026-12-31 10:00")

    assert (state.due, state.standing) == (None, "unset")
    assert left_words(state, at("2026-12-31 10:00"), CALENDAR) == "时限未设定"


def test_an_undone_step_starts_and_ends_nothing():
    timeline = happened(("accept", "2026-11-24 10:00"))
    undone = tuple(
        entry.__class__(step=entry.step, at=entry.at, by=entry.by, undone=True) for entry in timeline
    )

    assert clock("decide", case(timeline=undone)).standing == "running"


def test_the_earliest_running_clock_governs_the_case():
    given = case(
        state="accepted",
        timeline=happened(("accept", "2026-11-20 09:30")),
        category="goods_broken",
        levels={"gravity": "crisis"},
    )
    now = at("2026-11-20 10:00")

    states = clocks_of(BOOK, given, of_case(BOOK, given, now), CALENDAR, now)

    assert next_due(states).id == "finish"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-20 10:00", "还剩 7 个工作日"),
        ("2026-12-01 10:00", "今日到期"),
        ("2026-12-03 10:00", "已逾期 2 个工作日"),
    ],
)
def test_what_is_left_is_said_in_working_days(now, words):
    assert left_words(clock("decide", case(), now), at(now), CALENDAR) == words


def test_beyond_the_published_years_a_date_is_provisional():
    given = case(received_at=at("2026-12-28 09:00"), registered_at=at("2026-12-28 09:10"))

    state = clock("decide", given, "2026-12-28 10:00")

    assert state.provisional
    assert "预估" in left_words(state, at("2026-12-28 10:00"), CALENDAR)


@pytest.mark.parametrize(
    ("limit", "told"), [("7wd", True), ("60d", True), ("24h", False), ("at_once", False)]
)
def test_the_manuals_own_words_on_counting_days_stand_under_the_reasons(limit, told):
    rules = RULES.replace('limit = "7wd"', f'limit = "{limit}"')
    book = load(Manual({"rules.toml": f'counts_days = "开始的当日不计入"\n{rules}'}))
    now = at("2026-11-20 10:00")

    [found] = clocks_of(book, case(), of_case(book, case(), now), CALENDAR, now)

    assert ("手册关于期间的规定：开始的当日不计入" in found.steps) is told
    assert "手册关于期间" not in "".join(clock("decide", case()).steps)
