"""Severity and escalation (CAP-37 to 45)."""

from datetime import timedelta

import pytest
from tests.capabilities.counter import Opened, act, clocks, forward, look, steps, take_in
from tests.fixtures_office import NOON
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.rulebook.loading import load
from desk.services import cases
from desk.services.refresh import refresh
from desk.store import audit
from desk.store.case_filter import CaseFilter

TO = {"general": "一般投诉", "important": "重要投诉", "major": "重大投诉", "crisis": "危机投诉"}


@pytest.mark.parametrize(
    ("facts", "level", "line"),
    [
        ({"people": 10}, "crisis", "002:229"),
        ({"people": 9}, "major", "002:245"),
        ({"people": 2, "media": True}, "major", "002:247"),
        ({"people": 3, "media": True}, "crisis", "002:233"),
        ({"people": 1, "government": True}, "important", "002:259"),
        ({}, "general", "002:269"),
        # Both bounds count (D-02): 3 and 10 people, 10,000 yuan including 10,000.
        ({"people": 3}, "major", "002:245"),
        ({"people": 11}, "crisis", "002:229"),
        ({"claimed": "10000"}, "major", "002:239"),
        ({"claimed": "9999.99"}, "general", "002:239"),
        # Important and crisis at once (002:623, R10's rule): the highest holds.
        ({"people": 10, "government": True}, "crisis", "002:229, 259"),
    ],
)
def test_what_is_known_puts_the_matter_on_its_level(
    opened: Opened, facts: dict[str, object], level: str, line: str
) -> None:
    """CAP-37, 38, 39."""
    office = opened("R01")

    view = take_in(office, "reception", **facts).case

    assert view.words["case.level"] == TO[level], line
    assert [g.level for g in view.grades] == [level]
    assert all(criterion.text for g in view.grades for criterion in g.matched)


def test_every_line_that_matched_is_told(opened: Opened) -> None:
    """CAP-37: why is this 危机?"""
    office = opened("R01")

    view = take_in(office, "reception", people=12, media=True, government=True).case

    matched = {line.id for grade in view.grades for line in grade.matched}
    assert {"crisis_group", "crisis_public", "important_government"} <= matched


def test_bounds_are_the_rulebooks_and_can_be_turned() -> None:
    """CAP-39: exclusive bounds by the switch (D-01, D-02)."""
    from desk.domain.grading import grade

    facts = {"kind": "complaint", "claimed": 10000, "reopened_levels": (), "escalated_levels": ()}
    switch = next(switch for switch in load("R01").switches if switch.id == "bounds")
    direction = next(switch for switch in load("R01").switches if switch.id == "amount_direction")

    literal = next(option for option in direction.options if option != direction.default)
    assert grade(load("R01"), {**facts, "claimed": 500})[0].level == "general"
    assert grade(load("R01", {"amount_direction": literal}), {**facts, "claimed": 500})[0].level == "major"
    assert len(switch.options) > 1


def test_a_level_is_changed_by_those_who_may_and_for_a_reason(opened: Opened) -> None:
    """CAP-40: final judgement by 客户服务部 (002:159); the clocks follow: plan 4 h → 24 h (002:313, 337)."""
    office = opened("R01")
    number = take_in(
        office, "reception", category="repair", within_remit=True, respondent__staff=False
    ).case.number
    act(office, "property_staff", number, "take_on")
    assert clocks(look(office, "service", number))["plan"].limit.words == "4小时"

    with pytest.raises(Forbidden):
        act(office, "property_staff", number, "set_level", note="我看重大", level__severity="major")
    with pytest.raises(DeskError) as refusal:
        act(office, "service", number, "set_level", level__severity="major")
    view = act(office, "service", number, "set_level", note="对方是残疾人家庭", level__severity="major")

    assert refusal.value.field == "note"
    assert view.words["case.level"] == "重大投诉"
    assert clocks(view)["plan"].limit.words == "24小时"
    with office.store.reading() as tx:
        assert audit.records(tx, case_id=view.id)[0].act == "step:set_level"


def test_a_general_matter_not_handled_for_a_week_by_our_fault_rises(opened: Opened) -> None:
    """CAP-41: 002:263."""
    office = opened("R01")
    ours = take_in(office, "reception", our_fault=True).case.number
    theirs = take_in(office, "reception", our_fault=False).case.number

    forward(office, days=6, hours=23)
    refresh(office, office.viewer("service"))
    before = look(office, "service", ours).words["case.level"]
    forward(office, hours=1)
    refresh(office, office.viewer("service"))

    assert before == "一般投诉"
    assert look(office, "service", ours).words["case.level"] == "重要投诉"
    assert look(office, "service", theirs).words["case.level"] == "一般投诉"
    which = CaseFilter(levels=frozenset({"important"}))
    assert [row.number for row in cases.page(office, office.viewer("service"), which)] == [ours]


