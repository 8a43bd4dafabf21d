"""The food and drug office's manual: product by stage, four ways of passing on, three reviews of an advertisement.

The expected values are copied from the manual by hand; the comment or the last column of a table is its line.
"""

import pytest

from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R03")


def test_reports_come_in_by_six_ways(book: Rulebook) -> None:
    names = [book.channel(id_).name for id_ in book.kind("report").channels]

    assert names == ["信件", "电话（12331）", "互联网", "传真", "走访", "手机短信"]  # 000:270, 367


@pytest.mark.parametrize(
    ("product", "stages", "line"),
    [
        ("食品", ["食品生产", "食品经营", "餐饮服务"], "000:258"),
        ("药品", ["药品研制", "药品生产", "药品流通", "药品使用"], "000:258"),
        ("医疗器械", ["医疗器械研制", "医疗器械生产", "医疗器械流通", "医疗器械使用"], "000:258"),
        ("化妆品", ["化妆品研制", "化妆品生产", "化妆品流通", "化妆品使用"], "000:258"),
        ("保健食品", ["保健食品研制", "保健食品生产", "保健食品流通", "保健食品使用"], "000:258"),
    ],
)
def test_each_product_has_only_its_own_stages(
    book: Rulebook, product: str, stages: list[str], line: str
) -> None:
    parent = next(entry for entry in book.categories if entry.name == product)
    leaves = [entry for entry in book.categories if entry.parent == parent.id]

    assert [leaf.name for leaf in leaves] == stages
    assert parent.stages == tuple(stage for leaf in leaves for stage in leaf.stages)
    assert line in parent.source


def test_no_drug_is_catered_and_no_food_researched(book: Rulebook) -> None:
    assert "catering" not in find(book.categories, "drug").stages  # 000:258
    assert "research" not in find(book.categories, "food").stages


def test_the_second_stage_of_food_has_two_names() -> None:
    book = load("R03", {"food_stage": "circulation"})  # 000:270 against 000:258

    assert book.category("food_business").name == "食品流通"


@pytest.mark.parametrize(
    ("step", "name"),
    [("report_up", "上报"), ("transfer", "转办"), ("assign_down", "交办"), ("forward", "转送")],
)
def test_there_are_four_ways_of_passing_on_and_each_names_where(book: Rulebook, step: str, name: str) -> None:
    assert book.step(step).name == name  # 000:259
    assert "counterpart" in book.step(step).needs


@pytest.mark.parametrize(("level", "open_"), [("major", True), ("ordinary", False)])
def test_only_major_cases_are_examined_and_coordinated(book: Rulebook, level: str, open_: bool) -> None:
    for step in ("review", "coordinate"):
        assert holds(book.step(step).when, {"level.weight": level}) is open_  # 000:259


def test_the_result_is_told_and_the_visit_follows(book: Rulebook) -> None:
    assert "tell" in book.step("feed_back").effects  # 000:259, 362
    assert "visit" in book.step("visit").effects  # 000:260
    assert book.step("circulate").needs == ("circulated",)  # 000:260 汇总、处理、分析、通报和回访
    assert book.step("visit").starting == ("told",)


@pytest.mark.parametrize(
    ("option", "anonymity", "sealed"), [("allow", "allow", ()), ("hide", "hide", ("report",))]
)
def test_who_reported_is_protected_by_rights_or_sealed_altogether(
    option: str, anonymity: str, sealed: tuple[str, ...]
) -> None:
    book = load("R03", {"names": option})  # 000:362 注意保护他们信息

    assert (book.kind("report").anonymity, book.secrecy.sealed_kinds) == (anonymity, sealed)
    assert book.field("complainant.name").is_identity


def test_no_register_of_reports_shows_who_reported_or_what(book: Rulebook) -> None:
    shown = {column.value for column in book.register("cases").columns}

    assert not {value for value in shown if value.startswith("complainant.")}  # 000:362
    assert "narrative" not in shown


def test_the_transfer_sheet_keeps_the_reporter_out() -> None:
    text = read_manual("R03").files["forms/transfer.toml"]

    assert "complainant" not in text  # 000:362
    assert "{counterpart:8}" in text


@pytest.mark.parametrize(
    ("passes", "fails", "before", "after"),
    [
        ("ad_first_pass", "ad_first_fail", "ad_first", "ad_second"),
        ("ad_second_pass", "ad_second_fail", "ad_second", "ad_third"),
        ("ad_approve", "ad_disapprove", "ad_third", "ad_approved"),
    ],
)
def test_an_advertisement_passes_or_fails_at_each_of_three_reviews(
    book: Rulebook, passes: str, fails: str, before: str, after: str
) -> None:
    for step, to in ((passes, after), (fails, "ad_failed")):
        assert book.step(step).starting == (before,)  # 000:378-384
        assert book.step(step).to == to
    assert "reason" in book.step(fails).needs


