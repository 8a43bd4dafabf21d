"""The car dealer's manual: half-hour clocks, seven signs of a major complaint, one sheet for one complaint.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

from typing import Any

import pytest

from desk.domain.grading import grade
from desk.rulebook.criteria import holds
from desk.rulebook.limits import Limit, parse_limit
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R13a")


def level(book: Rulebook, facts: dict[str, Any]) -> str:
    return grade(book, {"kind": "complaint", "channel": "phone", **facts})[0].level


@pytest.mark.parametrize(
    ("id_", "facts", "words"),
    [
        ("compensation", {"compensation_asked": True}, "涉及到赔偿"),
        ("safety", {"safety": True}, "与安全方面相关"),
        ("damage", {"large_damage": True}, "损害金额大"),
        ("frequent", {"frequent_repair": True}, "短期内进服务店维修频次高"),
        ("public", {"media": True}, "媒体、律师、警察、消协、政府机关"),
        ("public", {"authority": True}, "媒体、律师、警察、消协、政府机关"),
        ("effect", {"bad_effect": True}, "易造成不良影响"),
        ("referred", {"channel": "referred"}, "行业部门、工商部门等转交"),
    ],
)
def test_each_sign_makes_the_complaint_major(
    book: Rulebook, id_: str, facts: dict[str, Any], words: str
) -> None:
    criterion = find(book.scales[0].criteria, id_)

    assert level(book, facts) == "major"
    assert words in criterion.text
    assert criterion.source == "002:651"


def test_there_are_seven_signs_and_everything_else_is_ordinary(book: Rulebook) -> None:
    assert len(book.scales[0].criteria) == 7
    assert level(book, {}) == "ordinary"
    assert level(book, {"safety": False, "media": False}) == "ordinary"


def test_any_compensation_or_only_a_large_one_can_be_major() -> None:
    book = load("R13a", {"major_amount": "large"})

    assert level(book, {"compensation_asked": True, "large_damage": False}) == "ordinary"
    assert level(book, {"compensation_asked": True, "large_damage": True}) == "major"


@pytest.mark.parametrize(
    ("clock_id", "limit", "starts", "line"),
    [
        ("hand_over", "30min", ("received",), "002:651"),
        ("hand_over_major", "at_once..30min", ("received",), "002:651"),
        ("dispatch", "30min", ("hand_over", "record"), "002:651"),
        ("handle", "unset", ("assign",), "002:649"),
        ("inform_quality", "unset", ("record",), "002:649"),
    ],
)
def test_the_half_hour_clocks_stand_as_the_manual_says(
    book: Rulebook, clock_id: str, limit: str, starts: tuple[str, ...], line: str
) -> None:
    clock = book.clock(clock_id)

    assert (clock.limit, clock.starts, clock.source) == (limit, starts, line)


def test_at_once_keeps_its_half_hour_and_says_so() -> None:
    limit = parse_limit("at_once..30min")

    assert limit == Limit("min", 30, prompt=True)
    assert limit.words == "立即，最迟30分钟"


@pytest.mark.parametrize(
    ("facts", "running"),
    [
        (
            {"level.severity": "ordinary", "on_site_repair": False},
            ["hand_over", "dispatch", "handle", "inform_quality"],
        ),
        (
            {"level.severity": "major", "on_site_repair": False},
            ["hand_over_major", "dispatch", "handle", "inform_quality"],
        ),
        ({"level.severity": "ordinary", "on_site_repair": True}, ["dispatch", "handle", "inform_quality"]),
    ],
)
def test_ordinary_and_major_run_on_different_clocks(
    book: Rulebook, facts: dict[str, Any], running: list[str]
) -> None:
    assert [clock.id for clock in book.clocks if holds(clock.when, facts)] == running  # 1.1.1, 1.1.3


@pytest.mark.parametrize(
    ("facts", "name", "department", "line"),
    [
        ({"category": "sales"}, "销售经理", "销售部", "002:649"),
        (
            {"category": "repair", "level.severity": "ordinary"},
            "业务经理",
            "维修业务（一般性投诉）",
            "002:649",
        ),
        ({"category": "repair", "level.severity": "major"}, "服务经理", "维修服务（重大投诉）", "002:649"),
        ({"category": "customer"}, "综合部经理", "综合部", "002:649"),
        ({"category": "finance"}, "财务经理", "财务部", "002:649"),
        ({"category": "parts"}, "备品主管", "备品部", "002:651"),
    ],
)
def test_each_matter_goes_to_its_manager(
    book: Rulebook, facts: dict[str, Any], name: str, department: str, line: str
) -> None:
    (route,) = [route for route in book.routes if holds(route.when, facts)]
    role = book.role(route.role)

    assert role.name == name
    assert find(book.departments, route.department).name == department
    assert role.department == route.department
    assert route.source == line


def test_eight_posts_have_their_duty(book: Rulebook) -> None:
    duties = [principle.name for principle in book.principles if principle.about == "duty"]  # 002:649-651

    assert duties == [
        "客服部", "销售经理", "业务经理", "服务经理", "综合部经理", "财务经理", "备品主管", "总经理",
    ]  # fmt: skip


def test_only_the_general_manager_settles_the_measure(book: Rulebook) -> None:
    for step in ("decide", "liability", "return_measure"):
        assert book.step(step).by == ("gm",)  # 002:651


def test_recording_needs_name_plate_contact_and_the_words_repeated(book: Rulebook) -> None:
    needs = book.step("record").needs  # 002:651, 1.2

    assert needs == ("complainant.name", "plate", "complainant.phone", "narrative", "restated")


@pytest.mark.parametrize(
    ("facts", "goes"), [({"restated": True}, True), ({"restated": False}, False), ({}, False)]
)
def test_nothing_is_passed_on_before_it_was_repeated(
    book: Rulebook, facts: dict[str, Any], goes: bool
) -> None:
    assert holds(book.step("assign").when, {"category": "sales", **facts}) is goes


def test_only_a_repair_settled_on_the_spot_stays_with_its_manager(book: Rulebook) -> None:
    step = book.step("settle_on_site")  # 002:651, 1.1.1

    assert step.by == ("business_manager",)
    assert holds(step.when, {"on_site_repair": True, "level.severity": "ordinary"})
    assert not holds(step.when, {"on_site_repair": False, "level.severity": "ordinary"})
    assert not holds(
        step.when, {"on_site_repair": True, "level.severity": "major"}
    )  # 1.1.3: at once to the unit


@pytest.mark.parametrize(
    ("facts", "urgency", "leader"),
    [
        ({"after_hours": True}, True, False),
        ({"after_hours": True, "urgent": True}, True, True),
        ({"after_hours": True, "urgent": False}, True, False),
        ({"after_hours": False, "urgent": True}, False, False),
    ],
)
def test_after_hours_urgency_is_judged_and_a_leader_called(
    book: Rulebook, facts: dict[str, Any], urgency: bool, leader: bool
) -> None:
    assert holds(book.field("urgent").required_when, facts) is urgency  # 002:651, 1.4
    assert holds(book.field("leader_called").required_when, facts) is leader
    assert holds(book.field("leader_called_at").required_when, facts) is leader


def test_one_complaint_has_one_sheet(book: Rulebook) -> None:
    paper = book.paper("feedback")  # 002:651, 1.3

    assert paper.once
    assert paper.name == "客户投诉信息反馈单"


@pytest.mark.parametrize("label", ["客户姓名", "车牌号码", "联系方式", "投诉内容", "复述确认", "责任部门"])
def test_the_sheet_carries_what_the_manual_names(label: str) -> None:
    assert label in read_manual("R13a").files["forms/feedback.toml"]  # 002:651


def test_the_analysis_is_monthly(book: Rulebook) -> None:
    (duty,) = book.duties

    assert (duty.every, duty.source) == ("month", "002:649")


def test_the_first_screen_has_at_most_ten_fields(book: Rulebook) -> None:
    assert sum(field.first for field in book.fields_at("register", "complaint")) == 9


def test_customer_and_care_can_be_one_unit_or_two() -> None:
    one, two = load("R13a"), load("R13a", {"customer_unit": "two"})

    assert find(one.departments, "customer").aliases == ("客服部",)
    assert find(two.departments, "care").name == "客服部"


def test_every_option_of_every_switch_gives_a_sound_rulebook(book: Rulebook) -> None:
    for switch in book.switches:
        for option in switch.options:
            assert find(load("R13a", {switch.id: option}).switches, switch.id).chosen == option


def test_every_entry_cites_its_line_or_says_that_the_manual_is_silent(book: Rulebook) -> None:
    entries: list[Any] = [
        *book.channels, *book.kinds, *book.departments, *book.categories, *book.routes, *book.scales, *book.roles,
        *book.states, *book.steps, *book.clocks, *book.series, *book.papers, *book.registers, *book.indicators,
        *book.principles, *book.scripts,
    ]  # fmt: skip

    assert [entry.id for entry in entries if not entry.source and not entry.note] == []
