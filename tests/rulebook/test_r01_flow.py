"""The developer's complaint on its way: what the second reading of 002:4-587 found, taken step by step.

The expected values are written from the manual; the line stands beside them.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.rulebook.test_ways import DEVELOPER, MORNING, TODAY, Act, opened, walked
from tests.small_office import CALENDAR

from desk.domain.case import Case, Happening
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.errors import DeskError, Forbidden
from desk.domain.figures import Judged
from desk.domain.grading import grade, levels
from desk.domain.penalties import Line, penalties
from desk.domain.survey import leads_back
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find

LATER = MORNING + timedelta(hours=2)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R01")


def complaint(book: Rulebook, category: str = "repair", **values: Any) -> Case:
    return opened(book, "complaint", "visit", category, values)


def graded(book: Rulebook, case: Case) -> Case:
    return replace(case, levels=levels(grade(book, of_case(book, case, LATER))))


def clocks(book: Rulebook, case: Case, now: datetime = LATER) -> dict[str, ClockState]:
    return {one.id: one for one in clocks_of(book, case, of_case(book, case, now), CALENDAR, now)}


def until(step: str, *more: Act) -> list[Act]:
    """The acts of ``DEVELOPER`` up to and with this step, and what is done then."""
    acts = [name for name, _, _ in DEVELOPER]
    return [*DEVELOPER[: len(acts) - acts[::-1].index(step)], *more]


def after(book: Rulebook, step: str, *more: Act) -> Case:
    """A complaint outside the remit of whoever took it in, after these acts."""
    return walked(book, complaint(book, within_remit=False), until(step, *more))


# --- reporting up (002:303-349) ---


def told(case: Case, minute: int, *roles: str) -> Case:
    entries = [
        Happening(step=f"reported:{role}", at=MORNING + timedelta(minutes=minute), by="wang")
        for role in roles
    ]
    return replace(case, timeline=(*case.timeline, *entries))


@pytest.mark.parametrize(
    ("values", "due", "line"),
    [
        ({"government": True}, "11:30", "002:327"),  # 重要投诉　客服部负责人　2小时
        ({"people": 4}, "11:30", "002:337"),  # 重大投诉　人力运营副总　2小时
        ({"people": 12}, "13:30", "002:345"),  # 危机投诉　总经理　4小时
    ],
)
def test_whoever_the_level_names_is_told_within_its_time(
    book: Rulebook, values: dict[str, Any], due: str, line: str
) -> None:
    case = graded(book, complaint(book, **values))

    found = clocks(book, case)["report_up"]
    assert found.due
    assert f"{found.due:%H:%M}" == due
    assert line in {cell.source for cell in book.clock("report_up").cells}


def test_reporting_is_done_when_everybody_has_been_told(book: Rulebook) -> None:
    """002:253, 337: of a major complaint the vice GM of operations and the GM."""
    case = graded(book, complaint(book, people=4))
    one = told(case, 10, "operations_vice_gm")
    both = told(one, 40, "gm")

    assert clocks(book, one)["report_up"].standing == "running"
    assert clocks(book, both)["report_up"].done_at == MORNING + timedelta(minutes=40)


def test_a_general_complaint_is_reported_to_nobody_by_the_clock(book: Rulebook) -> None:
    """002:309-311: 部门负责人或客户服务部, who has it anyway."""
    assert "report_up" not in clocks(book, graded(book, complaint(book)))


def test_an_office_may_read_the_transfer_as_that_to_the_department_alone() -> None:
    other = load("R01", {"transfer_to": "department"})

    assert "report_up" not in {one.id for one in other.clocks}


# --- who does what ---


@pytest.mark.parametrize(
    ("step", "role", "line"),
    [
        ("pay", "finance", "002:221"),  # 财务部负责审核与支付
        ("inspect", "property_staff", "002:199"),  # 工程类客户投诉的验收
        ("review", "operations_vice_gm", "002:363"),  # 危机投诉由人力运营中心副总经理组织方案确定
        ("return_plan", "operations_vice_gm", "002:363"),
    ],
)
def test_the_act_is_open_to_whom_the_manual_gives_it(book: Rulebook, step: str, role: str, line: str) -> None:
    assert role in book.step(step).by
    assert line.removeprefix("002:") in book.step(step).source


def test_money_is_paid_by_finance_when_the_plan_is_carried_out(book: Rulebook) -> None:
    paid = after(book, "agree", ("pay", "finance", {"paid": 120_000, "paid_on": TODAY}))

    assert (paid.values["paid"], paid.state) == (120_000, "agreed")


def test_a_department_that_takes_on_its_own_matter_is_its_department(book: Rulebook) -> None:
    """002:293: within its own remit it handles the matter itself; the form names the department (002:401)."""
    act: Act = ("take_on", "property_staff", {"respondent.staff": False, "department": "property"})
    case = complaint(book, within_remit=True)

    with pytest.raises(DeskError, match="投诉责任部门"):
        walked(book, case, [("take_on", "property_staff", {"respondent.staff": False})])
    with pytest.raises(Forbidden, match="请先选择类别"):
        walked(book, replace(case, category=""), [act])
    assert walked(book, case, [act]).values["department"] == "property"


# --- invalid on inquiry (002:61-63) ---


@pytest.mark.parametrize("step", ["accept", "judge", "verify", "plan"])
def test_what_proves_untrue_on_inquiry_is_judged_invalid(book: Rulebook, step: str) -> None:
    """3.3.9 经查证与事实情况严重不符, 3.3.8 无法进一步查实: known only after it has been looked into."""
    ended = after(book, step, ("refuse", "service", {"ground": "untrue"}))

    assert (ended.state, ended.values["validity"]) == ("invalid", "invalid")
    assert [one.id for one in clocks(book, ended).values() if one.is_running] == []


def test_nobody_is_fined_for_what_ended_in_time(book: Rulebook) -> None:
    """Withdrawn within the hour: neither plan nor response is missing any more (002:367, 373)."""
    gone = after(book, "assign", ("withdraw", "service", {"reason": "客户要求"}))
    now = MORNING + timedelta(days=30)

    assert [line.rule for line in fined(book, gone, now) if line.rule in ("P2", "P5")] == []
    assert "P2" in {line.rule for line in fined(book, after(book, "assign"), now)}


def fined(book: Rulebook, case: Case, now: datetime) -> tuple[Line, ...]:
    case = graded(book, case)
    judged = Judged(case, of_case(book, case, now), tuple(clocks(book, case, now).values()), closed=False)
    return penalties(book.penalties, [judged], now)


@pytest.mark.parametrize(
    ("facts", "fined_"),
    [
        ({"reception": "service", "did.hand_over": False}, True),
        ({"reception": "property", "did.hand_over": True}, True),  # the property company had passed it on
        ({"reception": "property", "did.hand_over": False}, False),  # 002:371: that is P4
    ],
)
def test_customer_service_answers_for_what_was_handed_to_it(
    book: Rulebook, facts: dict[str, Any], fined_: bool
) -> None:
    assert holds(find(book.penalties, "P3").when, facts) is fined_  # 002:369


# --- closing and anew (002:77-87, 249, 297) ---


def scores(value: int) -> dict[str, Any]:
    return {"timeliness": value, "plan_score": value, "attitude_score": value}


@pytest.mark.parametrize(("ground", "back"), [("confirmed", "reopen"), ("no_agreement", ""), ("lawsuit", "")])
def test_who_could_not_be_agreed_with_is_not_dealt_with_for_ever(
    book: Rulebook, ground: str, back: str
) -> None:
    """002:85-87: that counts as closed, whatever the customer says on the visit."""
    facts = {"ground": ground, **scores(1)}

    assert leads_back(book, book.step("visit"), facts) == back


@pytest.mark.parametrize("state", ["visited", "closed", "archived"])
def test_what_recurs_is_dealt_with_anew_and_confirmed_anew(book: Rulebook, state: str) -> None:
    """002:249 处理后再次发生; 002:79: closed on the customer's confirmation, which was about the first handling."""
    step = {"visited": "visit", "closed": "close", "archived": "archive"}[state]
    reopen: Act = ("reopen", "service", {"reason": "又漏了"})
    again = after(book, step, reopen)
    finished: list[Act] = [*DEVELOPER[9:13], ("visit", "service", scores(9))]
    close: Act = ("close", "service", {})

    assert after(book, step).state == state
    assert again.state == "assigned"
    assert not {"ground", "customer_confirmed", "property_confirmed"} & again.values.keys()
    with pytest.raises(Forbidden, match="须先有客户确认"):
        after(book, step, reopen, *finished, close)
    assert after(book, step, reopen, *finished, DEVELOPER[13], close).state == "closed"


