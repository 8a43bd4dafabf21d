"""Clocks, calendar, flow and roles (CAP-46 to 61, but for 53, 57 and 58)."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.capabilities.counter import (
    Opened,
    act,
    altered,
    clocks,
    forward,
    look,
    refused,
    set_time,
    steps,
    take_in,
)
from tests.small_office import CALENDAR, at

from desk.domain.calendar import OfficeDays, office_calendar, parse_hours
from desk.domain.clocks import left_words, next_due
from desk.domain.errors import DeskError, Forbidden
from desk.domain.terms import LastDay, Pause, Term, Unit
from desk.domain.workdays import reckon
from desk.rulebook.loading import load, shipped
from desk.services import cases
from desk.services import office_calendar as calendars


def due(view, clock: str) -> str:  # type: ignore[no-untyped-def]
    moment = clocks(view)[clock].due
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


def test_a_general_property_matter_shows_its_six_clocks(opened: Opened) -> None:
    """CAP-46: transfer 2 h, response 1 h, overall 24 h, plan 4 h, close 3 d, visit the same day (002:103-105, 307-349)."""
    office = opened("R01")
    set_time(office, at("2026-11-18 09:00"))  # a Wednesday
    number = take_in(office, "reception", category="property_service").case.number
    act(office, "service", number, "accept", respondent__staff=False)
    act(office, "service", number, "judge", department="property")
    act(office, "service", number, "assign")
    act(office, "service", number, "verify", verified="属实")
    plan = {"plan_kind": ("talk",), "plan_from": "2026-11-18", "plan_to": "2026-11-19"}
    act(office, "service", number, "plan", **plan)
    for step in ("review", "agree"):
        act(office, "service", number, step)
    forward(office, hours=2)
    view = act(office, "service", number, "finish", result="已处理")

    six = ("transfer", "response", "response_overall", "plan", "close", "visit")
    assert [clocks(view)[id_].limit.words for id_ in six] == [
        "2小时",
        "1小时",
        "24小时",
        "4小时",
        "3日",
        "当日",
    ]
    # Transfer and closing from receipt at 9:00, response and plan from the dispatch, the visit on the day it is done.
    assert [due(view, id_) for id_ in six] == [
        "2026-11-18 11:00",
        "2026-11-18 10:00",
        "2026-11-19 09:00",
        "2026-11-18 13:00",
        "2026-11-21 23:59",
        "2026-11-18 17:30",
    ]
    assert [clocks(view)[id_].standing for id_ in six] == [
        "done",
        "overdue",
        "running",
        "done",
        "running",
        "running",
    ]
    assert all(clock.owner for clock in clocks(view).values())


WEEK = tuple(parse_hours(hours) for hours in ["9:00-17:30"] * 5 + ["", ""])
NO_LUNCH = office_calendar(OfficeDays(week=WEEK))


@pytest.mark.parametrize(
    ("start", "term", "ends", "line"),
    [
        # Eight working hours from Friday 15:00 with 9:00-17:30: 2.5 h on Friday, 5.5 h on Monday (002:635).
        ("2026-11-20 15:00", Term(unit=Unit.WORKING_HOUR, amount=8), "2026-11-23 14:30", "002:635"),
        ("2026-11-20 17:10", Term(unit=Unit.MINUTE, amount=30), "2026-11-20 17:40", "002:651"),
        ("2026-11-20 23:50", Term(unit=Unit.MINUTE, amount=30), "2026-11-21 00:20", "002:651"),
        ("2026-11-20 09:00", Term(unit=Unit.HOUR, amount=24), "2026-11-21 09:00", "000:186"),
        ("2026-11-20 09:00", Term(unit=Unit.DAY, amount=1), "2026-11-21", "002:659"),
        ("2026-11-20 09:00", Term(unit=Unit.WORKING_DAY, amount=5), "2026-11-27", "000:346"),
        ("2026-11-20 09:00", Term(unit=Unit.SAME_DAY, amount=1), "2026-11-20", "000:346"),
        ("2026-11-20 09:00", Term(unit=Unit.NEXT_DAY, amount=1), "2026-11-21", "000:347"),
        ("2026-11-20 09:00", Term(unit=Unit.NEXT_WORKING_DAY, amount=1), "2026-11-23", "000:347, D-26"),
        ("2026-11-20 09:00", Term(unit=Unit.WEEK, amount=1), "2026-11-27", "002:263"),
        ("2026-11-30 09:00", Term(unit=Unit.MONTH, amount=3), "2027-02-28", "002:621"),
    ],
)
def test_every_unit_ends_where_the_manual_ends_it(start: str, term: Term, ends: str, line: str) -> None:
    """CAP-47."""
    assert f"{reckon(at(start), term, NO_LUNCH).due:%Y-%m-%d %H:%M}".startswith(ends), line


def test_a_range_has_a_target_and_a_limit(opened: Opened) -> None:
    """CAP-47, 50: 7 to 15 days (002:317, D-06)."""
    office = opened("R01")
    set_time(office, at("2026-11-02 09:00"))

    close = clocks(take_in(office, "reception", category="planning").case)["close"]

    assert (f"{close.target:%m-%d}", f"{close.due:%m-%d}") == ("11-09", "11-17")


def test_a_holiday_of_ones_own_moves_working_days_and_a_make_up_saturday_counts(opened: Opened) -> None:
    """CAP-48: five working days (000:346)."""
    office = opened("R04")
    number = take_in(office, "acceptor", kind="licence").case.number
    head = office.viewer("administrator")
    assert due(look(office, "acceptor", number), "statutory_5wd")[:10] == "2026-11-27"

    calendars.set_day(office, head, date(2026, 11, 25), works=False, name="停电检修")
    moved = due(look(office, "acceptor", number), "statutory_5wd")[:10]
    calendars.set_day(office, head, date(2026, 11, 28), works=True, name="补班")
    back = due(look(office, "acceptor", number), "statutory_5wd")[:10]

    assert (moved, back) == ("2026-11-30", "2026-11-28")


def test_the_hours_of_a_holiday_do_not_count_where_the_manual_defers(opened: Opened) -> None:
    """CAP-49: 节假日顺延 (002:105): Friday 17:00 + 24 h → Monday 17:00; the 4 h for danger → 21:00 the same day (D-19)."""
    office = opened("R01")
    set_time(office, at("2026-11-20 17:00"))

    view = take_in(office, "reception", safety=True).case

    assert due(view, "response_overall") == "2026-11-23 17:00"
    assert due(view, "response_safety") == "2026-11-20 21:00"


@pytest.mark.parametrize(
    ("category", "facts", "limit", "line"),
    [
        ("property_service", {"people": 10}, "5个工作日", "002:345-347"),
        ("property_service", {}, "3日", "002:319"),
        ("planning", {}, "7–15日", "002:317"),
        ("other", {"people": 4}, "7日", "002:343"),
        ("other", {}, "7–15日", "002:325"),
        ("signing", {"government": True}, "3日", "002:331"),
        ("repair", {"people": 10}, "未设定", "002:345"),
    ],
)
def test_level_and_category_give_the_limit(
    opened: Opened, category: str, facts: dict[str, object], limit: str, line: str
) -> None:
    """CAP-50."""
    office = opened("R01")

    assert (
        clocks(take_in(office, "reception", category=category, **facts).case)["close"].limit.words == limit
    ), line


def test_a_category_without_a_limit_of_its_own_falls_back_and_says_so(opened: Opened) -> None:
    """CAP-51: 服务类 has no clock of its own (002:225, D-08): it counts as 其他; no category at all is 未设定."""
    office = opened("R01")

    attitude = clocks(take_in(office, "reception", category="attitude").case)["close"]
    unknown = clocks(take_in(office, "reception").case)["close"]

    assert attitude.limit.words == "7–15日"
    assert (unknown.due, unknown.steps) == (None, ("手册未规定此时限，请在规则簿中设定",))


def test_the_due_list_has_the_most_urgent_first_and_colours(opened: Opened) -> None:
    """CAP-52."""
    office = opened("R14")
    clerk = office.viewer("specialist")
    set_time(office, at("2026-11-18 09:00"))
    early = take_in(office, "specialist").case.number
    set_time(office, at("2026-11-19 08:00"))
    late = take_in(office, "specialist").case.number
    set_time(office, at("2026-11-19 10:00"))

    rows = cases.due(office, clerk, "1d")
    view = look(office, "specialist", early)
    governing = next_due(view.clocks)

    assert [row.number for row in rows] == [early, late]
    assert governing is not None
    assert governing.standing == "overdue"
    assert left_words(governing, office.now(), office.calendar).startswith("已逾期")
    assert next_due(look(office, "specialist", late).clocks).standing in ("running", "overdue")  # type: ignore[union-attr]


def assigned(office, **facts: object) -> str:  # type: ignore[no-untyped-def]
    number = take_in(office, "reception", category="property_service", **facts).case.number
    act(office, "service", number, "accept", respondent__staff=False)
    act(office, "service", number, "judge", department="property")
    act(office, "service", number, "assign")
    return number


def test_a_major_delay_is_granted_by_the_vice_manager_only(opened: Opened) -> None:
    """CAP-54: major → 分管副总, in writing (002:353-361); both dates are on the paper."""
    from tests.services.test_main_job import text_of

    from desk.services import notices

    office = opened("R01")
    number = assigned(office, people=4)
    reason = {"delay_reason": "等第三方检测", "due_on": "2026-12-05"}

    with pytest.raises(Forbidden) as refusal:
        act(office, "department_head", number, "extend_close", **reason)
    assert "分管副总" in refusal.value.message
    with pytest.raises(DeskError):
        act(office, "vice_gm", number, "extend_close", due_on="2026-12-05")
    view = act(office, "vice_gm", number, "extend_close", **reason)

    assert due(view, "close")[:10] == "2026-12-05"
    told = " ".join(clocks(view)["close"].steps)
    assert "原到期 2026年11月23日" in told
    assert "现到期 2026年12月5日" in told
    printed = text_of(notices.issue(office, office.viewer("service"), number, "delay"))
    assert "等第三方检测" in printed
    assert "12月5日" in printed
    assert "11月23日" in printed


def test_a_delay_is_agreed_with_the_complainant_where_the_agreement_says_so(opened: Opened) -> None:
    """CAP-54: 000:54."""
    office = opened("R14+X1")
    number = take_in(office, "specialist").case.number
    act(
        office,
        "specialist",
        number,
        "sign_agreement",
        agreed_result_hours=48,
        agreement_signed_on="2026-11-20",
    )

    view = act(
        office, "specialist", number, "agreement_extend", agreement_delay="等检测", due_on="2026-12-01"
    )

    assert due(view, "agreed_result")[:10] == "2026-12-01"
    assert any("与投诉人商定" in step for step in clocks(view)["agreed_result"].steps)


def test_days_of_waiting_for_supplements_do_not_count() -> None:
    """CAP-55: five working days from Monday, Wednesday and Thursday waiting: the Monday after becomes Wednesday."""
    waiting = Pause(at("2026-11-18 00:00"), at("2026-11-20 00:00"))

    plain = reckon(at("2026-11-16 09:00"), Term(unit=Unit.WORKING_DAY, amount=5), CALENDAR)
    paused = reckon(at("2026-11-16 09:00"), Term(unit=Unit.WORKING_DAY, amount=5), CALENDAR, [waiting])

    assert (f"{plain.due:%m-%d}", f"{paused.due:%m-%d}") == ("11-23", "11-25")


LACKING = ({"name": "申请表", "held": "是"}, {"name": "质量标准", "held": "否", "lack": "缺页"})
WHOLE = ({"name": "申请表", "held": "是"}, {"name": "质量标准", "held": "是"})


def test_waiting_for_supplements_stops_the_clock_and_the_case_tells_it(
    opened: Opened, tmp_path: Path
) -> None:
    """CAP-55: 000:344-347. The acceptance limit is blank in the manual (000:350); this office has set ten working days."""
    limit = 'done = ["hand_over_2", "finish_at_once", "refuse", "withdraw"]\nlimit = "unset"'
    office = opened(altered(tmp_path / "R04", "R04", (limit, limit.replace("unset", "10wd"))))
    set_time(office, at("2026-11-02 10:00"))  # a Monday; ten working days end on Monday the 16th
    number = take_in(office, "acceptor", kind="licence", materials=LACKING, complete=False).case.number
    assert due(look(office, "acceptor", number), "acceptance_limit")[:10] == "2026-11-16"

    set_time(office, at("2026-11-04 15:00"))
    way = next(f for f in office.rulebook.fields_at("correct", "licence") if f.id == "told_by").choices[0].id
    waiting = act(office, "acceptor", number, "correct", materials=LACKING, told_by=way)
    set_time(office, at("2026-11-30 10:00"))
    still = act(office, "acceptor", number, "supplement", materials=LACKING)  # something came, not all
    set_time(office, at("2026-12-01 10:00"))
    again = act(office, "acceptor", number, "supplement", materials=WHOLE)

    paused, running = clocks(still)["acceptance_limit"], clocks(again)["acceptance_limit"]
    assert clocks(waiting)["acceptance_limit"].standing == "paused"
    assert (paused.standing, paused.late) == ("paused", 0)
    assert left_words(paused, at("2026-11-30 10:00"), office.calendar).endswith("（暂停计时）")
    # Two days were used (3 and 4 November), 5 November to 1 December does not count: eight remain from 2 December on.
    assert (running.standing, due(again, "acceptance_limit")[:10]) == ("running", "2026-12-11")
    assert any("11月5日至" in step and "暂停计算" in step and "不计入" in step for step in running.steps)
    told = [(entry.step, f"{entry.at:%m-%d %H:%M}") for entry in again.case.timeline]
    assert told[-3:] == [
        ("correct", "11-04 15:00"),
        ("supplement", "11-30 10:00"),
        ("supplement", "12-01 10:00"),
    ]
    set_time(office, at("2026-12-11 18:00"))
    assert clocks(look(office, "acceptor", number))["acceptance_limit"].standing == "overdue"


def test_sixty_days_of_mediation_stand_still_while_a_third_party_tests(opened: Opened) -> None:
    """CAP-55: 第二十二条第三款: ten days at the laboratory make sixty days seventy."""
    office = opened("R15")
    set_time(office, at("2026-09-01 09:00"))
    people = {
        "complainant__address": "人民路1号",
        "respondent__name": "鑫源",
        "respondent__address": "解放街8号",
    }
    number = take_in(office, "counter", channel="window", **people).case.number
    act(office, "head", number, "accept", approver="李局长", approved_on="2026-09-01")
    assert due(look(office, "mediator", number), "mediation")[:10] == "2026-10-31"

    set_time(office, at("2026-09-10 09:00"))
    act(office, "mediator", number, "start_test", test__body="省质检院")
    set_time(office, at("2026-09-20 09:00"))
    view = act(office, "mediator", number, "end_test")

    assert due(view, "mediation")[:10] == "2026-11-10"
    assert any("9月11日至9月20日" in step and "暂停计算" in step for step in clocks(view)["mediation"].steps)


@pytest.mark.parametrize(
    ("manual", "by", "clock", "minutes", "registered_after", "line"),
    [
        ("R01", "reception", "hand_over", 120, 5, "002:293"),
        ("R13a", "recipient", "hand_over", 30, 5, "002:651"),
        ("R02", "specialist", "record", 60, 0, "000:155"),  # counted from when it was taken on
        ("R11a", "salesman", "issue", 60, 5, "002:635"),
    ],
)
def test_each_recipient_has_the_manuals_own_time_and_lateness_is_told_in_minutes(
    opened: Opened, manual: str, by: str, clock: str, minutes: int, registered_after: int, line: str
) -> None:
    """CAP-56: from the receipt, whenever it was registered; a started minute counts."""
    office = opened(manual)
    received = office.now()
    forward(office, minutes=registered_after)
    plate = {"plate": "云A12345"} if manual == "R13a" else {}
    number = take_in(office, by, at=received, **plate).case.number

    def standing(**past: float) -> tuple[str, int, str]:
        set_time(office, received + timedelta(minutes=minutes, **past))
        state = clocks(look(office, by, number))[clock]
        return state.standing, state.late, left_words(state, office.now(), office.calendar)

    assert standing() == ("running", 0, "今日到期"), line
    assert standing(seconds=1) == ("overdue", 1, "已逾期 1分")
    assert standing(seconds=7 * 60) == ("overdue", 7, "已逾期 7分")


def test_what_was_handed_over_late_keeps_its_minutes(opened: Opened) -> None:
    """CAP-56: half an hour (002:651), handed over after forty-two minutes."""
    office = opened("R13a")
    number = take_in(office, "recipient", plate="云A12345", category="sales").case.number
    forward(office, minutes=42)

    act(office, "recipient", number, "hand_over")
    forward(office, days=3)

    state = clocks(look(office, "customer", number))["hand_over"]
    assert (state.standing, state.late) == ("late_done", 12)
    assert left_words(state, office.now(), office.calendar) == "逾期完成，迟 12分"


def test_nothing_is_promised_before_it_is_verified(opened: Opened) -> None:
    """CAP-59: no promise of solution or days before verification (000:296)."""
    office = opened("R08")
    assert "promised" in refused(office, "hr", promised="2026-12-01 17:00")
    number = take_in(office, "hr").case.number
    act(office, "hr", number, "accept")
    with pytest.raises(DeskError):
        act(office, "hr", number, "confirm_facts", facts_confirmed="谈过", promised="2026-12-01 17:00")
    act(office, "hr", number, "confirm_facts", facts_confirmed="谈过")
    act(office, "hr", number, "investigate")

    view = act(office, "hr", number, "analyse", truth="true", promised="2026-12-01 17:00")

    assert due(view, "promised") == "2026-12-01 17:00"


@pytest.mark.parametrize(
    ("manual", "by", "kind", "more", "line"),
    [
        ("R14", "specialist", "complaint", {}, "000:232"),
        ("R09", "recipient", "suggestion", {"reply_needed": True}, "002:599"),
    ],
)
def test_others_may_promise_and_the_promise_is_a_clock(
    opened: Opened, manual: str, by: str, kind: str, more: dict[str, object], line: str
) -> None:
    """CAP-59."""
    office = opened(manual)

    view = take_in(office, by, kind=kind, promised="2026-12-01 17:00", **more).case

    assert "2026-12-01 17:00" in {due(view, id_) for id_ in clocks(view)}, line


def test_a_case_is_filed_only_after_verification(opened: Opened) -> None:
    """CAP-60: 初核 → 核实 → 立案 (000:215-216)."""
    office = opened("R05")
    number = take_in(office, "hotline").case.number
    act(office, "officer", number, "first_check", first_finding="属实", department="team")

    with pytest.raises(DeskError) as refusal:
        act(office, "officer", number, "file")

    assert "不能“立案”" in refusal.value.message
    act(office, "officer", number, "send_team", team="张三、李四")
    act(office, "officer", number, "submit", finding="属实", proposal="建议立案")
    assert act(office, "leader", number, "file").words["case.state"] == "已立案"


def test_a_valid_matter_is_not_closed_without_a_plan(opened: Opened) -> None:
    """CAP-60: 002:289-297."""
    office = opened("R01")
    number = assigned(office)

    for step in ("close", "finish", "visit"):
        with pytest.raises(DeskError):
            act(office, "service", number, step, result="办完了")

    assert not {"close", "finish", "visit"} & steps(look(office, "service", number))


def test_the_front_desk_sets_no_final_level(opened: Opened) -> None:
    """CAP-61: final judgement by 客户服务部 (002:159)."""
    office = opened("R01")
    number = take_in(office, "reception").case.number

    with pytest.raises(Forbidden) as refusal:
        act(office, "reception", number, "set_level", note="重大", level__severity="major")

    assert "客户服务部" in refusal.value.message
    assert (
        act(office, "service", number, "set_level", note="核实", level__severity="major").words["case.level"]
        == "重大投诉"
    )


def test_the_window_does_not_sign_for_the_reviewer(opened: Opened) -> None:
    """CAP-61: 审核, 复审, 审定 by their own posts (000:351-352)."""
    office = opened("R04")
    number = take_in(office, "acceptor", kind="licence", complete=True).case.number
    act(office, "acceptor", number, "accept")
    fields = {f.id for f in office.rulebook.fields_at("hand_over_2", "licence") if f.required}
    values = {id_: "2026-11-20" if id_.endswith(".at") else "张三" for id_ in fields - {"department"}}
    act(office, "acceptor", number, "hand_over_2", department="药品注册处", **values)

    with pytest.raises(Forbidden):
        act(office, "acceptor", number, "examine", opinion="符合")

    assert act(office, "reviewer", number, "examine", opinion="符合").case.state == "examined"


@pytest.mark.parametrize("manual", shipped())
def test_in_every_manual_somebody_registers_somebody_handles_and_somebody_configures(manual: str) -> None:
    """CAP-61."""
    rights = [set(role.rights) for role in load(manual).roles]

    for right in ("register", "handle", "configure"):
        assert any(right in held for held in rights), right


def test_last_days_can_be_moved_by_each_rule() -> None:
    """CAP-49: a due day that is a Saturday stays, or moves to Monday, as the clock says."""
    saturday = Term(unit=Unit.DAY, amount=1)

    assert f"{reckon(at('2026-11-20 09:00'), saturday, CALENDAR).due:%m-%d}" == "11-21"
    moved = Term(unit=Unit.DAY, amount=1, last_day=LastDay.DAY_OFF)
    assert f"{reckon(at('2026-11-20 09:00'), moved, CALENDAR).due:%m-%d}" == "11-23"
