"""The hotline's work orders: a closed loop, disputes over a dispatch, repeated matters merged, other ways shown.

The expected values are copied by hand from the opinions on the hotline; where local rules differ it is a switch.
"""

from datetime import timedelta
from typing import Any

import pytest
from tests.paper.papers import text_of
from tests.rulebook.test_ways import MORNING, Act, opened, walked
from tests.rulebook.walking import clocks, due, papers_after

from desk.domain.circumstances import of_case
from desk.domain.errors import DeskError
from desk.domain.notice import compose
from desk.paper.drawing import draw
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find

LATER = "2026-12-31 09:00"
NAMED = {"complainant.phone": "13900000000", "subject": "路灯不亮", "narrative": "某路路灯三天不亮"}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R16")


def order(
    book: Rulebook, kind: str = "complaint", channel: str = "phone", category: str = "city", **values: Any
) -> Any:
    return opened(book, kind, channel, category, {**NAMED, **values})


DISPATCH: Act = ("dispatch", "operator", {"department": "city"})
GIVE_BACK: Act = ("give_back", "unit", {"return_reason": "not_ours", "return_basis": "路灯由公用企业维护"})
REPLY: Act = (
    "reply",
    "unit",
    {"finding": "已换灯", "result": "已修复", "contacted": True, "reply_kind": "solved"},
)
LOOP: list[Act] = [
    DISPATCH,
    ("sign_for", "unit", {}),
    REPLY,
    ("review", "dispatcher", {}),
    ("visit", "visitor", {"solved": True, "satisfied": True}),
    ("close", "visitor", {}),
]


def test_the_loop_goes_from_intake_over_dispatch_reply_and_visit_to_the_end(book: Rulebook) -> None:
    """国办发〔2020〕53号: 受理、派单、办理、答复、督办、办结、回访、评价."""
    assert walked(book, order(book), LOOP).state == "closed"
    for left_out in range(5):
        with pytest.raises(DeskError):
            walked(book, order(book), [*LOOP[:left_out], *LOOP[left_out + 1 :]])


@pytest.mark.parametrize(
    ("kind", "act", "ends"),
    [
        ("enquiry", ("answer", "operator", {"result": "上午九时至下午五时"}), "answered"),
        ("complaint", ("merge", "dispatcher", {"merged_into": "2026112000001"}), "merged"),
        ("complaint", ("guide", "operator", {"ground": "review"}), "guided"),
        ("help", ("hand_over", "operator", {"handed_to": "120"}), "handed_over"),
        ("suggestion", ("withdraw", "operator", {"reason": "诉求人撤回"}), "withdrawn"),
    ],
)
def test_what_need_not_be_dispatched_ends_at_once(book: Rulebook, kind: str, act: Act, ends: str) -> None:
    assert walked(book, order(book, kind), [act]).state == ends


def test_a_complaint_is_not_answered_in_the_departments_place(book: Rulebook) -> None:
    """指导意见: the hotline answers questions and does not take the departments' work."""
    with pytest.raises(DeskError, match="不适用于投诉"):
        walked(book, order(book), [("answer", "operator", {"result": "x"})])


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ([("dispatch_again", "dispatcher", {"department": "utility"})], "dispatched"),
        ([("refuse_return", "dispatcher", {"reason": "属你单位职责"})], "signed"),
        ([("settle_dispute", "supervisor", {"department": "township", "dispute": "会商确定"})], "signed"),
        ([("merge", "dispatcher", {"merged_into": "2026112000001"})], "merged"),
    ],
)
def test_a_disputed_dispatch_is_returned_and_then_decided(
    book: Rulebook, acts: list[Act], state: str
) -> None:
    assert walked(book, order(book), [DISPATCH, GIVE_BACK, *acts]).state == state


def test_a_return_names_its_reason_and_its_basis(book: Rulebook) -> None:
    with pytest.raises(DeskError, match="退单依据"):
        walked(book, order(book), [DISPATCH, ("give_back", "unit", {"return_reason": "not_ours"})])


def test_only_the_supervisor_settles_a_dispute(book: Rulebook) -> None:
    with pytest.raises(DeskError, match="须由热线主管办理"):
        walked(
            book,
            order(book),
            [DISPATCH, GIVE_BACK, ("settle_dispute", "dispatcher", {"department": "city", "dispute": "x"})],
        )


@pytest.mark.parametrize(
    ("clock_id", "limit", "source"),
    [
        ("dispatch", "at_once", "指导意见"),
        ("sign_for", "1wd", "一地做法"),
        ("give_back", "2wd", "一地做法"),
        ("redispatch", "unset", "规范意见"),
        ("handle", "7d", "一地做法"),
        ("visit", "unset", "指导意见"),
    ],
)
def test_each_clock_says_whose_number_it_is(book: Rulebook, clock_id: str, limit: str, source: str) -> None:
    clock = book.clock(clock_id)

    assert (clock.limit, clock.source) == (limit, source)


def test_local_days_can_be_set_otherwise() -> None:
    assert load("R16", {"return_within": "1wd"}).clock("give_back").limit == "1wd"
    assert load("R16", {"handle_days": "5wd"}).clock("handle").limit == "5wd"
    assert load("R16", {"handle_days": "unset"}).clock("handle").limit == "unset"


