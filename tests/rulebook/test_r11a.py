"""The manufacturer with a quality system: one hour for the sheet, eight working hours and two days for grave matters.

The expected values are copied from the manual by hand; all of it stands on line 002:635.
"""

from dataclasses import replace

import pytest
from tests.rulebook.walking import begun, clocks, due, walk

from desk.domain.case import Case
from desk.domain.grading import grade
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R11a")


@pytest.mark.parametrize(
    ("clock_id", "limit", "starts", "owner"),
    [
        ("review", "at_once", ("received",), "营销部主任"),  # 5.2.1 立即
        ("issue", "1h", ("received",), "营销业务员"),  # 5.2.2
        ("reply", "3wd", ("sign",), "品管部QE"),  # 5.3.1
        ("interim", "8wh", ("sign",), "品管部QE"),  # 5.3.1
        ("permanent", "2wd", ("sign",), "品管部QE"),  # 5.3.1
    ],
)
def test_the_clocks_stand_as_the_manual_says(
    book: Rulebook, clock_id: str, limit: str, starts: tuple[str, ...], owner: str
) -> None:
    clock = book.clock(clock_id)

    assert (clock.limit, clock.starts, clock.owner, clock.source) == (limit, starts, owner, "002:635")


@pytest.mark.parametrize(
    ("level", "running"),
    [
        ("ordinary", ["review", "issue", "reply", "follow"]),
        ("major", ["review", "issue", "interim", "permanent", "follow"]),
    ],
)
def test_a_grave_complaint_has_two_dates_where_another_has_one(
    book: Rulebook, level: str, running: list[str]
) -> None:
    found = [clock.id for clock in book.clocks if holds(clock.when, {"level.severity": level})]

    assert found == running


def signed(book: Rulebook, major: bool) -> Case:
    """A complaint whose sheet quality took over on a Friday at three."""
    case = begun(book, "complaint", "2026-01-09 13:30", {"major_complaint": major})
    case = replace(case, levels={"severity": "major" if major else "ordinary"})
    case = walk(book, case, "salesman", ("issue_sheet", "2026-01-09 14:00", {}))
    case = walk(book, case, "vice", ("approve_major" if major else "approve", "2026-01-09 14:20", {}))
    return walk(book, case, "quality_head", ("sign", "2026-01-09 15:00", {"signed_by": "周敏"}))


def test_three_working_days_after_quality_signed_on_friday_end_on_wednesday(book: Rulebook) -> None:
    assert due(book, signed(book, major=False), "reply", "2026-01-09 15:10") == "2026-01-14"


def test_two_working_days_after_friday_end_on_tuesday(book: Rulebook) -> None:
    case = signed(book, major=True)

    assert due(book, case, "permanent", "2026-01-09 15:10") == "2026-01-13"
    assert "reply" not in clocks(book, case, "2026-01-09 15:10")


def test_the_two_days_may_begin_with_the_interim_measure() -> None:
    assert load("R11a", {"permanent_from": "interim"}).clock("permanent").starts == ("interim",)


def test_the_limits_may_begin_with_the_receipt() -> None:
    book = load("R11a", {"reply_from": "received"})

    assert (book.clock("reply").starts, book.clock("interim").starts) == (("received",), ("received",))


@pytest.mark.parametrize(
    ("step", "level", "by", "may"),
    [
        ("approve", "ordinary", ("director", "vice"), True),
        ("approve", "major", ("director", "vice"), False),
        ("approve_major", "major", ("vice",), True),
        ("approve_major", "ordinary", ("vice",), False),
    ],
)
def test_a_grave_sheet_is_approved_by_the_deputy_alone(
    book: Rulebook, step: str, level: str, by: tuple[str, ...], may: bool
) -> None:
    entry = book.step(step)  # 5.2.2 主任级以上，重大的营销副总

    assert entry.by == by
    assert holds(entry.when, {"level.severity": level}) is may


def test_the_head_of_quality_signs_for_the_sheet(book: Rulebook) -> None:
    step = book.step("sign")

    assert (step.by, step.effects) == (("quality_head",), ("sign_receipt",))


def test_what_does_not_pass_goes_back_and_is_counted(book: Rulebook) -> None:
    step = book.step("fail_review")  # 5.3.3

    assert (step.starting, step.to, step.effects) == (("planned",), "planning", ("return",))
    assert "reason" in step.needs


def test_measures_are_approved_by_representative_or_general_manager(book: Rulebook) -> None:
    assert book.step("approve_measures").by == ("representative", "gm")  # 4.3
    assert load("R11a", {"approver": "gm"}).step("approve_measures").by == ("gm",)


def test_the_first_review_wants_details_evidence_and_an_emergency_measure(book: Rulebook) -> None:
    assert book.step("review").needs == ("details", "evidence_asked", "emergency")  # 5.2.1


@pytest.mark.parametrize(("option", "to"), [("still", ""), ("closed", "settled")])
def test_what_is_settled_at_once_still_gets_its_sheet_by_default(option: str, to: str) -> None:
    assert load("R11a", {"at_once": option}).step("settle_at_once").to == to


@pytest.mark.parametrize(("facts", "level"), [({"major_complaint": True}, "major"), ({}, "ordinary")])
def test_people_say_what_is_grave(book: Rulebook, facts: dict[str, bool], level: str) -> None:
    assert grade(book, {"kind": "complaint", **facts})[0].level == level


def test_one_register_has_a_mark_of_each_department(book: Rulebook) -> None:
    groups = {column.group for column in book.register("cases").columns} - {""}

    assert groups == {"营销部", "品管部"}
    assert find(load("R11a", {"registers": "two"}).registers, "quality").name == "品管部客户投诉登记表"


@pytest.mark.parametrize("words", ["主任级以上人员", "重大投诉由营销副总审批", "品管部负责人", "QE工程师"])
def test_the_sheet_is_signed_at_both_places(words: str) -> None:
    assert words in read_manual("R11a").files["forms/order.toml"]


def test_every_complaint_is_reported_to_the_vice_director(book: Rulebook) -> None:
    """5.1.1 登记在《客户投诉登记表》上，并上报营销部副总经理 (002:635): not only major ones."""
    assert {level.id: level.report_to for level in book.scales[0].levels} == {
        "ordinary": ("vice",),
        "major": ("vice",),
    }
