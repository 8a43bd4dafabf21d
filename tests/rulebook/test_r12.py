"""The car maker's manual: ten major complaints, nine of grade A, the media, and what "valid" means there.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

from typing import Any

import pytest

from desk.domain.grading import grade
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find

NOTHING: dict[str, Any] = {"part": ("none",), "wants": ("reply",), "accident": "none"}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R12")


def levels(book: Rulebook, facts: dict[str, Any]) -> tuple[str, str]:
    """The level on the scale of major complaints, and the grade."""
    found = {entry.scale: entry.level for entry in grade(book, {"kind": "complaint", **NOTHING, **facts})}
    return found["major"], found["grade"]


MAJOR = [
    ("m1", {"accident": "fire"}, "①", "002:615, 705"),
    ("m1", {"accident": "major"}, "①", "002:615, 705"),
    ("m2", {"part": ("airbag",)}, "②", "002:615, 705"),
    ("m3", {"wants": ("new_car",), "exchange_eligible": False}, "③", "002:615, 705"),
    ("m4", {"wants": ("return",), "return_eligible": False}, "④", "002:615, 705"),
    ("m5", {"wants": ("engine",), "engine_eligible": False}, "⑤", "002:615, 705"),
    ("m6", {"wants": ("gearbox",), "gearbox_eligible": False}, "⑥", "002:615, 705"),
    ("m7", {"media": True}, "⑦", "002:615-617, 705"),
    ("m7", {"government": True}, "⑦", "002:615-617, 705"),
    ("m7", {"lawsuit": True}, "⑦", "002:615-617, 705"),
    ("m8", {"part": ("steering",)}, "⑧", "002:617, 705"),
    ("m8", {"part": ("brake",)}, "⑧", "002:617, 705"),
    ("m8", {"part": ("stall",)}, "⑧", "002:617, 705"),
    ("m9", {"unlawful": True}, "⑨", "002:617, 705"),
    ("m10", {"controlled": True}, "⑩", "002:617, 705"),
]


@pytest.mark.parametrize(("id_", "facts", "number", "line"), MAJOR)
def test_each_major_criterion_makes_the_complaint_major(
    book: Rulebook, id_: str, facts: dict[str, Any], number: str, line: str
) -> None:
    criterion = find(find(book.scales, "major").criteria, id_)

    assert levels(book, facts)[0] == "major"
    assert criterion.text.startswith(number)
    assert criterion.source == line
    assert holds(criterion.when, {**NOTHING, **facts})


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"accident": "crash"}, "002:615"),
        ({"wants": ("new_car",), "exchange_eligible": True}, "002:615"),
        ({"wants": ("return",), "return_eligible": True}, "002:615"),
        ({"wants": ("engine",), "engine_eligible": True}, "002:615"),
        ({"wants": ("gearbox",), "gearbox_eligible": True}, "002:615"),
        ({"wants": ("reply",), "exchange_eligible": False}, "002:615"),
        ({"media_risk": True}, "002:617"),
        ({}, "002:617"),
    ],
)
def test_what_no_criterion_names_is_ordinary(book: Rulebook, facts: dict[str, Any], line: str) -> None:
    assert levels(book, facts)[0] == "ordinary", line


GRADE_A = [
    ("a_safety", {"part": ("brake",)}, "重要安全部分"),
    ("a_safety", {"part": ("airbag",)}, "重要安全部分"),
    ("a_fire", {"accident": "fire"}, "火灾、车祸"),
    ("a_fire", {"accident": "crash"}, "火灾、车祸"),
    ("a_lawsuit", {"lawsuit_risk": True}, "民事或刑事诉讼"),
    ("a_media", {"media_risk": True}, "招致媒体报导"),
    ("a_written", {"wants": ("written",)}, "书面确认或答复"),
    ("a_authority", {"authority_steps_in": True}, "公共机构介入"),
    ("a_replacement", {"wants": ("new_car",)}, "更换车辆及损害赔偿"),
    ("a_replacement", {"wants": ("damages",)}, "更换车辆及损害赔偿"),
    ("a_repairs", {"repaired_often": True}, "反复修理"),
    ("a_door", {"blocked_door": True}, "堵门"),
]


@pytest.mark.parametrize(("id_", "facts", "words"), GRADE_A)
def test_each_line_of_grade_a_gives_grade_a(
    book: Rulebook, id_: str, facts: dict[str, Any], words: str
) -> None:
    criterion = find(find(book.scales, "grade").criteria, id_)

    assert levels(book, facts)[1] == "A"
    assert words in criterion.text
    assert criterion.source == "002:617"
    assert holds(criterion.when, {**NOTHING, **facts})


def test_there_are_ten_major_and_nine_a_criteria_and_one_of_b(book: Rulebook) -> None:
    grades = [criterion.level for criterion in find(book.scales, "grade").criteria]

    assert len(find(book.scales, "major").criteria) == 10
    assert (grades.count("A"), grades.count("B")) == (9, 1)


def test_exposure_in_the_media_is_grade_b(book: Rulebook) -> None:
    assert levels(book, {"media": True}) == ("major", "B")


def test_the_higher_grade_wins(book: Rulebook) -> None:
    assert levels(book, {"media": True, "blocked_door": True})[1] == "A"


def test_without_any_line_there_is_no_grade(book: Rulebook) -> None:
    assert levels(book, {}) == ("ordinary", "")


def test_an_open_eligibility_is_a_question_and_not_a_no(book: Rulebook) -> None:
    found = grade(book, {"kind": "complaint", **NOTHING, "wants": ("new_car",)})[0]

    assert found.level == "ordinary"
    assert "exchange_eligible" in found.open


def test_grade_a_can_be_read_into_the_major_complaints() -> None:
    book = load("R12", {"two_lists": "joined"})

    assert levels(book, {"blocked_door": True}) == ("major", "A")
    assert levels(book, {}) == ("ordinary", "")


def test_the_seven_forms_and_five_media_are_offered(book: Rulebook) -> None:
    names = [channel.name for channel in book.channels]  # 002:705
    media = [choice.name for choice in book.field("media_kind").choices]

    assert names == ["客户中心系统", "电话", "传真", "电子邮件", "媒体", "信件", "口头"]
    assert media == ["报纸", "杂志", "电视", "电台", "网络"]
    assert not book.channel("media").personal


def test_valid_means_the_dealer_is_at_fault(book: Rulebook) -> None:
    reasons = [choice.name for choice in book.field("validity_reason").choices]  # 002:617

    assert book.validities[0].name == "有效客户投诉（经销商责任）"
    assert reasons[:3] == ["服务态度", "服务管理", "服务技术"]
    assert reasons[4:] == ["跟踪力度", "配合程度", "执行程度"]
    assert len(book.field("consequence").choices) == 4


@pytest.mark.parametrize(
    ("facts", "closes"),
    [
        ({}, True),
        ({"special_kind": "warranty", "compensation": 900, "repair_cost": 1000}, True),
        ({"special_kind": "warranty", "compensation": 1000, "repair_cost": 1000}, True),
        ({"special_kind": "warranty", "compensation": 1001, "repair_cost": 1000}, False),
        (
            {"special_kind": "goodwill", "compensation": 5000},
            True,
        ),  # 商务费用: no cost of a repair to compare with
    ],
)
def test_a_special_payment_never_exceeds_the_repair(
    book: Rulebook, facts: dict[str, Any], closes: bool
) -> None:
    assert holds(book.step("close").when, facts) is closes  # 002:617


@pytest.mark.parametrize(
    ("kind", "given", "wrong"),
    [
        ("warranty", {"authorised": True, "compensation": 900, "repair_cost": 1000}, []),
        ("warranty", {"authorised": False, "compensation": 900, "repair_cost": 1000}, ["special_authorised"]),
        ("warranty", {"authorised": True, "compensation": 1001, "repair_cost": 1000}, ["special_limit"]),
        ("goodwill", {"compensation": 5000}, []),
    ],
)
def test_only_the_special_warranty_is_authorised_and_bounded(
    book: Rulebook, kind: str, given: dict[str, Any], wrong: list[str]
) -> None:
    """002:617: 技术支持系授权处理; 并非修理费用全额补偿. 特别理赔 has neither."""
    facts = {"special_kind": kind, **given}

    assert [check.id for check in book.checks if holds(check.when, facts)] == wrong
    for needed in ("repair_cost", "authorised"):
        assert holds(book.field(needed).required_when, facts) is (kind == "warranty")


def test_the_lost_limits_are_unset(book: Rulebook) -> None:
    assert [clock.limit for clock in book.clocks] == ["unset", "unset"]


def test_the_first_screen_has_at_most_ten_fields(book: Rulebook) -> None:
    assert sum(field.first for field in book.fields_at("register", "complaint")) == 10


def test_every_option_of_every_switch_gives_a_sound_rulebook(book: Rulebook) -> None:
    for switch in book.switches:
        for option in switch.options:
            assert find(load("R12", {switch.id: option}).switches, switch.id).chosen == option


def test_every_entry_cites_its_line_or_says_that_the_manual_is_silent(book: Rulebook) -> None:
    entries: list[Any] = [
        *book.channels,
        *book.kinds,
        *book.departments,
        *book.categories,
        *book.validities,
        *book.scales,
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
