"""What follows a case while it is open and when it comes back: orders, reopening, referral (CAP-78 to 80)."""

from datetime import date

import pytest
from tests.capabilities.counter import Opened, act, clocks, look, set_time, steps, take_in
from tests.capabilities.developer import SCORES, handled
from tests.services.test_main_job import text_of
from tests.small_office import at

from desk.domain.errors import DeskError, NotFound
from desk.domain.survey import led_back_words
from desk.domain.urging import orders_of
from desk.gui import told
from desk.paths import resource
from desk.rulebook.loading import load
from desk.services import figures, registers, shared_forms, stepping, today, undo, urging
from desk.services.office import Office

DAY = date(2026, 11, 20)


# --- CAP-78: 催办、督办 ---


def tracked(office: Office, number: str) -> dict[str, str]:
    """The line of the case in F-07 (000:233), by its titles."""
    found = registers.book(office, office.viewer("supervisor"), "tracking", DAY, DAY)
    titles = [column.title for column in found.columns]
    line = next(words for words in found.words if number in words)
    return dict(zip(titles, line, strict=True))


def assigned_under_r14(opened: Opened) -> tuple[Office, str]:
    office = opened("R14")
    number = take_in(office, "specialist", category="quality").case.number
    act(office, "specialist", number, "classify", priority="first", complexity="complex")
    act(office, "specialist", number, "assign", department="quality")
    return office, number


def test_an_order_has_its_number_and_its_day_and_both_print_in_the_tracking_sheet(opened: Opened) -> None:
    """CAP-78: 督促记录（日期文号）(000:233)."""
    office, number = assigned_under_r14(opened)

    view = act(office, "specialist", number, "urge", urged="请提交分析", urge__reply_by="2026-11-24")
    act(office, "supervisor", number, "urge", urged="再次督促", urge__number="督字〔2026〕1号")

    assert view.case.values["urge.number"] == f"{number}-催1"
    record = f"2026年11月20日 催办 {number}-催1；2026年11月20日 催办 督字〔2026〕1号"
    assert tracked(office, number)["督促记录（日期文号）"] == record
    assert look(office, "specialist", number).words["case.urged"] == "催办 2 次"


def test_the_day_of_reply_is_a_clock_of_the_department_and_stops_with_the_answer(opened: Opened) -> None:
    """CAP-78: 对已超时限的受理行政许可事项有权进行督办、催办 (000:354)."""
    office = opened("R04")
    number = take_in(office, "acceptor", kind="licence").case.number
    said = {"urged_whom": "注册处", "urged_about": "已超时限", "urge__reply_by": "2026-11-23"}
    order = f"{number}-督1"

    view = act(office, "hall_head", number, "supervise", **said)
    assert clocks(view)[f"urge:{order}"].due == at("2026-11-23 17:30")
    [waits] = urging.waiting(office, office.viewer("hall_head"))
    assert (waits.case, waits.number, waits.words, waits.overdue) == (number, order, "督办", False)

    set_time(office, at("2026-11-24 09:00"))
    [late] = urging.waiting(office, office.viewer("hall_head"))
    overdue = next(
        part for part in today.today(office, office.viewer("hall_head")).parts if part.id == "overdue"
    )
    assert late.overdue
    assert number in {line.number for line in overdue.lines}

    view = urging.answer(office, office.viewer("acceptor"), number, "今日审定")
    assert clocks(view)[f"urge:{order}"].standing == "late_done"
    assert urging.waiting(office, office.viewer("hall_head")) == ()
    assert view.case.timeline[-1].note == f"{order}：今日审定"