def test_seven_days_run_from_the_first_dispatch_and_two_working_days_from_the_last(book: Rulebook) -> None:
    again = walked(
        book, order(book), [DISPATCH, GIVE_BACK, ("dispatch_again", "dispatcher", {"department": "utility"})]
    )
    found = clocks(book, again, LATER)

    assert due(book, again, "handle", LATER) == (MORNING.date() + timedelta(days=7)).isoformat()
    assert found["handle"].starts < found["give_back"].starts
    assert due(book, again, "give_back", LATER) == "2026-11-24"  # Friday, then Monday and Tuesday


def test_a_matter_from_above_keeps_its_number_and_its_own_days(book: Rulebook) -> None:
    limit = MORNING + timedelta(days=3)
    given: dict[str, Any] = {"outside.source": "省热线", "outside.number": "S1", "outside.due": limit}
    case = order(book, "complaint", "higher", "city", **given)

    assert clocks(book, case, LATER)["outside"].due == limit
    assert book.channel("higher").asks == ("outside.source", "outside.number")


@pytest.mark.parametrize(
    ("category", "lead"),
    [("city", "城市管理部门"), ("housing", "住房建设部门"), ("market", "市场监管部门"), ("other", "")],
)
def test_the_catalogue_proposes_who_handles(book: Rulebook, category: str, lead: str) -> None:
    found = book.category(category)

    assert (find(book.departments, found.lead).name if found.lead else "") == lead
    assert found.choose_lead is (not lead)


def test_without_a_category_nothing_is_dispatched(book: Rulebook) -> None:
    with pytest.raises(DeskError, match="请先选择类别"):
        walked(book, order(book, category=""), [DISPATCH])


@pytest.mark.parametrize(
    ("kind", "values", "paper"),
    [
        ("complaint", {}, "work_order"),
        ("complaint", {"keep_secret": False}, "work_order"),
        ("complaint", {"keep_secret": True}, "work_order_sealed"),
        ("report", {}, "work_order_sealed"),
        ("report", {"keep_secret": False}, "work_order_sealed"),
    ],
)
def test_one_of_the_two_work_orders_is_the_right_one(
    book: Rulebook, kind: str, values: dict[str, Any], paper: str
) -> None:
    facts = of_case(book, order(book, kind, "phone", "city", **values), MORNING)
    offered = {
        id_ for id_ in papers_after(book, "dispatch", kind) if holds(find(book.papers, id_).when, facts)
    }

    assert offered == {paper}


def test_a_work_order_that_is_kept_secret_does_not_say_who_called(book: Rulebook) -> None:
    values = {"complainant.name": "欧阳某某", "complainant.phone": "13912345678", "narrative": "某厂夜间排污"}
    open_, sealed = (
        text_of(draw(compose(book.layouts[name], values)).data)
        for name in ("work_order", "work_order_sealed")
    )

    assert all(word in open_ for word in ("欧阳某某", "13912345678", "某厂夜间排污"))
    assert "某厂夜间排污" in sealed
    assert "欧阳某某" not in sealed
    assert "13912345678" not in sealed
    assert "report" in book.secrecy.sealed_kinds


def test_a_caller_who_is_not_satisfied_is_heard_again(book: Rulebook) -> None:
    unhappy: list[Act] = [*LOOP[:4], ("visit", "visitor", {"solved": False, "satisfied": False})]
    reopen: Act = ("reopen", "supervisor", {"reason": "灯仍不亮"})

    again = walked(book, order(book), [*unhappy, reopen])

    assert again.state == "signed"
    assert of_case(book, again, MORNING)["reopened"] == 1
    assert book.survey.dissatisfied == "reopen"
    assert load("R16", {"reopen_times": "once"}).step("reopen").once


@pytest.mark.parametrize(
    "words",
    ["110、119、120、122", "行政复议、诉讼、仲裁", "政府信息公开", "信访渠道", "纪检监察", "不属于政府职责"],
)
def test_what_belongs_elsewhere_is_shown_its_way(book: Rulebook, words: str) -> None:
    assert any(words in ground.text for ground in book.grounds if ground.step == "guide")


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("work_order", ["工单编号", "要求办结日期", "承办单位", "协办单位", "诉求人", "联系电话", "诉求内容", "办理经过", "答复内容", "签收人"]),
        ("return_slip", ["工单编号", "退单时间", "申请单位", "退单理由", "退单依据", "热线管理机构意见"]),
        ("supervision", ["督办单", "督办事由", "请抓紧办理"]),
    ],
)  # fmt: skip
def test_a_sheet_of_the_loop_can_be_printed_empty(book: Rulebook, name: str, labels: list[str]) -> None:
    drawn = draw(compose(book.layouts[name], {}))

    assert drawn.pages == 1
    assert all(label in text_of(drawn.data) for label in labels)
    assert book.layouts[name].derived


def test_every_number_that_is_not_general_says_so(book: Rulebook) -> None:
    numbered = [clock for clock in book.clocks if clock.limit[0].isdigit()]

    assert {clock.source for clock in numbered} == {"一地做法"}
    assert find(book.principles, "check_first").about == "scope"
