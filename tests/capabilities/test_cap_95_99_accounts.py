"""Registers, summary, indicators, the return visit, penalties and rewards (CAP-95 to 99)."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, altered, look, set_time, take_in
from tests.small_office import at

from desk.cli import main
from desk.domain.errors import DeskError, Forbidden
from desk.services import assessments, figures
from desk.services.office import Office
from desk.store import audit

NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)


def late_case(office: Office, days: int) -> str:
    """An R01 matter whose overall limit passed ``days`` days ago (a started day counts)."""
    set_time(office, at("2026-11-02 09:00"))
    number = take_in(office, "reception", category="property_service").case.number
    due = next(clock.due for clock in look(office, "service_head", number).clocks if clock.id == "close")
    set_time(office, due + timedelta(days=days - 1, hours=1))
    return number


def fines(office: Office, number: str):  # type: ignore[no-untyped-def]
    found = assessments.listed(office, office.viewer("service_head"), *NOVEMBER)
    return {one.line.rule: one for one in found if one.line.about == number}


@pytest.mark.parametrize(
    ("switch", "yuan"), [("progressive", 1300), ("flat", 2000)], ids=["progressive", "flat"]
)
def test_ten_days_overdue_cost_1300_or_2000_by_the_setting(
    opened: Opened, tmp_path: Path, switch: str, yuan: int
) -> None:
    """CAP-99: 002:375-379, D-12; each line cites its rule."""
    rulebook = altered(tmp_path / "manual", "R01", ('default = "progressive"', f'default = "{switch}"'))
    office = opened(rulebook)
    number = late_case(office, 10)

    line = fines(office, number)["P6"].line

    assert (line.amount, line.source) == (yuan, "002:375-379, 569-575")


def test_more_than_fifteen_days_are_for_people_to_decide_within_the_manuals_bounds(opened: Opened) -> None:
    """002:577-579: 500 to 1,500; the daily fine no longer holds."""
    office = opened("R01")
    number = late_case(office, 16)
    head = office.viewer("service_head")

    found = fines(office, number)
    with pytest.raises(DeskError, match="2000"):
        assessments.rule_on_fine(office, head, "P6c", number, "approved", 2000)
    with pytest.raises(DeskError, match="请写明金额"):
        assessments.rule_on_fine(office, head, "P6c", number, "approved")
    assessments.rule_on_fine(office, head, "P6c", number, "approved", 800)

    assert "P6" not in found
    assert found["P6c"].line.words == "500至1500元，由人决定"
    assert fines(office, number)["P6c"].standing == "已核定 800元"


def test_a_fine_is_approved_or_waived_with_a_reason_and_that_is_on_record(opened: Opened) -> None:
    office = opened("R01")
    number = late_case(office, 10)
    head = office.viewer("service_head")

    before = fines(office, number)["P6"].standing
    with pytest.raises(DeskError, match="请写明理由"):
        assessments.rule_on_fine(office, head, "P6", number, "waived")
    assessments.rule_on_fine(office, head, "P6", number, "waived", reason="业主要求改期")
    waived = fines(office, number)["P6"].standing
    with pytest.raises(DeskError, match="请写明理由"):
        assessments.rule_on_fine(office, head, "P6", number, "approved")
    assessments.rule_on_fine(office, head, "P6", number, "approved", reason="改期不属实")

    assert (before, waived) == ("待核定", "已免予：业主要求改期")
    assert fines(office, number)["P6"].standing == "已核定 1300元：改期不属实"
    with office.store.reading() as tx:
        acts = [row for row in reversed(audit.records(tx)) if row.act.startswith("assess:")]
    assert [row.act for row in acts] == ["assess:waived", "assess:approved"]
    assert f"P6 {number} 1300" in acts[1].about


def test_a_fine_that_the_rule_does_not_give_cannot_be_approved(opened: Opened) -> None:
    office = opened("R01")
    number = take_in(office, "reception", category="property_service").case.number

    with pytest.raises(DeskError, match="没有考核"):
        assessments.rule_on_fine(office, office.viewer("service_head"), "P6", number, "approved")


def test_people_find_what_no_clock_finds(opened: Opened) -> None:
    """P1 (002:515-523) names no clock: somebody decides on it, with the manual's 300 yuan or another amount."""
    office = opened("R01")
    number = take_in(office, "reception", category="property_service").case.number

    assessments.rule_on_fine(office, office.viewer("service_head"), "P1", number, "approved", 300)

    found = assessments.listed(office, office.viewer("gm"), date(2026, 11, 1), office.now().date())
    assert [(one.line.rule, one.line.source, one.standing) for one in found if one.line.rule == "P1"] == [
        ("P1", "002:515-523", "已核定 300元")
    ]