def test_no_number_stands_for_two_orders_and_an_answer_names_its_order(opened: Opened) -> None:
    """CAP-78; the controls."""
    office = opened("R04")
    number = take_in(office, "acceptor", kind="licence").case.number
    hall = office.viewer("hall_head")
    said = {"urged_whom": "注册处", "urged_about": "已超时限"}

    with pytest.raises(DeskError, match="没有待答复"):
        urging.answer(office, hall, number, "好")
    act(office, "hall_head", number, "urge", **said)
    undo.undo(office, hall, number)
    act(office, "hall_head", number, "urge", **said)
    act(office, "hall_head", number, "urge", **said)

    [first, second] = urging.unanswered(office.rulebook, look(office, "hall_head", number).case)
    assert (first.number, second.number) == (f"{number}-催2", f"{number}-催3")
    with pytest.raises(DeskError, match="哪一份"):
        urging.answer(office, hall, number, "好")
    with pytest.raises(DeskError, match="写明答复"):
        urging.answer(office, hall, number, " ", order=first.number)
    urging.answer(office, hall, number, "好", order=first.number)
    with pytest.raises(DeskError, match="没有待答复"):
        urging.answer(office, hall, number, "好", order=first.number)


def ordered_under_r14(opened: Opened) -> tuple[Office, str]:
    """Three orders to one department: one answered late, one overdue, one without a day."""
    office, number = assigned_under_r14(opened)
    specialist = office.viewer("specialist")
    act(office, "specialist", number, "urge", urged="请提交分析", urge__reply_by="2026-11-20")
    act(office, "specialist", number, "urge", urged="再次督促", urge__reply_by="2026-11-23")
    act(office, "specialist", number, "urge", urged="口头提醒")
    set_time(office, at("2026-11-24 09:00"))
    urging.answer(office, specialist, number, "已提交", order=f"{number}-催1")
    return office, number


def test_the_register_of_orders_tells_each_department_what_it_was_asked_and_when_it_answered(
    opened: Opened,
) -> None:
    """CAP-78: a count against the department."""
    office, number = ordered_under_r14(opened)

    found = registers.book(office, office.viewer("supervisor"), "orders", DAY, DAY)

    titles = [column.title for column in found.columns]
    rows = [dict(zip(titles, words, strict=True)) for words in found.words]
    department = office.rulebook.departments[
        [d.id for d in office.rulebook.departments].index("quality")
    ].name
    assert [(row["承办部门"], row["文号"], row["答复"], row["逾期"]) for row in rows] == [
        (department, f"{number}-催1", "已提交", "逾期答复"),
        (department, f"{number}-催2", "", "逾期未答复"),
        (department, f"{number}-催3", "", ""),
    ]
    assert (
        registers.book(
            office, office.viewer("supervisor"), "orders", date(2026, 11, 21), DAY.replace(day=30)
        ).words
        == ()
    )
    [ranking] = [
        one
        for one in figures.figures(office, office.viewer("supervisor"), DAY, DAY).rankings
        if one.indicator == "催办、督办"
    ]
    assert [(one.group, one.words, one.hits) for one in ranking.figures] == [
        (department, "催办3，逾期2", (number,))
    ]


def test_an_order_without_answer_stands_in_its_own_part_of_the_day(opened: Opened) -> None:
    """CAP-78; the answered one and the one without a day do not."""
    office, number = ordered_under_r14(opened)

    lines = today.today(office, office.viewer("specialist")).part("order").lines

    assert [(line.number, line.words) for line in lines] == [(number, f"催办　{number}-催2")]


def test_an_office_whose_manual_names_no_order_has_one_of_ours(opened: Opened) -> None:
    """CAP-78: 催办单, derived; R16 has its own 督办单."""
    office, number = ordered_under_r14(opened)
    case = look(office, "specialist", number).case

    said = text_of(
        shared_forms.of_case(
            office, office.viewer("specialist"), number, "urging_order", order=f"{number}-催1"
        )
    )

    assert all(
        words in said for words in ("催办单", f"{number}-催1", "请提交分析", "2026年11月20日", "已提交")
    )
    assert "催2" not in said
    assert not any(urging.has_own_paper(office.rulebook, one) for one in orders_of(office.rulebook, case))
    latest = text_of(shared_forms.of_case(office, office.viewer("specialist"), number, "urging_order"))
    assert f"{number}-催3" in latest
    empty = text_of(shared_forms.blank(office, "urging_order"))
    assert ("答复期限" in empty, number in empty) == (True, False)
    alone = take_in(office, "specialist", category="quality").case.number
    with pytest.raises(NotFound, match="没有这样的催办"):
        shared_forms.of_case(office, office.viewer("specialist"), alone, "urging_order")


