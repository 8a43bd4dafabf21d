"""The second dealer's manual: an ordinary and a grave path, one working day, the general manager's word.

The expected values are copied from the manual by hand; the comment or the last column of a table is its line.
"""

from dataclasses import replace
from typing import Any

import pytest
from tests.rulebook.walking import begun, due, walk

from desk.domain.case import Case
from desk.domain.grading import grade
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find

JUDGED = {"investigation": "核实", "reason_sound": True, "demand_sound": True, "department": "concerned"}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R13b")


def judged(book: Rulebook) -> Case:
    """An ordinary complaint of a Friday morning that was given to its handler on Friday afternoon."""
    case = replace(
        begun(book, "complaint", "2026-01-09 09:00"), category="service", levels={"severity": "ordinary"}
    )
    return walk(book, case, "relations", ("judge", "2026-01-09 15:00", JUDGED))


@pytest.mark.parametrize("fact", ["complainant.name", "plate", "narrative"])
def test_person_plate_and_content_are_recorded(book: Rulebook, fact: str) -> None:
    assert book.field(fact).required  # 002:671


def test_judging_says_whether_reason_and_demand_are_sound(book: Rulebook) -> None:
    assert book.step("judge").needs == (
        "investigation",
        "reason_sound",
        "demand_sound",
        "department",
    )  # 002:673
    assert book.step("judge").papers == ("table",)
    assert not holds(book.step("judge").when, {})
    assert holds(book.step("judge").when, {"category": "service"})


def test_a_solution_is_due_one_working_day_after_it_was_given_to_the_handler(book: Rulebook) -> None:
    assert due(book, judged(book), "solution", "2026-01-09 15:30") == "2026-01-12"  # 002:673


def test_the_working_day_may_begin_with_the_complaint() -> None:
    assert load("R13b", {"one_day_from": "received"}).clock("solution").starts == ("received",)


@pytest.mark.parametrize(
    ("step", "level", "may", "line"),
    [
        ("propose", "ordinary", True, "002:673"),
        ("propose", "major", False, "002:673"),
        ("pass_on", "major", True, "002:677"),
        ("pass_on", "ordinary", False, "002:677"),
        ("negotiate", "major", True, "002:677"),
        ("negotiate", "ordinary", False, "002:677"),
    ],
)
def test_ordinary_and_grave_part_ways(book: Rulebook, step: str, level: str, may: bool, line: str) -> None:
    assert holds(book.step(step).when, {"level.severity": level}) is may
    assert book.step(step).source == line


@pytest.mark.parametrize(("clock_id", "limit"), [("pass_on", "at_once"), ("meet", "at_once")])
def test_a_grave_complaint_is_passed_on_and_met_about_at_once(
    book: Rulebook, clock_id: str, limit: str
) -> None:
    clock = book.clock(clock_id)

    assert (clock.limit, clock.source) == (limit, "002:677")
    assert holds(clock.when, {"level.severity": "major"})
    assert not holds(clock.when, {"level.severity": "ordinary"})


def test_the_general_manager_approves_solutions_and_measures_and_names_who_watches(book: Rulebook) -> None:
    assert book.step("approve").by == ("gm",)  # 002:669, 673
    assert book.step("approve_measures").by == ("gm",)
    assert book.step("approve_measures").needs == ("measures", "supervisor")
    assert book.step("check_measures").after == ("approve_measures",)  # 002:671


def test_a_grave_solution_may_want_his_word_besides_the_meeting() -> None:
    assert load("R13b").step("negotiate").after == ()
    assert load("R13b", {"approval": "separately"}).step("negotiate").after == ("approve",)


@pytest.mark.parametrize(("option", "after"), [("none", ()), ("check", ("check_measures",))])
def test_the_missing_sixth_step_is_not_invented(option: str, after: tuple[str, ...]) -> None:
    assert load("R13b", {"step_six": option}).step("summarise").after == after  # 002:675 goes from 5 to 7


@pytest.mark.parametrize(
    ("facts", "level"),
    [({"major_complaint": True}, "major"), ({"major_complaint": False}, "ordinary"), ({}, "ordinary")],
)
def test_people_say_what_is_grave(book: Rulebook, facts: dict[str, Any], level: str) -> None:
    assert grade(book, {"kind": "complaint", **facts})[0].level == level


def test_a_grave_complaint_is_reported_to_the_general_manager(book: Rulebook) -> None:
    assert find(book.scales[0].levels, "major").report_to == ("gm",)  # 002:677


@pytest.mark.parametrize(
    ("penalty", "who", "on"),
    [("loss", "具体责任者和部门主管", "penalise"), ("delay", "投诉受理人", "solution")],
)
def test_who_is_penalised_is_known_and_how_much_is_not(
    book: Rulebook, penalty: str, who: str, on: str
) -> None:
    entry = find(book.penalties, penalty)

    assert (entry.who, entry.on, entry.amount, entry.source) == (who, on, "unset", "002:679")


@pytest.mark.parametrize(
    "label", ["投诉时间", "投诉内容", "投诉人", "车牌号", "理由充分", "要求合理", "处理责任", "受理部门"]
)
def test_the_table_carries_what_the_manual_names(label: str) -> None:
    assert label in read_manual("R13b").files["forms/table.toml"]  # 002:671-673
