"""The sales-led manufacturer: three classes, a visit within two working days, and whom quality matters are told.

The expected values are copied from the manual by hand; all of it stands on line 002:611, its section in the comment.
"""

from typing import Any

import pytest
from tests.rulebook.walking import begun, due

from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R11c")


def test_complaints_come_by_mouth_phone_and_fax(book: Rulebook) -> None:
    assert [channel.name for channel in book.channels] == ["口头", "电话", "传真"]  # 5.2.2


@pytest.mark.parametrize(
    ("code", "name"),
    [("5.1.1", "客户服务行为的投诉"), ("5.1.2", "营业人员专业工作事务投诉"), ("5.1.3", "产品质量投诉")],
)
def test_there_are_three_classes(book: Rulebook, code: str, name: str) -> None:
    (category,) = [entry for entry in book.categories if entry.code == code]

    assert category.name == name
    assert len(book.categories) == 3


def test_the_visit_is_due_two_working_days_after_the_complaint(book: Rulebook) -> None:
    case = begun(book, "complaint", "2026-01-09 09:00")  # a Friday; 4.2

    assert due(book, case, "visit", "2026-01-09 10:00") == "2026-01-13"
    assert book.clock("visit").owner == "销售员"


@pytest.mark.parametrize(
    ("options", "category", "runs"),
    [
        ({}, "service", True),
        ({"visit_all": "quality"}, "service", False),
        ({"visit_all": "quality"}, "quality", True),
    ],
)
def test_every_complaint_is_visited_or_only_those_of_quality(
    options: dict[str, str], category: str, runs: bool
) -> None:
    assert holds(load("R11c", options).clock("visit").when, {"category": category}) is runs


def test_the_visit_settles_whether_product_or_use_was_at_fault(book: Rulebook) -> None:
    names = [choice.name for choice in book.field("cause_kind").choices]

    assert names[:2] == ["产品质量问题", "使用不当"]  # 4.2
    assert "cause_kind" in book.step("visit").needs


@pytest.mark.parametrize(
    ("step", "by", "section"),
    [
        ("visit", "salesman", "4.2"),
        ("pass_on", "service", "4.3"),
        ("submit", "service", "4.3"),
        ("inspect", "inspector", "4.4"),
        ("propose_improvement", "inspector", "4.4"),
        ("approve_reply", "vice", "4.5"),
        ("improve", "department", "4.5"),
        ("reply", "salesman", "4.1"),
    ],
)
def test_each_post_has_its_act(book: Rulebook, step: str, by: str, section: str) -> None:
    assert book.step(step).by == (by,), section


def test_nothing_is_passed_on_before_it_is_classed(book: Rulebook) -> None:
    when = book.step("pass_on").when  # 4.3 分类传递

    assert holds(when, {"category": "service"})
    assert not holds(when, {})


@pytest.mark.parametrize(
    ("option", "representative", "gm", "category", "may"),
    [
        ("both", True, True, "quality", True),
        ("both", True, False, "quality", False),
        ("both", False, True, "quality", False),
        ("both", False, False, "service", True),
        ("either", True, False, "quality", True),
        ("either", False, False, "quality", False),
    ],
)
def test_a_matter_of_quality_is_told_to_both_before_it_closes(
    book: Rulebook, option: str, representative: bool, gm: bool, category: str, may: bool
) -> None:
    facts: dict[str, Any] = {
        "category": category, "switch.informed": option,
        "did.inform_representative": representative, "did.inform_gm": gm,
    }  # fmt: skip

    assert holds(book.step("close").when, facts) is may  # 4.6


def test_an_improvement_has_the_day_that_was_set(book: Rulebook) -> None:
    assert book.clock("improve").limit == "fact:due_on"  # 4.5 限期改进
    assert book.step("order_improvement").needs == ("due_on",)


def test_nobody_improves_before_a_day_was_set(book: Rulebook) -> None:
    assert book.step("improve").after == ("order_improvement",)
    assert {book.step(id_).side for id_ in ("order_improvement", "improve")} == {"限期改进"}


def test_who_reports_the_improvement_can_be_chosen() -> None:
    assert load("R11c", {"report_path": "department"}).step("propose_improvement").by == ("department",)


@pytest.mark.parametrize(
    ("department", "words"),
    [
        ("sales", "2个工作日内"),
        ("service", "分类传递和呈报审批"),
        ("inspection", "不良品的返修"),
        ("complained", "限期改进"),
    ],
)
def test_each_department_reads_its_duty(book: Rulebook, department: str, words: str) -> None:
    duties = [entry.text for entry in book.principles if department in entry.departments]

    assert any(words in text for text in duties)  # 4.1-4.5


@pytest.mark.parametrize("label", ["投诉对象", "投诉内容", "登记确认", "现场拜访", "审批", "回复客户"])
def test_the_form_is_registered_confirmed_and_fed_back(book: Rulebook, label: str) -> None:
    assert label in read_manual("R11c").files["forms/feedback.toml"]  # 5.2.2
    assert find(book.papers, "feedback").name == "客户投诉登记反馈表"