def test_it_rises_under_its_own_manual_too_when_the_office_takes_in_under_another(opened: Opened) -> None:
    """CAP-41 with CAP-05: two manuals in one store."""
    from desk.services import manuals

    office = opened("R01")
    number = take_in(office, "reception", our_fault=True).case.number
    manuals.adopt(office, office.viewer("admin"), "R02")

    forward(office, days=7)
    refresh(office, office.viewer("admin"))

    assert look(office, "admin", number).words["case.level"] == "重要投诉"


def test_an_important_matter_that_recurs_after_handling_is_major(opened: Opened) -> None:
    """CAP-41: 002:249."""
    from tests.capabilities.test_cap_27_36_validity import close

    office = opened("R01")
    number = take_in(office, "reception", category="signing", government=True).case.number
    act(office, "service", number, "accept", respondent__staff=False)
    close(office, number)

    view = act(office, "service", number, "reopen", reason="处理后又出现")

    assert view.words["case.level"] == "重大投诉"


@pytest.mark.parametrize(
    ("facts", "told", "line"),
    [
        ({"people": 10}, ("总经理",), "002:345"),
        ({"people": 4}, ("人力运营副总（人力运营中心副总经理）", "总经理"), "002:253, 337"),
        ({"government": True}, ("客服部负责人（客服部经理）",), "002:327"),
    ],
)
def test_each_level_says_to_whom_it_is_reported(
    opened: Opened, facts: dict[str, object], told: tuple[str, ...], line: str
) -> None:
    """CAP-42."""
    office = opened("R01")
    number = take_in(office, "reception", **facts).case.number

    assert look(office, "service", number).report_to == told, line
    reported = act(office, "service", number, "report_up", note="电话报告")
    assert reported.words["at.report_up"] == "2026年11月20日12时"


@pytest.mark.parametrize(
    ("manual", "scale", "level", "lines", "source"),
    [
        ("R12", "major", "major", 10, "002:615-617"),
        ("R12", "grade", "A", 9, "002:617"),
        ("R13a", "severity", "major", 7, "002:651"),
        ("R11d", "gravity", "graded", 8, "002:641"),
    ],
)
def test_each_list_of_criteria_is_complete(
    manual: str, scale: str, level: str, lines: int, source: str
) -> None:
    """CAP-43."""
    [found] = [one for one in load(manual).scales if one.id == scale]

    assert sum(line.level == level for line in found.criteria) == lines, source


def test_two_scales_stand_beside_each_other(opened: Opened) -> None:
    """CAP-43: an airbag is on both lists (002:615, 617, D-38)."""
    office = opened("R12")
    parts = office.rulebook.field("part").type
    airbag = ("airbag",) if parts == "choices" else "airbag"

    view = take_in(office, "centre", part=airbag).case

    assert dict(view.case.levels) == {"major": "major", "grade": "A"}


def test_danger_forces_emergency_measures_and_four_hours(opened: Opened) -> None:
    """CAP-44: 4 hours (002:105), emergency measures when known (002:201)."""
    office = opened("R01")
    number = take_in(office, "reception", safety=True).case.number
    safe = take_in(office, "reception", safety=False).case.number

    with pytest.raises(DeskError) as refusal:
        act(office, "service", number, "accept", respondent__staff=False)
    assert refusal.value.field == "emergency"
    assert clocks(look(office, "service", number))["response_safety"].due == NOON + timedelta(hours=4)
    act(office, "property_staff", number, "emergency", emergency="已断电并设围挡")
    assert act(office, "service", number, "accept", respondent__staff=False).case.state == "accepted"

    assert "response_safety" not in clocks(look(office, "service", safe))
    assert act(office, "service", safe, "accept", respondent__staff=False).case.state == "accepted"


def test_a_complaint_about_staff_is_dealt_with_before_the_matter(opened: Opened) -> None:
    """CAP-45: 8 hours for the accused person, confirmed by 客服部, then the matter itself (002:299)."""
    office = opened("R01")
    number = take_in(office, "reception", category="repair").case.number
    act(office, "service", number, "accept", respondent__staff=True)
    act(office, "service", number, "judge", department="property")
    view = act(office, "service", number, "assign")

    assert clocks(view)["staff_conduct"].due == at("2026-11-20 20:00")
    [task] = view.tasks
    assert (task.taken, len(task.left), task.is_done) == ((), 2, False)
    with pytest.raises(DeskError) as refusal:
        act(office, "service", number, "verify", verified="属实")
    assert "客服部" in refusal.value.message

    act(office, "property_staff", number, "conduct_plan", conduct_plan="批评教育并道歉")
    assert "verify" not in steps(look(office, "service", number))
    view = act(office, "service", number, "confirm_conduct")
    assert (view.tasks[0].is_done, clocks(view)["staff_conduct"].standing) == (True, "done")
    assert act(office, "service", number, "verify", verified="属实").case.state == "assigned"


def test_a_complaint_about_no_staff_has_no_such_task(opened: Opened) -> None:
    """The control of CAP-45."""
    office = opened("R01")
    number = take_in(office, "reception").case.number

    view = act(office, "service", number, "accept", respondent__staff=False)

    assert (view.tasks, "staff_conduct" in clocks(view)) == ((), False)