# --- CAP-79: 重新办理、升级 ---


def test_a_dissatisfied_visit_reopens_counts_and_raises_the_level(opened: Opened) -> None:
    """CAP-79: 重要投诉处理后，再次发生投诉的 is 重大 (002:249)."""
    office = opened("R01")
    number = handled(office, government=True)
    assert look(office, "service", number).case.levels == {"severity": "important"}

    view = act(
        office, "service", number, "visit", **{**SCORES, "plan_score": 4, "plan_score__reason": "没有修好"}
    )

    assert view.case.state == "assigned"
    assert view.facts["reopened"] == 1
    assert view.case.levels == {"severity": "major"}
    assert [entry.step for entry in view.case.timeline][-2:] == ["visit", "reopen"]
    assert view.case.timeline[-1].note == LED_BACK


LED_BACK = "回访4分，低于6分（您对我公司的投诉处理方案是否满意）：重新办理。原因：没有修好"


@pytest.mark.parametrize(
    ("regime", "answers", "said"),
    [
        ("R01", {"timeliness": 5, "plan_score": 6, "attitude_score": 9}, "回访5分，低于6分（您对我公司投诉处理的及时性是否满意）：重新办理"),
        ("R01", {"timeliness": 5, "plan_score": 0, "attitude_score": 9},
         "回访5分，低于6分（您对我公司投诉处理的及时性是否满意），0分，低于6分（您对我公司的投诉处理方案是否满意）：重新办理"),
        ("R14", {"satisfied": False}, "回访不满意：客户不满意，重新处理"),
        ("R16", {"satisfied": False}, "回访答“否”（您对办理是否满意）：不满意，重新办理"),
    ],
)  # fmt: skip
def test_the_way_back_says_what_was_answered_and_what_the_manual_asks(regime, answers, said) -> None:
    """CAP-79: 低于6分 (002:459-469); 6 itself is not below."""
    book = load(resource("rulebooks", regime))

    assert led_back_words(book, book.step(book.survey.dissatisfied), answers) == said


def test_who_takes_the_step_is_told_why_it_went_back(opened: Opened) -> None:
    """CAP-79: in the answer of the act, on the bar of the window and on the command line."""
    office = opened("R01")
    answers = {**SCORES, "plan_score": 4, "plan_score.reason": "没有修好"}

    back = stepping.act(office, office.viewer("service"), handled(office), "visit", answers)
    on = stepping.act(office, office.viewer("service"), handled(office), "visit", SCORES)

    assert (back.led_back, on.led_back) == (LED_BACK, "")
    assert LED_BACK in told.acted(back)
    assert "回访" not in told.acted(on).partition("已办")[2].replace("已回访", "")


def test_a_satisfied_visit_leads_on_and_nothing_is_counted(opened: Opened) -> None:
    """CAP-79; the control."""
    office = opened("R01")

    view = act(office, "service", handled(office, government=True), "visit", **SCORES)

    assert (view.case.state, view.facts["reopened"]) == ("visited", 0)
    assert view.case.levels == {"severity": "important"}


def solved(office: Office) -> str:
    number = take_in(office, "specialist", category="quality").case.number
    act(office, "specialist", number, "classify", priority="usual", complexity="simple")
    act(office, "specialist", number, "solve", remedy="exchange", result="当场换货")
    return number


def test_a_visit_by_who_may_not_reopen_leaves_it_to_who_may(opened: Opened) -> None:
    """CAP-79: 客户不满意，重新处理 is for 专员 and 主管 (000:44-45, 001:121)."""
    office = opened("R14")
    one, other = solved(office), solved(office)

    by_reception = act(office, "reception", one, "visit", satisfied=False, told_by="phone")
    by_specialist = act(office, "specialist", other, "visit", satisfied=False, told_by="phone")

    assert by_reception.case.state == "visited"
    assert "reanalyse" in steps(look(office, "specialist", one))
    assert (by_specialist.case.state, by_specialist.facts["reopened"]) == ("assigned", 1)


