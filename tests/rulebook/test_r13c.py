"""The third dealer's manual: work orders from the customer centre, five things it looks into, effects next month.

The expected values are copied from the manual by hand; the comment or the last column of a table is its line.
"""

from datetime import date
from typing import Any

import pytest
from tests.rulebook.walking import begun, due, walk

from desk.domain.grading import grade
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R13c")


def test_complaints_concern_sales_service_or_another_department(book: Rulebook) -> None:
    names = [category.name for category in book.categories]

    assert names == ["销售部投诉", "服务部投诉", "其他各业务部门投诉"]  # 002:683
    assert [category.choose_lead for category in book.categories] == [False, False, True]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"same_event": 2}, "重复投诉"),
        ({"over_level": True}, "越级投诉"),
        ({"major_complaint": True}, "重大客户投诉"),
        ({"accident": True}, "服务质量事故"),
        ({"media": True}, "服务问题媒体曝光事件"),
    ],
)
def test_five_things_are_looked_into(book: Rulebook, facts: dict[str, Any], text: str) -> None:
    found = grade(book, {"kind": "complaint", **facts})[0]

    assert found.level == "focus"  # 002:685, duty 5
    assert [line.text for line in found.matched] == [text]


@pytest.mark.parametrize("facts", [{}, {"same_event": 1}, {"media": False}])
def test_anything_else_is_ordinary(book: Rulebook, facts: dict[str, Any]) -> None:
    assert grade(book, {"kind": "complaint", **facts})[0].level == "ordinary"


@pytest.mark.parametrize(("option", "ordinary"), [("listed", False), ("all", True)])
def test_ordinary_ones_are_looked_into_only_where_the_office_says_so(option: str, ordinary: bool) -> None:
    when = load("R13c", {"focus_only": option}).step("inquire").when

    assert holds(when, {"level.focus": "ordinary"}) is ordinary
    assert holds(when, {"level.focus": "focus"})


def test_the_centre_sends_the_order_and_the_result_comes_back_to_it(book: Rulebook) -> None:
    assert book.step("dispatch").by == ("dcrc",)  # 002:685, article 8 (1)
    assert book.step("dispatch").papers == ("order",)
    assert book.step("feed_back").by == ("department", "manager")
    assert book.step("close").by == ("dcrc",)


def test_the_set_time_is_blank_in_the_manual(book: Rulebook) -> None:
    assert book.clock("feed_back").limit == "unset"  # 002:685 在规定时间内
    assert load("R13c", {"set_time": "by_order"}).clock("feed_back").limit == "fact:due_on"


def test_a_time_set_on_the_order_becomes_the_limit() -> None:
    book = load("R13c", {"set_time": "by_order"})
    case = begun(book, "complaint", "2026-01-05 09:00")
    case = walk(
        book,
        case,
        "dcrc",
        ("dispatch", "2026-01-05 10:00", {"department": "service", "due_on": date(2026, 1, 8)}),
    )

    assert due(book, case, "feed_back", "2026-01-05 11:00") == "2026-01-08"


@pytest.mark.parametrize(
    ("options", "day"), [({}, "2026-02-10"), ({"effect_check": "next_month"}, "2026-02-14")]
)
def test_the_effect_is_checked_in_the_following_month(options: dict[str, str], day: str) -> None:
    book = load("R13c", options)  # 002:685, duty 8
    case = begun(book, "complaint", "2026-01-05 09:00")
    case = walk(
        book, case, "dcrc",
        ("dispatch", "2026-01-05 10:00", {"department": "service"}),
        ("order_rectify", "2026-01-06 10:00", {"opinion": "改", "rectify_by": date(2026, 1, 20), "rectify_department": "服务部"}),
    )  # fmt: skip
    report = {"rectified": "已改", "check_on": date(2026, 2, 10)}
    case = walk(book, case, "department", ("rectify", "2026-01-14 10:00", report))

    assert due(book, case, "effect", "2026-01-15 09:00") == day


def test_a_rectification_has_an_opinion_a_day_and_a_department(book: Rulebook) -> None:
    assert book.step("order_rectify").needs == (
        "opinion",
        "rectify_by",
        "rectify_department",
    )  # 002:685, duty 7
    assert book.step("rectify").after == ("order_rectify",)
    assert book.step("check_effect").after == ("rectify",)


def test_a_rectification_is_a_task_beside_the_case(book: Rulebook) -> None:
    assert [step.id for step in book.steps if step.side == "整改"] == [
        "order_rectify",
        "rectify",
        "check_effect",
    ]


def test_the_centre_has_eight_duties_of_supervision(book: Rulebook) -> None:
    duties = [entry.text for entry in book.principles if entry.name.startswith("监督职责")]

    assert len(duties) == 8  # 002:685
    assert "明查暗访" in duties[2]
    assert "次月的服务质量检查" in duties[7]


@pytest.mark.parametrize(("option", "count"), [("one", 4), ("two", 5)])
def test_centre_and_supervision_are_one_department_or_two(option: str, count: int) -> None:
    assert len(load("R13c", {"dcrc": option}).departments) == count  # 002:683-685


def test_the_inspection_comes_every_month(book: Rulebook) -> None:
    duty = find(book.duties, "inspection")

    assert (duty.every, duty.source) == ("month", "002:685")


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("order", "处理专人"), ("order", "规定反馈时间"), ("order", "处理结果"),
        ("rectification", "整改意见"), ("rectification", "整改期限"), ("rectification", "整改效果"),
    ],
)  # fmt: skip
def test_order_and_report_carry_what_the_manual_names(form: str, label: str) -> None:
    assert label in read_manual("R13c").files[f"forms/{form}.toml"]  # 002:685