def test_the_property_company_alone_closes_a_repair_where_the_office_reads_it_so() -> None:
    """002:79 维修类投诉以物业公司书面确认维修时间及结果为准."""
    other = load("R01", {"engineering_confirmation": "property"})
    confirmed: list[Act] = [
        ("confirm", "service", {"property_confirmed": True}),
        ("visit", "service", scores(9)),
        ("close", "service", {}),
    ]

    assert after(other, "finish", *confirmed).state == "closed"
    with pytest.raises(DeskError, match="客户确认"):
        after(load("R01"), "finish", *confirmed)


@pytest.mark.parametrize(("special", "signed"), [(True, 4), (False, 2)])
def test_a_special_complaint_is_signed_by_all_whom_the_form_names(
    book: Rulebook, special: bool, signed: int
) -> None:
    """002:479 需由物业公司、投诉责任部门及客户服务部签字确认."""
    facts = {
        "special": special, "customer_confirmed": "written", "category": "repair", "ground": "confirmed",
    }  # fmt: skip

    asked = [one for one in book.paper("result").signatures if holds(one.when, facts)]

    assert len(asked) == signed


@pytest.mark.parametrize("id_", ["after_deed", "partners"])
def test_what_comes_after_the_deed_or_from_partners_is_timed_as_other(book: Rulebook, id_: str) -> None:
    """002:281, 285: marketing ends with the title deed; what comes after is 其他类."""
    found = find(book.categories, id_)

    assert (found.parent, found.clock_class) == ("other", "other")
    assert "002:" in found.source