def test_fines_are_never_shown_at_the_counter(opened: Opened) -> None:
    office = opened("R01")
    late_case(office, 10)

    counter = figures.figures(office, office.viewer("reception"), *NOVEMBER)
    control = figures.figures(office, office.viewer("service"), *NOVEMBER)

    assert counter.penalties == ()
    assert control.penalties
    with pytest.raises(Forbidden):
        assessments.listed(office, office.viewer("reception"), *NOVEMBER)
    with pytest.raises(Forbidden):
        assessments.rule_on_fine(office, office.viewer("service"), "P1", "2026110001", "approved", 300)


def handled(office: Office) -> str:
    """An R01 matter that the sales department has dealt with, ready for the return visit (002:289-297)."""
    number = take_in(office, "reception", category="signing").case.number
    plan = {"plan_kind": ("talk",), "plan_from": "2026-11-20", "plan_to": "2026-11-20"}
    act(office, "service", number, "accept", respondent__staff=False)
    act(office, "service", number, "judge", department="sales")
    act(office, "service", number, "assign")
    act(office, "service", number, "verify", verified="属实")
    act(office, "service", number, "plan", **plan)
    for step in ("review", "agree"):
        act(office, "service", number, step)
    act(office, "service", number, "finish", result="已退款")
    act(office, "service", number, "confirm", customer_confirmed="recorded")
    return number


def test_a_score_of_five_without_a_reason_is_refused_and_six_is_accepted(opened: Opened) -> None:
    """CAP-98: 002:459-461."""
    office = opened("R01")
    five, six = handled(office), handled(office)

    with pytest.raises(DeskError) as refusal:
        act(office, "service", five, "visit", timeliness=5)
    assert refusal.value.field == "timeliness.reason"

    act(office, "service", five, "visit", timeliness=5, timeliness__reason="来晚了")
    act(office, "service", six, "visit", timeliness=6)


@pytest.mark.parametrize(
    ("scores", "platform", "words", "yuan"),
    [
        ((9, 9, 9), "95", "91.50分（客户回访评分 90.00×70%，客服部平台客服评分 95.00×30%）：200元", 200),
        ((10, 10, 10), "95", "98.50分（客户回访评分 100.00×70%，客服部平台客服评分 95.00×30%）：500元", 500),
        (
            (8, 9, 10),
            "89",
            "89.70分（客户回访评分 90.00×70%，客服部平台客服评分 89.00×30%）：未达到奖励分数",
            None,
        ),
    ],
)
def test_the_visits_scores_and_the_points_given_make_the_bonus(
    opened: Opened, scores: tuple[int, int, int], platform: str, words: str, yuan: int | None
) -> None:
    """CAP-98, 99: the mean of Q3 to Q5 times ten at 70 %, the platform at 30 % (002:585-587)."""
    office = opened("R01")
    names = ("timeliness", "plan_score", "attitude_score")
    act(office, "service", handled(office), "visit", **dict(zip(names, scores, strict=True)))
    service, gm = office.viewer("service"), office.viewer("gm")
    department = next(one.name for one in office.rulebook.departments if one.id == "sales")

    def line():  # type: ignore[no-untyped-def]
        found = assessments.listed(office, gm, *NOVEMBER)
        return next(one for one in found if one.line.rule == "composite")

    before = line().line
    assessments.give_points(office, service, "composite", "platform", department, *NOVEMBER, platform)

    assert (before.amount, before.words) == (None, "尚缺：客服部平台客服评分")
    assert (line().line.words, line().line.amount, line().line.source) == (words, yuan, "002:583-587")
    if yuan is None:
        with pytest.raises(DeskError, match="没有可以核定的奖励"):
            assessments.rule_on_bonus(office, gm, "composite", department, *NOVEMBER, "approved")
    else:
        assessments.rule_on_bonus(office, gm, "composite", department, *NOVEMBER, "approved")
        assert line().standing == f"已核定 {yuan}元"


@pytest.mark.parametrize("points", ["101", "-1", "很好", "", "NaN"])
def test_points_are_a_number_up_to_a_hundred(opened: Opened, points: str) -> None:
    office = opened("R01")
    sales = office.rulebook.departments[0].name

    with pytest.raises(DeskError, match="评分"):
        assessments.give_points(
            office, office.viewer("service"), "composite", "platform", sales, *NOVEMBER, points
        )


def test_the_command_line_lists_and_decides(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    office = opened("R01")
    number = late_case(office, 10)
    now = f"{office.now():%Y-%m-%dT%H:%M}"
    office.close()

    def ask(*words: str) -> tuple[int, object]:
        common = ("--home", str(office.home), "--as", "service_head", "--now", now, "--json")
        return main(["assess", *words, *common]), json.loads(capsys.readouterr().out)

    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    refused = ask("waive", "P6", number)
    waived = ask("waive", "P6", number, "--reason", "业主要求改期")
    _, found = ask("list", *days)

    assert (refused[0], refused[1]["error"]["field"]) == (2, "reason")  # type: ignore[index]
    assert waived[0] == 0
    row = next(one for one in found if one["rule"] == "P6")  # type: ignore[union-attr]
    assert (row["about"], row["amount"], row["standing"]) == (number, 1300, "waived")
    assert row["reason"] == "业主要求改期"
