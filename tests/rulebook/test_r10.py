"""The airport group's manual: three grades with the highest winning, three months for a second complaint.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

from datetime import UTC, datetime
from typing import Any

import pytest

from desk.domain.draft import Draft
from desk.domain.grading import grade
from desk.domain.intake import settle
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R10")


def level(book: Rulebook, facts: dict[str, Any]) -> str:
    return grade(book, {"kind": "service", **facts})[0].level


@pytest.mark.parametrize(
    ("facts", "expected", "line"),
    [
        ({"nature": "severe"}, "class1", "002:621, 3.3"),
        ({"economic_loss": "major"}, "class1", "002:621, 3.3"),
        ({"nature": "fairly"}, "class2", "002:621, 3.4"),
        ({"economic_loss": "lesser"}, "class2", "002:621, 3.4"),
        ({"nature": "slight"}, "grievance", "002:621, 3.5"),
        ({"no_object": True}, "grievance", "002:621, 3.5"),
        ({"nature": "slight", "economic_loss": "major"}, "class1", "002:623, 4.2"),
        ({"nature": "fairly", "no_object": True}, "class2", "002:623, 4.2"),
        ({"nature": "severe", "economic_loss": "lesser"}, "class1", "002:623, 4.2"),
        ({}, "", "002:621"),
    ],
)
def test_the_highest_grade_that_fits_holds(
    book: Rulebook, facts: dict[str, Any], expected: str, line: str
) -> None:
    assert level(book, facts) == expected, line


def test_there_are_three_grades(book: Rulebook) -> None:
    names = [entry.name for entry in book.scales[0].levels]  # 002:623, 4.1

    assert names == ["抱怨", "二类投诉", "一类投诉"]


def test_a_complaint_against_nobody_can_always_be_a_grievance() -> None:
    book = load("R10", {"no_object": "by_nature"})

    assert level(book, {"nature": "severe", "no_object": True}) == "grievance"
    assert level(book, {"nature": "severe", "no_object": False}) == "class1"


def test_a_second_complaint_is_one_on_the_same_event_within_three_months(book: Rulebook) -> None:
    (repeat,) = book.repeats  # 002:621, 3.2

    assert (repeat.name, repeat.fact, repeat.within, repeat.times) == ("二次投诉", "same_event", "3mo", 2)
    assert repeat.since == "received"
    assert load("R10", {"repeat_from": "closed"}).repeats[0].since == "closed"


def test_a_second_complaint_is_marked_and_can_be_raised(book: Rulebook) -> None:
    raised = load("R10", {"repeat_effect": "raise"})

    assert level(book, {"nature": "slight", "same_event": 2}) == "grievance"
    assert level(raised, {"nature": "slight", "same_event": 2}) == "class2"
    assert level(raised, {"nature": "fairly", "same_event": 2}) == "class1"
    assert level(raised, {"nature": "fairly", "same_event": 1}) == "class2"


def missing(book: Rulebook, kind: str, channel: str) -> set[str]:
    draft = Draft(kind=kind, channel=channel, received_at=NOON, values={"subject": "行李"})
    return {problem.field for problem in settle(book, draft, NOON).problems if problem.code == "missing"}


def test_name_contact_content_and_demand_are_asked(book: Rulebook) -> None:
    required = {field.id for field in book.fields if field.required and "register" in field.at}

    assert required == {"complainant.name", "complainant.phone", "subject", "narrative", "demand"}  # 002:623


def test_nobody_is_asked_for_behind_a_report_in_the_media(book: Rulebook) -> None:
    assert missing(book, "media", "media") == {"narrative", "outside.source"}  # 002:621


def test_the_three_kinds_are_service_handling_and_media(book: Rulebook) -> None:
    assert [kind.id for kind in book.kinds] == ["service", "handling", "media"]  # 002:621, 3.1
    assert book.kind("media").channels == ("media",)


@pytest.mark.parametrize(("level_id", "ordered"), [("class1", True), ("class2", True), ("grievance", False)])
def test_only_classes_one_and_two_get_the_written_order(book: Rulebook, level_id: str, ordered: bool) -> None:
    facts = {"level.grade": level_id, "did.issue_order": False}  # 002:623, 6.1.2

    assert holds(book.step("issue_order").when, facts) is ordered
    assert holds(book.paper("order").when, facts) is ordered
    assert holds(book.step("finish").when, facts) is not ordered
    assert holds(book.step("finish").when, {**facts, "did.issue_order": True})


def test_the_head_of_the_department_is_told_at_once(book: Rulebook) -> None:
    clock = book.clock("notify")  # 002:623, 6.1.2

    assert (clock.limit, clock.starts, clock.source) == ("at_once", ("registered",), "002:623")


def test_what_is_lost_of_the_manual_is_unset(book: Rulebook) -> None:
    assert book.clock("close").limit == "unset"
    assert book.secrecy.retention_years == "unset"
    assert book.penalties == ()


def test_every_unit_keeps_a_ledger(book: Rulebook) -> None:
    assert book.register("cases").name == "投诉处理台帐"  # 002:623, 5.3


@pytest.mark.parametrize("label", ["客户姓名", "联系方式", "投诉等级", "责任部门", "投诉内容", "投诉要求"])
def test_the_order_carries_what_is_recorded(label: str) -> None:
    assert label in read_manual("R10").files["forms/order.toml"]


def test_the_first_screen_has_at_most_ten_fields(book: Rulebook) -> None:
    for kind in book.kinds:
        assert sum(field.first for field in book.fields_at("register", kind.id)) <= 10


def test_every_option_of_every_switch_gives_a_sound_rulebook(book: Rulebook) -> None:
    for switch in book.switches:
        for option in switch.options:
            assert find(load("R10", {switch.id: option}).switches, switch.id).chosen == option


def test_every_entry_cites_its_line_or_says_that_the_manual_is_silent(book: Rulebook) -> None:
    entries: list[Any] = [
        *book.channels,
        *book.kinds,
        *book.departments,
        *book.categories,
        *book.roles,
        *book.states,
        *book.steps,
        *book.clocks,
        *book.series,
        *book.papers,
        *book.registers,
        *book.indicators,
        *book.principles,
        *book.repeats,
    ]

    assert [entry.id for entry in entries if not entry.source and not entry.note] == []