def test_the_public_may_report_an_advertisement_and_a_monitor_is_nobody(book: Rulebook) -> None:
    asked = {field.id for field in book.fields_at("register", "ad_violation") if field.personal}

    assert "phone" in book.kind("ad_violation").channels  # 000:360 群众举报
    assert {"complainant.name", "complainant.phone"} <= asked
    assert not book.channel("city_monitor").personal
    assert not book.channel("daily_monitor").personal


def test_only_drugs_made_elsewhere_are_filed(book: Rulebook) -> None:
    filed = [entry.name for entry in book.categories if "ad_filing" in entry.kinds]
    approved = [entry.name for entry in book.categories if "ad_approval" in entry.kinds]

    assert filed == ["药品广告"]  # 000:263
    assert approved == ["药品广告", "医疗器械广告", "保健食品广告"]  # 000:263, 322


def test_three_reviews_may_be_kept_for_filing_alone(book: Rulebook) -> None:
    filing = load("R03", {"ad_chart": "filing"})

    assert (book.kind("ad_approval").starts, filing.kind("ad_approval").starts) == ("ad_first", "ad_third")
    assert filing.kind("ad_filing").starts == "ad_first"


@pytest.mark.parametrize(
    ("step", "facts", "may", "line"),
    [
        ("ad_suspend", {"switch.office": "province"}, True, "000:323"),
        ("ad_suspend", {"switch.office": "city"}, False, "000:323"),
        ("ad_propose", {"switch.office": "city", "grave": True}, True, "000:324"),
        ("ad_propose", {"switch.office": "city", "grave": False}, False, "000:324"),
        ("ad_propose", {"switch.office": "province", "grave": True}, False, "000:324"),
        ("ad_warn", {"switch.office": "province", "own_firm": True}, True, "000:323"),
        ("ad_warn", {"switch.office": "province", "own_firm": False}, False, "000:323"),
        ("ad_announce", {"switch.office": "province"}, True, "000:322"),
        ("ad_announce", {"switch.office": "county"}, False, "000:322"),
        ("ad_report_up", {"switch.office": "county"}, True, "000:325"),
    ],
)
def test_each_level_of_the_office_has_its_own_measures(
    book: Rulebook, step: str, facts: dict[str, object], may: bool, line: str
) -> None:
    assert holds(book.step(step).when, facts) is may
    assert line in book.step(step).source or line in book.step(step).source.replace(", ", ", 000:")


@pytest.mark.parametrize(
    ("duty", "every", "line"), [("analysis", "half_year", "000:369"), ("notice", "month", "000:375")]
)
def test_the_recurring_duties_stand_as_the_manual_says(
    book: Rulebook, duty: str, every: str, line: str
) -> None:
    entry = find(book.duties, duty)

    assert (entry.every, entry.source) == (every, line)


@pytest.mark.parametrize(
    ("indicator", "facts", "base", "hit", "line"),
    [
        ("transfer_rate", {"kind": "report", "handling": "transfer", "did.transfer": True}, True, True, "000:368"),
        ("transfer_rate", {"kind": "report", "handling": "transfer", "did.transfer": False}, True, False, "000:368"),
        ("transfer_rate", {"kind": "report", "handling": "own", "did.transfer": False}, False, False, "000:368"),
        ("handover_rate", {"kind": "ad_violation", "channel": "city_monitor", "did.ad_hand_over": True}, True, True, "000:374"),
        ("handover_rate", {"kind": "ad_violation", "channel": "phone", "did.ad_hand_over": True}, False, True, "000:374"),
    ],
)  # fmt: skip
def test_two_rates_are_to_be_a_hundred_percent(
    book: Rulebook, indicator: str, facts: dict[str, object], base: bool, hit: bool, line: str
) -> None:
    rate = find(book.indicators, indicator)

    assert (holds(rate.base, facts), holds(rate.hits, facts)) == (base, hit)
    assert (rate.target, rate.source) == ("100%", line)


def test_the_manual_sets_no_days(book: Rulebook) -> None:
    limits = {clock.id: clock.limit for clock in book.clocks}  # 000:362 says only 按时限

    assert limits == {
        "accept": "unset", "close": "unset", "feed_back": "unset", "outside": "fact:outside.due", "ad_review": "unset",
    }  # fmt: skip
