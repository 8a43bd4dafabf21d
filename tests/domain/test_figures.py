"""Figures by the manuals' own numbers, and never a number where there is nothing to count (CAP-31, 96, 97, 99)."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from msgspec import structs
from tests.fixtures_office import NOON
from tests.small_office import case

from desk.domain.case import Happening
from desk.domain.figures import Judged, by_group, figure, places
from desk.domain.penalties import fine, penalties, reward, within
from desk.rulebook.accounts import Band, Indicator
from desk.rulebook.checking import check
from desk.rulebook.loading import load

CLOSING = Indicator(id="c", name="投诉关闭率", base='validity == "valid"', hits="closed")


def judged(number, **facts):
    return Judged(case(number=str(number)), facts, (), closed=bool(facts.get("closed")))


def test_forty_valid_complaints_of_which_34_are_closed_make_85_percent_whatever_the_invalid_ones():
    # 002:89-93; five invalid ones do not count.
    valid = [judged(n, validity="valid", closed=n < 34) for n in range(40)]
    invalid = [judged(100 + n, validity="invalid", closed=True) for n in range(5)]

    found = figure(CLOSING, [*valid, *invalid], days=30)

    assert (found.words, len(found.hits), len(found.base)) == ("85.00%", 34, 40)


def test_nothing_to_count_is_a_dash_and_no_zero():
    assert figure(CLOSING, [], days=30).words == "—"


def test_a_figure_without_a_formula_in_the_manual_is_a_dash():
    blank = Indicator(id="x", name="处理效率", base="unset")

    assert figure(blank, [judged(1, validity="valid")], days=30).words == "—"


def test_thirty_one_complaints_in_31_days_are_one_a_day_and_28_solved_are_90_32_percent():
    # 000:233, F-09
    cases = [judged(n, closed=n < 28) for n in range(31)]
    every = Indicator(id="n", name="投诉次数", base="known(closed)")
    daily = Indicator(id="d", name="每天投诉次数", base="known(closed)", per_day=True)
    solved = Indicator(id="s", name="解决比例", base="known(closed)", hits="closed")

    words = [figure(indicator, cases, days=31).words for indicator in (every, daily, solved)]

    assert words == ["31", "1.00", "90.32%"]


def test_the_mean_of_recovered_money_counts_its_cents_and_leaves_out_what_is_not_known():
    recovered = Indicator(id="r", name="挽回经济损失", base="closed", mean="recovered", percent=False)
    sums = [{"recovered": Decimal("100.50")}, {"recovered": Decimal("99.00")}, {}]

    found = figure(recovered, [judged(n, closed=True, **given) for n, given in enumerate(sums)], days=1)

    assert found.words == "99.75"  # (100.50 + 99.00) / 2


def test_an_open_fact_is_no_hit():
    found = figure(CLOSING, [judged(1, validity="valid"), judged(2, validity="valid", closed=True)], days=1)

    assert found.words == "50.00%"


def test_groups_alike_share_a_place_and_the_next_one_is_skipped():
    cases = [
        judged(n, validity="valid", closed=closed, project=project)
        for n, (project, closed) in enumerate([("甲", True), ("乙", True), ("丙", False), ("丁", True)])
    ]

    found = by_group(CLOSING, cases, 30, lambda one: one.facts["project"])

    assert dict(zip([one.group for one in found], places(found), strict=True)) == {
        "甲": 1,
        "乙": 1,
        "丁": 1,
        "丙": 4,
    }


@pytest.mark.parametrize(
    ("days", "yuan"),
    [(1, 100), (7, 700), (8, 900), (10, 1300), (15, 2300), (16, None)],
)
def test_days_overdue_cost_by_the_bracket_that_each_falls_in(days, yuan):
    # 002:375-379, D-12 progressive: seven days at 100, then 200 each up to the fifteenth; beyond that people decide.
    rule = next(rule for rule in load("R01").penalties if rule.id == "P6")

    assert fine(rule, days) == yuan


def test_by_the_other_reading_all_days_cost_what_the_last_one_does():
    rule = next(rule for rule in load("R01").penalties if rule.id == "P6")
    flat = type(rule)(id=rule.id, name=rule.name, on=rule.on, bands=rule.bands, bracket="flat")

    assert fine(flat, 10) == 2000


@pytest.mark.parametrize(
    ("visit", "platform", "score", "yuan"),
    [
        (90, 95, "91.5", 200),
        (98, 98, "98", 300),
        (Fraction(985, 10), Fraction(985, 10), "98.5", 500),
        (89, 89, "89", None),
    ],
)
def test_the_bonus_follows_the_weighted_score(visit, platform, score, yuan):
    # 002:585-587, D-13: [90,95) 200, [95,98] 300, (98,100] 500; 70 % visit and 30 % platform.
    rule = load("R01").rewards[0]

    assert reward(rule, {"visit": Fraction(visit), "platform": Fraction(platform)}) == (Fraction(score), yuan)


@pytest.mark.parametrize(
    ("text", "value", "inside"),
    [
        ("[90,95)", 90, True),
        ("[90,95)", 95, False),
        ("(98,100]", 98, False),
        ("(98,100]", 100, True),
        ("[8,]", 99, True),
    ],
)
def test_bounds_are_as_written(text, value, inside):
    assert within(text, value) is inside


def test_a_range_that_cannot_be_read_is_refused():
    with pytest.raises(ValueError, match="写法不对"):
        within("90-95", 91)


def test_a_fine_for_a_step_is_proposed_once_for_each_case_in_which_it_was_taken_and_the_condition_holds():
    # 000:293: a complaint found untrue is punished; how, the manual does not say.
    rule = next(one for one in load("R08").penalties if one.id == "untrue")
    told = (
        Happening(step="explain_untrue", at=NOON, by="a"),
        Happening(step="explain_untrue", at=NOON, by="a"),
    )
    taken_back = (replace(told[0], undone=True),)
    cases = [("1", told, "false"), ("2", told, "true"), ("3", (), "false"), ("4", taken_back, "false")]
    given = [
        Judged(case(number=n, timeline=way), {"truth": truth}, (), closed=True) for n, way, truth in cases
    ]

    [line] = penalties([rule], given, NOON)

    assert (line.about, line.who, line.amount, line.words) == ("1", "投诉人", None, "未设定，由人决定")


def test_bands_count_days_late_and_stand_under_a_clock_only():
    faults = [
        fault.key
        for book in (load("R01"), load("R08"))
        for fault in check(structs.replace(book, penalties=tuple(_with_band(one) for one in book.penalties)))
    ]

    assert "penalty(untrue).bands" in faults
    assert "penalty(P6).bands" not in faults


def _with_band(rule):
    return structs.replace(rule, bands=(Band(range="[1,)", amount="100"),))