def test_an_escalation_at_the_customers_wish_raises_the_level(opened: Opened) -> None:
    """CAP-79: 一般投诉处理不当升级的投诉 is 重要 (002:265)."""
    office = opened("R01")
    number = handled(office)

    view = act(office, "service", number, "escalate", reason="客户要求升级")

    assert view.case.levels == {"severity": "important"}
    assert view.facts["escalated"] is True


# --- CAP-80: 上报、转办、交办、转送 ---

WAYS = [("report_up", "上报", "省局"), ("transfer", "转办", "县局"), ("assign_down", "交办", "县局"), ("forward", "转送", "公安局")]  # fmt: skip


@pytest.mark.parametrize(("step", "kind", "counterpart"), WAYS)
def test_a_matter_is_sent_on_in_one_of_four_ways_and_the_reply_is_recorded(
    opened: Opened, step: str, kind: str, counterpart: str
) -> None:
    """CAP-80: 上报、转办、交办和转送投诉举报案件……结果反馈 (000:259)."""
    from tests.services.test_main_job import text_of

    from desk.services import notices

    office = opened("R03")
    ways = {"report_up": "report_up", "transfer": "transfer", "assign_down": "assign", "forward": "forward"}
    [department] = [office.rulebook.departments[0].id]
    number = take_in(office, "acceptor", kind="report").case.number
    act(office, "acceptor", number, "accept", handling=ways[step])
    asked = {field.id for field in office.rulebook.fields_at(step, "report")}
    sent = {"counterpart": counterpart, **({"department": department} if "department" in asked else {})}

    view = act(office, "officer", number, step, **sent)
    reply = act(office, "officer", number, "counterpart_reply", counterpart_reply="已责令改正")

    assert (view.words["handling"], view.words["counterpart"]) == (kind, counterpart)
    assert view.case.handed_on_at == office.now()
    assert reply.words["counterpart_reply"] == "已责令改正"
    if "transfer" in office.rulebook.step(step).papers:
        sheet = text_of(notices.issue(office, office.viewer("officer"), number, "transfer"))
        assert kind in sheet
        assert counterpart in sheet


def test_a_matter_without_counterpart_is_not_sent_on(opened: Opened) -> None:
    """CAP-80; the control."""
    office = opened("R03")
    number = take_in(office, "acceptor", kind="report").case.number
    act(office, "acceptor", number, "accept", handling="report_up")

    with pytest.raises(DeskError, match="去向单位"):
        act(office, "officer", number, "report_up")


def test_a_fax_to_the_branch_is_on_the_record(opened: Opened) -> None:
    """CAP-80: F-35, 超出本单位范围的传真到分公司 (002:599)."""
    from tests.services.test_main_job import text_of

    from desk.services import notices

    office = opened("R09")
    number = take_in(office, "recipient", kind="complaint", beyond_area=True).case.number

    view = act(office, "recipient", number, "fax", faxed_to="市分公司客户服务部")

    assert view.case.handed_on_at == office.now()
    record = text_of(notices.issue(office, office.viewer("order"), number, "record"))
    assert "市分公司客户服务部" in record.replace("\n", "")


def test_what_was_sent_down_comes_back_with_its_result(opened: Opened) -> None:
    """CAP-80: R15 转送, with the day by which the other office reports back."""
    office = opened("R15")
    number = take_in(office, "counter", kind="report", channel="window", summary="反映一家商行").case.number
    approved = {"approver": "周局", "approved_on": "2026-11-20"}

    view = act(
        office,
        "officer",
        number,
        "transfer",
        receiver__name="某县局",
        report_back_on="2026-12-31",
        **approved,
    )
    back = act(office, "counter", number, "transfer_reported", result="已处理")

    assert due_on(view, "transfer_report") == "2026-12-31"
    assert (view.case.state, back.case.state) == ("transferred", "transfer_done")


def due_on(view, clock: str) -> str:  # type: ignore[no-untyped-def]
    return f"{clocks(view)[clock].due:%Y-%m-%d}"
