"""Severity and escalation (CAP-37 to 45)."""

from datetime import timedelta

import pytest
from tests.capabilities.counter import Opened, act, clocks, forward, look, steps, take_in
from tests.fixtures_office import NOON
from tests.services.test_main_job import text_of
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.domain.handbook import chapters
from desk.rulebook.loading import load
from desk.services import cases, manuals, reporting, shared_forms
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


# 以上 and 以下 with the number itself (002:229, 233, 245, 247); by the switch 以下 is without it (D-02).
BY_PEOPLE = [
    # people, public; then the lines that match with both bounds included, and with 以下 exclusive
    (2, False, set(), set()),
    (3, False, {"major_group"}, {"major_group"}),
    (9, False, {"major_group"}, {"major_group"}),
    (10, False, {"major_group", "crisis_group"}, {"crisis_group"}),
    (11, False, {"crisis_group"}, {"crisis_group"}),
    (2, True, {"major_public"}, {"major_public"}),
    (3, True, {"major_group", "major_public", "crisis_public"}, {"major_group", "crisis_public"}),
    (4, True, {"major_group", "crisis_public"}, {"major_group", "crisis_public"}),
]
# 10,000 yuan and more, or as the text says 10,000 and less (002:239, D-01).
BY_YUAN = [("9999.99", "general", "major"), ("10000", "major", "major"), ("10000.01", "major", "general"),
           ("500", "general", "major"), ("0", "general", "general")]  # fmt: skip


@pytest.mark.parametrize(("option", "column"), [("inclusive", 2), ("exclusive", 3)])
def test_the_bounds_of_people_count_as_the_switch_says(opened: Opened, option: str, column: int) -> None:
    """CAP-39: at 3 and at 10 people, with and without the bound; the higher level holds either way."""
    office = opened("R01")
    manuals.adopt(office, office.viewer("admin"), "R01", {"bounds": option})

    for people, public, *_ in BY_PEOPLE:
        view = take_in(office, "reception", people=people, media=public).case
        matched = {line.id for grade in view.grades for line in grade.matched}
        row = next(row for row in BY_PEOPLE if row[:2] == (people, public))
        assert matched == row[column], (people, public)
        highest = "crisis" if any("crisis" in line for line in matched) else "major" if matched else "general"
        assert view.words["case.level"] == TO[highest]


@pytest.mark.parametrize(("option", "column"), [("at_least", 1), ("at_most", 2)])
def test_the_bound_of_money_counts_as_the_switch_says(opened: Opened, option: str, column: int) -> None:
    """CAP-39: 10,000 yuan itself is major in both readings; what is below and above changes sides."""
    office = opened("R01")
    manuals.adopt(office, office.viewer("admin"), "R01", {"amount_direction": option})

    for row in BY_YUAN:
        view = take_in(office, "reception", claimed=row[0]).case
        assert view.words["case.level"] == TO[row[column]], row[0]


def test_the_switches_show_which_reading_is_in_force() -> None:
    """CAP-39: the manual printed back names the reading (D-01)."""
    said = {
        option: next(
            row for chapter in chapters(load("R01", {"amount_direction": option})) for row in chapter.rows
            if chapter.id == "switches" and row[0] == "amount_direction"
        )[2]
        for option in ("at_least", "at_most")
    }  # fmt: skip

    assert said == {"at_least": "10000元以上（含）", "at_most": "10000元以下（含），照原文"}


def test_a_level_is_changed_by_those_who_may_and_for_a_reason(opened: Opened) -> None:
    """CAP-40: final judgement by 客户服务部 (002:159); the clocks follow: plan 4 h → 24 h (002:313, 337)."""
    office = opened("R01")
    number = take_in(
        office, "reception", category="repair", within_remit=True, respondent__staff=False
    ).case.number
    act(office, "property_staff", number, "take_on", department="property")
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


def test_each_of_them_is_ticked_as_told_with_time_and_means(opened: Opened) -> None:
    """CAP-42: two are to be told of a major matter (002:253, 337); telling the one leaves the other."""
    office = opened("R01")
    clerk = office.viewer("service")
    number = take_in(office, "reception", people=4).case.number
    forward(office, hours=1)

    view = reporting.report(
        office, clerk, number, "gm", "电话", at=at("2026-11-20 12:30"), note="先做应急处理"
    )

    vice, gm = view.reports
    assert (vice.role, vice.at) == ("operations_vice_gm", None)
    assert (gm.at, gm.means, gm.note, gm.by) == (at("2026-11-20 12:30"), "电话", "先做应急处理", "service")
    with office.store.reading() as tx:
        assert audit.records(tx, case_id=view.id)[0].act == "report"


@pytest.mark.parametrize(
    ("role", "means", "moment", "field"),
    [
        ("service_head", "电话", "2026-11-20 12:00", "role"),
        ("gm", "托梦", "2026-11-20 12:00", "means"),
        ("gm", "电话", "2026-11-20 12:01", "at"),
        ("gm", "电话", "2026-11-19 12:00", "at"),
    ],
)
def test_a_report_to_nobody_by_no_means_or_out_of_time_is_refused(
    opened: Opened, role: str, means: str, moment: str, field: str
) -> None:
    """CAP-42."""
    office = opened("R01")
    number = take_in(office, "reception", people=10).case.number

    with pytest.raises(DeskError) as refusal:
        reporting.report(office, office.viewer("service"), number, role, means, at=at(moment))

    assert refusal.value.field == field
    assert look(office, "service", number).reports[0].at is None


def test_a_step_that_reports_counts_as_having_told(opened: Opened) -> None:
    """CAP-42: a major matter is reported to the vice president of marketing (002:635)."""
    office = opened("R11a")
    number = take_in(office, "clerk", major_complaint=True).case.number
    before = look(office, "clerk", number).reports

    view = act(office, "clerk", number, "report_vice")

    assert [(one.role, one.at) for one in before] == [("vice", None)]
    assert view.reports[0].at == at("2026-11-20 12:00")


def test_the_sheet_that_reports_is_addressed_to_whom_the_level_names(opened: Opened) -> None:
    """CAP-42: the sheet is ours, as the manual names none; it says to whom, by which line, and what (002:229, 345)."""
    office = opened("R01")
    number = take_in(office, "reception", people=10, subject="电梯停运").case.number

    said = text_of(shared_forms.of_case(office, office.viewer("service"), number, "level_report"))

    assert [
        words for words in ("投诉上报单", "总经理", number, "危机投诉", "电梯停运") if words not in said
    ] == []
    assert office.rulebook.scales[0].criteria[0].text[:6] in said


def test_the_command_line_reports(opened: Opened, capsys) -> None:  # type: ignore[no-untyped-def]
    """CAP-42."""
    import json

    from desk.cli import main

    office = opened("R01")
    number = take_in(office, "reception", people=10).case.number
    office.close()
    common = ["--home", str(office.home), "--as", "service", "--now", "2026-11-20T12:00", "--json"]

    assert main(["report", number, *common]) == 0
    before = json.loads(capsys.readouterr().out)
    assert main(["report", number, "gm", "--means", "会议", *common]) == 0
    after = json.loads(capsys.readouterr().out)

    assert [(one["role"], one["at"]) for one in before["reports"]] == [("gm", None)]
    assert (after["reports"][0]["means"], after["reports"][0]["at"][:16]) == ("会议", "2026-11-20T12:00")


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
