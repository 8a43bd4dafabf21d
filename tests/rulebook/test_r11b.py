"""The manufacturer whose general manager's office decides: short numbers, one day, copies, and what fails.

The expected values are copied from the manual by hand; the comment or the last column of a table is its line.
"""

from datetime import date
from typing import Any

import pytest
from tests.rulebook.walking import begun, due, walk

from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find
from desk.rulebook.patterns import read_pattern
from desk.rulebook.summary import unset_values

SHEET = {
    "order_number": "D1", "part_number": "L1", "quantity": "300", "shipped_on": date(2026, 1, 2), "demand": "退货",
    "reason_confirmed": "属实",
}  # fmt: skip
FOUND = {
    "finding": "漏镀", "unit": "一厂", "shift": "夜班", "operator": "王", "produced_on": date(2025, 12, 20),
    "responsible": "王",
}  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R11b")


@pytest.mark.parametrize(
    ("day", "serial", "number"),
    [
        (date(2025, 5, 1), 1, "250501"),
        (date(2025, 5, 31), 2, "250502"),
        (date(2025, 6, 1), 1, "250601"),
        (date(2025, 12, 31), 99, "251299"),
        (date(2025, 12, 31), 100, "2512100"),
    ],
)
def test_a_number_is_year_month_and_two_digits(book: Rulebook, day: date, serial: int, number: str) -> None:
    series = find(book.series, "complaint")  # 002:657 年度（××）月份（××）流水编号（××）

    assert read_pattern(series.pattern).number(day, serial) == number
    assert series.resets == "month"


@pytest.mark.parametrize("option", ["widen", "refuse"])
def test_the_hundredth_of_a_month_widens_or_is_refused(option: str) -> None:
    assert (
        find(load("R11b", {"overflow": option}).series, "complaint").overflow == option
    )  # 002:657 is silent


@pytest.mark.parametrize(
    ("step", "facts"),
    [
        (
            "fill_sheet",
            ("order_number", "part_number", "quantity", "shipped_on", "demand", "reason_confirmed"),
        ),  # 002:655-657
        ("investigate", ("finding", "unit", "shift", "operator", "produced_on", "responsible")),  # 002:657
    ],
)
def test_sales_and_quality_bring_what_is_theirs(book: Rulebook, step: str, facts: tuple[str, ...]) -> None:
    assert book.step(step).needs == facts


def test_an_unknown_quantity_has_its_phrase(book: Rulebook) -> None:
    assert "客户加工中未确定" in book.field("demand").hint  # 002:659
    assert "客户加工中未确定" in find(book.scripts, "processing").text


@pytest.mark.parametrize(
    ("facts", "wanted"), [({"return_unknown": False}, True), ({"return_unknown": True}, False), ({}, False)]
)
def test_the_quantity_is_wanted_where_it_is_known(
    book: Rulebook, facts: dict[str, bool], wanted: bool
) -> None:
    assert holds(book.field("return_quantity").required_when, facts) is wanted  # 002:659


@pytest.mark.parametrize(("option", "day"), [("day", "2026-01-10"), ("workday", "2026-01-12")])
def test_the_joint_opinion_takes_one_day(option: str, day: str) -> None:
    book = load("R11b", {"one_day": option})  # 002:659 一日内; 2026-01-09 is a Friday
    case = begun(book, "complaint", "2026-01-08 09:00")
    case = walk(book, case, "sales", ("fill_sheet", "2026-01-08 10:00", SHEET))
    case = walk(book, case, "quality", ("investigate", "2026-01-08 15:00", FOUND))
    case = walk(book, case, "sales", ("negotiate", "2026-01-08 16:00", {"negotiation": "同意退货"}))
    case = walk(book, case, "sales_manager", ("send_back", "2026-01-09 10:00", {}))

    assert due(book, case, "combine", "2026-01-09 11:00") == day


@pytest.mark.parametrize(
    ("authority", "step", "role"),
    [
        ("manager", "decide_manager", "业务部经理"),
        ("vice", "decide_vice", "副总经理"),
        ("gm", "decide_gm", "总经理"),
    ],
)
def test_the_authority_says_who_decides(book: Rulebook, authority: str, step: str, role: str) -> None:
    open_ = [
        entry
        for entry in book.steps
        if entry.starting == ("combined",) and holds(entry.when, {"authority.decision": authority})
    ]

    assert [entry.id for entry in open_ if entry.id.startswith("decide")] == [step]  # 002:659
    assert [book.role(by).name for by in book.step(step).by] == [role]


@pytest.mark.parametrize(
    ("option", "facts", "followed"),
    [
        ("except_negligence", {"own_fault": True, "negligence": False, "tracked": True}, True),
        (
            "except_negligence",
            {"own_fault": True, "negligence": False, "tracked": False},
            False,
        ),  # 作明确的判定
        ("except_negligence", {"own_fault": True, "negligence": True}, False),  # 002:661 人为疏忽免列案追踪
        ("except_negligence", {"own_fault": False, "negligence": False}, False),
        ("always", {"own_fault": True, "negligence": True}, True),
    ],
)
def test_human_negligence_is_not_followed_up(option: str, facts: dict[str, Any], followed: bool) -> None:
    assert holds(load("R11b", {"track": option}).step("follow").when, facts) is followed


@pytest.mark.parametrize(("standing", "step"), [("yes", "tell"), ("no", "no_case")])
def test_what_stands_and_what_does_not_part_ways(book: Rulebook, standing: str, step: str) -> None:
    ways = [entry.id for entry in book.steps if entry.starting == ("judged",) and "tell" in entry.effects]

    assert [id_ for id_ in ways if holds(book.step(id_).when, {"standing": standing})] == [step]  # 002:661


def test_where_no_case_stands_the_debt_is_collected_and_objections_go_up(book: Rulebook) -> None:
    assert book.step("collect").starting == ("no_case",)  # 002:661 以规定收款期收回应收账款
    assert book.paper("petition").name == "签呈"
    assert book.step("petition").papers == ("petition",)


def test_the_sheet_has_the_copies_that_are_left_in_the_text(book: Rulebook) -> None:
    copies = [(copy.name, copy.holder) for copy in book.paper("sheet").copies]

    assert copies == [("第一联", "质量管理部"), ("第二联", "制造部")]  # 002:661


def test_the_shares_of_the_departments_make_a_hundred(book: Rulebook) -> None:
    shares = find(book.field("liable").columns, "percent")  # 002:661 责任部门

    assert (shares.required, shares.total) == (True, 100)


def test_the_amounts_of_the_authority_table_are_blank(book: Rulebook) -> None:
    keys = [key for key, _ in unset_values(book)]  # 002:659 依核决权限

    assert [key for key in keys if key.startswith("route")] == [
        "route(manager).when", "route(vice).when", "route(gm).when",
    ]  # fmt: skip


def test_the_standards_that_are_missing_stay_unset(book: Rulebook) -> None:
    assert {penalty.amount for penalty in book.penalties} == {"unset"}  # 002:661
    assert book.clock("handle").limit == "unset"  # 002:661 （十）, a title only


@pytest.mark.parametrize(
    "label", ["订单编号", "料号", "交运日期", "客户要求", "生产单位", "班别", "综合意见", "核决"]
)
def test_the_sheet_names_what_the_manual_names(label: str) -> None:
    assert label in read_manual("R11b").files["forms/sheet.toml"]  # 002:655-661
