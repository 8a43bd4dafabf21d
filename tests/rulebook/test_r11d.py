"""The module maker's grading manual: complaint or need, eight lettered principles, three degrees of defect.

The expected values are copied from the manual by hand; the comment or the last column of a table is its line.
"""

from typing import Any

import pytest

from desk.domain.grading import grade
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R11d")


def levels(book: Rulebook, facts: dict[str, Any]) -> dict[str, str]:
    return {found.scale: found.level for found in grade(book, {"kind": "complaint", **facts})}


def test_a_complaint_and_a_need_are_two_things(book: Rulebook) -> None:
    assert [kind.name for kind in book.kinds] == ["客户投诉", "客户需求"]  # 002:639
    assert [kind.counts for kind in book.kinds] == [True, False]


@pytest.mark.parametrize(
    ("kind", "names", "line"),
    [
        ("complaint", ["产品质量问题", "服务质量、服务过程", "未实现承诺"], "002:639"),
        ("need", ["求助型", "咨询型", "发泄型"], "002:641"),
    ],
)
def test_each_has_its_own_classes(book: Rulebook, kind: str, names: list[str], line: str) -> None:
    found = [category for category in book.categories if category.kinds == (kind,)]

    assert [category.name for category in found] == names
    assert {category.source for category in found} == {line}


@pytest.mark.parametrize(
    ("facts", "letter", "words"),
    [
        ({"cost_graded": True}, "A", "处理总费用"),
        ({"quantity_graded": True}, "B", "组件数量及质量缺陷程度"),
        ({"major_effect": True}, "C", "引起重大影响"),
        ({"lawsuit_risk": True}, "C", "引发法律诉讼"),
        ({"repeated": True, "cumulative_cost": True}, "D", "达到A、B其中一项条件"),
        ({"repeated": True, "cumulative_quantity": True}, "D", "达到A、B其中一项条件"),
        ({"group_risk": True}, "E", "群体性"),
        ({"hazard": True}, "F", "重大安全隐患"),
        ({"brand_harm": True}, "J", "公司形象"),
        ({"media": True}, "J", "经媒体曝光"),
        ({"other_effect": True}, "H", "其它"),
    ],
)
def test_each_principle_grades_the_complaint(
    book: Rulebook, facts: dict[str, Any], letter: str, words: str
) -> None:
    found = next(entry for entry in grade(book, {"kind": "complaint", **facts}) if entry.scale == "gravity")

    assert found.level == "graded"  # 002:641
    assert [line.text[0] for line in found.matched] == [letter]
    assert words in found.matched[0].text


@pytest.mark.parametrize(
    "facts", [{}, {"repeated": True}, {"cumulative_cost": True}, {"repeated": False, "cumulative_cost": True}]
)
def test_a_cost_without_repetition_or_a_repetition_without_cost_grades_nothing(
    book: Rulebook, facts: dict[str, Any]
) -> None:
    assert levels(book, facts)["gravity"] == "ordinary"


def test_the_letters_stand_as_printed(book: Rulebook) -> None:
    letters = "".join(line.text[0] for line in find(book.scales, "gravity").criteria)

    assert letters == "ABCDEFJH"  # 002:641: no G and no I, J before H


def test_a_repetition_may_need_both_costs_and_numbers() -> None:
    both = load("R11d", {"cumulative": "both"})

    assert levels(both, {"repeated": True, "cumulative_cost": True})["gravity"] == "ordinary"
    assert (
        levels(both, {"repeated": True, "cumulative_cost": True, "cumulative_quantity": True})["gravity"]
        == "graded"
    )


@pytest.mark.parametrize(
    ("replaced", "degree", "name"),
    [("full", "first", "一级"), ("part", "second", "二级"), ("minor", "third", "三级")],
)
def test_a_defect_has_three_degrees(book: Rulebook, replaced: str, degree: str, name: str) -> None:
    scale = find(book.scales, "defect")

    assert levels(book, {"replaced": replaced})["defect"] == degree  # 002:641
    assert find(scale.levels, degree).name == name


def test_a_full_replacement_ranks_above_a_label(book: Rulebook) -> None:
    ranks = {level.id: level.rank for level in find(book.scales, "defect").levels}

    assert ranks["first"] > ranks["second"] > ranks["third"]


def test_costs_are_counted_in_three_parts(book: Rulebook) -> None:
    names = [book.field(id_).title for id_ in ("component_value", "correction_cost", "business_cost")]

    assert names == ["涉及到的组件价值", "更正需要付出的费用", "商务支出"]  # 002:641


@pytest.mark.parametrize(("option", "counts"), [("need", False), ("complaint", True)])
def test_what_proves_to_be_a_need_is_not_counted(option: str, counts: bool) -> None:
    book = load("R11d", {"invalid": option})  # 002:639

    assert find(book.validities, "need").counts is counts
    assert dict(book.step("find_need").sets) == {"validity": "need"}


def test_venting_may_be_a_complaint() -> None:
    assert load("R11d", {"venting": "complaint"}).category("venting").kinds == ("complaint",)


@pytest.mark.parametrize(("option", "there"), [("keep", True), ("drop", False)])
def test_the_property_groups_words_stay_or_go(option: str, there: bool) -> None:
    choices = load("R11d", {"property_words": option}).field("need_origin").choices

    assert ("开发板块相关需求" in [choice.name for choice in choices]) is there  # 002:639


def test_nothing_is_handed_on_before_it_is_graded(book: Rulebook) -> None:
    assert book.step("assign").after == ("assess",)
    assert "set_level" in book.step("assess").effects
