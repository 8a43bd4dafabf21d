"""The tobacco branch's manual: enquiry, suggestion and complaint, each on its own way and clock.

The expected values are copied from the manual by hand; the comment or the last column of a table is its line.
"""

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.rulebook.walking import begun, clocks, due, walk

from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find

UNTIMED = {"transfer": "unset", "handle": "unset"}
"""Soon (及时) and no time at all: 002:597, 599."""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R09")


def test_there_are_three_kinds(book: Rulebook) -> None:
    assert [kind.name for kind in book.kinds] == ["咨询", "建议", "投诉"]  # 002:599
    assert {kind.source for kind in book.kinds} == {"002:599"}


@pytest.mark.parametrize(("option", "counted"), [("no", ["投诉"]), ("yes", ["咨询", "建议", "投诉"])])
def test_what_counts_as_a_complaint_can_be_chosen(option: str, counted: list[str]) -> None:
    book = load("R09", {"counted": option})  # 002:597 against 599

    assert [kind.name for kind in book.kinds if kind.counts] == counted


def test_branch_and_county_have_lines_of_their_own(book: Rulebook) -> None:
    assert book.channel("branch_line").name == "分公司免费投诉监督电话"  # 002:597
    assert "县级公司" in book.channel("county_line").name
    assert book.channel("referred").asks == ("outside.source",)


@pytest.mark.parametrize(
    ("kind", "facts", "running", "line"),
    [
        ("enquiry", {"direct": True}, {"at_once": "at_once"}, "002:599"),
        ("enquiry", {"direct": False}, {"answer": "24h", "consult": "at_once"}, "002:599"),
        ("suggestion", {"reply_needed": True}, {"reply": "fact:promised"}, "002:599"),
        ("suggestion", {"reply_needed": False}, {}, "002:599"),
        ("complaint", {"nature": "mistake"}, {"correct": "at_once", **UNTIMED}, "002:599"),
        ("complaint", {"nature": "violation"}, UNTIMED, "002:599"),
        ("complaint", {"beyond_area": True}, {"fax": "unset", **UNTIMED}, "002:599"),
    ],
)
def test_each_kind_runs_on_its_own_clock(
    book: Rulebook, kind: str, facts: dict[str, Any], running: dict[str, str], line: str
) -> None:
    found = {clock.id: clock for clock in book.clocks if kind in clock.kinds and holds(clock.when, facts)}

    assert {id_: clock.limit for id_, clock in found.items()} == running
    assert all(clock.source.endswith(line.removeprefix("002:")) for clock in found.values())


@pytest.mark.parametrize(
    ("options", "day"), [({}, "2026-01-10"), ({"answer_rest": "deferred"}, "2026-01-12")]
)
def test_a_friday_enquiry_is_due_on_saturday_unless_days_off_move_it(
    options: dict[str, str], day: str
) -> None:
    book = load("R09", options)
    case = begun(book, "enquiry", "2026-01-09 09:00", {"direct": False})

    assert due(book, case, "answer", "2026-01-09 09:30") == day


def test_what_was_promised_is_the_limit_of_a_suggestion(book: Rulebook) -> None:
    promised = datetime(2026, 1, 20, 8, tzinfo=UTC)
    case = begun(book, "suggestion", "2026-01-05 09:00", {"reply_needed": True, "promised": promised})
    moment = clocks(book, case, "2026-01-06 09:00")["reply"].due

    assert moment == promised  # 002:599


def test_the_promise_is_asked_only_where_a_reply_is_needed(book: Rulebook) -> None:
    when = book.field("promised").required_when  # 002:599

    assert holds(when, {"reply_needed": True})
    assert not holds(when, {"reply_needed": False})


@pytest.mark.parametrize(
    ("nature", "step"),
    [("violation", "report_head"), ("mistake", "correct_at_once"), ("none", "clear")],
)
def test_the_finding_decides_what_follows(book: Rulebook, nature: str, step: str) -> None:
    after = [
        entry.id
        for entry in book.steps
        if entry.starting == ("concluded",) and holds(entry.when, {"nature": nature})
    ]

    assert after == [step]  # 002:599


def test_a_mistake_is_treated_and_corrected_together(book: Rulebook) -> None:
    assert book.step("correct_at_once").needs == ("sanction", "corrective")  # 002:599
    assert book.step("report_head").needs == ("reported_to", "procedure")


@pytest.mark.parametrize(
    ("facts", "may"), [({"beyond_area": True}, True), ({"beyond_area": False}, False), ({}, False)]
)
def test_only_what_lies_beyond_the_unit_is_faxed(book: Rulebook, facts: dict[str, Any], may: bool) -> None:
    assert holds(book.step("fax").when, facts) is may  # 002:599


def test_a_complaint_is_shelved_only_after_it_was_verified(book: Rulebook) -> None:
    step = book.step("verify")

    assert (step.starting, step.to, step.needs) == (("told",), "closed", ("verified",))  # 002:597


def test_a_suggestion_goes_to_the_leader_and_back(book: Rulebook) -> None:
    case = begun(book, "suggestion", "2026-01-05 09:00", {"reply_needed": False})
    case = walk(book, case, "order", ("report_leader", "2026-01-05 10:00", {}))
    case = walk(book, case, "leader", ("instruct", "2026-01-06 10:00", {"instruction": "采纳"}))

    assert walk(book, case, "order", ("shelve", "2026-01-06 11:00", {})).state == "replied"


@pytest.mark.parametrize(
    ("option", "papers"), [("two", ["record", "register_form"]), ("one", ["register_form"])]
)
def test_the_record_and_the_register_form_are_two_or_one(option: str, papers: list[str]) -> None:
    book = load("R09", {"sheets": option})  # 002:599

    assert [paper.id for paper in book.papers if paper.nature == "form"] == papers


@pytest.mark.parametrize("label", ["处理意见", "答复（处理）结果", "跟踪验证"])
def test_the_register_form_has_room_for_opinion_and_answer(label: str) -> None:
    assert label in read_manual("R09").files["forms/register_form.toml"]  # 002:599


def test_order_department_and_customer_service_are_one_or_two() -> None:
    one, two = load("R09"), load("R09", {"service_unit": "two"})

    assert find(one.departments, "order").aliases == ("分公司客户服务部",)  # 002:597 against 599
    assert find(two.departments, "service").name == "分公司客户服务部"
